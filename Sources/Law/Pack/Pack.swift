// A law pack in its typed form: norms, definitions, decisions, rules and policy numbers.
import Model
import Source

/// INVARIANT: immutable; what is wrong in the text stands in `diagnostics`, and a pack with an error clears nothing.
public struct Pack: Sendable {
    public let name: String
    public internal(set) var title: String?
    public internal(set) var norms: [String: Norm] = [:]
    public internal(set) var rules: [Rule] = []
    public internal(set) var decisions: [String: Decision] = [:]
    /// Numbers that the pack sets as policy, by name with words joined by `_`: law fixes none of them.
    public internal(set) var policy: [String: Value] = [:]
    /// What is wrong with the pack itself, at its places.
    public internal(set) var diagnostics: [Diagnostic] = []
    /// Concepts that the pack declares, for the packs after it.
    public internal(set) var concepts = ConceptNames()
    var defines: [String: Define] = [:]

    init(name: String) { self.name = name }
}

/// A provision, judgment or guideline, and the days on which it counts.
public struct Norm: Sendable, Hashable {
    public let id: String
    public let title: Message
    public let says: Message?
    public let inForce: Day
    /// The last day on which it is in force; nil when it has no end.
    public let until: Day?
    public let applies: Day
    public let url: String?
    public let documentation: String?
    public let place: Place

    /// Whether it decides anything on a day.
    public func counts(on day: Day) -> Bool { inForce <= day && applies <= day && until.map { day <= $0 } ?? true }
    public func isInForce(on day: Day) -> Bool { inForce <= day && until.map { day <= $0 } ?? true }
    /// The days on which an answer that rests on it may change.
    var turns: [Day] { [inForce, applies] + (until.map { [Day(number: $0.number + 1)] } ?? []) }
}

/// What a definition, factor, exception or rule rests on. `cites` decides; `see` explains and never gates.
public struct Authority: Sendable, Hashable {
    public var cites: [String] = []
    public var see: [String] = []
}

public struct Parameter: Sendable, Hashable {
    public let kind: String
    public let name: String
}

/// A named condition or value. Its parameters are the first slots of its frame.
final class Define: Sendable {
    let name: String
    let parameters: [Parameter]
    let authority: Authority
    let says: Template?
    let body: Node
    let parts: [Part]
    let frame: Int
    let place: Place
    let documentation: String?

    /// A condition of its own, with the words that tell that it doesn't hold.
    struct Part: Sendable {
        let name: String
        let says: Template
        let authority: Authority
        let body: Node
        let place: Place
    }

    init(
        name: String, parameters: [Parameter], authority: Authority, says: Template?, body: Node, parts: [Part],
        frame: Int, place: Place,
        documentation: String?
    ) {
        (self.name, self.parameters, self.authority, self.says) = (name, parameters, authority, says)
        (self.body, self.parts, self.frame, self.place, self.documentation) = (body, parts, frame, place, documentation)
    }
}

/// Factors, weighed into one of a few conclusions. Rows are read from the top; the first that holds wins.
public final class Decision: Sendable {
    public let name: String
    public let parameters: [Parameter]
    public let authority: Authority
    public let title: Message
    /// All conclusions, best first: those that `worst of` does not list in the order of the rows, then the listed.
    public let conclusions: [String]
    public let factors: [Factor]
    /// The rule that tells that facts are missing.
    public let undetermined: String?
    public let place: Place
    public let documentation: String?
    public let pack: String
    let conclusionSays: [Int: Template]
    let rows: [Row]
    let frame: Int
    /// The slot of the last parameter and the list that it runs through.
    let each: (slot: Int, range: Node)?
    /// How many conclusions `worst of` lists: a conclusion below the last of these may not rest on a vacuous `every`.
    let ranked: Bool
    /// As a node's.
    let extent: Extent
    let listsAll: Bool

    public struct Factor: Sendable {
        public let name: String
        public let title: Message
        public let values: [String]
        public let authority: Authority
        /// The values that speak against.
        public let against: Set<Int>
        public let place: Place
        /// How the values read; one without a title reads as its word.
        let titles: [Int: Message]
        let says: [Int: Template]
        let rows: [(value: Int, guardNode: Node?, place: Place)]
    }

