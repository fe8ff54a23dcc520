// What is missing at the top of a file: the `import` of the file that declares a name, the `use` of the pack that declares a norm.
import Law
import Model
import Source
import Syntax

/// Says of each name that is declared where its file doesn't look what to bring in, with the edit that does it.
/// A pack that is not in use is one thing missing, however many names of it a file has.
func offering(_ findings: [Diagnostic], _ sources: SourceSet, first: Int, _ model: Model, _ library: [Library.File], _ packs: [String]) -> [Diagnostic] {
    struct Missing: Hashable {
        let file: FileID
        let pack: String
    }
    guard findings.contains(where: { Offers.codes.contains($0.code) }) else { return findings }
    var offers = Offers(sources: sources, first: first, library: library, model: model, packs: packs)
    var told: [Missing: Int] = [:], more: [Int: Int] = [:], all: [Diagnostic] = []
    for finding in findings {
        guard Offers.codes.contains(finding.code) else {
            all.append(finding)
            continue
        }
        let (offered, pack) = offers.offered(finding)
        let missing = pack.map { Missing(file: finding.place.file, pack: $0) }
        guard let pack, let first = missing.flatMap({ told[$0] }) else {
            if let missing { told[missing] = all.count }
            all.append(offered)
            continue
        }
        more[first, default: 0] += 1
        if more[first, default: 0] <= 8 {
            all[first].notes.append(Note(text: Message(sv: "här behövs `\(pack)` också", en: "`\(pack)` is needed here too"), place: finding.place))
        }
    }
    for (first, count) in more where count > 8 { all[first].notes.append(Note(text: morePlaces(count - 8))) }
    return all
}

private struct Offers {
    static let codes: Set<String> = ["N010", "N021", "N503", "N504"]

    let sources: SourceSet
    let first: Int
    /// The files of the packs, which come before the sources.
    let library: [Library.File]
    let model: Model
    let packs: [String]
    private let indices: [String: Int]
    /// What is asked of many findings, by file.
    private var tops: [Int: TopOfFile] = [:], seen: [Int: Set<Int>] = [:]

    init(sources: SourceSet, first: Int, library: [Library.File], model: Model, packs: [String]) {
        (self.sources, self.first, self.library, self.model, self.packs) = (sources, first, library, model, packs)
        indices = Dictionary(sources.files.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The finding with what to bring in, and the pack where that is one.
    mutating func offered(_ finding: Diagnostic) -> (finding: Diagnostic, pack: String?) {
        let index = Int(finding.place.file.index) - first, isSource = sources.files.indices.contains(index)
        let tree = isSource ? sources.files[index].tree : library.first { $0.id == finding.place.file }?.tree
        guard let tree, let name = text(at: finding.place, tree) else { return (finding, nil) }
        if finding.code == "N010" { return (isSource ? imported(finding, name, index) : finding, nil) }
        return used(finding, name, isSource ? index : nil)
    }

    private func text(at place: Place, _ tree: FileTree) -> String? {
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
    /// - Parameter index: the file to mend, which is none where it is a pack's.
    private mutating func used(_ finding: Diagnostic, _ name: String, _ index: Int?) -> (finding: Diagnostic, pack: String?) {
        let isNorm = finding.code != "N504"
        guard let pack = Declared.pack(of: name, isNorm: isNorm), !packs.contains(pack) else { return (finding, nil) }
        var finding = finding
        finding.message = Message(
            sv: "`\(name)` står i lagpaketet `\(pack)`, som ingen fil i prövningen tar in.",
            en: "`\(name)` stands in the law pack `\(pack)`, which no file of this check uses.")
        finding.advice = Message(sv: "Lägg till `use \(pack)` överst i filen.", en: "Add `use \(pack)` at the top of the file.")
        finding.fixes = index.map { [top(of: $0).adding("use \(pack)", id: finding.place.file, title: Message(sv: "Lägg till “use \(pack)”", en: "Add “use \(pack)”"))] } ?? []
        return (finding, pack)
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
