// Ctrl-C and a request to end: asked once, honoured by the run at its next step of work.
import Glibc
import Synchronization

enum Interrupt {
    private static let asked = Atomic<Bool>(false)
    static var isAsked: Bool { asked.load(ordering: .relaxed) }

    /// A full disk and a closed pipe come back as errors of the call, not as signals that leave personal data behind.
    static func listen() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { _ in Interrupt.asked.store(true, ordering: .relaxed) }
        }
        for number in [SIGXFSZ, SIGPIPE] { signal(number, SIG_IGN) }
    }
}
