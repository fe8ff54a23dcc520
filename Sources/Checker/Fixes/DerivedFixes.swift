// Fixes that need more than the place of a finding: the file that declares a name, the pack that is missing, a line that says the same twice.
import Law
import Model
import Source
import Syntax

extension Snapshot {
    func derivedFixes(for finding: Diagnostic) -> [Fix] {
        let file = Int(finding.place.file.index) - firstSource
        guard sources.files.indices.contains(file) else { return [] }
        switch finding.code {
        case "N010": return bringingIn(finding, file)
        case "N033": return packMeant(finding, file)
        case "N034": return [adding("use gdpr", to: file, title: Message(sv: "Lägg till “use gdpr”", en: "Add “use gdpr”"))].compactMap { $0 }
        case "N009": return withoutRepetition(finding, file)
        case "N902": return withoutPermission(finding, file)
        default: return []
        }
    }

    private func text(at place: Place) -> String? {
        guard let text = files.text(of: place.file), let range = files.range(of: place) else { return nil }
        return text.string(in: range)
    }

    /// `import` of the one file, or `use` of the one pack, that declares the name.
    private func bringingIn(_ finding: Diagnostic, _ file: Int) -> [Fix] {
        guard let name = text(at: finding.place) else { return [] }
        var declaring: [Int] = []
        for (index, source) in sources.files.enumerated() where index != file {
            let has = source.tree.members.contains { top in
                guard let root = top.tree.root, root.form == .declaration, !root.path.isEmpty else { return false }
                return root.path.map(\.text).joined(separator: ".") == name
            }
            if has { declaring.append(index) }
        }
        guard declaring.count == 1 else { return [] }
        let path = Paths.relative(sources.files[declaring[0]].path, from: sources.files[file].path)
        return [adding("import \"\(path)\"", to: file, title: Message(sv: "Ta in “\(path)”", en: "Import “\(path)”"))].compactMap { $0 }
    }

    private func packMeant(_ finding: Diagnostic, _ file: Int) -> [Fix] {
        guard let name = text(at: finding.place), let meant = certain(name, in: BuiltIn.names) else { return [] }
        return [.replacing(finding.place, with: meant)]
    }

    /// A directive behind the last of its kind, else behind `edition`, else first.
    private func adding(_ directive: String, to file: Int, title: Message) -> Fix? {
        let tree = sources.files[file].tree, word = directive.split(separator: " ")[0]
        let roots = tree.members.enumerated().compactMap { index, top in top.tree.root.map { (index: index, root: $0) } }.filter { $0.root.form == .directive }
        let last = roots.last { $0.root.word?.text == String(word) } ?? roots.last { $0.root.word?.text == "use" } ?? roots.last { $0.root.word?.text == "edition" }
        let id = id(of: file)
        guard let last else { return Fix(title: title, edits: [.init(place: Place(file: id, member: -1, span: Span(0..<0)), text: directive + "\n")], isSafe: true) }
        let end = Int(last.root.span.end)
        return Fix(title: title, edits: [.init(place: Place(file: id, member: Int32(last.index), span: Span(end..<end)), text: "\n" + directive)], isSafe: true)
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

    /// A permission that has run out silences nothing; whether it is renewed is for whoever gave it to say.
    private func withoutPermission(_ finding: Diagnostic, _ file: Int) -> [Fix] {
        [
            Fix(
                title: Message(sv: "Ta bort medgivandet som har gått ut", en: "Remove the permission that has expired"),
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
