// Writes files whole or not at all.
import Glibc
import Source

enum Writing {
    struct Problem: Error { var message: Message }

    /// The file has its final name only when all of it is on disk.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t? = nil) throws(Problem) {
        let partial = path + ".part"
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw problem(path) }
        if let mode, fchmod(descriptor, mode) != 0 {
            let failure = problem(path)
            close(descriptor)
            unlink(partial)
            throw failure
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                let failure = problem(path)
                close(descriptor)
                unlink(partial)
                throw failure
            }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0, close(descriptor) == 0, rename(partial, path) == 0 else {
            let failure = problem(path)
            unlink(partial)
            throw failure
        }
    }

    /// Gives a file that is there new contents; its mode stays, and a link to it stays a link.
    static func replace(_ path: String, with bytes: [UInt8]) throws(Problem) {
        let target = absolute(path)
        var status = stat()
        guard access(target, W_OK) == 0, stat(target, &status) == 0 else { throw problem(path) }
        try write(bytes, to: target, mode: status.st_mode & 0o7777)
    }

    static func absolute(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func problem(_ path: String) -> Problem {
        let reason = systemReason(errno)
        return Problem(message: Message(sv: "`\(path)` kunde inte skrivas: \(reason.sv).", en: "`\(path)` could not be written: \(reason.en)."))
    }
}
