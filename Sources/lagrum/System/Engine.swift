// Starts `lagrum-engine`, which is the only program that opens personal data.
import ArgumentParser
import Glibc
import Source
import Synchronization

/// The engine that is running, for the handler of signals.
private let engine = Atomic<pid_t>(0)

enum Engine {
    /// Runs a plan, waits, and gives the engine's exit code. Ctrl-C reaches the engine, which ends cleanly.
    static func run(_ plan: [UInt8], base: String, arguments: [String], _ language: Language) throws -> Int32 {
        let folder = temporaryFolder()
        defer { rmdir(folder) }
        let file = folder + "/plan.json"
        defer { unlink(file) }
        do throws(Writing.Problem) { try Writing.write(plan, to: file) } catch {
            Terminal.write("lagrum: \(error.message[language])\n", to: .error)
            return Exit.failed
        }
        let program = beside() ?? "lagrum-engine"
        let words = [program, "run", "--plan", file, "--base", base.isEmpty ? "." : base] + arguments
        var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var child = pid_t()
        let started = posix_spawnp(&child, program, nil, nil, &pointers, environ)
        guard started == 0 else {
            let message = Message(
                sv: "`lagrum-engine` kunde inte startas: \(systemReason(started).sv). Den ska ligga bredvid `lagrum`.",
                en: "`lagrum-engine` could not be started: \(systemReason(started).en). It belongs beside `lagrum`.")
            Terminal.write("lagrum: \(message[language])\n", to: .error)
            return Exit.failed
        }
        // Ctrl-C reaches the engine by itself; a request to end comes to this program alone, and an engine left behind would release.
        signal(SIGINT, SIG_IGN)
        engine.store(child, ordering: .relaxed)
        for number in [SIGTERM, SIGHUP] { signal(number) { number in _ = kill(engine.load(ordering: .relaxed), number) } }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        let signalled = status & 0x7f
        return signalled == 0 ? (status >> 8) & 0xff : signalled == SIGINT ? 130 : Exit.failed
    }

    private static func beside() -> String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        let own = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let slash = own.lastIndex(of: "/") else { return nil }
        let path = own[..<slash] + "/lagrum-engine"
        return access(String(path), X_OK) == 0 ? String(path) : nil
    }

    private static func temporaryFolder() -> String {
        var template = Array(((Terminal.environment("TMPDIR") ?? "/tmp") + "/lagrum-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { return "." }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
