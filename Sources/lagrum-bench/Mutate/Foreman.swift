// Shares the inputs out over processes, sees which of them fall or hang, and shrinks what made them.
import Glibc
import Trial

/// - Note: a worker that dies costs its one input: the next begins behind it.
struct Foreman {
    private let command: MutateCommand
    private let corpus: Corpus
    private var next: UInt64
    private let end: UInt64
    private var workers: [Worker] = []
    private var failures: [Failure] = []
    private var total = Totals()
    private var spawned = 0

    private struct Worker {
        var process: Process
        var board: Board
        var boardPath: String
        var range: Range<UInt64>
    }
    private struct Failure {
        var number: UInt64
        var what: String
        /// Digits taken out: failures of one kind are shrunk once.
        var kind: String { what.filter { !$0.isNumber } }
    }
    private struct Totals {
        var done: UInt64 = 0, cpu: UInt64 = 0, bytes: UInt64 = 0
        var longest: (time: UInt64, number: UInt64) = (0, 0)
        var growth: (kilobytes: UInt64, number: UInt64) = (0, 0)
        var peak: UInt64 = 0
    }

    private static let share: UInt64 = 5000
    /// Wall seconds for each CPU second that an input may take: the machine may be shared.
    private static let patience = 30.0

    init(command: MutateCommand, corpus: Corpus) {
        self.command = command
        self.corpus = corpus
        next = command.seed
        end = command.seed + UInt64(command.count)
    }

    /// True when anything failed.
    mutating func run() throws -> Bool {
        mkdir(command.out, 0o755)
        let start = wallNanoseconds()
        var told = start
        while next < end || !workers.isEmpty {
            while workers.count < command.jobs, next < end {
                let last = min(end, next + Foreman.share)
                try hire(next..<last)
                next = last
            }
            usleep(20_000)
            for index in workers.indices.reversed() { try look(after: index) }
            if wallNanoseconds() - told > 60_000_000_000 {
                told = wallNanoseconds()
                tell("\(total.done) of \(command.count) done, \(failures.count) failures")
            }
        }
        report(seconds: Double(wallNanoseconds() - start) * 1e-9)
        try shrinkFailures()
        return !failures.isEmpty
    }

    private mutating func hire(_ range: Range<UInt64>) throws {
        spawned += 1
        let path = "\(command.out)/board.\(getpid()).\(spawned)"
        guard let board = Board(path) else { throw Problem.noBoard(path) }
        board[.current] = range.lowerBound
        board[.started] = wallNanoseconds()
        let process = try Process(
            ["mutate", "--board", path, "--seed", "\(range.lowerBound)", "--count", "\(range.count)", "--root", command.root, "--seconds", "\(command.seconds)",
                "--megabytes", "\(command.megabytes)"], output: path + ".txt")
        workers.append(Worker(process: process, board: board, boardPath: path, range: range))
    }

    enum Problem: Error { case noBoard(String), notStarted(Int32) }

    private mutating func look(after index: Int) throws {
        let worker = workers[index]
        // Read before the clock: a worker that begins its next input in between is not late by an age.
        let started = worker.board[.started], now = wallNanoseconds()
        let isLate = now > started && Double(now - started) > command.seconds * Foreman.patience * 1e9
        if isLate { worker.process.kill() }
        guard let ending = worker.process.ending(waits: isLate) else { return }
        workers.remove(at: index)
        let number = worker.board[.current]
        for line in String(decoding: try readBytes(worker.boardPath + ".txt"), as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            if parts.count == 2, let number = UInt64(parts[0]) { failures.append(Failure(number: number, what: String(parts[1]))) }
        }
        total.done += worker.board[.done]
        total.cpu += worker.board[.total]
        total.bytes += worker.board[.bytes]
        if worker.board[.longest] > total.longest.time { total.longest = (worker.board[.longest], worker.board[.longestNumber]) }
        if worker.board[.growth] > total.growth.kilobytes { total.growth = (worker.board[.growth], worker.board[.growthNumber]) }
        total.peak = max(total.peak, worker.board[.peak])
        unlink(worker.boardPath)
        unlink(worker.boardPath + ".txt")
        guard ending != .exited(0) else { return }
        failures.append(Failure(number: number, what: isLate ? "hang: more than \(Int(command.seconds * Foreman.patience)) s" : "crash: \(ending)"))
        tell("\(number) \(failures.last?.what ?? "")")
        if number + 1 < worker.range.upperBound { try hire(number + 1..<worker.range.upperBound) }
    }

