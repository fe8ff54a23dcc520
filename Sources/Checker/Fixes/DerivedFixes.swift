// Fixes that need more than the place of a finding: the pack that is missing, a line that says the same twice, a permission to remove.
import Law
import Model
import Source
import Syntax

/// Of all findings of a check at once, so that a file's top and a block's lines are read once for all that is found in them.
struct DerivedFixes: Sendable {
    private struct Key: Hashable {
        let code: String
        let place: Place
        init(_ finding: Diagnostic) { (code, place) = (finding.code, finding.place) }
    }
    private var fixes: [Key: Fix] = [:]

    subscript(finding: Diagnostic) -> [Fix] { fixes[Key(finding)].map { [$0] } ?? [] }

    init(_ findings: [Diagnostic], _ sources: SourceSet, first: Int, _ files: Files) {
        var making = Making(sources: sources, first: first, files: files)
        for finding in findings { fixes[Key(finding)] = making.fix(finding) }
    }

    private struct Making {
        let sources: SourceSet
        let first: Int
        let files: Files
        private var tops: [Int: TopOfFile] = [:]
        private var lines = LinesByPlace()
        private var stated: [LinesByPlace.Block: [String: Member]] = [:]

        init(sources: SourceSet, first: Int, files: Files) { (self.sources, self.first, self.files) = (sources, first, files) }

        mutating func fix(_ finding: Diagnostic) -> Fix? {
            let file = Int(finding.place.file.index) - first
            guard sources.files.indices.contains(file) else { return nil }
            switch finding.code {
            case "N033": return packMeant(finding)
            case "N034":
                let top = tops[file] ?? TopOfFile(sources.files[file].tree)
                tops[file] = top
                return top.adding("use gdpr", id: finding.place.file, title: Message(sv: "Lägg till “use gdpr”", en: "Add “use gdpr”"))
            case "N009": return withoutRepetition(finding, file)
            case "N902", "N903": return withoutPermission(finding)
            default: return nil
            }
        }

        private func packMeant(_ finding: Diagnostic) -> Fix? {
            guard let text = files.text(of: finding.place.file), let range = files.range(of: finding.place) else { return nil }
            return certain(text.string(in: range), in: BuiltIn.names).map { .replacing(finding.place, with: $0) }
        }

        /// The same key with the same value twice: the later line goes. Another value is for a human to choose.
        private mutating func withoutRepetition(_ finding: Diagnostic, _ file: Int) -> Fix? {
            let tree = sources.files[file].tree, place = finding.place
            guard tree.members.indices.contains(Int(place.member)), var owner = tree.members[Int(place.member)].tree.root else { return nil }
            while let line = lines.line(holding: place, in: owner) {
                guard line.form == .property, let key = line.key, key.span == place.span else {
                    owner = line
                    continue
                }
                guard let first = firsts(of: owner, at: place)[key.text], first.id != line.id, first.saying == line.saying else { return nil }
                return Fix(
                    title: Message(sv: "Ta bort raden som säger detsamma", en: "Remove the line that says the same"),
                    edits: [removing(Place(file: place.file, member: place.member, span: line.span))], isSafe: true)
            }
            return nil
        }

        /// The first line of each key in a block.
        private mutating func firsts(of owner: Member, at place: Place) -> [String: Member] {
            let block = LinesByPlace.block(of: owner, at: place)
            if let known = stated[block] { return known }
            var firsts: [String: Member] = [:]
            for line in lines.lines(of: owner, at: place) where line.form == .property {
                if let key = line.key?.text, firsts[key] == nil { firsts[key] = line }
            }
            stated[block] = firsts
            return firsts
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
        private func withoutPermission(_ finding: Diagnostic) -> Fix {
            Fix(
                title: finding.code == "N902"
                    ? Message(sv: "Ta bort medgivandet som har gått ut", en: "Remove the permission that has expired")
                    : Message(sv: "Ta bort medgivandet som inte tystar något", en: "Remove the permission that silences nothing"),
                edits: [removing(finding.place)], isSafe: false)
        }
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
