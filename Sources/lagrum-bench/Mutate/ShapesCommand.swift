// `lagrum-bench shapes`: what the worst texts cost, each in a process of its own.
import ArgumentParser
import Glibc
import Source
import Trial

struct ShapesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shapes", abstract: "Time texts that a careless algorithm takes too long over.",
        discussion: """
            Each goes through parse, format, check and every form of output, in a process of its own: CPU seconds, highest memory, and both \
            for a megabyte of input. Exit code 1 when one falls, or goes on for longer than --seconds.
            """)

    @Option(help: "Parts of the large sizes, in percent.") var percent = 100
    @Option(help: "Only the shapes whose names hold this.") var only: String?
    @Option(help: "CPU seconds for one.") var seconds = 60
    @Option(help: .hidden) var one: Int?
    @Option(help: .hidden) var out = "/tmp"

    func validate() throws {
        guard (1...1000).contains(percent), seconds > 0 else { throw ValidationError("--percent is from 1 to 1000, --seconds above 0") }
    }

    func run() throws {
        if let one { return try time(Shape.all[one]) }
        print("   CPU s     MB   input MB  findings  shape")
        var failed = false
        for (index, shape) in Shape.all.enumerated() where only.map({ shape.name.contains($0) }) ?? true {
            let path = "\(out)/lagrum-shape-\(getpid())"
            defer { unlink(path) }
            let process = try Process(["shapes", "--one", "\(index)", "--percent", "\(percent)", "--seconds", "\(seconds)"], output: path)
            let ending = process.ending(waits: true)
            let said = String(decoding: (try? readBytes(path)) ?? [], as: UTF8.self)
            if ending == .exited(0) { print(said, terminator: "") } else {
                failed = true
                print("  \(ending.map { "\($0)" } ?? "lost")  \(shape.name)")
            }
        }
        if failed { throw ExitCode(1) }
    }

    private func time(_ shape: Shape) throws {
        let files = shape.files(max(1, shape.large / 100 * percent + shape.large % 100 * percent / 100))
        let size = files.values.reduce(0) { $0 + $1.count }
        var limit = rlimit(rlim_cur: rlim_t(seconds), rlim_max: rlim_t(seconds + 1))
        setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
        let start = cpuNanoseconds()
        let findings = try endure(files, entry: shape.entry, day: Day(year: 2026, month: 11, day: 21) ?? Day(number: 0))
        func padded(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
        let took = (Double(cpuNanoseconds() - start) * 1e-7).rounded() / 100
        print(padded("\(took)", 8), padded("\(peakKilobytes() >> 10)", 6), padded("\((Double(size) / 10_000).rounded() / 100)", 10), padded("\(findings)", 9), " " + shape.name)
    }
}
