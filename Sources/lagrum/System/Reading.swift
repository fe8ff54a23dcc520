// The file system and the clock, as the pure inner functions see them.
import Checker
import Glibc
import Source

enum Reading {
    /// A file's bytes.
    static func bytes(of path: String) throws(ReadProblem) -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else { throw problem(errno, path) }
        // Asked before it is opened: to open a named pipe that nobody writes to would wait for ever, and a device may have no end.
        if let kind = special(status.st_mode), !isHandedOver(path) { throw .other(kind) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw problem(errno, path) }
        defer { close(descriptor) }
        guard fstat(descriptor, &status) == 0 else { throw problem(errno, path) }
        if status.st_mode & S_IFMT == S_IFDIR { throw .directory }
        return try bytes(from: descriptor, about: Int(status.st_size))
    }

    /// All of standard input, from the descriptor: an editor's end of it may be a socket, which has no path to open.
    static func standardInput() throws(ReadProblem) -> [UInt8] { try bytes(from: 0, about: 0) }

    /// No text that people write is longer, and an input without an end must not take all memory.
    private static let limit = 1 << 28

    private static func bytes(from descriptor: Int32, about size: Int) throws(ReadProblem) -> [UInt8] {
        let tooLong = Message(sv: "den är längre än \(limit >> 20) MB", en: "it is longer than \(limit >> 20) MB")
        if size > limit { throw .other(tooLong) }
        // Straight into the array; one byte more than the file has, so that its end is seen in the same loop.
        var failure: Int32 = 0
        var bytes = [UInt8](unsafeUninitializedCapacity: max(0, size) + 1) { buffer, filled in
            while filled < buffer.count {
                let count = read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
                if count < 0, errno == EINTR { continue }
                if count < 0 { failure = errno }
                if count <= 0 { return }
                filled += count
            }
        }
        guard failure == 0 else { throw .other(systemReason(failure)) }
        if bytes.count <= max(0, size) { return bytes }
        // A pipe, or a file that grew meanwhile.
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw .other(systemReason(errno))
            }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            if bytes.count > limit { throw .other(tooLong) }
        }
    }

    /// In bytes; nil for what is not there.
    static func size(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }

    /// The same for every path that leads to one file.
    @Sendable static func identity(_ path: String) -> String? {
        var status = stat()
        return stat(path, &status) == 0 ? "\(status.st_dev):\(status.st_ino)" : nil
    }

    /// Named as another kind of file: data, a contract, a plan. What has no ending at all may be a pipe.
    static func isForeign(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return !Paths.isSpecification(path) && name.dropFirst().contains(".") && exists(path)
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func noInput(_ problem: ReadProblem) -> Message {
        guard case .other(let reason) = problem else { return problem.message("-") }
        return Message(sv: "Standard in kan inte läsas: \(reason.sv).", en: "Standard input can't be read: \(reason.en).")
    }

    static func empty(_ folder: String) -> Message {
        Message(sv: "Mappen `\(folder.shown)` innehåller inga specifikationer (`.lagrum`).", en: "The folder `\(folder.shown)` holds no specifications (`.lagrum`).")
    }

    /// The specifications below a folder, in one order, and what could not be looked into; hidden names are passed over, and links to
    /// folders are not followed: a circle of links would never end.
    static func specifications(below folder: String) -> (files: [String], problems: [Message]) {
        guard let handle = opendir(folder) else { return ([], [folderProblem(folder, errno)]) }
        defer { closedir(handle) }
        var names: [(name: String, type: UInt8)] = [], problems: [Message] = []
        while let entry = readdir(handle) {
            let type = entry.pointee.d_type
            let (name, isUTF8) = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { (String(cString: $0), String(validatingCString: $0) != nil) }
            }
            if name.hasPrefix(".") { continue }
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            // A path is text everywhere here; what has another name can't be opened by it.
            if isUTF8 { names.append((path, type)) } else if name.hasSuffix(".lagrum") || Int32(type) == DT_DIR { problems.append(notUTF8(path)) }
        }
        var found: [String] = []
        for (path, type) in names.sorted(by: { $0.name < $1.name }) {
            if Int32(type) == DT_DIR || (Int32(type) == DT_UNKNOWN && isFolder(path)) {
                var status = stat()
                if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { continue }
                let below = specifications(below: path)
                found += below.files
                problems += below.problems
            } else if path.hasSuffix(".lagrum"), Int32(type) != DT_LNK || !isFolder(path) { found.append(path) }
        }
        return (found, problems)
    }

    /// The specifications that stand in a folder itself, in one order; what can't be looked into holds none.
    static func specifications(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var found: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) } }
            if let name, !name.hasPrefix("."), name.hasSuffix(".lagrum") { found.append(folder.hasSuffix("/") ? folder + name : folder + "/" + name) }
        }
        return found.sorted()
    }

    /// Whether a folder may be looked into at all.
    static func mustOpen(_ folder: String) throws(ReadProblem) {
        guard let handle = opendir(folder) else { throw problem(errno, folder) }
        closedir(handle)
    }

    /// A clock that only goes forward.
    static let nanoseconds: @Sendable () -> UInt64 = {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    static func today() -> Day {
        var now = time(nil), parts = tm()
        localtime_r(&now, &parts)
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? Day(number: now / 86_400)
    }

    // MARK: What is in the way

    private static func problem(_ code: Int32, _ path: String) -> ReadProblem {
        switch code {
        case ENOENT, ENOTDIR:
            if let target = target(of: path) {
                return .other(Message(sv: "den är en länk till `\(target)`, som inte finns", en: "it is a link to `\(target)`, which does not exist"))
            }
            // The shell gave bytes that are no text; the system saw them changed.
            if path.unicodeScalars.contains("\u{FFFD}") {
                return .other(Message(sv: "namnet är inte skrivet i UTF-8; byt namn på filen", en: "its name is not UTF-8; rename the file"))
            }
            return .missing
        case EACCES, EPERM: return .denied
        case EISDIR: return .directory
        default: return .other(systemReason(code))
        }
    }

    private static func folderProblem(_ folder: String, _ code: Int32) -> Message {
        let reason = systemReason(code)
        return Message(sv: "Mappen `\(folder.shown)` kan inte läsas: \(reason.sv).", en: "The folder `\(folder.shown)` can't be read: \(reason.en).")
    }

    private static func notUTF8(_ path: String) -> Message {
        Message(sv: "`\(path.shown)` går inte att öppna: namnet är inte skrivet i UTF-8. Byt namn.", en: "`\(path.shown)` can't be opened: its name is not UTF-8. Rename it.")
    }

    /// What is neither a file nor a folder, in words.
    private static func special(_ mode: mode_t) -> Message? {
        switch mode & S_IFMT {
        case S_IFREG, S_IFDIR: nil
        case S_IFIFO: Message(sv: "den är ett namngivet rör, ingen fil; skriv - för standard in", en: "it is a named pipe, not a file; write - for standard input")
        case S_IFSOCK: Message(sv: "den är en sockel, ingen fil", en: "it is a socket, not a file")
        default: Message(sv: "den är en enhet, ingen fil", en: "it is a device, not a file")
        }
    }

    /// A pipe that the shell made and holds the other end of: `lagrum check <(git show HEAD:a.lagrum)`.
    private static func isHandedOver(_ path: String) -> Bool {
        path == "/dev/stdin" || path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/self/fd/")
    }

    private static func target(of path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink(path, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }
}
