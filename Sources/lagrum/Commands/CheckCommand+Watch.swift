// `lagrum check --watch`: checks again when a file changes, and tells what is new and what is gone.
import Checker
import Glibc
import Source

extension CheckCommand {
    /// Ends when it is interrupted, or when nobody reads any more.
    func watching() throws {
        var shown: [String: Report.Item] = [:], first = true, seen: [Seen] = [], previous: Snapshot?
        while Terminal.hasReader(.output) {
            let round = Result { try reported(after: previous) }
            switch round {
            case .success(let (report, _)):
                seen = Seen.all(paths, report)
                tell(report, shown, first)
                previous = report.snapshot
                shown = Dictionary(report.fresh.map { ($0.fingerprint, $0) }, uniquingKeysWith: { one, _ in one })
            case .failure(let error):
                // What is missing now may come: a file that is being written anew, a configuration in the making.
                if first { throw error }
            }
            first = false
            // A large workspace is looked at less often: looking costs at most a tenth of the time.
            var pause = 200
            while Terminal.hasReader(.output) {
                usleep(UInt32(pause) * 1000)
                let looked = ContinuousClock.now
                let now = Seen.all(paths, nil, seen)
                if now != seen {
                    // Where nothing can be read any more, that is told once.
                    seen = now
                    break
                }
                pause = max(200, Int(looked.duration(to: .now) / .milliseconds(1)) * 10)
            }
        }
    }

    private func tell(_ report: Report, _ before: [String: Report.Item], _ first: Bool) {
        let language = report.language
        let renderer = TextRenderer(language: language, colour: color.on(.output), width: Terminal.width(.output))
        let told = quiet ? report.failing : report.fresh
        if first || Terminal.isTerminal(.output) {
            // On a terminal the page is written anew; elsewhere only what changed.
            if !first { Terminal.write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
            for item in told { Terminal.write(renderer.render(item.finding, in: report.snapshot.files) + "\n") }
        } else {
            for item in told where before[item.fingerprint] == nil { Terminal.write(renderer.render(item.finding, in: report.snapshot.files) + "\n") }
            let now = Set(report.fresh.map(\.fingerprint))
            for item in before.values.filter({ !now.contains($0.fingerprint) }).sorted(by: { ($0.finding.code, $0.fingerprint) < ($1.finding.code, $1.fingerprint) }) {
                let place = item.declaration.map { " (\($0))" } ?? ""
                Terminal.write("\(language == .sv ? "borta" : "gone"): \(item.finding.code) \(item.finding.title[language])\(place)\n")
            }
        }
        let count = report.snapshot.sources.files.count
        if quiet { return }
        Terminal.write(report.summary + (language == .sv ? " Bevakar \(count) \(count == 1 ? "fil" : "filer").\n" : " Watching \(count) file\(count == 1 ? "" : "s").\n"))
    }
}

/// What a change shows in: a file's time, size and number on its disk.
private struct Seen: Equatable {
    var path: String
    var seconds = 0, nanoseconds = 0, size = 0
    var file: UInt = 0

    init(_ path: String) {
        self.path = path
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        (seconds, nanoseconds, size, file) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_size), UInt(status.st_ino))
    }

    /// The files of a report, or those of the round before, with what folders hold now.
    static func all(_ paths: [String], _ report: Report?, _ before: [Seen] = []) -> [Seen] {
        var names = Set(report?.snapshot.sources.files.map(\.path) ?? before.map(\.path))
        if let report { names.formUnion(Project.watched(report.snapshot.sources)) }
        for path in paths.isEmpty ? ["."] : paths {
            names.insert(path)
            if Reading.isFolder(path) { names.formUnion(Reading.specifications(below: path).files.map(Paths.normal)) }
        }
        return names.sorted().map { Seen($0) }
    }
}

extension Project {
    /// Files beside the specifications that a check depends on.
    static func watched(_ sources: SourceSet) -> [String] {
        var names = ["lagrum.yaml"]
        if let configuration = sources.configuration {
            names.append(configuration.text.path)
            names += configuration.packs.map { configuration.resolve($0.value) }
        }
        return names
    }
}
