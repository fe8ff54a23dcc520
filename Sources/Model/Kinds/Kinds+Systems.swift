// AI systems.
import Source

extension Kinds {
    static let systems: [Kind] = [
        Kind("system", sv: "AI-system", blocks: ["oversight"], doc("Ett AI-system: klass och skäl, roll, variabler, tillsyn och loggning.", "An AI system: its class and why, role, features, oversight and logging."), [
            Property("class", .entity("class"), .no, change: [.set], record: "class_record", clauses: [ClauseRow("under", fact: "norm", .norm), because], doc("Klass enligt AI-förordningen.", "Class under the AI Act.")),
            Property("role", fact: "roles", .entity("role"), many: true, .no, change: [.set], doc("Leverantör eller tillhandahållare.", "Provider or deployer.")),
            Property("first used", .date, .unknown, doc("Första användning.", "First use.")),
            Property("target", .word, .unknown, doc("Vad systemet förutsäger.", "What it predicts.")),
            Property("features", .word, many: true, .no, record: "feature_record", clauses: [because], doc("Variabler, med skäl.", "Features, with reasons.")),
            Property("literacy", .text, .no, change: [.add], doc("Åtgärder för AI-kunnighet (artikel 4).", "Measures for AI literacy (article 4).")),
            Property("logs", .oneOf([.duration, .text]), .no, change: [.add], doc("Loggar.", "Logs.")),
            Property("registered", .oneOf([.date, .text]), .no, change: [.add], doc("Registrering (artikel 49).", "Registration (article 49).")),
            Property("exit plan", .text, .no, change: [.add], doc("Plan för att lämna leverantören.", "Plan for leaving the supplier.")),
        ]),
        Kind("oversight", sv: "mänsklig tillsyn", plural: "oversights", doc("Vem som utövar tillsyn, vad de ser och får göra.", "Who oversees, what they see and may do."), [
            Property("by", .oneOf([.text, .word]), many: true, .no, clauses: [ClauseRow("with", fact: "competence", .text)], doc("Vem.", "Who.")),
            Property("sees", .word, many: true, .no, doc("Vad de ser.", "What they see.")),
            Property("may", .word, many: true, .no, doc("Vad de får göra.", "What they may do.")),
            Property("bias", .text, .no, doc("Hur automationsbias motverkas.", "How automation bias is countered.")),
        ]),
    ]

    /// Kinds of the law packs: what they hold is read by the rule language, but norms are facts too.
    static let law: [Kind] = [
        Kind("norm", sv: "norm", doc("En bestämmelse, eller en källa som förklarar den.", "A provision, or an authority that explains one."), naming + [
            Property("in force", .date, .required, clauses: [ClauseRow("until", fact: "in_force_until", .date)], doc("I kraft från.", "In force from.")),
            Property("applies", .date, .no, doc("Tillämpas från.", "Applies from.")),
            Property("url", .text, .no, doc("Den officiella texten.", "The official text.")),
            Property("verify", .text, .no, doc("Vad som återstår att läsa i originalet.", "What remains to be read in the original.")),
        ]),
    ]
}
