// Where the program writes: standard output and error, terminals and pipes.
import Glibc

enum Terminal {
    enum Stream: Int32 { case output = 1, error = 2 }

    /// Writes all of it. A reader that has gone (`| head`) ends the program quietly.
    static func write(_ text: String, to stream: Stream = .output) { write(Array(text.utf8), to: stream) }

    static func write(_ bytes: [UInt8], to stream: Stream = .output) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(stream.rawValue, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                exit(errno == EPIPE ? 0 : Exit.failed)
            }
            rest = rest.dropFirst(count)
        }
    }

    static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

    /// Colour only on a terminal, and not where the user has said no.
    static func hasColour(_ stream: Stream) -> Bool {
        isTerminal(stream) && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
    }

    /// Columns of the terminal; 100 elsewhere.
    static func width(_ stream: Stream) -> Int {
        var size = winsize()
        guard isTerminal(stream), ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return Int(size.ws_col)
    }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    static func finish(_ code: Int32) -> Never { exit(code) }
}
