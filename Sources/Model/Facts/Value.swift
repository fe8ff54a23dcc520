// The values that facts have, and what it means that one is not stated.
import Source

/// A declaration, a concept of the prelude, a record within a declaration, or something a pipeline makes.
public struct EntityID: Hashable, Sendable {
    /// A top-level declaration, by its number in the model.
    public let declaration: Int32
    /// 0 is the declaration itself; the rest is what it holds, in the order in which it was read.
    public let local: Int32
    public init(declaration: Int32, local: Int32 = 0) { (self.declaration, self.local) = (declaration, local) }
}

extension EntityID: Comparable {
    public static func < (left: EntityID, right: EntityID) -> Bool {
        (left.declaration, left.local) < (right.declaration, right.local)
    }
}

/// Sixteen bytes, of which a model holds millions: what is seldom stated or large stands in a box.
public enum Value: Hashable, Sendable {
    /// Not stated, where silence asks: which facts are missing.
    case unknown([MissingFact])
    /// Nothing: a closed silence, or a stated `none`.
    case none
    case truth(Bool)
    /// An integer, a decimal or a share: 5 % is 0.05.
    case number(Exact)
    case date(Day)
    indirect case duration(Period)
    indirect case text(String)
    case entity(EntityID)
    /// A constant that is no concept: a verb, a gate's result, a path's end.
    indirect case word(String)
    indirect case norm(String)
    case list([Value])
}

/// A fact that the specification does not state although the law asks for it.
public struct MissingFact: Hashable, Sendable {
    public var entity: EntityID
    public var fact: Fact
    public init(entity: EntityID, fact: Fact) { (self.entity, self.fact) = (entity, fact) }
}

extension MissingFact {
    /// The fact's name in the vocabulary.
    public var property: String { fact.name }
    public init(entity: EntityID, property: String) { self.init(entity: entity, fact: Fact(named: property) ?? .none) }
}
