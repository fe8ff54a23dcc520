// The pipeline in one function: files → trees → model → law → findings.
import Law
import Model
import Source
import Syntax

/// Checks a set of files as the law stands on a day. Pure: reads nothing but its arguments.
public func check(_ sources: SourceSet, asOf: Day) -> Snapshot {
    let (builtIn, packFindings) = BuiltInLaw.of(packsInUse(sources)).adding(sources.housePacks, besides: sources)
    let first = builtIn.files.count
    let contracts = sources.contractTables(first: first)
    var (files, modelFiles) = number(sources, contracts, after: builtIn)
    var library = builtIn.library
    addHouseRules(modelFiles, to: &library)

    let model = buildModel(modelFiles)
    let law = evaluate(library.packs, over: model, asOf: asOf)

    let form = packFindings + contracts.findings + configurationFindings(sources, &files, library, model) + syntaxFindings(sources, first: first) + importFindings(sources, first: first) + useFindings(sources, first: first) + referenceFindings(sources, first: first)
        + editionFindings(sources, first: first)
    // A rule that can't be settled waits for what is broken: that is told already, and stands in the way of a plan.
    let isBroken = (form + model.findings).contains { $0.severity == .error }
    let all = form + library.packs.flatMap(\.diagnostics) + model.findings.filter { !follows($0, from: form) }
        + law.findings.filter { !isBroken || $0.code != "N901" }
    let findings = contracts.locating(all)
    return Snapshot(
        files: files, sources: sources, firstSource: first, model: model, library: library, law: law,
        findings: ordered(sources.configuration?.raising(findings) ?? findings, files), asOf: asOf)
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
    for file in sources.housePacks.flatMap(\.files) { for (name, _, _) in uses(in: file.tree) { names.insert(name) } }
    for pack in sources.configuration?.packs ?? [] { names.insert(pack.value) }
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

private func number(_ sources: SourceSet, _ contracts: ContractTables, after builtIn: BuiltInLaw) -> (Files, [ModelFile]) {
    var files = builtIn.files
    var modelFiles = builtIn.library.files.map { ModelFile(id: $0.id, tree: $0.tree, origin: $0.origin, sees: []) }
    var packFiles = Set(modelFiles.filter { $0.origin != .prelude }.map(\.id))
    let first = files.count, housed = Set(sources.housePacks.flatMap(\.files).map(\.path))
    // A pack's own file that is checked is seen by the others as it is when it is a file of the pack.
    for (index, file) in sources.files.enumerated() where housed.contains(file.path) { packFiles.insert(FileID(index: Int32(first + index))) }
    for (index, file) in sources.files.enumerated() {
        let id = files.add(file.tree.text, memberStarts: file.tree.memberStarts)
        let seen = Set(sources.seen(from: index).map { FileID(index: Int32(first + $0)) })
        modelFiles.append(ModelFile(id: id, tree: file.tree.replacing(contracts.trees[index] ?? [:]), origin: .specification, sees: seen.union(packFiles)))
    }
    for text in contracts.texts { files.add(text, memberStarts: [0]) }
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

/// The problems of lagrum.yaml, which comes after all other files.
private func configurationFindings(_ sources: SourceSet, _ files: inout Files, _ library: Library, _ model: Model) -> [Diagnostic] {
    guard let configuration = sources.configuration else { return [] }
    let file = files.add(configuration.text, memberStarts: [0])
    return (configuration.problems + configuration.problems(library, model)).map { $0.finding(in: file) }
}
