// The pipeline in one function: files → trees → model → law → findings.
import Law
import Model
import Source
import Syntax

/// Checks a set of files as the law stands on a day. Pure: reads nothing but its arguments.
public func check(_ sources: SourceSet, asOf: Day) -> Snapshot {
    let builtIn = BuiltInLaw.of(packsInUse(sources))
    let first = builtIn.files.count
    let (files, modelFiles) = number(sources, after: builtIn)
    var library = builtIn.library
    addHouseRules(modelFiles, to: &library)

    let model = buildModel(modelFiles)
    let law = evaluate(library.packs, over: model, asOf: asOf)

    let form = syntaxFindings(sources, first: first) + importFindings(sources, first: first) + useFindings(sources, first: first)
        + editionFindings(sources, first: first)
    // A rule that can't be settled waits for what is broken: that is told already, and stands in the way of a plan.
    let isBroken = (form + model.findings).contains { $0.severity == .error }
    let findings = form + library.packs.flatMap(\.diagnostics) + model.findings.filter { !follows($0, from: form) }
        + law.findings.filter { !isBroken || $0.code != "N901" }
    return Snapshot(
        files: files, sources: sources, firstSource: first, model: model, library: library, law: law,
        findings: ordered(findings, files), asOf: asOf)
}

/// One mistake, one finding: what can't be read as a value is no value of the wrong kind too.
private func follows(_ finding: Diagnostic, from form: [Diagnostic]) -> Bool {
    form.contains { error in
        let (inner, outer) = (finding.place, error.place)
        guard inner.file == outer.file, inner.member == outer.member else { return false }
        let within = inner.span.start >= outer.span.start && inner.span.end <= outer.span.end
        let around = inner.span.start <= outer.span.start && outer.span.end <= inner.span.end
        return within || around && ["N004", "N012", "N015"].contains(finding.code)
    }
}

/// The packs that any file turns on, in a fixed order.
func packsInUse(_ sources: SourceSet) -> [String] {
    var names: Set<String> = []
    for file in sources.files { for (name, _, _) in uses(in: file.tree) { names.insert(name) } }
    return BuiltIn.names.filter(names.contains)
}

/// The names after `use`, with where they stand.
func uses(in tree: FileTree) -> [(name: String, member: Int, span: Span)] {
    tree.members.enumerated().flatMap { index, top -> [(String, Int, Span)] in
        guard let root = top.tree.root, root.form == .directive, root.word?.text == "use" else { return [] }
        return root.values.compactMap { value in
            guard case .path(let names) = value.form else { return nil }
            return (names.map(\.text).joined(separator: "."), index, value.span)
        }
    }
}

private func number(_ sources: SourceSet, after builtIn: BuiltInLaw) -> (Files, [ModelFile]) {
    var files = builtIn.files
    var modelFiles = builtIn.library.files.map { ModelFile(id: $0.id, tree: $0.tree, origin: $0.origin, sees: []) }
    let packFiles = Set(modelFiles.filter { $0.origin != .prelude }.map(\.id)), first = files.count
    for (index, file) in sources.files.enumerated() {
        let id = files.add(file.tree.text, memberStarts: file.tree.memberStarts)
        let seen = Set(sources.seen(from: index).map { FileID(index: Int32(first + $0)) })
        modelFiles.append(ModelFile(id: id, tree: file.tree, origin: .specification, sees: seen.union(packFiles)))
    }
    return (files, modelFiles)
}

/// One fixed order: by file, place, code.
private func ordered(_ findings: [Diagnostic], _ files: Files) -> [Diagnostic] {
    let keyed = findings.map { finding in (finding, files.range(of: finding.place) ?? 0..<0) }
    return keyed.sorted { a, b in
        if a.0.place.file != b.0.place.file { return a.0.place.file < b.0.place.file }
        if a.1 != b.1 { return (a.1.lowerBound, a.1.upperBound) < (b.1.lowerBound, b.1.upperBound) }
        return (a.0.code, a.0.message.en) < (b.0.code, b.0.message.en)
    }.map(\.0)
}
