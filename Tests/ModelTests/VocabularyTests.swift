// The vocabulary between model and law holds every row that the design of the checker lists, with its type, silence and change.
import Model
import Testing

struct VocabularyTests {
    @Test func functionsByName() {
        #expect(FunctionCode.allCases.allSatisfy { FunctionCode(named: "\($0)") == $0 })
    }

    /// An entity, its facts, and what the design says of them. Silence: `no` closed, `?` open, `!` required, `=` computed.
    /// Change: letters of a(dd) s(et) r(emove) m(ove); "–" for what is never offered.
    struct Row: Sendable, CustomTestStringConvertible {
        var entity: String, facts: String, type: String, silence: String, change: String
        init(_ entity: String, _ facts: String, _ type: String, _ silence: String, _ change: String) {
            (self.entity, self.facts, self.type, self.silence, self.change) = (entity, facts, type, silence, change)
        }
        var testDescription: String { "\(entity): \(facts)" }
    }

    // One row of the design may be several here, where its facts differ. A note says where the vocabulary means more than the design wrote.
    // Grounds in law, what an activity or a system is, and claims about data are never offered, although the design writes them as what may be set: to
    // state one in order to be rid of a finding would be to make it up.
    static let rows: [Row] = [
        Row("activity", "controller", "controller", "!", "–"), Row("activity", "purpose", "purpose", "!", "–"),
        Row("activity", "uses", "[dataset]", "=", "r"), Row("activity", "steps", "[step]", "=", "r"), Row("activity", "outputs", "[relation]", "=", "r"),
        Row("activity", "gates", "[gate]", "=", "r"), Row("activity", "reached", "[column]", "=", "r"),
        Row("activity", "basis", "[ground]", "no", "–"), Row("ground", "basis", "basis", "no", "–"), Row("ground", "under", "[norm]", "no", "–"),
        Row("ground", "groups", "[subject]", "no", "–"), Row("ground", "because", "text", "no", "–"),
        Row("activity", "article9 article10", "[exception_ground]", "no", "–"), Row("exception_ground", "ground", "exception", "no", "–"),
        Row("exception_ground", "categories", "[category]", "no", "–"), Row("exception_ground", "under", "[norm]", "no", "–"),
        Row("activity", "override", "override_record", "no", "–"), Row("override_record", "kind", "override", "no", "–"), Row("override_record", "norm", "norm", "no", "–"),
        Row("override_record", "objective", "text", "no", "–"),
        Row("activity", "exemption", "exemption_record", "no", "r"), Row("activity", "aim", "word", "?", "r"),
        Row("activity", "same_purpose_claimed", "truth", "no", "r"),
        Row("activity", "notices", "[notice]", "no", "a"), Row("activity", "opt_outs", "[opt_out]", "no", "a"), Row("activity", "not_told", "[not_told]", "no", "–"),
        Row("activity", "safeguards", "[safeguard_record]", "no", "a"), Row("activity", "approvals", "[approval]", "no", "a"), Row("activity", "assessments", "[assessment]", "no", "a"),
        Row("activity", "status", "status", "!", "–"), Row("activity", "history", "[status_record]", "no", "–"), Row("activity", "starts", "date", "?", "s"),
        // The environment is closed: what runs in production is the rule, and a test is said to be one.
        Row("activity", "zone", "zone", "?", "s"), Row("activity", "environment", "environment", "no", "s"),
        Row("activity", "systems", "[system]", "no", "a"), Row("activity", "processors", "[processor]", "no", "a"), Row("activity", "services", "[service]", "no", "a"),
        Row("activity", "acts_on_persons", "truth", "=", "–"), Row("activity", "first_reading", "date", "=", "–"), Row("activity", "first_reading_step", "step", "=", "–"),
        Row("activity", "repeat", "repeat", "no", "s"), Row("repeat", "every period", "duration", "no", "s"), Row("activity", "objection_route rights_route", "text", "no", "s"),

        Row("dataset", "controller", "controller", "!", "–"),
        // What the data were collected for is closed since P002 asks for it; where they come from and for what is never offered as a remedy.
        Row("dataset", "purposes", "[purpose]", "no", "–"), Row("dataset", "collected_from", "[any]", "?", "–"),
        Row("dataset", "retention", "retention_record", "no", "s"), Row("dataset", "owner", "text", "no", "s"),
        Row("dataset", "context", "context", "?", "–"), Row("dataset", "confidentiality", "confidentiality_record", "?", "–"),
        Row("confidentiality_record", "kind", "confidentiality", "no", "–"), Row("confidentiality_record", "norm", "norm", "no", "–"),
        Row("dataset", "public_record", "truth", "?", "–"), Row("dataset", "activity_kind", "activity_kind", "?", "–"),
        Row("dataset", "subjects", "[subject]", "=", "–"), Row("dataset", "columns", "[column]", "=", "–"), Row("dataset", "state", "word", "=", "–"), Row("dataset", "has_free_text", "truth", "=", "–"),
        Row("dataset", "received_under", "norm", "no", "–"), Row("dataset", "test_data", "truth", "no", "–"), Row("dataset", "classification", "classification", "no", "s"),
        Row("dataset", "identity_claim", "state_record", "no", "–"),

        // A table may be about several groups: a column has its subjects.
        Row("column", "category", "category", "!", "–"), Row("column", "subjects", "[subject]", "!", "–"), Row("column", "identifies", "word", "?", "–"), Row("column", "meaning", "text", "no", "–"),
        Row("column", "type", "word", "!", "–"), Row("column", "domain", "text", "?", "–"), Row("column", "lineage", "[column]", "=", "–"), Row("column", "feature_because", "text", "no", "s"),

        Row("subject", "relation", "relation", "?", "–"), Row("subject", "minor dependent", "truth", "?", "–"), Row("subject", "expectation", "expectation_record", "?", "–"),
        Row("expectation_record", "level", "expectation", "no", "–"), Row("expectation_record", "because", "text", "no", "–"), Row("subject", "reachable", "[channel]", "?", "–"),

        // P001 asks for both, since it also asks that the words say something.
        Row("purpose", "text", "text", "no", "s"), Row("purpose", "kind", "purpose", "no", "–"),
        Row("purpose", "serves", "[serves]", "no", "–"), Row("serves", "purpose", "purpose", "no", "–"), Row("serves", "because", "text", "no", "–"), Row("purpose", "under", "[norm]", "no", "–"),

        Row("notice", "to", "[subject]", "no", "as"), Row("notice", "under", "norm", "?", "s"), Row("notice", "sent", "date", "no", "sm"), Row("notice", "by", "[channel]", "no", "as"),
        Row("notice", "tells", "[item]", "no", "a"), Row("notice", "evidence", "text", "no", "s"),
        Row("opt_out", "groups", "[subject]", "no", "as"), Row("opt_out", "until", "date", "no", "s"), Row("opt_out", "register", "table", "no", "–"),
        // Whether objectors are left out follows from the pipeline.
        Row("opt_out", "filtered", "truth", "=", "–"), Row("opt_out", "unreached", "word", "no", "s"),
        Row("safeguard_record", "kind", "safeguard", "no", "–"), Row("safeguard_record", "status", "status", "?", "–"), Row("safeguard_record", "carried_by", "any", "no", "s"),

        Row("step", "verb", "word", "=", "arm"), Row("step", "inputs outputs", "[relation]", "=", "arm"), Row("step", "params", "[word]", "=", "arm"), Row("step", "zone", "zone", "=", "–"),
        Row("step", "selects_persons", "truth", "=", "–"), Row("step", "features", "[column]", "=", "r"),
        Row("relation", "state", "word", "=", "–"), Row("relation", "epsilon delta", "number", "=", "–"), Row("relation", "columns", "[column]", "=", "–"), Row("relation", "subjects", "[subject]", "=", "–"),
        Row("relation", "made_by", "step", "=", "–"), Row("relation", "paths", "[path]", "=", "–"),
        Row("gate", "of", "relation", "no", "a"), Row("gate", "limits", "[text]", "no", "as"), Row("gate", "tests", "[word]", "no", "a"), Row("gate", "combined_with", "[table]", "no", "a"),
        Row("gate", "control", "relation", "no", "s"), Row("gate", "result", "word", "=", "–"),

        Row("system", "class", "class_record", "no", "–"), Row("class_record", "value", "class", "no", "–"), Row("class_record", "norm", "norm", "no", "–"), Row("class_record", "because", "text", "no", "–"),
        Row("system", "roles", "[role]", "no", "–"), Row("system", "first_used", "date", "?", "–"), Row("system", "target", "prediction", "?", "–"), Row("system", "features", "[feature_record]", "=", "s"),
        Row("system", "oversight", "oversight", "no", "a"), Row("oversight", "by", "[any]", "no", "a"), Row("oversight", "sees", "[view]", "no", "a"), Row("oversight", "may", "[power]", "no", "a"),
        Row("oversight", "competence", "text", "no", "a"), Row("system", "literacy", "text", "no", "a"), Row("system", "logs", "any", "no", "a"), Row("system", "registered", "any", "no", "a"),
        Row("system", "exit_plan", "text", "no", "a"),

        Row("assessment", "kind", "assessment_kind", "=", "–"), Row("assessment", "of", "[any kind]", "no", "a"), Row("assessment", "made", "date", "no", "a"), Row("assessment", "advice", "date", "no", "a"),
        Row("assessment", "decided_by", "text", "no", "a"), Row("assessment", "conclusion", "word", "no", "a"), Row("assessment", "facts_digest", "text", "no", "a"),
        Row("approval", "kind", "approval_kind", "no", "a"), Row("approval", "by number", "text", "no", "a"), Row("approval", "decided", "date", "no", "a"), Row("approval", "variables", "[any]", "?", "a"),
        Row("approval", "period", "interval", "?", "a"), Row("approval", "population", "text", "?", "a"), Row("approval", "purposes", "[purpose]", "?", "a"), Row("approval", "conditions", "[text]", "no", "a"),

        Row("request", "recipient", "recipient", "!", "–"), Row("recipient", "recipient_kind", "recipient_kind", "?", "–"), Row("recipient", "activity_kind", "activity_kind", "?", "–"),
        Row("recipient", "users", "[text]", "no", "s"), Row("request", "purpose", "purpose", "!", "–"), Row("request", "variables", "[variable_record]", "no", "sr"),
        Row("variable_record", "column", "column", "no", "s"), Row("variable_record", "reason", "text", "no", "s"), Row("request", "period", "interval", "?", "s"), Row("request", "starts", "date", "?", "–"),
        Row("request", "linked attributable", "truth", "?", "–"),
        // A secrecy review is an assessment of that kind.
        Row("assessment", "rule", "norm", "no", "a"), Row("assessment", "need", "exemption", "no", "a"), Row("assessment", "protection", "any", "no", "a"), Row("assessment", "harm", "harm", "?", "a"),
        Row("assessment", "recipient_lawful", "truth", "?", "a"), Row("assessment", "handler", "text", "no", "a"), Row("assessment", "presented", "date", "no", "a"), Row("assessment", "memo", "text", "no", "a"),
        Row("reservation", "of", "request", "no", "s"), Row("reservation", "signers", "[signer]", "no", "a"), Row("signer", "user", "text", "no", "–"), Row("signer", "on", "date", "no", "s"),
        Row("reservation", "destroyed", "any", "no", "s"),

        Row("norm", "title_sv title_en", "text", "no", "–"), Row("norm", "in_force", "date", "!", "–"), Row("norm", "in_force_until", "date", "no", "–"), Row("norm", "applies applies_to_older", "date", "no", "–"), Row("norm", "url", "text", "no", "–"),
    ]

