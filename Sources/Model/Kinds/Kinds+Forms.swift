// Forms that other parts of the tool read: tables and pipelines, and what the rule language and tests are made of.
import Source

extension Kinds {
    /// Rows for completion, hover and the reference pages. What stands in them is read by the tables and pipelines of the model, by the
    /// rule language, and by the tests; they are no entities of their own.
    public static let forms: [Kind] = [
        Kind("table", sv: "tabell", inner: true, doc("En tabell med nyckel, kolumner och etiketter.", "A table with its key, columns and labels."), [
            Property("about", sv: "om", .word, .no, doc("Vilken kolumn som säger vem raden gäller, och vem varje värde står för.", "Which column says whom the row is about, and whom each value stands for.")),
        ]),
        Kind("pipeline", sv: "flöde", named: false, inner: true, doc("Stegen i ordning: `resultat = verb …`.", "The steps in order: `result = verb …`.")),
        Kind("define", sv: "definition", doc("Ett begrepp som regler delar: ett villkor eller ett värde.", "A notion that rules share: a condition or a value."), cited + says + [
            Property("holds", sv: "gäller", .condition, .no, doc("När det gäller.", "When it holds.")),
            Property("gives", sv: "ger", .expression, .no, doc("Värdet.", "The value.")),
        ]),
        Kind("part", sv: "led", inner: true, doc("Ett led i en definition; alla ska gälla.", "A part of a definition; all must hold."), says + [
            Property("holds", sv: "gäller", .condition, .no, doc("När det gäller.", "When it holds.")),
        ]),
        Kind("decision", sv: "prövning", doc("En prövning av faktorer som slutar i en slutsats.", "A weighing of factors that ends in a conclusion."), cited + [
            Property("each", sv: "för varje", .expression, .no, doc("Vad prövningen görs för, en i taget.", "What the decision is made for, one at a time.")),
            Property("worst of", sv: "sämsta av", .word, many: true, .no, doc("Slutsatserna, från bästa till sämsta.", "The conclusions, from best to worst.")),
        ]),
        Kind("factor", sv: "faktor", inner: true, doc("En faktor: den första rad som gäller ger värdet.", "A factor: the first row that holds gives its value."), cited + says + [
            Property("against", sv: "talar emot", .word, many: true, .no, doc("Värden som talar emot.", "Values that speak against.")),
        ]),
        Kind("rule", sv: "regel", doc("En regel: när den slår till, var, med vilka ord.", "A rule: when it fires, where, in which words."), cited + titles + [
            Property("slug", sv: "kortnamn", .word, .no, doc("Ett kort namn.", "A short name.")),
            Property("severity", sv: "allvar", .choice(["error", "warning", "info"]), .no, doc("Hur allvarlig den är.", "How grave it is.")),
            Property("for", sv: "för", .expression, many: true, .no, doc("Vad den prövas för.", "What it is asked of.")),
            Property("when", sv: "när", .condition, .no, doc("När den slår till.", "When it fires.")),
            Property("at", sv: "vid", .expression, .no, doc("Var den pekar.", "Where it points.")),
        ] + spoken("message", sv: "meddelande", doc("Vad som sägs.", "What is said.")) + spoken("label", sv: "etikett", doc("Kort text vid platsen.", "A short text at the place."))
            + spoken("advice", sv: "råd", doc("Vad man kan göra.", "What can be done."))),
        Kind("unless", sv: "undantag", inner: true, doc("Ett undantag från en regel, med egen norm.", "An exception to a rule, with a norm of its own."), cited + [
            Property("when", sv: "när", .condition, .no, doc("När undantaget gäller.", "When the exception applies.")),
        ]),
        Kind("pack", sv: "lagpaket", doc("Ett lagpakets policytal.", "The policy numbers of a law pack."), [
            Property("owner", sv: "ägare", .text, .no, doc("Vem som svarar för paketet.", "Who answers for the pack.")),
        ]),
        Kind("test", sv: "test", named: false, doc("En specifikations eller ett lagpakets eget test.", "A specification's or a pack's own test."), [
            Property("expect", sv: "väntar", .expression, many: true, .no, doc("Fynd som ska komma.", "Findings that must come.")),
            Property("silent", sv: "tyst", .word, many: true, .no, doc("Fynd som inte får komma.", "Findings that must not come.")),
            Property("verdict", sv: "utslag", .expression, .no, doc("En prövnings slutsats.", "A decision's conclusion.")),
            Property("plan", sv: "plan", .expression, .no, doc("Om en behandlings plan är klar eller spärrad.", "Whether an activity's plan is ready or blocked.")),
        ]),
        Kind("given", sv: "givet", named: false, inner: true, doc("Deklarationer som bara testet ser.", "Declarations that only the test sees.")),
        Kind("change", sv: "ändra", inner: true, doc("Som förut, men: sätt, lägg till, ta bort.", "As before, but: set, add, take away.")),
    ]

    private static let cited: [Property] = [
        Property("cites", sv: "stöder sig på", .norm, many: true, .no, doc("De normer som avgör.", "The norms that decide.")),
        Property("see", sv: "se även", .norm, many: true, .no, doc("Källor som förklarar men inte avgör.", "Authorities that explain and do not decide.")),
    ]
    private static let says = spoken("says", sv: "säger", doc("Hur det läses.", "How it reads."))
    private static let titles = spoken("title", sv: "titel", doc("Titel.", "Title."))

    private static func spoken(_ key: String, sv: String, _ documentation: Message) -> [Property] {
        Language.allCases.map { Property("\(key) \($0.rawValue)", sv: "\(sv) \($0.rawValue)", .text, .no, documentation) }
    }
}
