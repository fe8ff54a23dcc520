// What mutation begins from: every specification, rule and documented block of the project, and the texts in its tests.
import Glibc

public struct Corpus: Sendable {
    /// By path, as imports name them.
    public private(set) var files: [String: [UInt8]] = [:]
    /// In the order of their paths: the same seed picks the same sample on every machine.
    public private(set) var samples: [[UInt8]] = []

    /// - Parameter root: the project's folder.
    public init(root: String) {
        for folder in ["Samples", "Sources/Law/Packs", "Tests", "README.md"] { visit(root + "/" + folder) }
    }

    private mutating func visit(_ path: String) {
        if let names = Corpus.names(path) {
            for name in names.sorted() where !name.hasPrefix(".") { visit(path + "/" + name) }
        } else if path.hasSuffix(".lagrum"), let bytes = Corpus.read(path) {
            // As the input sees its neighbours: beside it.
            files[String(path.split(separator: "/").last ?? "")] = bytes
            samples.append(bytes)
        } else if path.hasSuffix(".md"), let bytes = Corpus.read(path) {
            samples += Corpus.blocks(bytes, from: "```lagrum", to: "```")
        } else if path.hasSuffix(".swift"), let bytes = Corpus.read(path) {
            samples += Corpus.blocks(bytes, from: "\"\"\"", to: "\"\"\"").filter { $0.count > 40 }
        }
    }

    /// The lines between a line that ends with one mark and the next that begins with the other, their common indentation taken off.
    private static func blocks(_ bytes: [UInt8], from: String, to: String) -> [[UInt8]] {
        var blocks: [[UInt8]] = [], block: [ArraySlice<UInt8>]?
        let (from, to) = (Array(from.utf8), Array(to.utf8))
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            let body = line.drop { $0 == 0x20 }
            if let lines = block {
                if body.starts(with: to) {
                    let indent = lines.filter { !$0.allSatisfy { $0 == 0x20 } }.map { $0.prefix { $0 == 0x20 }.count }.min() ?? 0
                    blocks.append(lines.flatMap { $0.dropFirst(indent) + [10] })
                    block = nil
                } else {
                    block?.append(line)
                }
            } else if line.count >= from.count, line.suffix(from.count).elementsEqual(from) {
                block = []
            }
        }
        return blocks
    }

    private static func names(_ path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            names.append(withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } })
        }
        return names
    }

    private static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = [], chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
        return bytes
    }
}
