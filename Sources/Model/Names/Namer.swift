// The first stage: the top-level declarations of all files by kind and name, and those that meet one of the same name.
import Source
import Syntax

struct Namer {
    let files: [FileNames]
    let sight: Sight
    /// In the order of the files and their text; of those that meet in some file's sight, the first alone.
    private(set) var declared: [Declared] = []
    private(set) var findings: [Diagnostic]

    init(_ files: [FileNames], _ sight: Sight) {
        (self.files, self.sight) = (files, sight)
        findings = files.flatMap(\.findings)
        declared.reserveCapacity(files.reduce(0) { $0 + $1.headers.count })
        var chains = Chains(capacity: declared.capacity)
        for file in files.indices { for index in files[file].headers.indices { add(Declared(file: Int32(file), index: Int32(index)), &chains) } }
    }

    /// Where a header stands among the files': it is looked at there, and not copied about.
    struct Declared: BitwiseCopyable {
        let file: Int32
        let index: Int32
    }

    subscript(declared: Declared) -> Header { _read { yield files[Int(declared.file)].headers[Int(declared.index)] } }

    /// Declarations of one kind and name, from the last to the first.
    private struct Chains {
        var slots: [Int32]
        var before: [Int32] = []
        init(capacity: Int) {
            var size = 16
            while size < 2 * capacity { size *= 2 }
            slots = Array(repeating: -1, count: size)
            before.reserveCapacity(capacity)
        }
    }

    private mutating func add(_ new: Declared, _ chains: inout Chains) {
        let mask = chains.slots.count - 1
        var slot = Int(truncatingIfNeeded: self[new].hash &+ UInt64(self[new].kind.raw) &* 0x9E37_79B9_7F4A_7C15) & mask
        while chains.slots[slot] >= 0, !isSame(declared[Int(chains.slots[slot])], new) { slot = (slot + 1) & mask }
        if chains.slots[slot] >= 0, meets(self[new], from: chains.slots[slot], chains.before) { return }
        chains.before.append(chains.slots[slot])
        chains.slots[slot] = Int32(declared.count)
        declared.append(new)
    }

    private func isSame(_ a: Declared, _ b: Declared) -> Bool { self[a].hash == self[b].hash && self[a].kind == self[b].kind && self[a].name == self[b].name }

    /// Whether a declaration of the same kind and name, declared before, meets this one: then it alone counts, and this one is told of.
    private mutating func meets(_ header: Header, from last: Int32, _ before: [Int32]) -> Bool {
        var namesakes: [Header] = [], index = last
        while index >= 0 {
            namesakes.append(self[declared[Int(index)]])
            index = before[Int(index)]
        }
        let file = header.scope.file
        // This file sees the earlier one, or a third sees both.
        if let other = namesakes.last(where: { sight.sees(file, $0.scope.file) || sight.meet(file, $0.scope.file) }) {
            findings.append(ModelFinding.duplicate(header.name, first: other.place, at: header.place))
            return true
        }
        // An importing file comes before what it imports, and is the one to change.
        if let other = namesakes.last(where: { sight.sees($0.scope.file, file) }) {
            findings.append(ModelFinding.duplicate(header.name, first: header.place, at: other.place))
        }
        return false
    }
}
