// `change X { … }`: as before, but — an edit of the text, so that a test sees what an author would see.
import Source
import Syntax

/// What a test can't do, at the place where it says so.
struct TestProblem: Error {
    var span: Span
    var message: Message
}

/// Edits of one file's bytes, applied from the last to the first.
struct TextEdits {
    private var edits: [(range: Range<Int>, text: [UInt8], written: Int?)] = []

    /// - Parameter written: where the test writes the text, behind the line end that comes before it here.
    mutating func replace(_ range: Range<Int>, with text: [UInt8], written: Int? = nil) { edits.append((range, text, written)) }

    private var ordered: [(range: Range<Int>, text: [UInt8], written: Int?)] {
        edits.enumerated().sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }.map(\.element)
    }

    func applied(to bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for edit in ordered.reversed() { result.replaceSubrange(edit.range, with: edit.text) }
        return result
    }

    /// What the test wrote, where it stands in the changed text.
    var pieces: [ChangedText.Piece] {
        var pieces: [ChangedText.Piece] = [], shift = 0
        for edit in ordered {
            let start = edit.range.lowerBound + shift
            shift += edit.text.count - edit.range.count
            guard let written = edit.written else { continue }
            let blank = edit.text.first == UInt8(ascii: "\n") ? 1 : 0
            pieces.append(.init(range: start + blank..<start + edit.text.count, written: written))
        }
        return pieces
    }
}

/// The files of a test with its changes made, and which of their bytes the test itself wrote.
struct ChangedText {
    struct Piece {
        var range: Range<Int>
        /// Where it begins in the test's own file.
        var written: Int
    }
    var sources: SourceSet
    fileprivate(set) var pieces: [Int: [Piece]] = [:]

    /// Where the test wrote what stands at a place of a changed file: its bytes in the test's own file.
    func written(_ range: Range<Int>, file: Int) -> Range<Int>? {
        guard let piece = pieces[file]?.first(where: { $0.range.lowerBound <= range.lowerBound && range.lowerBound < $0.range.upperBound }) else { return nil }
        let start = piece.written + range.lowerBound - piece.range.lowerBound
        return start..<start + min(range.upperBound, piece.range.upperBound) - range.lowerBound
    }
}

/// A test block, by its file's path and its member in it.
struct TestKey: Hashable {
    var path: String
    var member: Int
}

