// The server over standard input and output: one thread talks to the editor, checks run beside it.

import Glibc
import Synchronization

extension Server {
    /// Serves until the editor says exit, closes the input or dies; gives the program's exit code.
    public static func runOverStandardIO(_ server: consuming Server) -> Int32 {
        var server = server
        var wake: [Int32] = [0, 0]
        guard pipe(&wake) == 0 else { return 1 }
        let (wakeEnd, signalEnd) = (wake[0], wake[1])
        _ = fcntl(signalEnd, F_SETFL, O_NONBLOCK)
        let inbox = Inbox()
        var isChecking = false
        var buffer = [UInt8](repeating: 0, count: 1 << 16)

        while server.exitCode == nil {
            var watched = [pollfd(fd: 0, events: Int16(POLLIN), revents: 0), pollfd(fd: wakeEnd, events: Int16(POLLIN), revents: 0)]
            // Wakes now and then to see whether the editor lives.
            let count = poll(&watched, 2, 3000)
            if count < 0, errno != EINTR { return 1 }
            if count == 0, let client = server.clientProcess, client > 0, kill(client, 0) != 0, errno == ESRCH { return 1 }
            if watched[1].revents != 0 {
                _ = read(wakeEnd, &buffer, buffer.count)
                if let outcome = inbox.take() {
                    isChecking = false
                    guard write(server.finish(outcome)) else { return 1 }
                }
            }
            if watched[0].revents != 0 {
                // All that has come is read before anything is checked: a burst of edits is checked once.
                var ended = false
                var portion: [UInt8] = []
                repeat {
                    let length = read(0, &buffer, buffer.count)
                    if length < 0, errno == EINTR { continue }
                    if length <= 0 {
                        ended = true
                        break
                    }
                    portion += buffer[..<length]
                } while hasInput()
                guard write(server.receive(portion)) else { return 1 }
                if ended { return server.exitCode ?? 1 }
            }
            if !isChecking, server.exitCode == nil, let job = server.nextJob() {
                isChecking = true
                Task.detached {
                    inbox.put(job.run())
                    var byte: UInt8 = 1
                    _ = Glibc.write(signalEnd, &byte, 1)
                }
            }
        }
        return server.exitCode ?? 1
    }

    private static func hasInput() -> Bool {
        var watched = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return poll(&watched, 1, 0) > 0 && watched.revents & Int16(POLLIN) != 0
    }

    /// Writes all of it; false when the editor no longer reads.
    private static func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let length = Glibc.write(1, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                if length < 0, errno == EINTR { continue }
                if length <= 0 { return false }
                done += length
            }
            return true
        }
    }
}

/// One finished check on its way back to the thread that talks.
private final class Inbox: Sendable {
    private let outcome = Mutex<Server.Outcome?>(nil)
    func put(_ value: Server.Outcome) { outcome.withLock { $0 = value } }
    func take() -> Server.Outcome? {
        outcome.withLock { held in
            defer { held = nil }
            return held
        }
    }
}
