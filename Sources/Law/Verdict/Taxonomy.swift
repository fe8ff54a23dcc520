// What stands above each concept, found once for each worker.
import Glibc
import Model

/// INVARIANT: lives on one thread.
final class Taxonomy {
    private let model: Model
    /// By declaration: 0 while not looked for, else one more than the place of its line in `lines`.
    private let places: UnsafeMutablePointer<Int32>
    @exclusivity(unchecked) private var lines: [(from: Int32, count: Int32)] = []
    /// The declarations above each, one line after the other.
    @exclusivity(unchecked) private var above: [Int32] = []

    init(_ model: Model) {
        self.model = model
        let count = max(1, model.declarationCount)
        // Zeroed by the system, page by page as they are touched.
        if let bytes = calloc(count, MemoryLayout<Int32>.stride) {
            places = bytes.bindMemory(to: Int32.self, capacity: count)
        } else {
            places = .allocate(capacity: count)
            places.initialize(repeating: 0, count: count)
        }
    }

    deinit { free(places) }

    private func line(_ declaration: Int32) -> (from: Int32, count: Int32) {
        let place = places[Int(declaration)]
        return place != 0 ? lines[Int(place - 1)] : find(declaration)
    }

    private func find(_ declaration: Int32) -> (from: Int32, count: Int32) {
        var found: [Int32] = []
        func climb(_ declaration: Int32) {
            for parent in model.parents(of: EntityID(declaration: declaration)) where !found.contains(parent.declaration) {
                found.append(parent.declaration)
                climb(parent.declaration)
            }
        }
        climb(declaration)
        let line = (from: Int32(above.count), count: Int32(found.count))
        above += found
        lines.append(line)
        places[Int(declaration)] = Int32(lines.count)
        return line
    }

    func hasParents(_ id: EntityID) -> Bool { id.local == 0 && line(id.declaration).count > 0 }

    /// Whether one declaration stands below the other; what was climbed through is noted.
    func isA(_ a: EntityID, _ b: EntityID, _ reads: Reads) -> Bool {
        reads.note(a)
        let line = line(a.declaration)
        for index in Int(line.from)..<Int(line.from + line.count) {
            let parent = above[index]
            if parent == b.declaration { return true }
            reads.note(EntityID(declaration: parent))
        }
        return false
    }
}