    @Test(arguments: rows)
    func row(_ row: Row) throws {
        for name in row.facts.split(separator: " ") {
            let fact = try #require(Vocabulary.property(String(name), of: row.entity), "a rule can't ask \(row.entity).\(name)")
            #expect(text(fact.type) == row.type, "\(row.entity).\(name)")
            #expect(text(fact.silence) == row.silence, "\(row.entity).\(name)")
            #expect(text(fact.change) == row.change, "\(row.entity).\(name)")
        }
    }

    /// The functions and relations between facts; `is`, `today`, `count`, `min`, `max`, `failed` and the operators are the rule language's own.
    @Test(arguments: ["precedes", "reaches", "bound_to", "same", "serves_directly", "serves_indirectly", "first_read", "paths_after", "personal", "provided_own_data", "kinds_of", "in_force", "due"])
    func function(_ name: String) { #expect(Vocabulary.functions[name] != nil) }

    /// Every clause and property of every verb can be asked of a step by the fact that its row names.
    @Test func everyParameterOfAVerbIsAFact() {
        for verb in Verb.table {
            let facts = verb.clauseRows.compactMap(\.fact) + verb.properties.compactMap(\.fact) + verb.properties.flatMap(\.clauseRows).compactMap(\.fact)
            for fact in facts { #expect(Vocabulary.property(fact, of: "step") != nil, "\(verb.name): \(fact)") }
        }
    }

    private func text(_ type: FactType) -> String {
        switch type {
        case .entity(""): "any kind"
        case .entity(let kind): kind
        case .list(let inner): "[\(text(inner))]"
        case .anything: "any"
        case .truth: "truth"
        case .number: "number"
        case .date: "date"
        case .duration: "duration"
        case .text: "text"
        case .word: "word"
        case .norm: "norm"
        }
    }

    private func text(_ silence: Silence) -> String {
        switch silence {
        case .no: "no"
        case .unknown: "?"
        case .required: "!"
        case .computed: "="
        }
    }

    private func text(_ change: Set<Change>) -> String {
        let letters: [(Change, String)] = [(.add, "a"), (.set, "s"), (.remove, "r"), (.move, "m")]
        let text = letters.filter { change.contains($0.0) }.map(\.1).joined()
        return text.isEmpty ? "–" : text
    }
}
