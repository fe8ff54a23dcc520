// Golden files: what a test makes is compared with a file beside it. LAGRUM_BLESS=1 writes the files anew.
import Glibc

/// The goldens of one folder of tests.
public struct Goldens: Sendable {
    let folder: String

    /// The folder `Golden` beside a test's file.
    public init(beside file: String = #filePath) {
        folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/Golden"
    }

    /// How a text differs from its golden; nil when it does not.
    public func difference(_ text: String, _ name: String) -> String? {
        let path = "\(folder)/\(name)"
        if getenv("LAGRUM_BLESS") != nil {
            mkdir(folder, 0o755)
            return TestFile.write(Array(text.utf8), to: path) ? nil : "could not write \(path)"
        }
        guard let bytes = TestFile.read(path) else { return "no golden \(name): run with LAGRUM_BLESS=1 and read what it wrote" }
        let expected = String(decoding: bytes, as: UTF8.self)
        if text == expected { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let first = zip(lines, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, wanted.count)
        return """
            \(name) differs from line \(first + 1) on (LAGRUM_BLESS=1 accepts the new text):
            - \(first < wanted.count ? String(wanted[first]) : "(end)")
            + \(first < lines.count ? String(lines[first]) : "(end)")
            """
    }

    /// Goldens that no test asks for. While blessing they are removed.
    public func orphans(besides used: some Sequence<String>) -> [String] {
        let orphans = Set(TestFile.names(in: folder)).subtracting(used).sorted()
        guard getenv("LAGRUM_BLESS") != nil else { return orphans }
        for name in orphans { unlink("\(folder)/\(name)") }
        return []
    }
}

/// The few things that tests do with files.
public enum TestFile {
    public static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return ferror(file) == 0 ? bytes : nil
    }

    @discardableResult
    public static func write(_ bytes: [UInt8], to path: String) -> Bool {
        guard let file = fopen(path, "w") else { return false }
        defer { fclose(file) }
        return fwrite(bytes, 1, bytes.count, file) == bytes.count
    }

    /// Names in a folder, in order; hidden ones are left out.
    public static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// The repository's folder, from the path of a test's file (`Tests/SomeTests/File.swift`).
    public static func root(of file: String = #filePath) -> String {
        file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    }
}
