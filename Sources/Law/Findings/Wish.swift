// A fact as it would have to be for a finding to go: what remedies are made of.
import Model
import Source

/// A fact as it would have to be.
public struct Wish: Hashable, Sendable {
    /// Whose fact; nil for the list of all things of a kind, which `fact` then names (`assessments`).
    public let owner: EntityID?
    public let fact: String
    public let want: Want
}

public indirect enum Want: Hashable, Sendable {
    /// Anything at all: nothing is stated.
    case stated
    case equal(Value)
    case other(than: Value)
    case bounded(Bound)
    /// One of these concepts, or one below.
    case under([EntityID])
    case notUnder([EntityID])
    /// A step that stands before another.
    case before(EntityID)
    /// A list that holds a value.
    case holding(Value)
    /// A list that holds none of these any more.
    case lacking([Value])
    /// A list with something of which all of this holds; those of the kind of which it holds already, and that the list does not name.
    case element([Need], existing: [EntityID])
}

/// What a new thing would have to say: a fact of it, or with no fact what it is.
public struct Need: Hashable, Sendable {
    public let fact: String
    public let want: Want
    public init(fact: String, want: Want) { (self.fact, self.want) = (fact, want) }
}

/// A value on the other side of a comparison.
public struct Bound: Hashable, Sendable {
    public enum Turn: Sendable {
        case below, atMost, atLeast, above
        var flipped: Turn {
            switch self {
            case .below: .above
            case .atMost: .atLeast
            case .atLeast: .atMost
            case .above: .below
            }
        }
    }
    public let turn: Turn
    public let limit: Value
    /// What the number is multiplied by before it is compared.
    public let factor: Exact

    /// Whether a number would turn the comparison.
    public func turns(at number: Exact) -> Bool {
        guard case .number(let limit) = limit, let number = Exact.combine(.multiply, number, factor) else { return false }
        return switch turn {
        case .below: number < limit
        case .atMost: number <= limit
        case .atLeast: number >= limit
        case .above: number > limit
        }
    }
}
