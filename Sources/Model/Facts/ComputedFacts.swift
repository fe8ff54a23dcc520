// The facts that the tool computes: from the taxonomy, from tables, and from pipelines.

enum ComputedFacts {
    /// What every entity has.
    static let everywhere: [FactProperty] = [
        computed("name", .text), computed("allows", .list(.entity("allow"))),
    ]

    static let rows: [String: [FactProperty]] = [
        "purpose": [
            // P001 asks for both, since it also asks that the words say something.
            FactProperty("text", .text, .no, change: [.set], key: "title"), FactProperty("kind", .entity("purpose"), .no, key: "is"),
        ],
        "controller": [computed("kind", .word)],
        "dataset": [
            computed("subjects", .list(.entity("subject"))), computed("columns", .list(.entity("column"))), computed("tables", .list(.entity("table"))),
            computed("state", .word), computed("has_free_text", .truth),
        ],
        "table": [computed("dataset", .entity("dataset")), computed("columns", .list(.entity("column")))],
        "column": [
            FactProperty("category", .entity("category"), .required, key: "as"), FactProperty("subjects", .list(.entity("subject")), .required, key: "of"),
            FactProperty("identifies", .word, .unknown), FactProperty("meaning", .text, .no, key: "///"),
            FactProperty("type", .word, .required), FactProperty("domain", .text, .unknown), FactProperty("feature_because", .text, .no, change: [.set], key: "features"),
            computed("lineage", .list(.entity("column"))), computed("masked", .truth), computed("unit", .word),
            computed("table", .entity("table")), computed("dataset", .entity("dataset")),
        ],
        "activity": [
            computed("uses", .list(.entity("dataset")), change: [.remove]), computed("steps", .list(.entity("step")), change: [.remove]),
            computed("outputs", .list(.entity("relation")), change: [.remove]), computed("gates", .list(.entity("gate")), change: [.remove]),
            computed("reached", .list(.entity("column")), change: [.remove]),
            FactProperty("assessments", .list(.entity("assessment")), .no, change: [.add]),
            computed("acts_on_persons", .truth), computed("first_reading_step", .entity("step")), computed("first_reading", .date),
        ],
        "opt_out": [
            computed("filtered", .truth), FactProperty("unreached", .word, .no, change: [.set], key: "unreached"), computed("window", .duration),
        ],
        "assessment": [computed("kind", .entity("assessment_kind"))],
        "approval": [FactProperty("kind", .entity("approval_kind"), .no, change: [.add], key: "is")],
        "interval": [computed("from", .date), computed("until", .date)],
        "system": [
            FactProperty("oversight", .entity("oversight"), .no, change: [.add], key: "oversight"),
            FactProperty("assessments", .list(.entity("assessment")), .no, change: [.add]), computed("activities", .list(.entity("activity"))),
        ],
        "request": [
            FactProperty("review", .entity("assessment"), .no, change: [.add]), FactProperty("reservations", .list(.entity("reservation")), .no, change: [.add]),
            computed("datasets", .list(.entity("dataset"))),
        ],
        "step": [
            computed("verb", .word, change: steps), computed("method", .word, change: [.set]), computed("position", .number, change: [.move]), computed("activity", .entity("activity")),
            computed("params", .list(.word), change: steps), computed("zone", .entity("zone")),
            computed("inputs", .list(.entity("relation")), change: steps), computed("outputs", .list(.entity("relation")), change: steps),
            computed("personal_inputs", .list(.entity("relation"))), computed("features", .list(.entity("column")), change: [.remove]), computed("target", .entity("column")),
            computed("read_columns", .list(.entity("column")), change: [.remove]), computed("tables", .list(.entity("table")), change: [.remove]),
            computed("selects_persons", .truth), computed("because", .text),
            computed("epsilon", .number, change: [.set]), computed("delta", .number, change: [.set]), computed("clip", .number, change: [.set]),
            computed("unit", .text, change: [.set]), computed("at_most", .number, change: [.set]),
            computed("automated", .truth), computed("adverse", .truth), computed("falls_to_human", .truth),
            computed("after_passed_only", .truth, change: [.set]), computed("rows_stated", .number), computed("at_least_rows", .number),
        ],
        "relation": [
            computed("state", .word), computed("epsilon", .number), computed("delta", .number), computed("columns", .list(.entity("column"))),
            computed("subjects", .list(.entity("subject"))), computed("made_by", .entity("step")), computed("trained_on", .word), computed("paths", .list(.entity("path"))),
            computed("smallest", .number), computed("gated", .truth), computed("at_least_rows", .number),
        ],
        "gate": [
            FactProperty("of", .entity("relation"), .no, change: [.add]), computed("step", .entity("step")), FactProperty("limits", .list(.text), .no, change: [.add, .set]), computed("limited", .list(.word)),
            FactProperty("tests", .list(.word), .no, change: [.add]), FactProperty("combined_with", .list(.entity("table")), .no, change: [.add]),
            computed("combined_reason", .text), FactProperty("control", .entity("relation"), .no, change: [.set]), computed("result", .word),
        ],
        "path": [computed("end", .word), computed("steps", .list(.entity("step")))],
        "allow": [computed("code", .word), computed("because", .text), computed("until", .date), computed("by", .text)],
    ]

    /// How a run can end.
    static let goodEnd = "ok", badEnds = ["gate_failed", "cancelled", "crashed"]

    /// A step is added, removed and moved as one.
    private static let steps: Set<Change> = [.add, .remove, .move]

    private static func computed(_ name: String, _ type: FactType, change: Set<Change> = []) -> FactProperty { FactProperty(name, type, .computed, change: change) }
}
