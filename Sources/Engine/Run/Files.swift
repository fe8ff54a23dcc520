// Files as a run handles them: whole or not at all under their name, and gone for certain when they are erased.
import Glibc

/// What the system said of a file. INVARIANT: the path is the run's own or a source's, never data.
public struct FileFault: Error, Equatable, Sendable {
    public var path: String
    public var errno: Int32
    public var isFull: Bool { [ENOSPC, EFBIG, EDQUOT].contains(errno) }
    package init(path: String, errno: Int32) { (self.path, self.errno) = (path, errno) }
}

/// Writes to a temporary file in the same folder, syncs it, and gives it its name: under that name it is whole, or not there.
package func writeWhole(_ path: String, mode: mode_t = 0o644, _ body: (inout FileWriter) throws -> Void) throws {
    let temporary = path + ".part"
    var writer = try FileWriter(path: temporary, mode: mode)
    do {
        try body(&writer)
        try writer.finish()
        guard rename(temporary, path) == 0 else { throw FileFault(path: path, errno: errno) }
        try syncFolder(of: path)
    } catch {
        writer.abandon()
        unlink(temporary)
        throw error
    }
}

package func writeWhole(_ path: String, _ bytes: [UInt8]) throws {
    try writeWhole(path) { (writer: inout FileWriter) in try writer.write(bytes) }
}

/// Buffered writing to one file.
package struct FileWriter {
    private let path: String
    private var file: Int32
    private var buffer: [UInt8] = []
    package private(set) var bytes = 0

    init(path: String, mode: mode_t) throws {
        self.path = path
        file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard file >= 0 else { throw FileFault(path: path, errno: errno) }
        buffer.reserveCapacity(1 << 16)
    }

    package mutating func write(_ more: some Sequence<UInt8>) throws {
        buffer.append(contentsOf: more)
        if buffer.count >= 1 << 16 { try flush() }
    }

    package mutating func write(_ text: String) throws { try write(text.utf8) }

    private mutating func flush() throws {
        var done = 0
        while done < buffer.count {
            let count = buffer.withUnsafeBytes { all in
                all.baseAddress.map { Glibc.write(file, $0 + done, all.count - done) } ?? 0
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileFault(path: path, errno: errno)
            }
            done += count
        }
        bytes += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }

    fileprivate mutating func finish() throws {
        try flush()
        guard fsync(file) == 0 else { throw FileFault(path: path, errno: errno) }
        let closed = close(file)
        file = -1
        guard closed == 0 else { throw FileFault(path: path, errno: errno) }
    }

    fileprivate mutating func abandon() {
        if file >= 0 { close(file) }
        file = -1
    }
}

package func syncFolder(of path: String) throws {
    let folder = open(parent(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw FileFault(path: path, errno: errno) }
    defer { close(folder) }
    guard fsync(folder) == 0 || errno == EINVAL else { throw FileFault(path: path, errno: errno) }
}

package func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

public func readWhole(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileFault(path: path, errno: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = Glibc.read(file, &chunk, chunk.count)
        if count < 0 {
            if errno == EINTR { continue }
            throw FileFault(path: path, errno: errno)
        }
        if count == 0 { return bytes }
        bytes.append(contentsOf: chunk[..<count])
    }
}

/// What erasing did, and could show.
package struct Erasure: Equatable, Sendable {
    package var bytes: Int
    /// Every byte was overwritten with zeros, synced, and read back as zeros before the name was removed.
    package var overwritten: Bool
}

/// Overwrites a file with zeros, syncs it, reads it back, removes its name and syncs the folder. The name goes even when the
/// overwriting fails; the result then says so.
package func eraseFile(_ path: String) throws -> Erasure {
    var erasure = Erasure(bytes: 0, overwritten: false)
    let file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    if file >= 0 {
        var status = stat()
        if fstat(file, &status) == 0 {
            erasure.bytes = Int(status.st_size)
            erasure.overwritten = overwrite(file, erasure.bytes) && fsync(file) == 0 && isZero(file, erasure.bytes)
        }
        close(file)
    }
    guard unlink(path) == 0 || errno == ENOENT else { throw FileFault(path: path, errno: errno) }
    try syncFolder(of: path)
    guard access(path, F_OK) != 0, errno == ENOENT else { throw FileFault(path: path, errno: EEXIST) }
    return erasure
}

private func overwrite(_ file: Int32, _ size: Int) -> Bool {
    let zeros = [UInt8](repeating: 0, count: 1 << 20)
    var place = 0
    while place < size {
        let count = pwrite(file, zeros, min(zeros.count, size - place), off_t(place))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        place += count
    }
    return true
}

private func isZero(_ file: Int32, _ size: Int) -> Bool {
    var chunk = [UInt8](repeating: 1, count: 1 << 20)
    var place = 0
    while place < size {
        let count = pread(file, &chunk, chunk.count, off_t(place))
        if count < 0, errno == EINTR { continue }
        guard count > 0, chunk[..<count].allSatisfy({ $0 == 0 }) else { return false }
        place += count
    }
    return true
}

/// Erases every file of a folder and below, and then the folder.
package func eraseFolder(_ path: String) throws -> Erasure {
    var whole = Erasure(bytes: 0, overwritten: true)
    for name in try names(in: path) {
        let inner = path + "/" + name
        var status = stat()
        guard lstat(inner, &status) == 0 else { continue }
        let part: Erasure
        switch status.st_mode & S_IFMT {
        case S_IFDIR: part = try eraseFolder(inner)
        case S_IFREG: part = try eraseFile(inner)
        default:
            unlink(inner)
            continue
        }
        whole.bytes += part.bytes
        whole.overwritten = whole.overwritten && part.overwritten
    }
    guard rmdir(path) == 0 || errno == ENOENT else { throw FileFault(path: path, errno: errno) }
    try syncFolder(of: path)
    return whole
}

package func names(in folder: String) throws -> [String] {
    guard let open = opendir(folder) else { throw FileFault(path: folder, errno: errno) }
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

/// Makes a folder, and those above it that are not there.
package func makeFolder(_ path: String, mode: mode_t = 0o755) throws {
    if mkdir(path, mode) == 0 { return }
    switch errno {
    case EEXIST:
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw FileFault(path: path, errno: ENOTDIR)
        }
    case ENOENT:
        try makeFolder(parent(of: path))
        guard mkdir(path, mode) == 0 || errno == EEXIST else { throw FileFault(path: path, errno: errno) }
    default: throw FileFault(path: path, errno: errno)
    }
}
