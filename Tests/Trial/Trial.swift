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
    /// Findings that are rendered: enough to reach every form, without making a long input costly.
    private static let rendered = 20

    public init(others: [String: [UInt8]] = [:]) { self.others = others }

    public func complaints(_ bytes: [UInt8]) -> [String] {
        let file = parse(Text(path: Trial.name, bytes: bytes))
        return losses(file) + unsettled(file) + failures(bytes)
    }

    /// The members' bytes are the file's, and every tree keeps its invariants.
    private func losses(_ file: FileTree) -> [String] {
        var complaints: [String] = [], offset = 0
        for member in file.members {
            if member.start != offset { complaints.append("parse: a member begins at \(member.start) and not at \(offset)") }
            let end = offset + member.tree.bytes.count
            if end > file.text.bytes.count || !member.tree.bytes.elementsEqual(file.text.bytes[offset..<min(end, file.text.bytes.count)]) {
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

    /// Every finding stands inside its file, in order, with texts in both languages, and can be shown.
    private func failures(_ bytes: [UInt8]) -> [String] {
        var sources = SourceSet()
        do throws(ReadProblem) {
            try sources.add(Trial.name) { path throws(ReadProblem) in
                if path == Trial.name { return bytes }
                guard let other = others[path] else { throw .missing }
                return other
            }
        } catch { return ["check: the input could not be read"] }
        let snapshot = check(sources, asOf: Trial.day)
        var complaints: [String] = []
        for finding in snapshot.findings {
            if snapshot.files.range(of: finding.place) == nil { complaints.append("check: \(finding.code) stands nowhere") }
            if finding.message.sv.isEmpty || finding.message.en.isEmpty { complaints.append("check: \(finding.code) says nothing") }
        }
        for language in Language.allCases {
            let renderer = TextRenderer(language: language, colour: .on, width: 80)
            for finding in snapshot.findings.prefix(Trial.rendered) where renderer.render(finding, in: snapshot.files).isEmpty {
                complaints.append("check: \(finding.code) shows as nothing")
            }
        }
        return complaints
    }
}
