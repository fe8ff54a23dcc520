// From names to declarations, over all files.

struct NameIndex: Sendable {
    private var byName: [String: [Int32]] = [:]
    private var byKind: [[Int32]] = []

    init() {}

    mutating func add(_ declaration: Int32, _ header: Header) {
        byName[header.name, default: []].append(declaration)
        while byKind.count <= Int(header.kind.raw) { byKind.append([]) }
        byKind[Int(header.kind.raw)].append(declaration)
    }

    func named(_ name: String) -> [Int32] { byName[name] ?? [] }

    /// In the order of the files and their text.
    func declared(_ kind: Kind.ID) -> [Int32] { Int(kind.raw) < byKind.count ? byKind[Int(kind.raw)] : [] }

    func declared(under kind: Kind.ID) -> [Int32] {
        byKind.indices.filter { Kind.ID(raw: UInt8($0)).isUnder(kind) }.flatMap { byKind[$0] }
    }
}
