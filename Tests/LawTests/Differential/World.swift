// What a random specification says, as plain facts, and how it is written. Nothing here is shared with the model that is tested.
import Source

/// A value as the reference sees it.
enum Fact: Hashable {
    case none
    case truth(Bool)
    case number(Int)
    case date(Int)
    case duration(months: Int, days: Int)
    case text(String)
    case word(String)
    case thing(Int)
    /// In a completion: something that stands under a concept, and under none that is declared below it.
    case beneath(Int)
    case norm(String)
    case list([Fact])

    /// As it is written in a specification or a pack.
    func written(_ world: World) -> String {
        switch self {
        case .none: "none"
        case .truth(let truth): truth ? "yes" : "no"
        case .number(let number): String(number)
        case .date(let number): "\(Day(number: number))"
        case .duration(let months, let days): months != 0 ? "\(months) months" : "\(days) days"
        case .text(let text): "\"\(text)\""
        case .word(let word), .norm(let word): word
        case .thing(let index), .beneath(let index): world.things[index].name
        case .list(let facts): "[" + facts.map { $0.written(world) }.joined(separator: ", ") + "]"
        }
    }
}

indirect enum Sort: Hashable, Sendable {
    case truth, number, date, duration, text, norm
    /// A word out of a closed few.
    case word([String])
    /// A concept of a kind; a record whose head is one reads the same.
    case concept(String)
    case thing(String)
    case list(Sort)
}

/// A fact that something of a kind may state.
struct Slot: Sendable {
    let kind: String, fact: String, key: String, sort: Sort
    /// Silence asks; otherwise silence is none, or no.
    let isOpen: Bool
    init(_ kind: String, _ fact: String, _ key: String, _ sort: Sort, open: Bool) {
        (self.kind, self.fact, self.key, self.sort, self.isOpen) = (kind, fact, key, sort, open)
    }
}

/// A part of the vocabulary of checking.md 3.2, written down a second time.
let slots: [Slot] = [
    Slot("subject", "relation", "relation", .concept("relation"), open: true),
    Slot("subject", "minor", "minor", .truth, open: true),
    Slot("subject", "dependent", "dependent", .truth, open: true),
    Slot("subject", "expectation", "expectation", .concept("expectation"), open: true),
    Slot("subject", "reachable", "reached by", .list(.concept("channel")), open: true),
    Slot("activity", "status", "status", .concept("status"), open: false),
    Slot("activity", "starts", "starts", .date, open: true),
    Slot("activity", "zone", "runs in", .concept("zone"), open: true),
    Slot("activity", "aim", "aim", .word(["survey", "result", "data"]), open: true),
    Slot("activity", "same_purpose_claimed", "same purpose", .truth, open: false),
    Slot("activity", "unreached", "unreached", .word(["excluded", "included"]), open: false),
    Slot("activity", "notices", "notice", .list(.thing("notice")), open: false),
    Slot("activity", "safeguards", "safeguard", .list(.thing("safeguard_record")), open: false),
    Slot("safeguard_record", "kind", "", .concept("safeguard"), open: false),
    Slot("safeguard_record", "status", "as", .concept("status"), open: true),
    Slot("safeguard_record", "since", "since", .date, open: false),
    Slot("notice", "to", "to", .list(.thing("subject")), open: false),
    Slot("notice", "sent", "sent", .date, open: false),
    Slot("notice", "under", "under", .norm, open: true),
    Slot("dataset", "context", "context", .concept("context"), open: true),
    Slot("dataset", "confidentiality", "confidentiality", .concept("confidentiality"), open: true),
    Slot("dataset", "public_record", "public record", .truth, open: true),
    Slot("dataset", "zone", "zone", .concept("zone"), open: true),
    Slot("dataset", "owner", "owner", .text, open: false),
    Slot("controller", "sector", "sector", .concept("sector"), open: true),
    Slot("controller", "country", "country", .word(["SE", "NO"]), open: true),
]

func slot(_ fact: String, of kind: String) -> Slot? { slots.first { $0.kind == kind && $0.fact == fact } }

/// What rules may run over.
let plurals = ["subjects": "subject", "activities": "activity", "notices": "notice", "datasets": "dataset", "controllers": "controller"]

