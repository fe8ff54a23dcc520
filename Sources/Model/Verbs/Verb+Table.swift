// The rows of the verbs table.
import Source

extension Verb {
    public static let table: [Verb] = [
        Verb(.consolidate, sv: "sammanför", values: .max, clauses: ["by"], [
            p("where", doc("Vilka rader som tas med.", "Which rows are taken.")), p("each", doc("En rad för varje.", "One row for each.")),
            p("keep", list: true, doc("Kolumner som tas med som de är.", "Columns taken as they are.")), p("need", clauses: ["because"], doc("Hur många rader som behövs.", "How many rows are needed.")),
        ], runs: true, doc("För samman tabeller efter nyckel till en rad för varje.", "Brings tables together by key into one row for each.")),
        Verb(.clean, sv: "rensa", [
            p("where", doc("Vilka rader som tas med.", "Which rows are taken.")), p("keep", list: true, doc("Kolumner som behålls.", "Columns kept.")),
            p("reject", many: true, clauses: ["because"], doc("Rader som avvisas, med skäl.", "Rows rejected, with the reason.")),
            p("bands", many: true, clauses: ["into"], doc("Tal delas i band.", "Numbers are put in bands.")), p("distinct", doc("Lika rader tas bort.", "Equal rows are removed.")),
            p("need", clauses: ["because"], doc("Hur många rader som behövs.", "How many rows are needed.")),
        ], runs: true, doc("Behåller valda variabler, bandar och avvisar rader med skäl.", "Keeps chosen variables, bands and rejects rows with a reason.")),
        Verb(.mask, sv: "maskera", clauses: ["in", "with"], [p("columns", doc("Textkolumner.", "Text columns.")), p("kinds", doc("Slag av identifierare.", "Kinds of identifiers."))],
            flow: .masked, doc("Finner och maskerar identifierare i text.", "Finds and masks identifiers in text.")),
        Verb(.pseudonymise, sv: "pseudonymisera", clauses: ["by", "with"], [p("columns", doc("Kolumner.", "Columns.")), p("key", doc("Nyckelns fil.", "The key's file."))],
            flow: .pseudonymised, doc("Ersätter identifierare med nyckelberoende tecken.", "Replaces identifiers by keyed tokens.")),
        Verb(.aggregate, sv: "aggregera", clauses: ["by"], [p("smallest", doc("Minsta grupp.", "Smallest group.")), p("measures", doc("Mått.", "Measures.")), p("epsilon", doc("Budget.", "Budget.")), p("delta", doc("Delta.", "Delta."))],
            flow: .aggregated, doc("Räknar och summerar i grupper.", "Counts and sums by groups.")),
        Verb(.match, sv: "samkör", clauses: ["with", "by", "over"], [p("deviations", doc("Vad som är en avvikelse.", "What a deviation is.")), p("keep", doc("Kolumner.", "Columns."))],
            flow: .same, doc("Ställer två datamängder sida vid sida.", "Sets two datasets side by side.")),
        Verb(.network, sv: "nätverksanalys", clauses: ["of", "by"], [p("link", many: true, doc("Vad som länkar personer.", "What links persons.")), p("hops", doc("Antal steg.", "Number of hops."))],
            flow: .same, doc("Länkar personer som delar adress, konto eller telefon.", "Links persons that share an address, account or phone.")),
        Verb(.split, sv: "dela", results: 2...2, clauses: ["by"], [p("salt", doc("Delningens frö.", "The split's seed."))], runs: true,
            doc("Delar en relation med frö.", "Divides a relation, seeded.")),
        Verb(.learn, sv: "lär", clauses: ["from"], [
            p("epsilon", doc("Budget ε.", "Budget ε.")), p("delta", doc("Budget δ.", "Budget δ.")), p("unit", doc("Vad ett skydd gäller: ett ärende, en person.", "What is protected: a case, a person.")),
            p("at most", doc("Högst så många rader för varje enhet.", "At most so many rows for each unit.")), p("clip", doc("Klippning av gradienter.", "Gradient clipping.")),
            p("seed", doc("Frö för bruset; bara för testdata.", "The noise's seed; for test data only.")),
        ], runs: true, doc("Tränar en syntetiserare.", "Trains a synthesiser.")),
        Verb(.generate, sv: "generera", clauses: ["from"], runs: true, doc("Drar rader ur en syntetiserare.", "Draws rows from a synthesiser.")),
        Verb(.evaluate, sv: "utvärdera", clauses: ["against"], several: ["against": 2], [
            p("combined with", list: true, clauses: ["because"], doc("Vad en angripare kan ha vid sidan av.", "What an attacker may hold beside.")),
            p("require", many: true, list: true, clauses: ["because"], doc("En gräns som ska klaras.", "A threshold to pass.")), p("tests", list: true, doc("De prövningar som görs.", "The tests that are made.")),
            p("attacks", doc("Hur många angrepp av varje slag.", "How many attacks of each kind.")), p("target", doc("Målvariabel för nyttan.", "Target of the utility test.")),
        ], runs: true, doc("Mäter likhet, nytta och risk mot referens och kontroll.", "Measures fidelity, utility and risk against reference and holdout.")),
        Verb(.train, sv: "träna", clauses: ["on"], [
            p("target", required: true, doc("Vad som förutsägs.", "What is predicted.")), p("rounds", doc("Antal träd.", "Number of trees.")), p("depth", doc("Trädens djup.", "The trees' depth.")),
            p("seed", doc("Frö.", "Seed.")), p("because", doc("Varför inte syntetiska uppgifter räcker.", "Why synthetic data would not do.")),
        ], runs: true, doc("Tränar en modell.", "Trains a model.")),
        Verb(.audit, sv: "granska", clauses: ["on"], [
            p("groups", required: true, list: true, doc("De grupper som jämförs.", "The groups compared.")), p("require", many: true, list: true, clauses: ["because"], doc("En gräns som ska klaras.", "A threshold to pass.")),
        ], runs: true, doc("Diskriminering och kalibrering efter grupp.", "Discrimination and calibration by group.")),
        Verb(.score, sv: "poängsätt", clauses: ["with"], [p("reasons", doc("Hur många skäl varje poäng bär.", "How many reasons each score carries."))], flow: .same, doc("Tillämpar en modell; varje poäng bär sina skäl.", "Applies a model; every score carries its reasons.")),
        Verb(.select, sv: "välj ut", clauses: ["from"], [p("random", doc("Andel slumpvisa kontroller.", "Share of random controls.")), p("by", doc("Vad urvalet går efter.", "What the selection goes by."))],
            flow: .same, doc("Tar de högsta riskerna, med slumpvisa kontroller bredvid.", "Takes the highest risks, with random controls beside them.")),
        Verb(.communicate, sv: "kommunicera", clauses: ["to", "by"], [p("within", doc("Tid att svara.", "Time to answer."))], flow: .same, doc("Låter personen svara innan beslut.", "Lets the person answer before a decision.")),
        Verb(.review, sv: "pröva", clauses: ["by"], [
            p("by", doc("Vem som prövar.", "Who reviews.")), p("sees", doc("Vad de ser.", "What they see.")), p("may", doc("Vad de får göra.", "What they may do.")), p("before", doc("Före vad.", "Before what.")),
        ], flow: .same, doc("En människa avgör; körningen väntar.", "A human decides; the run waits.")),
        Verb(.decide, sv: "besluta", clauses: ["by", "under"], [p("rules", doc("Reglerna.", "The rules.")), p("falls out to", doc("Till vem det som inte uppfyller dem går.", "To whom the rest goes."))],
            flow: .same, doc("Tillämpar regler; resten går till en människa.", "Applies rules; the rest goes to a human.")),
        Verb(.disclose, sv: "lämna ut", results: 0...1, clauses: ["to", "under"], [p("reservation", doc("Förbehållet.", "The reservation."))], flow: .none, doc("Lämnar ut en relation till en mottagare.", "Hands a relation to a recipient.")),
        Verb(.archive, sv: "arkivera", results: 0...1, clauses: ["in", "until"], flow: .none, doc("Flyttar till den kalla zonen, skrivskyddat.", "Moves to the cold zone, read-only.")),
        Verb(.delete, sv: "radera", results: 0...0, values: .max, clauses: ["after", "passed"], several: ["after": .max], flow: .none, runs: true, doc("Raderar på varje väg och lämnar kvitto.", "Erases on every path and leaves a receipt.")),
        Verb(.release, sv: "frige", results: 0...0, values: .max, flow: .none, runs: true, doc("Anger vad som får lämna körningen.", "Marks what may leave the run.")),
    ]

    private static func p(
        _ key: String, required: Bool = false, many: Bool = false, list: Bool = false, clauses: [String] = [], _ documentation: Message
    ) -> VerbProperty {
        VerbProperty(key, required: required, many: many, list: list, clauses: clauses, documentation)
    }
}
