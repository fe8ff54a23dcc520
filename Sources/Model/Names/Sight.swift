// Which files see each other's declarations: by `import`, by `use`, and the prelude always.
import Source

/// A bit for each two files. INVARIANT: immutable, and written before any worker reads it: so a plain pointer is safe.
final class Sight: @unchecked Sendable {
    private let bits: UnsafeMutablePointer<UInt64>
    private let width: Int
    let count: Int
    /// For each file, those that see it and are not it.
    private let importers: [[Int32]]

    init(_ files: [ModelFile]) {
        count = (files.map { Int($0.id.index) }.max() ?? -1) + 1
        width = (count + 63) / 64
        bits = .allocate(capacity: max(1, count * width))
        bits.initialize(repeating: 0, count: max(1, count * width))
        var importers = [[Int32]](repeating: [], count: count)
        let prelude = files.filter { $0.origin == .prelude }.map { Int($0.id.index) }
        for file in files {
            let row = bits + Int(file.id.index) * width
            func see(_ other: Int) { row[other >> 6] |= 1 << UInt64(other & 63) }
            see(Int(file.id.index))
            for other in prelude { see(other) }
            for other in file.sees where Int(other.index) < count && other.index >= 0 {
                see(Int(other.index))
                importers[Int(other.index)].append(file.id.index)
            }
        }
        self.importers = importers
    }

    deinit { bits.deallocate() }

    func sees(_ file: FileID, _ other: FileID) -> Bool {
        let (file, other) = (Int(file.index), Int(other.index))
        guard file < count, other < count, file >= 0, other >= 0 else { return false }
        return bits[file * width + (other >> 6)] & (1 << UInt64(other & 63)) != 0
    }

    /// Whether a third file sees both.
    func meet(_ file: FileID, _ other: FileID) -> Bool {
        importers[Int(file.index)].contains { $0 != other.index && sees(FileID(index: $0), other) }
    }

    /// Whether a file sees the same files in both.
    func isSame(_ file: FileID, in other: Sight) -> Bool {
        guard width == other.width, Int(file.index) < min(count, other.count) else { return false }
        return (0..<width).allSatisfy { bits[Int(file.index) * width + $0] == other.bits[Int(file.index) * width + $0] }
    }
}
