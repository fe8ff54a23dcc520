// `lagrum-bench mutate`: as many mutated inputs as asked for through parse, format and check, in processes that may fall.
import ArgumentParser
import Glibc
import Trial

struct MutateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate", abstract: "Try mutated inputs on parse, format and check.",
        discussion: """
            Every input is told by its number: the same number gives the same input for good. A crash, an input that takes longer or more \
            memory than the limits, or something that does not hold is shrunk to the smallest input that still does so, and written to \
            --out. Exit code 1 when there was any.
            """)

    @Option(help: "How many inputs.") var count = 1_000_000
    @Option(help: "The number of the first input.") var seed: UInt64 = 0
    @Option(help: "How many processes at a time.") var jobs = 2
    @Option(help: "CPU seconds for one input.") var seconds = 2.0
    @Option(help: "Megabytes that one input may add to what a process takes.") var megabytes = 256
    @Option(help: "The project's folder, whose samples, rules, documents and tests are mutated.") var root = "."
    @Option(help: "Where failing inputs are written.") var out = ".build/mutate"
    @Option(help: "Try this one file instead, in this process.") var file: String?
    @Option(help: "Print the input of this number instead.") var show: UInt64?
    @Option(help: .hidden) var board: String?

    func validate() throws {
        guard count > 0, jobs > 0, seconds > 0, megabytes > 0 else { throw ValidationError("count, jobs, seconds and megabytes are above 0") }
    }

    func run() throws {
        if let board { return try work(board) }
        let corpus = Corpus(root: root)
        // Out of nothing come empty inputs, of which everything holds.
        if corpus.samples.count < 100 { throw ValidationError("below \(root) there are \(corpus.samples.count) texts to mutate: --root is the project's folder") }
        if let show { return write(Mutator(corpus: corpus.samples).input(seed: show), to: 1) }
        if let file {
            let complaints = Trial(others: corpus.files).complaints(try readBytes(file))
            for complaint in complaints { print(complaint) }
            if !complaints.isEmpty { throw ExitCode(1) }
            return
        }
        var foreman = Foreman(command: self, corpus: corpus)
        let failed = try foreman.run()
        if failed { throw ExitCode(1) }
    }

    /// One process's share: numbers from `seed`, told on the board before each is tried.
    private func work(_ path: String) throws {
        guard let board = Board(path) else { throw ValidationError("\(path) can't be shared") }
        let corpus = Corpus(root: root)
        let mutator = Mutator(corpus: corpus.samples), trial = Trial(others: corpus.files)
        _ = trial.complaints(mutator.input(seed: seed))  // what is read once a process is no input's cost
        board[.peak] = peakKilobytes()
        for number in seed..<seed + UInt64(count) {
            let input = mutator.input(seed: number)
            let start = cpuNanoseconds(), before = peakKilobytes()
            board[.started] = wallNanoseconds()
            board[.current] = number
            let complaints = trial.complaints(input)
            let took = cpuNanoseconds() - start, peak = peakKilobytes(), grown = peak - before
            board[.bytes] &+= UInt64(input.count)
            board[.total] &+= took
            if took > board[.longest] { (board[.longest], board[.longestNumber]) = (took, number) }
            if grown > board[.growth] { (board[.growth], board[.growthNumber]) = (grown, number) }
            board[.peak] = peak
            for complaint in complaints.prefix(3) { print("\(number) \(complaint)") }
            if Double(took) > seconds * 1e9 { print("\(number) slow: \(took / 1_000_000) ms for \(input.count) bytes") }
            if grown > UInt64(megabytes) << 10 { print("\(number) memory: \(grown >> 10) MB for \(input.count) bytes") }
            board[.done] &+= 1
        }
    }
}

func readBytes(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw ValidationError("\(path) can't be read") }
    defer { fclose(file) }
    var bytes: [UInt8] = [], chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
}

func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count <= 0 { return }
        rest = rest.dropFirst(count)
    }
}

private func now(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
func wallNanoseconds() -> UInt64 { now(CLOCK_MONOTONIC) }
func cpuNanoseconds() -> UInt64 { now(CLOCK_PROCESS_CPUTIME_ID) }

func peakKilobytes() -> UInt64 {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return UInt64(usage.ru_maxrss)
}
