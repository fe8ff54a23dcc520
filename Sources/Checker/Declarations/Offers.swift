// What is missing at the top of a file: the `import` of the file that declares a name, the `use` of the pack that declares a norm.
import Law
import Model
import Source
import Syntax

/// Says of each name that is declared where its file doesn't look what to bring in, with the edit that does it.
func offering(_ findings: [Diagnostic], _ sources: SourceSet, first: Int, _ model: Model, _ packs: [String]) -> [Diagnostic] {
    guard findings.contains(where: { Offers.codes.contains($0.code) }) else { return findings }
    var offers = Offers(sources: sources, first: first, model: model, packs: packs)
    return findings.map { Offers.codes.contains($0.code) ? offers.offered($0) : $0 }
}

private struct Offers {
    static let codes: Set<String> = ["N010", "N021", "N503", "N504"]

    let sources: SourceSet
    let first: Int
    let model: Model
    let packs: [String]
    private let indices: [String: Int]
    /// What is asked of many findings, by file.
    private var tops: [Int: TopOfFile] = [:], seen: [Int: Set<Int>] = [:]

    init(sources: SourceSet, first: Int, model: Model, packs: [String]) {
        (self.sources, self.first, self.model, self.packs) = (sources, first, model, packs)
        indices = Dictionary(sources.files.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func offered(_ finding: Diagnostic) -> Diagnostic {
        let index = Int(finding.place.file.index) - first
        guard sources.files.indices.contains(index), let name = text(at: finding.place, index) else { return finding }
        return finding.code == "N010" ? imported(finding, name, index) : used(finding, name, index)
    }

    private func text(at place: Place, _ index: Int) -> String? {
        let tree = sources.files[index].tree
        guard tree.members.indices.contains(Int(place.member)) else { return nil }
        let bytes = tree.members[Int(place.member)].tree.bytes, range = place.span.range
        return range.upperBound <= bytes.count ? String(decoding: bytes[range], as: UTF8.self) : nil
    }

    /// The file that declares it; where several do, which is meant is for the author to say.
    private mutating func imported(_ finding: Diagnostic, _ name: String, _ index: Int) -> Diagnostic {
        let own = sources.files[index]
        // In a path to a column, the first name is the declaration's.
        let wanted = [name, String(name.prefix { $0 != "." })].first { !model.declarations(named: $0).isEmpty } ?? name
        var declaring: [(path: String, place: Place)] = []
        for id in model.declarations(named: wanted) {
            let place = model.place(of: id), file = Int(place.file.index) - first
            guard sources.files.indices.contains(file), file != index, !declaring.contains(where: { $0.path == sources.files[file].path }) else { continue }
            declaring.append((sources.files[file].path, place))
        }
        guard let one = declaring.first else { return finding }
        var finding = finding
        finding.notes = declaring.map { Note(text: Message(sv: "`\(wanted)` är deklarerad här", en: "`\(wanted)` is declared here"), place: $0.place) }
        guard declaring.count == 1 else {
            finding.advice = Message(sv: "Lägg till `import` av den som menas.", en: "Add an `import` of the one that is meant.")
            return finding
        }
        let directive = "import \"\(Paths.relative(one.path, from: own.path))\""
        finding.advice = Message(sv: "Lägg till `\(directive)` överst i filen.", en: "Add `\(directive)` at the top of the file.")
        // Two files that bring in one another are a mistake of their own: then what they share belongs in a third.
        if let other = indices[one.path], other == index || isSeen(index, from: other) {
            finding.advice = Message(
                sv: "Filen som deklarerar `\(wanted)` tar in den här: flytta det som båda behöver till en egen fil.",
                en: "The file that declares `\(wanted)` imports this one: move what both need to a file of its own.")
            return finding
        }
        let path = Paths.relative(one.path, from: own.path)
        finding.fixes = [top(of: index).adding(directive, id: finding.place.file, title: Message(sv: "Ta in “\(path)”", en: "Import “\(path)”"))]
        return finding
    }

    private mutating func isSeen(_ index: Int, from other: Int) -> Bool {
        let files = seen[other] ?? sources.seen(from: other)
        seen[other] = files
        return files.contains(index)
    }

    private mutating func top(of index: Int) -> TopOfFile {
        let top = tops[index] ?? TopOfFile(sources.files[index].tree)
        tops[index] = top
        return top
    }

    /// The built-in pack that declares the norm, definition or decision and is not in use.
    private mutating func used(_ finding: Diagnostic, _ name: String, _ index: Int) -> Diagnostic {
        let isNorm = finding.code != "N504"
        guard let pack = Declared.pack(of: name, isNorm: isNorm), !packs.contains(pack) else { return finding }
        var finding = finding
        finding.message = Message(
            sv: "`\(name)` står i lagpaketet `\(pack)`, som ingen fil i prövningen tar in.",
            en: "`\(name)` stands in the law pack `\(pack)`, which no file of this check uses.")
        finding.advice = Message(sv: "Lägg till `use \(pack)` överst i filen.", en: "Add `use \(pack)` at the top of the file.")
        finding.fixes = [top(of: index).adding("use \(pack)", id: finding.place.file, title: Message(sv: "Lägg till “use \(pack)”", en: "Add “use \(pack)”"))]
        return finding
    }
}

/// What the built-in packs declare, by name; read once a process, and only where something is missing.
private enum Declared {
    static func pack(of name: String, isNorm: Bool) -> String? { isNorm ? norms[name] : calls[name] }

    private static let norms = table { pack, _ in Array(pack.norms.keys) }
    private static let calls = table { pack, trees in
        trees.flatMap { tree in lawNames.flatMap { tree.roots($0) }.compactMap { $0.root.path.first?.text } }
    }

    private static func table(_ names: (Pack, [FileTree]) -> [String]) -> [String: String] {
        let library = BuiltInLaw.of(BuiltIn.names).library
        var table: [String: String] = [:]
        for pack in library.packs {
            for name in names(pack, library.files.filter { $0.pack == pack.name }.map(\.tree)) where table[name] == nil { table[name] = pack.name }
        }
        return table
    }
}
