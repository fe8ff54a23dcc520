// Where the program writes: standard output and error, terminals and pipes.
import Glibc
import Source
import Synchronization

enum Terminal {
    enum Stream: Int32 { case output = 1, error = 2 }

    /// Readers that have gone (`| head`), as bits by stream.
    private static let closed = Atomic<Int32>(0)

    /// Writes all of it. A reader that has gone is no error: what it would have got is dropped, and the command comes to its own exit
    /// code, so that `set -o pipefail` still sees findings.
    static func write(_ text: String, to stream: Stream = .output) { write(Array(text.utf8), to: stream) }

    static func write(_ bytes: [UInt8], to stream: Stream = .output) {
        if isClosed(stream) { return }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(stream.rawValue, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { return _ = closed.bitwiseOr(stream.rawValue, ordering: .relaxed) }
                // Whoever shares the stream made it one that does not wait.
                if errno == EAGAIN {
                    var state = pollfd(fd: stream.rawValue, events: Int16(POLLOUT), revents: 0)
                    poll(&state, 1, -1)
                    continue
                }
                // Of what can't be told nobody is told; what was asked for is done all the same.
                if stream == .error { return _ = closed.bitwiseOr(stream.rawValue, ordering: .relaxed) }
                let reason = systemReason(errno)
                write(told(sv: "lagrum: Standard ut kan inte skrivas: \(reason.sv).\n", en: "lagrum: Standard output can't be written: \(reason.en).\n"), to: .error)
                exit(Exit.failed)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Nobody reads any more.
    static func isClosed(_ stream: Stream) -> Bool { closed.load(ordering: .relaxed) & stream.rawValue != 0 }

    /// The other end of a pipe is still there: asked where nothing is written for a long time.
    static func hasReader(_ stream: Stream) -> Bool {
        var state = pollfd(fd: stream.rawValue, events: 0, revents: 0)
        return !isClosed(stream) && (poll(&state, 1, 0) <= 0 || state.revents & Int16(POLLERR | POLLNVAL) == 0)
    }

    static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

    /// Colour only on a terminal, and not where the user has said no.
    static func hasColour(_ stream: Stream) -> Bool {
        isTerminal(stream) && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }

    /// Columns of the terminal; 100 elsewhere.
    static func width(_ stream: Stream) -> Int {
        var size = winsize()
        guard isTerminal(stream), ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return Int(size.ws_col)
    }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    static func finish(_ code: Int32) -> Never { Heap.leave(code) }
}
