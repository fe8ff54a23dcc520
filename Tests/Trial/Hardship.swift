// What is done with one of the shapes: everything that a user's command would do with such files.
import Checker
import Source
import Syntax

/// Reads, formats, checks and reports in every form. Returns how many findings there were.
public func endure(_ files: [String: [UInt8]], entry: String, day: Day) throws -> Int {
    if entry.hasSuffix(".yaml") {
        let text = Text(path: entry, bytes: files[entry] ?? [])
        let configuration = readConfiguration(text)
        return configuration.problems.count
    }
    _ = format(parse(Text(path: entry, bytes: files[entry] ?? [])))
    var sources = SourceSet()
    try sources.add(entry) { path throws(ReadProblem) in
        guard let bytes = files[path] else { throw .missing }
        return bytes
    }
    let snapshot = check(sources, asOf: day, jobs: 1)
    let report = Report(snapshot, language: .en, toolVersion: "0")
    let renderer = TextRenderer(language: .sv, colour: .off, width: 100)
    for finding in snapshot.findings { _ = renderer.render(finding, in: snapshot.files) }
    _ = try (FindingsDocument(report).bytes(), sarif(report), gitHubAnnotations(report), junit(report))
    return snapshot.findings.count
}
