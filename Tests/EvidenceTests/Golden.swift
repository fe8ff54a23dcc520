// Text in, text out: what a test makes is compared with a file beside it. LAGRUM_BLESS=1 writes the files anew.
import Glibc
import Testing

private let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/Golden"

func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let path = "\(folder)/\(name)"
    if getenv("LAGRUM_BLESS") != nil {
        mkdir(folder, 0o755)
        #expect(write(text, to: path), "could not write \(path)", sourceLocation: sourceLocation)
        return
    }
    guard let expected = read(path) else {
        Issue.record("no golden \(name): run with LAGRUM_BLESS=1 and read what it wrote", sourceLocation: sourceLocation)
        return
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    guard text != expected else { return }
    let first = zip(lines, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, wanted.count)
    Issue.record(
        """
        \(name) differs from line \(first + 1) on:
        - \(first < wanted.count ? String(wanted[first]) : "(end)")
        + \(first < lines.count ? String(lines[first]) : "(end)")
        LAGRUM_BLESS=1 swift test --filter EvidenceTests accepts the new text.
        """, sourceLocation: sourceLocation)
}

func goldens() -> Set<String> {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: Set<String> = []
    while let entry = readdir(directory) {
        let name = withUnsafePointer(to: entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if !name.hasPrefix(".") { names.insert(name) }
    }
    return names
}

private func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
}

private func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
}
