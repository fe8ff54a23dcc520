// Swedish for the words that stand after values, and for the closed sets of words that a value may be.
import Source

/// The clause words, in Swedish and with what each is for. INVARIANT: every clause word of the language stands here.
public enum ClauseWords {
    public static let rows: [(word: String, sv: String, documentation: Message)] = [
        ("because", "därför att", doc("Skälet.", "The reason.")),
        ("for", "för", doc("Vilka grupper, kategorier eller hur länge.", "Which groups or categories, or how long.")),
        ("within", "inom", doc("Inom vilken tid, eller mellan vilka gränser.", "Within which time, or which bounds.")),
        ("of", "av", doc("Vem uppgiften gäller.", "Whose data it is.")),
        ("by", "av", doc("Av vem, på vilken väg, eller efter vilken kolumn.", "By whom, by which channel, or by which column.")),
        ("as", "som", doc("Kategori eller status.", "Category or status.")),
        ("through", "genom", doc("Genom vem den registrerade nås.", "Through whom the data subject is reached.")),
        ("after", "efter", doc("Efter vad.", "After what.")),
        ("before", "före", doc("Före vad.", "Before what.")),
        ("until", "till och med", doc("Sista dag.", "The last day.")),
        ("since", "sedan", doc("Första dag.", "The first day.")),
        ("from", "från", doc("Varifrån, eller första dag.", "From where, or the first day.")),
        ("into", "i", doc("Bandens kanter.", "The edges of bands.")),
        ("to", "till", doc("Till vem eller vart.", "To whom or where.")),
        ("with", "med", doc("Med vad.", "With what.")),
        ("against", "mot", doc("Mot vad det jämförs.", "What it is compared with.")),
        ("on", "på", doc("På vad, eller vilken dag.", "On what, or which day.")),
        ("at", "vid", doc("Vid vilken plats.", "At which place.")),
        ("under", "enligt", doc("Enligt vilken bestämmelse.", "Under which provision.")),
        ("per", "per", doc("För varje.", "For each.")),
        ("many per", "flera per", doc("Flera rader för varje rad i en annan tabell.", "Several rows for each row of another table.")),
        ("matched by", "matchat på", doc("Kolumnen som säger samma sak.", "The column that says the same.")),
        ("named", "med namnet", doc("Namnet i källan.", "The name in the source.")),
        ("else", "annars", doc("Vad som gäller annars.", "What applies otherwise.")),
        ("every", "var", doc("Hur ofta.", "How often.")),
        ("where", "där", doc("Vilka rader.", "Which rows.")),
        ("when", "när", doc("Under vilket villkor.", "On which condition.")),
        ("needs", "kräver", doc("Villkor som ska visas.", "Conditions to be shown.")),
        ("otherwise", "annars", doc("I övriga fall.", "In other cases.")),
        ("as of", "per", doc("Den dag som rätten prövas.", "The day on which law is asked.")),
        ("passed", "godkänd", doc("Bara om kravet uppfyllts.", "Only if the gate was passed.")),
    ]
    public static let swedish = Dictionary(rows.map { ($0.word, $0.sv) }, uniquingKeysWith: { first, _ in first })
}

/// The closed sets of words that are no concepts, with their Swedish. What is a concept has its titles in the prelude.
public enum ChoiceWords {
    public static let swedish: [String: String] = [
        "excluded": "utesluts", "included": "tas med", "survey": "undersökning", "result": "resultat", "data": "uppgifter", "model": "modell",
        "directly": "direkt", "indirectly": "indirekt", "no": "nej", "written": "skrivna", "from_rules": "ur reglerna", "from_model": "ur modellen",
        "told": "upplyst",
    ]
}
