// Declarations that nothing names, told only where all that could name them is in the check, and declarations that a namesake hides.
import Model
import Source
import Syntax

/// What is told of declarations as a whole, once each of them reads well: what is misspelt would look unused besides.
func declarationFindings(_ sources: SourceSet, first: Int, _ model: Model, jobs: Int) -> [Diagnostic] {
    hiddenFindings(model) + unusedFindings(sources, first: first, model, jobs: jobs) + unusedLaw(sources, first: first)
}

private func hiddenFindings(_ model: Model) -> [Diagnostic] {
    model.hidden.map { hidden, other in
        let name = model.name(of: hidden), kind = Kinds.named(model.kind(of: other))
        var finding = Diagnostic(
            code: "N049", slug: "hidden-declaration", severity: .warning, place: model.place(of: hidden), title: Message(sv: "Skyms av en namne", en: "Hidden by a namesake"),
            message: Message(
                sv: "`\(name)` är också namnet på en \(kind?.swedish ?? model.kind(of: other)), och det är den som menas överallt där namnet står.",
                en: "`\(name)` also names \(article(model.kind(of: other))) `\(model.kind(of: other))`, which is the one meant wherever the name stands."),
            advice: Message(sv: "Byt namn på en av dem, eller ta bort den som är för mycket.", en: "Rename one of them, or remove the one that is too many."))
        finding.notes = [Note(text: Message(sv: "den som menas står här", en: "the one that is meant stands here"), place: model.place(of: other))]
        return finding
    }
}

private func article(_ word: String) -> String { "aeiou".contains(word.prefix(1)) ? "an" : "a" }

// MARK: What nothing names

/// Whether all that could name a file's declarations is in the check.
///
/// A file that describes processing of its own stands for itself. One without is there for others: it is looked at only where a folder was
/// asked for as a whole and some file of it imports the file. A file that nobody here imports is for files that are elsewhere.
private struct Reach {
    private let isWhole: [Bool]

    init(_ sources: SourceSet) {
        var isImported = [Bool](repeating: false, count: sources.files.count)
        for file in sources.files { for other in file.imports { isImported[other] = true } }
        isWhole = sources.files.indices.map { index in
            let file = sources.files[index]
            guard file.asked else { return false }
            if file.tree.declares("activity") { return true }
            return isImported[index] && sources.folders.contains { $0 == "." || $0 == "/" || file.path.hasPrefix($0 + "/") }
        }
    }

    func holds(_ index: Int) -> Bool { isWhole.indices.contains(index) && isWhole[index] }
}

private func unusedFindings(_ sources: SourceSet, first: Int, _ model: Model, jobs: Int) -> [Diagnostic] {
    let isTold = Dictionary(uniqueKeysWithValues: Kinds.all.map { ($0.name, severity(of: $0.name) != nil) })
    let unnamed = model.unnamed(jobs: jobs).filter { isTold[model.kind(of: $0)] ?? false }
    guard !unnamed.isEmpty else { return [] }
    let reach = Reach(sources)
    let told = unnamed.filter { reach.holds(Int(model.place(of: $0).file.index) - first) }
    guard !told.isEmpty else { return [] }
    // Rules, tests and the configuration name things too; how they do it is theirs, so a word of theirs is enough.
    var words = Words(told.map { model.name(of: $0) })
    for file in sources.files.map(\.tree) + sources.housePacks.flatMap(\.files).map(\.tree) {
        for top in file.members where !words.isFound && namingWords.contains(top.word) { words.look(in: top.tree.bytes.all) }
    }
    if let configuration = sources.configuration { words.look(in: configuration.text.bytes[...]) }
    return told.compactMap { id in
        let kind = model.kind(of: id), name = model.name(of: id)
        guard let severity = severity(of: kind), words.lacks(name) else { return nil }
        return unused(name, kind, severity, at: model.place(of: id))
    }
}

/// What these hold names declarations without the model's noting it.
private let namingWords = Set(["test", "rule", "define", "decision", "pack"].compactMap { Word($0) })

/// nil for what is there for its own sake, or attaches itself to what it is about: activities, controllers, requests, assessments, norms.
/// What a register lists by itself is told more quietly than what has no meaning but where it is named.
private func severity(of kind: String) -> Severity? {
    switch kind {
    case "dataset", "system", "processor", "recipient", "service": .info
    case "notice", "approval": .warning
    default: Kinds.named(kind)?.isConcept == true ? .warning : nil
    }
}

/// `define`s and `decision`s of the files asked for that no rule, test, definition or decision names. A pack of definitions alone is for others.
private func unusedLaw(_ sources: SourceSet, first: Int) -> [Diagnostic] {
    let reach = sources.files.indices.map { sources.files[$0].asked && sources.files[$0].tree.declares("rule") }
    var declared: [(name: String, kind: String, place: Place)] = []
    for (index, file) in sources.files.enumerated() where reach[index] {
        for word in lawNames {
            for (member, root) in file.tree.roots(word) {
                guard let name = root.path.first else { continue }
                declared.append((name.text, word.text, Place(file: FileID(index: Int32(first + index)), member: Int32(member), span: name.span)))
            }
        }
    }
    guard !declared.isEmpty else { return [] }
    var words = Words(declared.map(\.name))
    let trees = sources.files.map(\.tree) + sources.housePacks.flatMap(\.files).map(\.tree)
    for top in trees.flatMap(\.members) where namingWords.contains(top.word) {
        // Its own name at its head is no use of it.
        let own = top.tree.root?.path.first.map { Int($0.span.end) } ?? 0
        words.look(in: top.tree.bytes.all.dropFirst(own))
    }
    return declared.compactMap { words.lacks($0.name) ? unused($0.name, $0.kind, .warning, at: $0.place) : nil }
}

private func unused(_ name: String, _ kind: String, _ severity: Severity, at place: Place) -> Diagnostic {
    Diagnostic(
        code: "N048", slug: "unused-declaration", severity: severity, place: place, title: Message(sv: "Används inte", en: "Not used"),
        message: Message(sv: "Ingenting nämner `\(name)` (\(Kinds.named(kind)?.swedish ?? kind)).", en: "Nothing names `\(name)` (\(kind))."),
        advice: Message(sv: "Nämn `\(name)` där det ska gälla, eller ta bort deklarationen.", en: "Name `\(name)` where it should count, or remove the declaration."))
}

/// What rules and tests call by name.
let lawNames = ["define", "decision"].compactMap { Word($0) }

/// Which of some names stand as words in texts.
private struct Words {
    private var sought: Set<ArraySlice<UInt8>>

    init(_ names: [String]) { sought = Set(names.map { Array($0.utf8)[...] }) }

    var isFound: Bool { sought.isEmpty }
    func lacks(_ name: String) -> Bool { sought.contains(Array(name.utf8)[...]) }

    mutating func look(in bytes: ArraySlice<UInt8>) {
        var start = bytes.startIndex
        for index in bytes.startIndex...bytes.endIndex {
            let isWord = index < bytes.endIndex && (bytes[index] >= 0x80 || bytes[index] == UInt8(ascii: "_") || (bytes[index] | 0x20) >= UInt8(ascii: "a") && (bytes[index] | 0x20) <= UInt8(ascii: "z")
                || bytes[index] >= UInt8(ascii: "0") && bytes[index] <= UInt8(ascii: "9"))
            if isWord { continue }
            if index > start { sought.remove(bytes[start..<index]) }
            start = index + 1
        }
    }
}

extension FileTree {
    fileprivate func declares(_ word: String) -> Bool { Word(word).map(begins) ?? false }
}