struct Thing: Hashable {
    var kind: String
    var name: String
    var parents: [Int] = []
    var facts: [String: Fact] = [:]
    /// Declared by the specification, and so in a rule's range; otherwise a concept of the prelude.
    var isDeclared = true
    /// A record stands in the text of what holds it.
    /// The kind of what the shrinker took away.
    static let gone = "gone"
    var isRecord: Bool { kind == "safeguard_record" }
}

/// A fact that is not stated.
struct Gap: Hashable {
    let thing: Int, fact: String
}

struct World: Hashable {
    var things: [Thing] = []

    func all(_ kind: String) -> [Int] { things.indices.filter { things[$0].kind == kind && things[$0].isDeclared } }
    func concepts(_ kind: String) -> [Int] { things.indices.filter { things[$0].kind == kind && !things[$0].isDeclared } }

    /// At or below.
    func isUnder(_ a: Int, _ b: Int) -> Bool { a == b || things[a].parents.contains { isUnder($0, b) } }

    /// At or below one, of what the prelude declares.
    func kin(of root: Int) -> [Int] { things.indices.filter { things[$0].kind == things[root].kind && isUnder($0, root) } }

    func leaves(ofKind kind: String) -> [Int] {
        let kin = concepts(kind)
        return kin.filter { one in !kin.contains { $0 != one && things[$0].parents.contains(one) } }
    }

    /// Stated, or inherited from the nearest above.
    func stated(_ fact: String, of thing: Int) -> Fact? {
        var pending = [thing]
        while !pending.isEmpty {
            let next = pending.removeFirst()
            if let fact = things[next].facts[fact] { return fact }
            pending += things[next].parents
        }
        return nil
    }

    // MARK: Text

    var prelude: String {
        "edition 2026\n" + things.indices.filter { !things[$0].isDeclared && !things[$0].isRecord && things[$0].kind != Thing.gone }.map(declaration).joined()
    }

    var specification: String {
        let order = ["controller", "subject", "purpose", "notice", "dataset", "activity"]
        let declared = order.flatMap { kind in all(kind).filter { !things[$0].isRecord } }
        return "edition 2026\n" + declared.map(declaration).joined()
    }

    private func declaration(_ index: Int) -> String {
        let thing = things[index]
        var text = "\(thing.kind) \(thing.name)"
        if thing.kind == "purpose", thing.isDeclared { text += " \"To do what was agreed with each of the clients\"" }
        if !thing.parents.isEmpty { text += " is " + thing.parents.map { things[$0].name }.joined(separator: ", ") }
        var lines: [String] = []
        switch thing.kind {
        case "activity": lines = ["controller: C", "purpose: P"]
        case "dataset": lines = ["controller: C", "collected for: P", "source: csv(\"x.csv\")"]
        default: break
        }
        for slot in slots where slot.kind == thing.kind {
            guard let fact = thing.facts[slot.fact] else { continue }
            switch fact {
            case .list(let facts) where slot.fact == "safeguards": lines += facts.map { "safeguard: " + safeguard($0) }
            case .list(let facts) where facts.isEmpty: lines.append("\(slot.key): none")
            case .list(let facts): lines.append("\(slot.key): " + facts.map { $0.written(self) }.joined(separator: ", "))
            default:
                let because = slot.fact == "expectation" || slot.fact == "same_purpose_claimed" ? " because \"so\"" : ""
                lines.append("\(slot.key): \(fact.written(self))\(because)")
            }
        }
        return text + (lines.isEmpty ? "\n" : " {\n" + lines.map { "  \($0)\n" }.joined() + "}\n")
    }

    private func safeguard(_ fact: Fact) -> String {
        guard case .thing(let index) = fact, let kind = things[index].facts["kind"] else { return "" }
        var text = kind.written(self)
        if let status = things[index].facts["status"] { text += " as \(status.written(self))" }
        if let since = things[index].facts["since"] { text += " since \(since.written(self))" }
        return text
    }

    /// As findings of both sides name a thing.
    func label(_ index: Int) -> String {
        guard things[index].isRecord else { return "\(things[index].kind) \(things[index].name)" }
        for activity in all("activity") {
            guard case .list(let facts)? = things[activity].facts["safeguards"] else { continue }
            if let position = facts.firstIndex(of: .thing(index)) { return "\(things[activity].name).safeguards[\(position)]" }
        }
        return "a safeguard of nobody"
    }
}
