// The names of facts as small numbers, so that reading a fact is an index and never a search for a text.

/// One number for each fact's name over all kinds, the functions between facts included.
public struct Fact: BitwiseCopyable, Hashable, Sendable, Comparable {
    public let id: UInt16
    init(id: UInt16) { self.id = id }

    /// nil for what no kind has.
    public init?(named name: String) {
        var name = name
        let id = name.withUTF8(Vocabulary.tables.fact)
        guard id != 0 else { return nil }
        self.init(id: id)
    }

    public var name: String { Vocabulary.tables.factNames[Int(id)] }

    public static func < (left: Fact, right: Fact) -> Bool { left.id < right.id }
}

extension Fact: ExpressibleByStringLiteral {
    /// A name written in code. What the vocabulary lacks is `Fact.none`, which nothing has.
    public init(stringLiteral name: StaticString) { self.init(id: name.withUTF8Buffer(Vocabulary.tables.fact)) }
    /// A name in a table of the model.
    init(_ name: String) { self = Fact(named: name) ?? .none }
    static let none = Fact(id: 0)
}

extension Fact: CustomStringConvertible {
    public var description: String { name }
}

/// Those that the model itself reads or writes often.
extension Fact {
    static let name: Fact = "name", kind: Fact = "kind", text: Fact = "text", state: Fact = "state", steps: Fact = "steps", columns: Fact = "columns"
    static let category: Fact = "category", subjects: Fact = "subjects", identifies: Fact = "identifies", table: Fact = "table", dataset: Fact = "dataset"
    static let type: Fact = "type", tables: Fact = "tables", position: Fact = "position", activity: Fact = "activity", verb: Fact = "verb"
    static let inputs: Fact = "inputs", outputs: Fact = "outputs", allows: Fact = "allows", end: Fact = "end", madeBy: Fact = "made_by"
    static let readColumns: Fact = "read_columns", personalInputs: Fact = "personal_inputs", reached: Fact = "reached", uses: Fact = "uses"
    static let assessments: Fact = "assessments", of: Fact = "of", starts: Fact = "starts", notices: Fact = "notices", groups: Fact = "groups"
    static let to: Fact = "to", sent: Fact = "sent", until: Fact = "until", optOuts: Fact = "opt_outs", serves: Fact = "serves"
    static let collectedFrom: Fact = "collected_from", carriedBy: Fact = "carried_by"
    static let systems: Fact = "systems", lineage: Fact = "lineage", domain: Fact = "domain"
    static let params: Fact = "params", zone: Fact = "zone", scoredWith: Fact = "scored_with", unit: Fact = "unit", masked: Fact = "masked"
    static let features: Fact = "features", firstReading: Fact = "first_reading", rightsRoute: Fact = "rights_route"
    static let selectsPersons: Fact = "selects_persons", identityClaim: Fact = "identity_claim", hasFreeText: Fact = "has_free_text"
    static let ends: Fact = "ends", made: Fact = "made", decided: Fact = "decided", inForce: Fact = "in_force", inForceUntil: Fact = "in_force_until"
    static let titleEnglish: Fact = "title_en", titleSwedish: Fact = "title_sv", saysEnglish: Fact = "says_en", saysSwedish: Fact = "says_sv"
    static let minor: Fact = "minor", dependent: Fact = "dependent"

    // What the model alone asks for: no rule can name it.
    /// What `is` and `==` on a record look at.
    static let head: Fact = "@head"
    /// Whether a relation is data on persons.
    static let isPersonal: Fact = "@personal"
    /// The relations that a relation was made from, itself included.
    static let ancestry: Fact = "@ancestry"
    /// The ways in which a run can end after a step; of a relation, rules name them.
    static let pathsAfter: Fact = "@paths", paths: Fact = "paths"
}

/// The facts of an entity while it is being made.
struct Facts: Sendable, ExpressibleByDictionaryLiteral {
    private(set) var items: [(fact: Fact, value: Value)] = []

    init(dictionaryLiteral elements: (Fact, Value)...) { items = elements.map { (fact: $0, value: $1) } }

    subscript(fact: Fact) -> Value? {
        get { items.first { $0.fact == fact }?.value }
        set {
            let index = items.firstIndex { $0.fact == fact }
            switch (index, newValue) {
            case (let index?, let value?): items[index].value = value
            case (nil, let value?): items.append((fact, value))
            case (let index?, nil): items.remove(at: index)
            case (nil, nil): break
            }
        }
    }
}
