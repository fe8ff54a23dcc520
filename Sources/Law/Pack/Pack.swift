// A law pack in its typed form: norms, definitions, decisions, rules and policy numbers.
import Model
import Source

/// INVARIANT: immutable; what is wrong in the text stands in `diagnostics`, and a pack with an error clears nothing.
public struct Pack: Sendable {
    public let name: String
    public internal(set) var title: String?
    public internal(set) var norms: [String: Norm] = [:]
    public internal(set) var rules: [Rule] = []
    /// Numbers that the pack sets as policy, by name with words joined by `_`: law fixes none of them.
    public internal(set) var policy: [String: Value] = [:]
    /// What is wrong with the pack itself, at its places.
    public internal(set) var diagnostics: [Diagnostic] = []
    /// Concepts that the pack declares, for the packs after it.
    public internal(set) var concepts = ConceptNames()
    var defines: [String: Callable<Define>] = [:]
    var declaredDecisions: [String: Callable<Decision>] = [:]
    /// Of a pack that ships, whose forms are read when they are asked for; nil where all have been read.
    var names: PackNames?

    init(name: String) { self.name = name }
}

/// A provision, judgment or guideline, and the days on which it counts.
public struct Norm: Sendable {
    public let id: String
    public let inForce: Day
    /// The last day on which it is in force; nil when it has no end.
    public let until: Day?
    public let applies: Day
    public let place: Place
    let texts: Later<Texts>

    /// What a reader is told of it.
    struct Texts: Sendable, Hashable {
        let title: Message
        let says: Message?
        let url: String?
        let documentation: String?
    }

    public var title: Message { texts.value.title }
    public var says: Message? { texts.value.says }
    public var url: String? { texts.value.url }
    public var documentation: String? { texts.value.documentation }

    /// Whether it decides anything on a day.
    public func counts(on day: Day) -> Bool { inForce <= day && applies <= day && until.map { day <= $0 } ?? true }
    public func isInForce(on day: Day) -> Bool { inForce <= day && until.map { day <= $0 } ?? true }
    /// The days on which an answer that rests on it may change.
    var turns: [Day] { [inForce, applies] + (until.map { [Day(number: $0.number + 1)] } ?? []) }
}

extension Norm: Hashable {
    public static func == (one: Norm, other: Norm) -> Bool {
        one.id == other.id && one.inForce == other.inForce && one.until == other.until && one.applies == other.applies
            && one.place == other.place && (one.texts === other.texts || one.texts.value == other.texts.value)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
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
    public let severity: Severity
    public let authority: Authority
    public let place: Place
    public let pack: String
    /// What its first variable runs through, where that is told ahead of its conditions: where there is no such thing, none is asked.
    let roots: String?
    /// Of its exceptions, in their order.
    let exceptionAuthorities: [Authority]
    private let conditions: Later<Conditions>
    private let texts: Later<Texts>

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

    /// What is asked.
    struct Conditions: Sendable {
        let variables: [Variable]
        let when: Node
        let exceptions: [Exception]
        let at: Node?
        /// The names that its texts may use.
        let names: Compiler.Names
    }

    /// What is told.
    struct Texts: Sendable {
        let slug: String
        let title: Message
        let documentation: String?
        let message: Template
        let label: Template?
        let advice: Template?
        let frame: Int
    }

    init(
        code: String, severity: Severity, authority: Authority, place: Place, pack: String, roots: String?, exceptionAuthorities: [Authority],
        conditions: Later<Conditions>, texts: Later<Texts>
    ) {
        (self.code, self.severity, self.authority, self.place, self.pack) = (code, severity, authority, place, pack)
        (self.roots, self.exceptionAuthorities, self.conditions, self.texts) = (roots, exceptionAuthorities, conditions, texts)
    }

    var variables: [Variable] { conditions.value.variables }
    var when: Node { conditions.value.when }
    var exceptions: [Exception] { conditions.value.exceptions }
    var at: Node? { conditions.value.at }
    var frame: Int { conditions.value.names.slots }

    public var slug: String { texts.value.slug }
    public var title: Message { texts.value.title }
    public var documentation: String? { texts.value.documentation }
    var message: Template { texts.value.message }
    var label: Template? { texts.value.label }
    var advice: Template? { texts.value.advice }
    /// The frame with what its texts run through.
    var wholeFrame: Int { texts.value.frame }
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
