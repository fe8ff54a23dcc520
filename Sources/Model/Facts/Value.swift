// The values that facts have, and what it means that one is not stated.
import Source

/// A declaration, a concept of the prelude, a record within a declaration, or something a pipeline makes.
public struct EntityID: Hashable, Sendable, Comparable {
    public let index: Int32
    public init(index: Int32) { self.index = index }
    public static func < (left: EntityID, right: EntityID) -> Bool { left.index < right.index }
}

public enum Value: Hashable, Sendable {
    /// Not stated, where silence asks: which facts are missing.
    case unknown([MissingFact])
    /// Nothing: a closed silence, or a stated `none`.
    case none
    case truth(Bool)
    /// An integer, a decimal or a share: 5 % is 0.05.
    case number(Exact)
    case date(Day)
    case duration(Period)
    case text(String)
    case entity(EntityID)
    /// A constant that is no concept: a verb, a gate's result, a path's end.
    case word(String)
    case norm(String)
    case list([Value])
}

/// A fact that the specification does not state although the law asks for it.
public struct MissingFact: Hashable, Sendable {
    public var entity: EntityID
    /// The fact's name in the vocabulary.
    public var property: String
    public init(entity: EntityID, property: String) { (self.entity, self.property) = (entity, property) }
}
