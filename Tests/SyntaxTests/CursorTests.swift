// Cursors that make no Strings say what those that do say.

import Source
import Syntax
import Testing

@Suite struct CursorTests {
    @Test(arguments: [Inputs.specification, Inputs.rules]) func agreeOnSamples(_ source: String) {
        let seen = agreement(tree(source), "sample")
        #expect(seen > 100)
    }

    @Test(arguments: 0..<200) func agreeOnMutations(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) &* 104_729 &+ 3)
        var bytes = Array((PropertyTests.samples.randomElement(using: &random) ?? "").utf8)
        let start = Int.random(in: 0..<bytes.count, using: &random)
        bytes = Array(bytes[start..<min(bytes.count, start + 1200)])
        for _ in 0..<Int.random(in: 1...8, using: &random) { PropertyTests.mutate(&bytes, &random) }
        agreement(parse(Text(path: "t", bytes: bytes)), "seed \(seed)")
    }

    /// A tree keeps its numbers in 16 bits up to 64 KiB: on both sides of that, a line reads the same.
    @Test(arguments: [64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 300_000]) func longMembers(_ size: Int) throws {
        let line = "    c: choice(a, \"b\") named \"x y\" of Client, Kid as Health\n", head = "dataset D {\n  table t by c {\n", tail = "  }\n}"
        var text = head
        while text.utf8.count + line.utf8.count + tail.utf8.count < size { text += line }
        text += String(repeating: " ", count: size - text.utf8.count - tail.utf8.count) + tail
        checkInvariants(Text(path: "t", text))
        let table = try #require(roots(text).first?.members.first), one = try #require(roots(head + line + tail).first?.members.first?.members.first)
        #expect(text.utf8.count == size && table.members.count > 1000)
        #expect(Set(table.members.map { print($0) }) == [print(one)])
        #expect(agreement(parse(Text(path: "t", text)), "\(size) bytes") > 5 * table.members.count)
    }

    @Test func keysAndWords() throws {
        let members = roots("dataset D {\n  collected  for: X\n  opt out: a.b.c until 2026-01-01 matched by d\n  collected /* */ from: Y\n}")
        let dataset = try #require(members.first)
        #expect(dataset.wordID == Word("dataset") && Word("dataset") != Word("table") && Word("datasett") == nil && Word("") == nil)
        let parts = Array(dataset.eachMember)
        #expect(parts.map(\.keyHash) == ["collected for", "opt out", "collected from"].map { hash(of: $0) })
        #expect(parts[0].hasKey("collected for") && !parts[0].hasKey("collected from") && !parts[0].hasKey("collected"))
        #expect(parts[2].hasKey("collected from"))
        let clauses = Array(parts[1].eachClause)
        #expect(clauses.map(\.wordID.text) == ["until", "matched"] && clauses.map(\.secondWordID.text) == ["", "by"])
        let path = try #require(parts[1].firstValue)
        #expect(path.kind == .path && path.singleName == nil && path.eachName.map { path.tree.has("b", at: $0) } == [false, true, false])
    }

    /// How many members, clauses and expressions were compared.
    @discardableResult private func agreement(_ file: FileTree, _ context: String) -> Int {
        var count = 0
        func expressions(_ these: Values, _ those: [Expression]) {
            #expect(these.map(\.span) == those.map(\.span), "\(context)")
            for expression in these {
                count += 1
                var parts: [Expression] = []
                let matches: Bool
                switch expression.form {
                case .path(let names):
                    matches = expression.kind == .path && expression.eachName.map { $0 } == names.map(\.span)
                        && zip(expression.eachName, names).allSatisfy { expression.tree.has($1.text, at: $0) && expression.tree.hash(of: $0) == hash(of: $1.text) }
                        && (expression.singleName == nil || names.count == 1)
                case .call(let names, _): matches = expression.kind == .call && expression.eachName.map { $0 } == names.map(\.span)
                case .list(let items): (matches, parts) = (expression.kind == .list, items)
                case .group(let inner): (matches, parts) = (expression.kind == .group, [inner])
                case .optional(let inner): (matches, parts) = (expression.kind == .optional, [inner])
                case .unary(_, let inner): (matches, parts) = (expression.kind == .unary, [inner])
                case .binary(_, let left, let right): (matches, parts) = (expression.kind == .binary, [left, right])
                case .range(let low, let high): (matches, parts) = (expression.kind == .range, [low, high])
                case .quantifier(_, _, let source, let body): (matches, parts) = (expression.kind == .quantifier, [source] + (body.map { [$0] } ?? []))
                case .text: matches = expression.kind == .text
                case .truth: matches = expression.kind == .truth
                case .none: matches = expression.kind == .none
                case .unknown: matches = expression.kind == .unknown
                // What can't be read as a value is missing in the form alone.
                case .number, .percent, .date, .duration, .missing: matches = true
                }
                #expect(matches, "\(context): \(expression.source)")
                if !parts.isEmpty { expressions(expression.eachOperand, parts) }
            }
        }
        func members(_ member: Member) {
            count += 1
            #expect(member.wordID == (member.word.flatMap { Word($0.text) } ?? .unknown), "\(context)")
            #expect(member.keyHash == (member.key.map { hash(of: $0.text) } ?? 0), "\(context)")
            #expect(member.key.map { member.hasKey($0.text) } ?? !member.hasKey(""), "\(context)")
            #expect(member.keySpan == member.key?.span, "\(context)")
            #expect(member.headingSpan == nil || member.headingSpan?.start == member.path.first?.span.start, "\(context)")
            expressions(member.eachValue, member.values)
            #expect(member.eachClause.map(\.span) == member.clauses.map(\.span), "\(context)")
            for clause in member.eachClause {
                let words = [clause.wordID, clause.secondWordID].filter { $0 != .unknown }.map(\.text).joined(separator: " ")
                #expect(words == clause.word.text || clause.wordID == .unknown, "\(context)")
                expressions(clause.eachValue, clause.values)
            }
            #expect(member.eachMember.map(\.id) == member.members.map(\.id), "\(context)")
            for part in member.eachMember { members(part) }
        }
        for top in file.members { if let root = top.tree.root { members(root) } }
        return count
    }
}
