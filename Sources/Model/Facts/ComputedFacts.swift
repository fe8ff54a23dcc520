// The facts that the tool computes: from the taxonomy, from tables, and from pipelines.

enum ComputedFacts {
    /// What every entity has.
    static let everywhere: [FactProperty] = [
        computed("name", .text), computed("allows", .list(.entity("allow"))),
    ]

    static let rows: [String: [FactProperty]] = [
        "purpose": [
            FactProperty("text", .text, .no, change: [.set], key: "title"), computed("kind", .entity("purpose")),
        ],
        "controller": [computed("kind", .word)],
        "dataset": [
            computed("subjects", .list(.entity("subject"))), computed("columns", .list(.entity("column"))), computed("tables", .list(.entity("table"))),
            computed("state", .word), computed("has_free_text", .truth),
        ],
        "table": [computed("dataset", .entity("dataset")), computed("columns", .list(.entity("column")))],
        "column": [
            computed("category", .entity("category")), computed("subjects", .list(.entity("subject"))), computed("identifies", .word),
            computed("table", .entity("table")), computed("dataset", .entity("dataset")), computed("type", .word),
        ],
        "activity": [
            computed("uses", .list(.entity("dataset"))), computed("steps", .list(.entity("step"))), computed("outputs", .list(.entity("relation"))),
            computed("gates", .list(.entity("gate"))), computed("reached", .list(.entity("column"))), computed("assessments", .list(.entity("assessment"))),
            computed("acts_on_persons", .truth), computed("first_reading_step", .entity("step")),
            FactProperty("first_reading", .date, .unknown, key: "starts"),
        ],
        "opt_out": [computed("filtered", .truth), computed("unreached", .word), computed("window", .duration)],
        "assessment": [computed("kind", .entity("assessment_kind"))],
        "approval": [computed("kind", .entity("approval_kind"))],
        "step": [
            computed("verb", .word), computed("method", .word), computed("position", .number), computed("activity", .entity("activity")),
            computed("inputs", .list(.entity("relation"))), computed("outputs", .list(.entity("relation"))),
            computed("personal_inputs", .list(.entity("relation"))), computed("features", .list(.entity("column"))), computed("target", .entity("column")),
            computed("read_columns", .list(.entity("column"))),
            computed("epsilon", .number), computed("delta", .number), computed("clip", .number), computed("unit", .text), computed("at_most", .number),
            computed("after_passed_only", .truth), computed("selects_persons", .truth), computed("because", .text), computed("rows_stated", .number),
        ],
        "relation": [
            computed("state", .word), computed("epsilon", .number), computed("delta", .number), computed("columns", .list(.entity("column"))),
            computed("subjects", .list(.entity("subject"))), computed("made_by", .entity("step")), computed("trained_on", .word),
        ],
        "gate": [
            computed("of", .entity("relation")), computed("step", .entity("step")), computed("limits", .list(.text)), computed("limited", .list(.word)), computed("tests", .list(.word)), computed("combined_with", .list(.entity("table"))),
            computed("combined_reason", .text), computed("control", .entity("relation")), computed("result", .word),
        ],
        "path": [computed("end", .word), computed("steps", .list(.entity("step")))],
        "allow": [computed("code", .word), computed("because", .text), computed("until", .date)],
    ]

    private static func computed(_ name: String, _ type: FactType) -> FactProperty { FactProperty(name, type, .computed) }
}