    private func report(seconds: Double) {
        let mean = Double(total.cpu) / Double(max(1, total.done))
        func count(_ prefix: String) -> Int { failures.count { $0.what.hasPrefix(prefix) } }
        let rows = [
            ("inputs", "\(total.done), \(total.bytes >> 20) MB, numbers \(command.seed) to \(end - 1)"),
            ("crashes", "\(count("crash"))"),
            ("hangs", "\(count("hang"))"),
            ("slow or large", "\(count("slow") + count("memory"))"),
            ("bytes lost in parsing", "\(count("parse"))"),
            ("formats that are not settled", "\(count("format: not settled"))"),
            ("formats that change the meaning", "\(count("format") - count("format: not settled"))"),
            ("findings that can't be shown", "\(count("check") - count("check: another result"))"),
            ("edits unlike a check from scratch", "\(count("check: another result"))"),
            ("longest time", "\(rounded(Double(total.longest.time) * 1e-6)) ms CPU (number \(total.longest.number))"),
            ("highest memory", "\(total.peak >> 10) MB in a process; most added by one input \(total.growth.kilobytes >> 10) MB (number \(total.growth.number))"),
            ("mean time", "\(rounded(mean * 1e-6, 3)) ms CPU an input"),
            ("whole time", "\(rounded(seconds)) s wall, \(rounded(Double(total.cpu) * 1e-9)) s CPU"),
        ]
        let width = rows.map(\.0.count).max() ?? 0
        for (name, value) in rows { print(name + String(repeating: " ", count: width - name.count + 2) + value) }
    }

    private func shrinkFailures() throws {
        let mutator = Mutator(corpus: corpus.samples)
        var seen: Set<String> = []
        for failure in failures where seen.insert(failure.kind).inserted {
            guard seen.count <= 12 else { return tell("… and more kinds of failures") }
            let input = mutator.input(seed: failure.number), path = "\(command.out)/\(failure.number).lagrum"
            let smallest = shrink(input, attempts: 600) { candidate in (try? what(candidate, path).map { Failure(number: 0, what: $0).kind }) == failure.kind }
            try save(smallest, path)
            print("\(failure.number) \(failure.what)\n  \(smallest.count) of \(input.count) bytes: \(path)")
        }
    }

    /// What an input does in a process of its own: nil when all is well.
    private func what(_ input: [UInt8], _ path: String) throws -> String? {
        try save(input, path)
        let process = try Process(["mutate", "--file", path, "--root", command.root], output: path + ".txt")
        defer { unlink(path + ".txt") }
        let start = wallNanoseconds()
        while true {
            if let ending = process.ending(waits: false) {
                switch ending {
                case .exited(0): return nil
                case .exited(1): return String(decoding: try readBytes(path + ".txt"), as: UTF8.self).split(separator: "\n").first.map(String.init)
                default: return "crash: \(ending)"
                }
            }
            if Double(wallNanoseconds() - start) > command.seconds * Foreman.patience * 1e9 {
                process.kill()
                _ = process.ending(waits: true)
                return "hang: more than \(Int(command.seconds * Foreman.patience)) s"
            }
            usleep(2000)
        }
    }

    private func save(_ bytes: [UInt8], _ path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Problem.notStarted(errno) }
        write(bytes, to: descriptor)
        close(descriptor)
    }

    private func tell(_ text: String) { write(Array((text + "\n").utf8), to: 2) }
}

private func rounded(_ value: Double, _ places: Int = 1) -> String {
    let scale = places == 3 ? 1000.0 : 10.0
    return "\((value * scale).rounded() / scale)"
}

/// This very program, started again. Its output goes to a file, so that a full pipe never stops it.
struct Process {
    enum Ending: Equatable { case exited(Int32), signal(Int32) }
    private let id: pid_t

    init(_ arguments: [String], output: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // The crash handler writes long reports, and can hang on a stack that overflowed.
        setenv("SWIFT_BACKTRACE", "enable=no", 1)
        var words: [UnsafeMutablePointer<CChar>?] = (["lagrum-bench"] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { Glibc.free(word) } }
        var id: pid_t = 0
        let code = posix_spawn(&id, "/proc/self/exe", &actions, nil, &words, environ)
        guard code == 0 else { throw Foreman.Problem.notStarted(code) }
        self.id = id
    }

    func kill() { Glibc.kill(id, SIGKILL) }

    /// nil while it runs.
    func ending(waits: Bool) -> Ending? {
        var status: Int32 = 0
        guard waitpid(id, &status, waits ? 0 : WNOHANG) == id else { return nil }
        return status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .signal(status & 0x7F)
    }
}
