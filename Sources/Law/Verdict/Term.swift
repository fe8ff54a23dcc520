// A value as the verdict machine holds it: plain bytes, so that copying one counts no reference.
import Model
import Source

/// INVARIANT: what a pointer leads to is kept by the model, the program or the machine's arena for as long as the term is read.
enum Term {
    case unknown
    /// A number that is not known, with bounds; `Int32.max` above is none.
    case between(low: Int32, high: Int32)
    case none
    case truth(Bool)
    case integer(Int64)
    case date(Day)
    case entity(EntityID)
    /// Any other value: never unknown, none, a truth, a date or an entity.
    case other(UnsafePointer<Value>)

    init(_ value: UnsafePointer<Value>) {
        switch value.pointee {
        case .unknown: self = .unknown
        case .none: self = .none
        case .truth(let truth): self = .truth(truth)
        case .date(let day): self = .date(day)
        case .entity(let id): self = .entity(id)
        default: self = .other(value)
        }
    }

    var isUnknown: Bool {
        switch self {
        case .unknown, .between: true
        default: false
        }
    }

    /// As an argument: what is unknown has no bounds.
    var plain: Term {
        if case .between = self { return .unknown }
        return self
    }

    /// The value; which facts are missing is not told.
    var value: Value {
        switch self {
        case .unknown, .between: .unknown([])
        case .none: .none
        case .truth(let truth): .truth(truth)
        case .integer(let number): .number(Exact(number))
        case .date(let day): .date(day)
        case .entity(let id): .entity(id)
        case .other(let value): value.pointee
        }
    }

    var id: EntityID? {
        if case .entity(let id) = self { return id }
        return nil
    }

    /// Certainly the same; two texts that lie apart may be equal and not be the same.
    func isSame(as other: Term) -> Bool {
        switch (self, other) {
        case (.entity(let a), .entity(let b)): a == b
        case (.other(let a), .other(let b)): a == b
        case (.none, .none): true
        default: false
        }
    }
}

/// The elements of a list; a single thing is a list of one, none an empty one.
struct Elements {
    private let base: UnsafePointer<Value>?
    private let single: Term
    let count: Int

    init(_ term: Term) {
        switch term {
        case .none: (base, single, count) = (nil, .none, 0)
        case .other(let value):
            guard case .list(let values) = value.pointee else {
                (base, single, count) = (nil, term, 1)
                return
            }
            // The list's own storage: it is kept by whoever keeps the value.
            (base, single, count) = (values.withUnsafeBufferPointer { $0.baseAddress }, .none, values.count)
        default: (base, single, count) = (nil, term, 1)
        }
    }

    subscript(index: Int) -> Term {
        guard let base else { return single }
        return Term(base + index)
    }
}

/// Values that an evaluation makes: they stay where they are until it is over.
struct Arena: ~Copyable {
    private var blocks: [UnsafeMutablePointer<Value>] = []
    private var used = 0
    private static let block = 256

    mutating func keep(_ value: Value) -> Term {
        switch value {
        case .unknown: return .unknown
        case .none: return .none
        case .truth(let truth): return .truth(truth)
        case .date(let day): return .date(day)
        case .entity(let id): return .entity(id)
        default: break
        }
        if used == blocks.count * Arena.block { blocks.append(.allocate(capacity: Arena.block)) }
        let place = blocks[used / Arena.block] + used % Arena.block
        place.initialize(to: value)
        used += 1
        return .other(UnsafePointer(place))
    }

    mutating func clear() {
        for index in 0..<used { (blocks[index / Arena.block] + index % Arena.block).deinitialize(count: 1) }
        used = 0
    }

    deinit {
        for index in 0..<used { (blocks[index / Arena.block] + index % Arena.block).deinitialize(count: 1) }
        for block in blocks { block.deallocate() }
    }
}

/// A table that is written once and read without counting references.
final class Table<Element>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ elements: [Element]) {
        count = elements.count
        base = .allocate(capacity: max(1, count))
        base.initialize(from: elements, count: count)
    }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }
}
