// What the formatter owes every text: the same tree and comments, and nothing left to do the second time. Random programs, mutated
// samples and every file of the project; a failure names its seed.

import FoundationEssentials
import Source
import Syntax
import Testing

/// What a text says, with nothing of how it is written: an oracle of its own beside the formatter's comparison.
func content(_ source: [UInt8]) -> [String] {
    let file = parse(Text(path: "t", bytes: source))
    func parts(_ member: Member) -> [String] {
        let lines = (member.documentation ?? "").split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
        }
        return lines + [print(member)] + member.members.flatMap(parts)
    }
    return file.members.compactMap(\.tree.root).flatMap(parts)
}

/// What digests are made of.
func meaning(_ file: FileTree) -> [UInt8] { file.members.flatMap(\.tree.meaning) }

/// Formats at several widths; true when the text had no errors and so could be formatted.
@discardableResult
func checkFormat(_ source: [UInt8], widths: [Int] = [120, 60, 20], _ note: String, sourceLocation: SourceLocation = #_sourceLocation) -> Bool {
    let file = parse(Text(path: "t", bytes: source))
    guard file.members.allSatisfy({ $0.tree.errors.isEmpty }) else {
        #expect(format(file) == source, "\(note): a file with errors was changed", sourceLocation: sourceLocation)
        return false
    }
    for width in widths {
        let once = styled(file, width: width), again = parse(Text(path: "t", bytes: once))
        let shown = String(decoding: once, as: UTF8.self)
        #expect(isSame(file, again), "\(note), width \(width): another tree:\n\(String(decoding: source, as: UTF8.self))\n----\n\(shown)", sourceLocation: sourceLocation)
        #expect(content(source) == content(once), "\(note), width \(width): says something else:\n\(shown)", sourceLocation: sourceLocation)
        #expect(meaning(file) == meaning(again), "\(note), width \(width): another digest", sourceLocation: sourceLocation)
        let twice = styled(again, width: width)
        #expect(
            once == twice, "\(note), width \(width): not settled:\n\(String(decoding: source, as: UTF8.self))\n----\n\(shown)\n----\n\(String(decoding: twice, as: UTF8.self))",
            sourceLocation: sourceLocation)
        #expect(format(file, width: width) == once, "\(note): the comparison refused", sourceLocation: sourceLocation)
    }
    return true
}

@Suite struct FormatPropertyTests {
    @Test(arguments: 0..<400) func randomPrograms(_ seed: Int) {
        var program = RandomProgram(seed: seed)
        let source = program.file()
        #expect(checkFormat(Array(source.utf8), "seed \(seed)"), "seed \(seed) has errors \(errors(source)):\n\(source)")
    }

    /// One word changed, taken out or doubled: what still reads is formatted, what doesn't is left as it is.
    @Test(arguments: 0..<200) func mutations(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) &* 6007 &+ 3)
        var bytes = Array((PropertyTests.samples.randomElement(using: &random) ?? "").utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.insert(contentsOf: Array(["\n", " ", ";", "\t", "\r\n", " /* c */ ", " // c\n", "\n/// d\n"].randomElement(using: &random)?.utf8 ?? "".utf8), at: index)
            case 1: bytes.remove(at: index)
            case 2: if let space = bytes[index...].firstIndex(of: 0x20) { bytes[space] = 0x0A }
            default: if let newline = bytes[index...].firstIndex(of: 0x0A) { bytes.insert(0x0A, at: newline) }
            }
        }
        checkFormat(bytes, widths: [120, 40], "seed \(seed)")
    }

    /// Block texts whose lines end in every way: the value is the author's, whatever is made of the line ends.
    @Test(arguments: 0..<200) func blockTexts(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) &* 7919 &+ 5)
        let pieces = (0..<Int.random(in: 0...12, using: &random)).map { _ in ["\r", "\n", "\r\n", "\r\r\n", " ", "\t", "a", "\\\\", "\\r", "\""].randomElement(using: &random) ?? "" }
        let body = pieces.joined().replacing("\"\"", with: "\"") + "."
        checkFormat(Array("x: \"\"\"\(body)\"\"\"\r\ny: 1\r\n".utf8), "seed \(seed)")
        checkFormat(Array("x: \"\"\"\(pieces.joined().replacing("\"", with: ""))\"\"\"\r\ny: 1\r\n".utf8), "seed \(seed), without an end")
    }

    @Test func everyFileOfTheProject() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        var count = 0
        for folder in ["Sources/Law/Packs", "Samples"] {
            let base = root.appending(path: folder).path
            for path in try FileManager.default.subpathsOfDirectory(atPath: base) where path.hasSuffix(".lagrum") {
                let bytes = [UInt8](try Data(contentsOf: URL(filePath: base + "/" + path)))
                if checkFormat(bytes, widths: [120, 80], path) { count += 1 }
            }
        }
        #expect(count > 20, "the packs are there")
    }
}

