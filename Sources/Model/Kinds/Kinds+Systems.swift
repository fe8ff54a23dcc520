// AI systems.
import Source

extension Kinds {
    static let systems: [Kind] = [
        Kind("system", sv: "AI-system", blocks: ["oversight"], doc("Ett AI-system: klass och skäl, roll, variabler, tillsyn och loggning.", "An AI system: its class and why, role, features, oversight and logging."), [
            Property("controller", sv: "personuppgiftsansvarig", .entity("controller"), .no, doc("Den som använder systemet.", "Who uses the system.")),
            Property("class", sv: "klass", .entity("class"), .no, record: "class_record",
                clauses: [ClauseRow("under", fact: "norm", .norm), ClauseRow("because", fact: "because", .text)], doc("Klass enligt AI-förordningen.", "Class under the AI Act.")),
            Property("role", sv: "roll", fact: "roles", .entity("role"), many: true, .no, doc("Leverantör eller tillhandahållare.", "Provider or deployer.")),
            Property("first used", sv: "togs i bruk", .date, .unknown, doc("Första användning.", "First use.")),
            Property("target", sv: "mål", .entity("prediction"), .unknown, doc("Vad systemet förutsäger.", "What it predicts.")),
            Property("objective facts", sv: "objektiva fakta", .text, .no, change: [.add], doc("De objektiva och kontrollerbara fakta som bedömningen också bygger på.", "The objective, verifiable facts that the assessment also rests on.")),
            Property("features", sv: "variabler", .word, many: true, .computed, change: [.set], record: "feature_record", clauses: [ClauseRow("because", fact: "because", .text, change: [.set])], doc("Variabler, med skäl.", "Features, with reasons.")),
            Property("influences", sv: "påverkar", .entity("outcome"), many: true, .unknown, doc("De utfall som systemet kan påverka.", "The outcomes that it can influence.")),
            Property("profiles", sv: "profilerar", .truth, .unknown, doc("Om systemet profilerar fysiska personer.", "Whether it profiles natural persons.")),
            Property("interacts with persons", sv: "möter personer", .truth, .no, doc("Om personer möter systemet direkt (artikel 50).", "Whether persons meet it directly (article 50).")),
            Property("generates media", sv: "skapar medier", .truth, .no, doc("Om systemet skapar text, bild eller ljud (artikel 50).", "Whether it generates text, image or sound (article 50).")),
            Property("disclosed as AI", sv: "anges vara AI", .text, .no, change: [.add], doc("Hur personer får veta att de möter AI.", "How persons learn that they meet AI.")),
            Property("literacy", sv: "AI-kunnighet", .text, .no, change: [.add], doc("Åtgärder för AI-kunnighet (artikel 4).", "Measures for AI literacy (article 4).")),
            Property("logs", sv: "loggar", .oneOf([.duration, .text]), .no, change: [.add], doc("Hur länge loggarna sparas.", "How long logs are kept.")),
            Property("registered", sv: "registrerad", .oneOf([.date, .text]), .no, change: [.add], doc("Registrering (artikel 49).", "Registration (article 49).")),
            Property("exit plan", sv: "avvecklingsplan", .text, .no, change: [.add], doc("Plan för att lämna leverantören.", "Plan for leaving the supplier.")),
            Property("supplier", sv: "leverantör", .oneOf([.entity("processor"), .text]), .no, change: [.add], doc("Den som levererar systemet.", "Who supplies it.")),
            Property("risk management", sv: "riskhantering", .text, .no, change: [.add], doc("Riskhanteringssystemet (artikel 9).", "The risk management system (article 9).")),
            Property("data governance", sv: "dataförvaltning", .text, .no, change: [.add], doc("Dataförvaltning, ursprung och representativitet (artikel 10).", "Data governance, origin and representativeness (article 10).")),
            Property("documentation", sv: "dokumentation", .text, .no, change: [.add], doc("Teknisk dokumentation (artikel 11).", "Technical documentation (article 11).")),
            Property("instructions", sv: "bruksanvisning", .text, .no, change: [.add], doc("Bruksanvisning (artikel 13).", "Instructions for use (article 13).")),
            Property("accuracy", sv: "noggrannhet", .text, .no, change: [.add], doc("Noggrannhet och robusthet (artikel 15).", "Accuracy and robustness (article 15).")),
            Property("fairness", sv: "rättvisa", .text, .no, change: [.add], clauses: [ClauseRow("on", fact: "fairness_on", .date, change: [.add])], doc("Prövningen av snedvridning och diskriminering, och när.", "The examination of bias and discrimination, and when.")),
        ]),
        Kind("oversight", sv: "mänsklig tillsyn", plural: "oversights", named: false, inner: true, doc("Vem som utövar tillsyn, vad de ser och får göra.", "Who oversees, what they see and may do."), [
            Property("by", sv: "av", .oneOf([.text, .word]), many: true, .no, change: [.add], clauses: [ClauseRow("with", fact: "competence", .text, change: [.add])], doc("Vem, med vilken kompetens.", "Who, with which competence.")),
            Property("sees", sv: "ser", .entity("view"), many: true, .no, change: [.add], doc("Vad de ser.", "What they see.")),
            Property("may", sv: "får", .entity("power"), many: true, .no, change: [.add], doc("Vad de får göra.", "What they may do.")),
            Property("bias", sv: "automationsbias", .text, .no, change: [.add], doc("Hur automationsbias motverkas.", "How automation bias is countered.")),
        ]),
    ]

    /// Kinds of the law packs: what they hold is read by the rule language, but norms are facts too.
    static let law: [Kind] = [
        Kind("norm", sv: "norm", doc("En bestämmelse, eller en källa som förklarar den.", "A provision, or an authority that explains one."), naming + [
            Property("in force", sv: "i kraft", .date, .required, clauses: [ClauseRow("until", fact: "in_force_until", .date)], doc("I kraft från.", "In force from.")),
            Property("applies", sv: "tillämpas", .date, .no, doc("Tillämpas från.", "Applies from.")),
            Property("older", sv: "äldre system", fact: "applies_to_older", .date, .no, doc("När den gäller AI-system hos myndigheter som var i bruk redan innan den tillämpades.", "When it applies to AI systems of authorities that were in use before it applied.")),
            Property("url", sv: "webbadress", .text, .no, doc("Den officiella texten.", "The official text.")),
            Property("verify", sv: "att läsa", .text, .no, doc("Vad som återstår att läsa i originalet.", "What remains to be read in the original.")),
        ]),
    ]
}
