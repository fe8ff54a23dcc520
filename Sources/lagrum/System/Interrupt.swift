// Ctrl-C and a request to end: what is half-written goes, and the shell sees which signal ended the program (130 for Ctrl-C).
import Glibc
import Synchronization

enum Interrupt {
    /// The file that is being written, as a C text that the handler may read; nil between files.
    private static let partial = Atomic<UInt>(0)

    static func listen() {
        partial.store(0, ordering: .relaxed)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                // INVARIANT: only what is safe in a handler: unlink, signal, raise.
                if let path = UnsafePointer<CChar>(bitPattern: Interrupt.partial.load(ordering: .relaxed)) { unlink(path) }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    /// Runs the body; a signal meanwhile removes the file.
    static func removing<Value>(_ path: String, _ body: () -> Value) -> Value {
        guard let name = strdup(path) else { return body() }
        partial.store(UInt(bitPattern: name), ordering: .relaxed)
        defer {
            partial.store(0, ordering: .relaxed)
            free(name)
        }
        return body()
    }
}