/// Programs out of every form of the language, with comments, blanks and line ends wherever they may stand.
struct RandomProgram {
    private var random: Seeded
    init(seed: Int) { random = Seeded(state: UInt64(seed) &* 104_729 &+ 11) }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    private mutating func one(_ of: [String]) -> String { of.randomElement(using: &random) ?? "" }
    private mutating func many(_ range: ClosedRange<Int>, _ make: (inout RandomProgram) -> String) -> [String] {
        (0..<Int.random(in: range, using: &random)).map { _ in make(&self) }
    }

    mutating func file() -> String {
        let byteOrderMark = chance(5) ? "\u{FEFF}" : ""
        return byteOrderMark + members(1...6, depth: 0, oneLine: false) + (chance(50) ? "\n" : "")
    }

    // MARK: Between words

    /// Between two words of a member, where a line may not end.
    private mutating func blank() -> String { chance(85) ? " " : one(["  ", "\t", " /* c */ ", "   ", "\u{A0}"]) }
    /// Where a line may end: inside brackets, behind commas and operators.
    private mutating func wide(_ inBlock: Bool) -> String {
        if inBlock || chance(80) { return blank() }
        return one(["\n", "\n      ", " // why\n  ", "\r\n", "\n\n", " /* a\n b */ ", "\n  // on its own\n ", "  \n"])
    }
    private mutating func comma(_ oneLine: Bool) -> String { (chance(5) ? " " : "") + "," + (chance(10) ? "" : wide(oneLine)) }

    private mutating func end(_ depth: Int, _ oneLine: Bool) -> String {
        if oneLine { return one(["; ", ";", " ; ", ";; "]) }
        let tail = chance(15) ? one([" // tail  ", " /* tail */", "  /* a */ // b", "\t//"]) : ""
        let line = chance(6) && tail.isEmpty ? one(["; ", ";"]) : tail + one(["\n", "\n", "\n", "\r\n", "\n\n", "\n\n\n", "  \n"])
        let own = chance(12) ? one(["// own\n", "  // own\n\n", "/// doc  \n", "/// a\n///   b\n", "/* block */\n", "/* two\n   lines */\n", "//// no doc\n"]) : ""
        return line + (line.hasSuffix("\n") ? own : "") + String(repeating: " ", count: depth)
    }

    // MARK: Members

    private mutating func members(_ count: ClosedRange<Int>, depth: Int, oneLine: Bool) -> String {
        var text = ""
        for index in 0..<Int.random(in: count, using: &random) { text += (index > 0 ? end(depth, oneLine) : "") + member(depth, oneLine) }
        return text
    }

