// The pipeline in one function: files → trees → model → law → findings.
import Law
import Model
import Source
import Syntax

/// Checks a set of files as the law stands on a day. Pure: reads nothing but its arguments.
/// - Parameter previous: a check of earlier texts of the same files. What has not changed since is taken over from it; the findings
///   are the same as without it.
/// - Parameter jobs: at most so many threads, nil for as many as are worth it; the findings are the same for any number.
/// - Parameter clock: nanoseconds; with one, the law tells what each rule cost.
public func check(_ sources: SourceSet, asOf: Day, after previous: Snapshot? = nil, jobs: Int? = nil, clock: (@Sendable () -> UInt64)? = nil) -> Snapshot {
    // Some hundred lines are checked sooner than a thread is made.
    let jobs = jobs ?? (sources.files.reduce(0) { $0 + $1.tree.text.bytes.count } < 100_000 ? 1 : coreCount)
    let packs = packsInUse(sources)
    let (builtIn, packFindings) = (previous.flatMap { $0.basis.serves(packs) ? $0.basis.builtIn : nil } ?? BuiltInLaw.of(packs)).adding(sources.housePacks, besides: sources)
    let first = builtIn.files.count
    let contracts = sources.contractTables(first: first)
    var (files, modelFiles) = number(sources, contracts, after: builtIn)
    let basis = LawBasis(packs, builtIn, sources, modelFiles, after: previous?.basis)
    let library = basis.library

    let model = buildModel(modelFiles, after: previous?.model, jobs: jobs)
    let law = evaluate(
        library.packs, over: model, asOf: asOf, after: model.change == nil ? nil : previous?.law.memory,
        changed: model.change.map { LawChange(declarations: $0.declarations, kinds: $0.kinds) }, jobs: jobs, clock: clock)

    let mistakes = library.packs.flatMap(\.diagnostics)
    let written = packFindings + contracts.findings + configurationFindings(sources, &files, library, model) + formFindings(sources, first: first, packs, jobs: jobs)
    let (form, laws) = rowsToldOnce(written, mistakes, files)
    let names = model.findings + conclusionFindings(model, library.packs)
    // A rule that can't be settled waits for what is broken, in what is asked or in the pack that asks: that is told already, and stands in
    // the way of a plan. What is broken may be what a permission is about.
    let isBroken = (form + names + laws).contains { $0.severity == .error }
    let causes = Causes(form, names, sources, first: first)
    let all = causes.form + (laws + names).filter { !causes.explain($0) }
        + causes.lawful(law, model).filter { !isBroken || !["N064", "N901", "N903"].contains($0.code) }
    let findings = contracts.locating(offering(all, sources, first: first, model, library.files, packs) + (!isBroken ? declarationFindings(sources, first: first, model, jobs: jobs) : [])
        + testFindings(sources, first: first, library, model).filter { !causes.explain($0) })
    return Snapshot(
        files: files, sources: sources, firstSource: first, model: model, basis: basis, law: law,
        findings: withoutRepeats(ordered(sources.configuration?.raising(findings) ?? findings, files)), asOf: asOf)
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
    tree.roots(.use, .directive).flatMap { index, root -> [(String, Int, Span)] in
        root.values.compactMap { value in
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
        var seen = packFiles
        for other in sources.seen(from: index) { seen.insert(FileID(index: Int32(first + other))) }
        modelFiles.append(ModelFile(id: id, tree: file.tree.replacing(contracts.trees[index] ?? [:]), origin: .specification, sees: seen))
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
    return (configuration.problems + configuration.problems(library, model, isWhole: sources.isWhole(configuration), labels: !sources.contracts.isEmpty)).map { $0.finding(in: file) }
}
