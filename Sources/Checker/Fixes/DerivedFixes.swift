// Fixes that need more than the place of a finding: the pack that is missing, a line that says the same twice, a permission to remove.
import Law
import Model
import Source
import Syntax

extension Snapshot {
    func derivedFixes(for finding: Diagnostic) -> [Fix] {
        let file = Int(finding.place.file.index) - firstSource
        guard sources.files.indices.contains(file) else { return [] }
        switch finding.code {
        case "N033": return packMeant(finding, file)
        case "N034": return [sources.files[file].tree.adding("use gdpr", id: finding.place.file, title: Message(sv: "Lägg till “use gdpr”", en: "Add “use gdpr”"))]
        case "N009": return withoutRepetition(finding, file)
        case "N902", "N903": return withoutPermission(finding, file)
        default: return []
        }
    }

    private func text(at place: Place) -> String? {
        guard let text = files.text(of: place.file), let range = files.range(of: place) else { return nil }
        return text.string(in: range)
    }

    private func packMeant(_ finding: Diagnostic, _ file: Int) -> [Fix] {
        guard let name = text(at: finding.place), let meant = certain(name, in: BuiltIn.names) else { return [] }
        return [.replacing(finding.place, with: meant)]
    }

    /// The same key with the same value twice: the later line goes. Another value is for a human to choose.
    private func withoutRepetition(_ finding: Diagnostic, _ file: Int) -> [Fix] {
        let tree = sources.files[file].tree
        guard tree.members.indices.contains(Int(finding.place.member)), let root = tree.members[Int(finding.place.member)].tree.root,
            let (line, peers) = line(at: finding.place.span, in: root)
        else { return [] }
        let first = peers.first { $0.form == .property && $0.key?.text == line.key?.text }
        guard let first, first.id != line.id, first.saying == line.saying else { return [] }
        return [
            Fix(
                title: Message(sv: "Ta bort raden som säger detsamma", en: "Remove the line that says the same"),
                edits: [removing(Place(file: finding.place.file, member: finding.place.member, span: line.span))], isSafe: true)
        ]
    }

    private func line(at span: Span, in member: Member) -> (line: Member, peers: [Member])? {
        for part in member.members {
            if part.form == .property, part.key?.span == span { return (part, member.members) }
            if part.span.start <= span.start, span.end <= part.span.end, let found = line(at: span, in: part) { return found }
        }
        return nil
    }

    /// Takes a line away; a comment beside it stays.
    private func removing(_ place: Place) -> Fix.Edit {
        guard let text = files.text(of: place.file), var range = files.range(of: place) else { return .init(place: place, text: "") }
        let bytes = text.bytes, line = text.range(ofLine: text.line(at: range.lowerBound))
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ";") }
        while range.upperBound < bytes.count, isBlank(bytes[range.upperBound]) { range = range.lowerBound..<range.upperBound + 1 }
        let ends = range.upperBound == bytes.count || bytes[range.upperBound] == 0x0A || bytes[range.upperBound] == 0x0D
        if ends, bytes[line.lowerBound..<range.lowerBound].allSatisfy(isBlank) {
            let end = text.line(at: range.upperBound) + 1
            range = line.lowerBound..<(end < text.lineStarts.count ? Int(text.lineStarts[end]) : bytes.count)
        }
        return .init(place: Place(file: place.file, member: -1, span: Span(range)), text: "")
    }

    /// A permission that has run out, or that silences nothing: whether it goes is for whoever gave it to say.
    private func withoutPermission(_ finding: Diagnostic, _ file: Int) -> [Fix] {
        [
            Fix(
                title: finding.code == "N902"
                    ? Message(sv: "Ta bort medgivandet som har gått ut", en: "Remove the permission that has expired")
                    : Message(sv: "Ta bort medgivandet som inte tystar något", en: "Remove the permission that silences nothing"),
                edits: [removing(finding.place)], isSafe: false)
        ]
    }
}

extension Member {
    /// What a line says, without its spaces and comments.
    fileprivate var saying: [String] {
        [key?.text ?? ""] + values.map(\.source) + clauses.flatMap { [$0.word.text] + $0.values.map(\.source) } + (hasBlock ? ["{}"] : [])
    }
}

extension Paths {
    /// A file's path as another file writes it: by its folder, upwards where it must.
    static func relative(_ path: String, from file: String) -> String {
        let target = path.split(separator: "/"), own = folder(of: file).split(separator: "/")
        if path.hasPrefix("/") != file.hasPrefix("/") { return path }
        let shared = zip(target.dropLast(), own).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: own.count - shared) + target.dropFirst(shared).map(String.init)).joined(separator: "/")
    }
}