/// The files of a test, with its changes made in the text.
/// - Parameter ill: tests that something is wrong with. They are left out of the text: what is wrong with one is no other's.
func changed(_ sources: SourceSet, by test: TestBlock, without ill: Set<TestKey> = []) throws(TestProblem) -> ChangedText {
    var edits: [Int: TextEdits] = [:]
    for change in test.changes {
        guard let (file, top, target) = target(of: change, in: sources) else {
            let name = change.path.map(\.text).joined(separator: ".")
            throw TestProblem(span: change.span, message: Message(sv: "Det finns inget `\(name)` att ändra.", en: "There is no `\(name)` to change."))
        }
        try edit(target, of: top, by: change, test, sources, &edits[file, default: TextEdits()])
    }
    let tree = sources.files[test.file].tree, end = tree.text.bytes.count
    for part in test.givens.flatMap(\.members) {
        edits[test.file, default: TextEdits()].replace(
            end..<end, with: [UInt8(ascii: "\n")] + source(of: part, in: tree, member: test.member) + [UInt8(ascii: "\n")], written: start(of: part, in: tree, member: test.member))
    }
    for (file, part) in sources.files.enumerated() where !ill.isEmpty {
        for (member, _) in part.tree.roots(.test) where ill.contains(TestKey(path: part.path, member: member)) {
            let range = part.tree.range(ofMember: member)
            // Its lines stay, so that what comes after it keeps its own.
            edits[file, default: TextEdits()].replace(range, with: part.tree.text.bytes[range].map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") })
        }
    }
    var trees: [Int: FileTree] = [:], changed = ChangedText(sources: sources)
    for (file, edits) in edits {
        let text = sources.files[file].tree.text
        trees[file] = parse(Text(path: text.path, bytes: edits.applied(to: text.bytes)))
        changed.pieces[file] = edits.pieces
    }
    changed.sources = sources.replacing(trees)
    return changed
}

extension FileTree {
    /// A top-level member's bytes, with the blanks and comments before it.
    fileprivate func range(ofMember index: Int) -> Range<Int> {
        members[index].start..<(index + 1 < members.count ? members[index + 1].start : text.bytes.count)
    }
}

/// The declaration that a change names, or what stands in it: a table, the pipeline, a step by its result.
private func target(of change: Member, in sources: SourceSet) -> (file: Int, top: TopMember, member: Member)? {
    let names = change.path.map(\.text)
    for (index, file) in sources.files.enumerated() {
        for top in file.tree.members {
            guard let root = top.tree.root, root.form == .declaration, !root.path.isEmpty else { continue }
            let own = root.path.map(\.text)
            guard root.word?.text != "test", names.starts(with: own) else { continue }
            if let member = descend(root, Array(names.dropFirst(own.count))) { return (index, top, member) }
        }
    }
    return nil
}

private func descend(_ member: Member, _ names: [String]) -> Member? {
    guard let name = names.first else { return member }
    for part in member.members {
        let isNamed = part.path.first?.text == name || part.results.first?.text == name || (part.form == .step && part.word?.text == name)
        if isNamed || (part.form == .declaration && part.path.isEmpty && part.word?.text == name) { return descend(part, Array(names.dropFirst())) }
        // A step is named without its pipeline.
        if part.word?.text == "pipeline", let found = descend(part, names) { return found }
    }
    return nil
}

private func edit(_ target: Member, of top: TopMember, by change: Member, _ test: TestBlock, _ sources: SourceSet, _ edits: inout TextEdits) throws(TestProblem) {
    let tree = sources.files[test.file].tree
    func range(_ member: Member) -> Range<Int> { top.start + Int(member.span.start)..<top.start + Int(member.span.end) }
    guard let block = target.blockSpan else {
        throw TestProblem(span: change.span, message: Message(sv: "Det som ändras har inget block.", en: "What is changed has no block."))
    }
    let end = top.start + Int(block.end) - 1
    var done: Set<String> = []
    for part in change.members {
        let name = identity(of: part)
        let same = target.members.filter { identity(of: $0) == name }
        if part.form == .directive, part.word?.text == "without" {
            let words = name.dropFirst("without ".count)
            let gone = target.members.filter { removal($0, is: String(words)) }
            if gone.isEmpty {
                throw TestProblem(span: part.span, message: Message(sv: "Det finns inget `\(words)` att ta bort.", en: "There is no `\(words)` to remove."))
            }
            for member in gone { edits.replace(range(member), with: []) }
            continue
        }
        let text = source(of: part, in: tree, member: test.member), written = start(of: part, in: tree, member: test.member)
        // The first of several lines with one key takes the place of all; the others follow it.
        if done.insert(name).inserted, let first = same.first {
            edits.replace(range(first), with: text, written: written)
            for member in same.dropFirst() { edits.replace(range(member), with: []) }
        } else {
            edits.replace(end..<end, with: [UInt8(ascii: "\n")] + text + [UInt8(ascii: "\n")], written: written)
        }
    }
}

/// What makes two members the same line of a block: key, result, or word and name.
private func identity(of member: Member) -> String {
    switch member.form {
    case .property: "property " + (member.key?.text ?? "")
    case .declaration: "declaration \(member.word?.text ?? "") \(member.path.map(\.text).joined(separator: "."))"
    case .step: "step " + (member.results.first?.text ?? member.word?.text ?? "")
    case .directive: (member.word?.text ?? "") + " " + (member.key?.text ?? member.values.map(\.source).joined(separator: " "))
    case .row: "row"
    }
}

private func removal(_ member: Member, is words: String) -> Bool {
    switch member.form {
    case .property: member.key?.text == words
    case .declaration: member.word?.text == words || member.path.map(\.text).joined(separator: ".") == words
    case .step: member.results.contains { $0.text == words } || (member.results.isEmpty && member.word?.text == words)
    case .directive, .row: false
    }
}

private func start(of member: Member, in tree: FileTree, member index: Int) -> Int { tree.members[index].start + Int(member.span.start) }

private func source(of member: Member, in tree: FileTree, member index: Int) -> [UInt8] {
    let start = start(of: member, in: tree, member: index)
    return Array(tree.text.bytes[start..<start + member.span.range.count])
}
