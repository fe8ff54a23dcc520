// One input through everything that reads a specification, and what must hold of it whatever the input is.
import Checker
import Source
import Syntax

/// Parses, formats and checks one text, and renders its findings. What does not hold comes back as sentences; none when all is well.
/// What it can't tell, a crash, a hang or memory without end, is for whoever calls it to see.
public struct Trial: Sendable {
    /// Files that the input may import, by path.
    private let others: [String: [UInt8]]
    /// A fixed day: the same input gives the same findings for good.
    private static let day = Day(year: 2026, month: 11, day: 21) ?? Day(number: 0)
    private static let name = "input.lagrum"
    /// Codes of which the first finding is rendered: enough to reach every form, without making a long input costly.
    private static let rendered = 6
    /// One input in so many is checked from scratch too, and both checks must say the same.
    private static let compared: UInt64 = 16
    /// A check of nothing for each choice of packs. An input is checked as an edit of it, as an editor would: what the prelude and the
    /// packs mean is not read anew for each.
    private let before: [Set<String>: Snapshot]

    public init(others: [String: [UInt8]] = [:]) {
        self.others = others
        var before: [Set<String>: Snapshot] = [:]
        for choice in 0..<8 {
            let packs = ["gdpr", "se", "ai_act"].enumerated().filter { choice >> $0.offset & 1 == 1 }.map(\.element)
            let text = "edition 2026\n" + (packs.isEmpty ? "" : "use \(packs.joined(separator: ", "))\n")
            before[Set(packs)] = (try? Trial.sources(Array(text.utf8), others)).map { check($0, asOf: Trial.day, jobs: 1) }
        }
        self.before = before
    }

    public func complaints(_ bytes: [UInt8]) -> [String] {
        let file = parse(Text(path: Trial.name, bytes: bytes))
        return losses(file) + unsettled(file) + failures(file)
    }

    /// The codes of what a check finds, in the order of the findings.
    public func codes(_ bytes: [UInt8]) -> [String] {
        (try? Trial.sources(bytes, others)).map { check($0, asOf: Trial.day, jobs: 1).findings.map(\.code) } ?? []
    }

    private static func sources(_ bytes: [UInt8], _ others: [String: [UInt8]]) throws(ReadProblem) -> SourceSet {
        var sources = SourceSet()
        try sources.add(name) { path throws(ReadProblem) in
            if path == name { return bytes }
            guard let other = others[path] else { throw .missing }
            return other
        }
        return sources
    }

    private func packs(_ file: FileTree) -> Set<String> {
        var packs: Set<String> = []
        for root in file.members.compactMap(\.tree.root) where root.form == .directive && root.word?.text == "use" {
            for value in root.values { if case .path(let names) = value.form { packs.insert(names.map(\.text).joined(separator: ".")) } }
        }
        return packs.intersection(["gdpr", "se", "ai_act"])
    }

    /// The members' bytes are the file's, and every tree keeps its invariants.
    private func losses(_ file: FileTree) -> [String] {
        var complaints: [String] = [], offset = 0
        for member in file.members {
            if member.start != offset { complaints.append("parse: a member begins at \(member.start) and not at \(offset)") }
            let end = offset + member.tree.bytes.count
            if end > file.text.bytes.count || !member.tree.bytes.all.elementsEqual(file.text.bytes[offset..<min(end, file.text.bytes.count)]) {
                complaints.append("parse: a member's bytes are not the file's at \(offset)")
            }
            offset = end
            member.tree.verify { complaints.append("parse: \($0)") }
        }
        if offset != file.text.bytes.count { complaints.append("parse: \(file.text.bytes.count - offset) bytes lost at the end") }
        return complaints
    }

    /// What is formatted says the same and is settled; a file with errors is left as it is.
    private func unsettled(_ file: FileTree) -> [String] {
        let once = format(file)
        guard file.members.allSatisfy({ $0.tree.errors.isEmpty }) else {
            return once == file.text.bytes ? [] : ["format: a file with errors was changed"]
        }
        let again = parse(Text(path: Trial.name, bytes: once))
        var complaints: [String] = []
        if !again.members.allSatisfy({ $0.tree.errors.isEmpty }) { complaints.append("format: what was formatted has errors") }
        if file.members.flatMap(\.tree.meaning) != again.members.flatMap(\.tree.meaning) { complaints.append("format: another meaning") }
        if format(again) != once { complaints.append("format: not settled") }
        return complaints
    }

    /// Every finding stands inside its file, in order, with texts in both languages, and can be shown; a check that takes over from
    /// another says what one from scratch does.
    private func failures(_ file: FileTree) -> [String] {
        let sources: SourceSet
        do throws(ReadProblem) { sources = try Trial.sources(file.text.bytes, others) } catch { return ["check: the input could not be read"] }
        let snapshot = check(sources, asOf: Trial.day, after: before[packs(file)], jobs: 1)
        var complaints: [String] = [], shown: Set<String> = []
        for finding in snapshot.findings {
            if snapshot.files.range(of: finding.place) == nil { complaints.append("check: \(finding.code) stands nowhere") }
            if finding.message.sv.isEmpty || finding.message.en.isEmpty { complaints.append("check: \(finding.code) says nothing") }
            guard shown.count < Trial.rendered, shown.insert(finding.code).inserted else { continue }
            for language in Language.allCases where TextRenderer(language: language, colour: .on, width: 80).render(finding, in: snapshot.files).isEmpty {
                complaints.append("check: \(finding.code) shows as nothing")
            }
        }
        if digest(file.text.bytes) % Trial.compared == 0 {
            let anew = check(sources, asOf: Trial.day, jobs: 1).findings
            func told(_ findings: [Diagnostic]) -> String { findings.map { "\($0.code) \($0.place.span) \($0.message.en)" }.joined(separator: "; ") }
            if snapshot.findings != anew {
                let (lost, extra) = (anew.filter { !snapshot.findings.contains($0) }, snapshot.findings.filter { !anew.contains($0) })
                complaints.append("check: another result than from scratch; lacks [\(told(lost))], has besides [\(told(extra))]")
            }
        }
        return complaints
    }

    /// FNV-1a: the same inputs are compared on every machine.
    private func digest(_ bytes: [UInt8]) -> UInt64 { bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }
}
