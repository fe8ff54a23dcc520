// The types by which rules are checked when a pack is loaded.

public indirect enum FactType: Hashable, Sendable {
    case truth, number, date, duration, text, word, norm, anything
    /// An entity of this kind; "" stands for any kind.
    case entity(String)
    case list(FactType)
}

/// What it means that a property is absent.
public enum Silence: String, Hashable, Sendable {
    /// Closed: absent means none, or no.
    case no
    /// Open: absent means unknown.
    case unknown
    /// Absence is an error of the specification before law is asked.
    case required
    /// Never absent: the tool computes it.
    case computed
}

/// How a remedy may change a fact; a fact about the world may not be changed at all.
public enum Change: String, Hashable, Sendable { case add, set, remove, move }

/// One row of the vocabulary between model and law.
public struct FactProperty: Hashable, Sendable {
    public let name: String
    public let type: FactType
    public let silence: Silence
    public let change: Set<Change>
    /// The words that an author writes for it; nil where it is computed.
    public let key: String?
    public var fact: Fact { Fact(named: name) ?? .none }
    public init(_ name: String, _ type: FactType, _ silence: Silence, change: Set<Change> = [], key: String? = nil) {
        (self.name, self.type, self.silence, self.change, self.key) = (name, type, silence, change, key)
    }
}

/// A relation or function between facts that rules may call.
public struct FactFunction: Hashable, Sendable {
    public let name: String
    public let parameters: [FactType]
    public let result: FactType
    public init(_ name: String, _ parameters: [FactType], _ result: FactType) {
        (self.name, self.parameters, self.result) = (name, parameters, result)
    }
}