    struct Row: Sendable {
        let conclusion: Int
        /// nil for `otherwise`.
        let guardNode: Node?
        let needs: [Node]
        let place: Place
    }

    init(
        name: String, parameters: [Parameter], authority: Authority, title: Message, conclusions: [String],
        factors: [Factor], undetermined: String?,
        place: Place, documentation: String?, pack: String, conclusionSays: [Int: Template], rows: [Row], frame: Int,
        each: (slot: Int, range: Node)?, ranked: Bool
    ) {
        (self.name, self.parameters, self.authority, self.title, self.conclusions) = (
            name, parameters, authority, title, conclusions
        )
        (self.factors, self.undetermined, self.place, self.documentation) = (
            factors, undetermined, place, documentation
        )
        (self.pack, self.conclusionSays, self.rows, self.frame, self.each, self.ranked) = (
            pack, conclusionSays, rows, frame, each, ranked
        )
        let weighed = rows.compactMap(\.guardNode) + factors.flatMap(\.rows).compactMap(\.guardNode) + (each.map { [$0.range] } ?? [])
        listsAll = weighed.contains(where: \.listsAll)
        var extent = Extent()
        for node in weighed + rows.flatMap(\.needs) { extent.add(node.extent) }
        self.extent = extent
    }
}

/// A rule, as it stands in the law or in the house.
public final class Rule: Sendable {
    public let code: String
    public let slug: String
    public let title: Message
    public let severity: Severity
    public let authority: Authority
    public let place: Place
    public let documentation: String?
    public let pack: String
    let variables: [Variable]
    let when: Node
    let exceptions: [Exception]
    let at: Node?
    let message: Template
    let label: Template?
    let advice: Template?
    let frame: Int

    struct Variable: Sendable {
        let name: String
        let slot: Int
        let range: Node
    }

    /// `unless`: the rule gives way, on the authority of the exception's own norms.
    struct Exception: Sendable {
        let name: String
        let authority: Authority
        let when: Node
        let place: Place
    }

    init(
        code: String, slug: String, title: Message, severity: Severity, authority: Authority, place: Place,
        documentation: String?, pack: String,
        variables: [Variable], when: Node, exceptions: [Exception], at: Node?, message: Template, label: Template?,
        advice: Template?, frame: Int
    ) {
        (self.code, self.slug, self.title, self.severity, self.authority, self.place) = (
            code, slug, title, severity, authority, place
        )
        (self.documentation, self.pack, self.variables, self.when, self.exceptions) = (
            documentation, pack, variables, when, exceptions
        )
        (self.at, self.message, self.label, self.advice, self.frame) = (at, message, label, advice, frame)
    }
}

/// Names of concepts and their kinds, so that `is Health` can be checked when a pack is loaded.
public struct ConceptNames: Sendable {
    /// The kinds under which a name is declared: `Ordinary` is a category, a context and an expectation.
    public internal(set) var kinds: [String: [String]] = [:]
    /// What each stands under, by kind and name.
    private var parents: [String: [String: [String]]] = [:]
    public init() {}
    mutating func add(_ name: String, kind: String, under: [String] = []) {
        parents[kind, default: [:]][name] = under
        if kinds[name]?.contains(kind) != true { kinds[name, default: []].append(kind) }
    }
    mutating func merge(_ other: ConceptNames) {
        for (name, list) in other.kinds { for kind in list { add(name, kind: kind, under: other.parents[kind]?[name] ?? []) } }
    }

    func names(of kind: String) -> [String] { (parents[kind] ?? [:]).keys.sorted() }

    /// At or below. A circle, which is told elsewhere, ends the search.
    func isUnder(_ name: String, _ other: String, kind: String, depth: Int = 0) -> Bool {
        name == other
            || depth < 64 && (parents[kind]?[name] ?? []).contains { isUnder($0, other, kind: kind, depth: depth + 1) }
    }
}
