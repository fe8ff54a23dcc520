// The file system and the clock, as the pure inner functions see them.
import Checker
import Glibc
import Source

enum Reading {
    /// A file's bytes.
    static func bytes(of path: String) throws(ReadProblem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw problem(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw problem(errno) }
        if status.st_mode & S_IFMT == S_IFDIR { throw .directory }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size) + 1)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw problem(errno)
            }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The specifications below a folder, in one order; hidden folders are passed over.
    static func specifications(below folder: String) throws(ReadProblem) -> [String] {
        guard let handle = opendir(folder) else { throw problem(errno) }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if !name.hasPrefix(".") { names.append(name) }
        }
        var found: [String] = []
        for name in names.sorted() {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            if isFolder(path) {
                // A link to a folder is not followed: a circle of links would never end.
                var status = stat()
                if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { continue }
                found += try specifications(below: path)
            } else if name.hasSuffix(".lagrum") { found.append(path) }
        }
        return found
    }

    static func today() -> Day {
        var now = time(nil), parts = tm()
        localtime_r(&now, &parts)
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? Day(number: now / 86_400)
    }

    private static func problem(_ code: Int32) -> ReadProblem {
        switch code {
        case ENOENT, ENOTDIR: .missing
        case EACCES, EPERM: .denied
        case EISDIR: .directory
        default: .other(String(cString: strerror(code)))
        }
    }
}
