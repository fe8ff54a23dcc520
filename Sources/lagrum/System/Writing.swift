// Writes files whole or not at all.
import Checker
import Glibc
import Source

enum Writing {
    struct Problem: Error {
        var message: Message
        /// The command's exit code.
        var code = Exit.failed
    }

    /// What a command makes goes into a file of its own: never over what it was made from, nor over another specification.
    static func write(_ bytes: [UInt8], to path: String, madeFrom sources: SourceSet) throws(Problem) {
        if path.hasSuffix(".lagrum") || absolute(path).hasSuffix(".lagrum") || sources.reads.contains(where: { absolute($0) == absolute(path) }) {
            throw Problem(
                message: Message(
                    sv: "`\(path)` är en specifikation eller något som den läser, och skrivs inte över. Ange en annan fil.",
                    en: "`\(path)` is a specification or something that it reads, and is not written over. Name another file."), code: Exit.usage)
        }
        try write(bytes, to: path)
    }

    /// The file has its final name only when all of it is on disk; one that is there keeps its mode. A link stays a link; a pipe or a device
    /// is written to as it stands.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t? = nil) throws(Problem) {
        let target = absolute(path)
        var status = stat()
        let failure: Int32
        let isThere = stat(target, &status) == 0, kind = status.st_mode & S_IFMT
        let mode = mode ?? (isThere && kind == S_IFREG ? status.st_mode & 0o7777 : nil)
        if isThere, kind != S_IFREG, kind != S_IFDIR {
            failure = put(bytes, open(target, O_WRONLY | O_CLOEXEC))
        } else {
            // A name of its own, so that two runs at once don't write into one another.
            let partial = "\(target).part-\(getpid())"
            failure = Interrupt.removing(partial) {
                let failure = replace(target, bytes, by: partial, mode)
                if failure != 0 { unlink(partial) }
                return failure
            }
        }
        if failure != 0 { throw problem(path, failure) }
    }

    /// Gives a file that is there new contents; its mode stays, and a link to it stays a link.
    static func replace(_ path: String, with bytes: [UInt8]) throws(Problem) {
        let target = absolute(path)
        var status = stat()
        guard access(target, W_OK) == 0, stat(target, &status) == 0 else { throw problem(path, errno) }
        try write(bytes, to: target)
    }

    static func absolute(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// 0, or the `errno` of what failed.
    private static func replace(_ target: String, _ bytes: [UInt8], by partial: String, _ mode: mode_t?) -> Int32 {
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { return errno }
        if let mode, fchmod(descriptor, mode) != 0 {
            let failure = errno
            close(descriptor)
            return failure
        }
        let failure = put(bytes, descriptor, sync: true)
        if failure != 0 { return failure }
        return rename(partial, target) == 0 ? 0 : errno
    }

    /// Writes all bytes and closes.
    private static func put(_ bytes: [UInt8], _ descriptor: Int32, sync: Bool = false) -> Int32 {
        guard descriptor >= 0 else { return errno }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                let failure = errno
                close(descriptor)
                return failure
            }
            rest = rest.dropFirst(count)
        }
        if sync, fsync(descriptor) != 0 {
            let failure = errno
            close(descriptor)
            return failure
        }
        return close(descriptor) == 0 ? 0 : errno
    }

    static func problem(_ path: String, _ code: Int32) -> Problem {
        // A new file needs no name that is there already: it is its folder that is missing.
        let reason = code == ENOENT ? Message(sv: "mappen finns inte", en: "its folder is not there") : systemReason(code)
        return Problem(message: Message(sv: "`\(path)` kunde inte skrivas: \(reason.sv).", en: "`\(path)` could not be written: \(reason.en)."))
    }
}