    private mutating func member(_ depth: Int, _ oneLine: Bool) -> String {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return one(["use", "import"]) + blank() + values(depth, oneLine)
        case 1: return "without" + blank() + one(["opt out", "notice", "article 9"])
        case 2, 3: return declaration(depth, oneLine)
        case 4: return name() + comma(true) + name() + blank() + "=" + blank() + step(depth, oneLine)
        case 5: return name() + blank() + "=" + wide(oneLine) + expression(3, oneLine) + clauses(0...1, oneLine)
        case 6: return step(depth, oneLine)
        case 7: return one(["weak", "natural", "no_link"]) + blank() + one(["when " + expression(3, oneLine), "otherwise"])
        case 8: return "conclude" + blank() + name() + " when " + expression(3, oneLine) + (chance(40) ? needs(oneLine) : "")
        default:
            let block = depth < 6 && chance(12) ? blank() + self.block(depth, oneLine) : ""
            return key() + (chance(10) ? " " : "") + ":" + blank() + values(depth, oneLine) + clauses(0...3, oneLine) + block
        }
    }

    private mutating func needs(_ oneLine: Bool) -> String { lead(oneLine) + "needs" + blank() + expression(2, oneLine) }

    private mutating func step(_ depth: Int, _ oneLine: Bool) -> String {
        one(["clean", "learn", "split", "delete", "release", "evaluate"]) + blank() + name()
            + (chance(30) ? comma(oneLine) + name() : "") + clauses(0...2, oneLine) + (depth < 6 && chance(40) ? blank() + block(depth, oneLine) : "")
    }

    private mutating func declaration(_ depth: Int, _ oneLine: Bool) -> String {
        var text = one(["dataset", "table", "rule", "define", "activity", "test", "change", "subject"])
        if chance(80) { text += blank() + one([name(), "GDPR.6.4.c", "P004", "Ärenden"]) }
        if chance(20) { text += one(["", " "]) + "(" + wide(oneLine) + "activity a" + comma(oneLine) + "dataset" + blank() + "d" + wide(oneLine) + ")" }
        if chance(30) { text += blank() + self.text() }
        if chance(30) { text += blank() + "is" + blank() + one(["Child", "A.b"]) + (chance(30) ? comma(oneLine) + "Vulnerable" : "") }
        text += clauses(0...1, oneLine)
        if depth < 6, chance(80) { text += blank() + block(depth, oneLine) }
        return text
    }

    private mutating func block(_ depth: Int, _ oneLine: Bool) -> String {
        if chance(8) { return one(["{}", "{ }", "{ ; }"]) }
        if oneLine || chance(35) { return "{" + one([" ", "", "  "]) + members(1...3, depth: depth + 2, oneLine: true) + one([" ", "", " ; "]) + "}" }
        let start = one(["\n", "\n\n", " // open\n", "\n  // first\n", " /* o */\n", "\n/// doc\n"])
        return "{" + start + members(1...5, depth: depth + 2, oneLine: false) + one(["\n", "\n\n", " // last\n", "\n // last\n", " "]) + "}"
    }

    // MARK: Values and clauses

    private mutating func values(_ depth: Int, _ oneLine: Bool) -> String {
        var text = expression(Int.random(in: 0...3, using: &random), oneLine)
        for _ in 0..<(chance(25) ? Int.random(in: 1...7, using: &random) : 0) { text += comma(oneLine) + expression(1, oneLine) }
        return text + (chance(5) ? "?" : "")
    }

    private mutating func clauses(_ count: ClosedRange<Int>, _ oneLine: Bool) -> String {
        many(count) { program in
            switch Int.random(in: 0..<6, using: &program.random) {
            case 0: program.lead(oneLine) + "because" + program.blank() + program.text()
            case 1: " as" + program.blank() + "Ordinary of" + program.blank() + "Client" + program.comma(oneLine) + "Child"
            case 2: " as  of 2026-11-21"
            case 3: " within " + "0" + program.one(["..", " .. "]) + "10"
            case 4: " matched\tby p.n"
            default: " for " + program.one(["Client", "3 years", "80%"])
            }
        }.joined()
    }

    /// Before `because`: the same line or the next.
    private mutating func lead(_ oneLine: Bool) -> String { oneLine || chance(60) ? blank() : one(["\n", "\n    ", " // so\n  ", "\n // so\n"]) }

    private mutating func expression(_ depth: Int, _ oneLine: Bool) -> String {
        if depth == 0 || chance(25) { return leaf() }
        switch Int.random(in: 0..<11, using: &random) {
        case 0, 1, 2:
            let word = one(["and", "or"])
            let joint = oneLine || chance(50) ? blank() + word + blank() : chance(50) ? lead(false) + word + " " : " " + word + wide(false)
            return operand(depth, oneLine) + joint + operand(depth, oneLine)
        case 3: return operand(depth, oneLine) + blank() + one(["==", "!=", "<=", "in", "not in", "is", "is not", "precedes", "reaches"]) + wide(oneLine) + operand(depth, oneLine)
        case 4: return operand(depth, oneLine) + one([" ", ""]) + one(["+", "-", "*", "/"]) + " " + operand(depth, oneLine)
        case 5: return "(" + wide(oneLine) + expression(depth - 1, oneLine) + wide(oneLine) + ")"
        case 6: return "[" + wide(oneLine) + expression(depth - 1, oneLine) + comma(oneLine) + leaf() + comma(oneLine) + leaf() + "]"
        case 7:
            let clause = chance(30) ? wide(oneLine) + "where" + blank() + operand(depth, oneLine) : ""
            let more = chance(50) ? comma(oneLine) + operand(depth, oneLine) : ""
            return one(["f", "count", "choice", "date", "a.b"]) + one(["", "", " "]) + "(" + wide(oneLine) + operand(depth, oneLine) + clause + more + ")"
        case 8: return "(" + one(["exists", "every", "count"]) + " n in a.notices with " + expression(depth - 1, oneLine) + ")"
        case 9: return one(["-", "- "]) + "(" + expression(depth - 1, oneLine) + ")"
        default: return "1_000" + one(["..", " .. "]) + one(["-2", "2e3", "x", "(a + b)"])
        }
    }

    /// What may stand at either side of any operator.
    private mutating func operand(_ depth: Int, _ oneLine: Bool) -> String {
        chance(50) ? leaf() : "(" + expression(depth - 1, oneLine) + ")"
    }

    private mutating func leaf() -> String {
        one(["x", "a.b", "GDPR.6.4.c", "Counterparty", "3", "1.5", "5%", "2026-01-15", "6 months", "yes", "none", "unknown", "f()", "[]", "-3", text(), "mental_illness", "årsinkomst"])
    }

    private mutating func text() -> String {
        one(["\"t\"", "\"a longer text, with signs: { } // and more\"", "\"å\\n\\\"q\\\"\"", "\"\"", "\"seeks a lawyer in a private conflict and trusts that what is said stays there\""])
    }

    private mutating func key() -> String { one(["to", "collected for", "article 9", "message sv", "route   for\trights", "holds", "and", "x"]) }
    private mutating func name() -> String { one(["a", "closed", "relevant", "synthesiser", "worst_risk", "opt_out_effective"]) }
}
