// The rows of the verbs table: bringing together, protecting and measuring.
import Source

extension Verb {
    public static let table: [Verb] = preparing + protecting + comparing + synthesising + modelling + deciding + leaving

    static let because = VerbClause("because", .text)

    static let need = VerbProperty(
        "need", sv: "behov", .range, clauses: [because],
        doc("Hur många rader som behövs, minst och högst.", "How many rows are needed, at least and at most."))
    static func keep(_ documentation: Message) -> VerbProperty { VerbProperty("keep", sv: "behåll", .inputColumn, list: true, documentation) }
    static let filter = VerbProperty("where", sv: "där", .condition, doc("Vilka rader som tas med.", "Which rows are taken."))

    private static let preparing: [Verb] = [
        Verb(.consolidate, sv: "sammanför", .tables, values: .max, clauses: [VerbClause("by", .inputColumn)], [
            filter, VerbProperty("each", sv: "en rad för varje", .inputColumn, doc("En rad för varje.", "One row for each.")),
            keep(doc("Kolumner som tas med som de är; nyckeln läses och följer alltid med.", "Columns taken as they are; the key is read and always comes along.")), need,
        ], computes: true, runs: true, doc("För samman tabeller efter nyckel till en rad för varje.", "Brings tables together by key into one row for each.")),
        Verb(.clean, sv: "rensa", .table, [
            filter, keep(doc("Kolumner som behålls; nyckeln läses och följer alltid med.", "Columns kept; the key is read and always comes along.")),
            VerbProperty("reject", sv: "avvisa", .condition, many: true, clauses: [because], doc("Rader som avvisas, med skäl.", "Rows rejected, with the reason.")),
            VerbProperty("bands", sv: "band", .inputColumn, many: true, clauses: [VerbClause("into", .number, values: .max)], doc("Tal delas i band.", "Numbers are put in bands.")),
            VerbProperty("distinct", sv: "utan dubbletter", .truth, doc("Lika rader tas bort.", "Equal rows are removed.")), need,
        ], computes: true, runs: true, doc("Behåller valda variabler, bandar och avvisar rader med skäl.", "Keeps chosen variables, bands and rejects rows with a reason.")),
        Verb(.split, sv: "dela", .relation, results: 2...2, clauses: [VerbClause("by", .expression, required: true)], [
            VerbProperty("unit", sv: "enhet", .inputColumn, doc("Rader för samma enhet hamnar i samma del.", "Rows of one unit go to the same part.")),
            VerbProperty("salt", sv: "salt", .text, doc("Delningens frö.", "The split's seed.")),
        ], runs: true, doc("Delar en relation med frö: en andel, före och efter en dag, eller efter grupp.", "Divides a relation, seeded: by a share, before and after a day, or by a group.")),
    ]

    private static let protecting: [Verb] = [
        Verb(.mask, sv: "maskera", .table, [
            VerbProperty("columns", sv: "kolumner", .inputColumn, list: true, fact: "masked_columns", doc("De textkolumner som maskeras; annars all fri text.", "The text columns that are masked; otherwise all free text.")),
            VerbProperty("finds", sv: "finner", .entity("category"), list: true, fact: "finds", doc("De slag av identitet som eftersöks; annars alla.", "The kinds of identity that are looked for; otherwise all.")),
            keep(doc("Övriga kolumner som följer med ur en tabell; nyckeln gör det alltid.", "Other columns taken along from a table; the key always comes along.")),
        ], flow: .masked, doc("Finner och maskerar identifierare i text, och säger vad den fann.", "Finds and masks identifiers in text, and says what it found.")),
        Verb(.pseudonymise, sv: "pseudonymisera", .table, [
            VerbProperty("columns", sv: "kolumner", .inputColumn, list: true, fact: "replaced_columns", doc("De kolumner vars identifierare ersätts; annars alla som identifierar direkt.", "The columns whose identifiers are replaced; otherwise all that identify directly.")),
            VerbProperty("key", sv: "nyckel", .text, required: true, clauses: [VerbClause("by", .oneOf([.text, .word]), fact: "key_kept_by")], fact: "key_file",
                doc("Nyckelns egen fil, och vem som förvarar den.", "The key's file of its own, and who keeps it.")),
            keep(doc("Övriga kolumner som följer med ur en tabell; nyckeln gör det alltid.", "Other columns taken along from a table; the key always comes along.")),
        ], flow: .pseudonymised, doc("Ersätter identifierare med nyckelberoende tecken.", "Replaces identifiers by keyed tokens.")),
        Verb(.aggregate, sv: "aggregera", .relation, clauses: [VerbClause("by", .inputColumn, required: true, values: .max, fact: "groups")], [
            VerbProperty("smallest", sv: "minsta grupp", .number, fact: "smallest", doc("Minsta antal i en grupp som visas.", "The least number in a group that is shown.")),
            VerbProperty("epsilon", sv: "epsilon", .number, fact: "epsilon", doc("Budget ε för bruset.", "Budget ε of the noise.")),
            VerbProperty("delta", sv: "delta", .number, fact: "delta", doc("Budget δ för bruset.", "Budget δ of the noise.")),
            VerbProperty("unit", sv: "enhet", .inputColumn, fact: "unit", doc("Vad skyddet gäller: ett ärende, en person.", "What is protected: a case, a person.")),
        ], flow: .aggregated, computes: true, doc("Räknar, summerar och tar medelvärden i grupper.", "Counts, sums and takes means by groups.")),
    ]

    private static let comparing: [Verb] = [
        Verb(.match, sv: "samkör", .table, clauses: [VerbClause("with", .table, required: true), VerbClause("by", .inputColumn, required: true)], [
            VerbProperty("overlap", sv: "överlapp", .expression, list: true, fact: "overlap", doc("De två perioder som ska mötas: den egna och den andra.", "The two periods that must meet: one's own and the other's.")),
            VerbProperty("deviation", sv: "avvikelse", .condition, many: true, clauses: [because], fact: "deviations", doc("Vad som är en avvikelse, med skäl.", "What a deviation is, with its reason.")),
            keep(doc("Kolumner som tas med ur de två.", "Columns taken from the two.")),
            VerbProperty("secrecy", sv: "sekretess", .norm, clauses: [VerbClause("because", .text, fact: "secrecy_because")], fact: "secrecy_rule",
                doc("Den regel som låter uppgifterna passera sekretessen, och avvägningen.", "The rule that lets the data pass the secrecy, and the balance struck.")),
        ], computes: true, doc("Ställer två datamängder sida vid sida efter nyckel och period, och märker avvikelser.", "Sets two datasets side by side by key and period, and marks deviations.")),
        Verb(.network, sv: "nätverksanalys", .relation, clauses: [VerbClause("by", .inputColumn, required: true)], [
            VerbProperty("links", sv: "länkar", .inputColumn, required: true, list: true, fact: "links", doc("Vad som länkar personer: adress, konto, arbetsgivare, telefon.", "What links persons: address, account, employer, phone.")),
            VerbProperty("hops", sv: "steg", .number, required: true, clauses: [VerbClause("because", .text, fact: "hops_because")], fact: "hops", doc("Högst så många steg, och varför.", "At most so many hops, and why.")),
            VerbProperty("risk from", sv: "risk ur", .condition, fact: "risk_from", doc("Den omständighet hos andra som ger risk genom samband.", "The circumstance of others that gives risk by association.")),
            VerbProperty("own fact", sv: "egen omständighet", .condition, fact: "own_fact", doc("Vad som också ska gälla personen själv.", "What must also hold of the person.")),
        ], flow: .same, doc("Länkar personer; ger komponent, antal länkar och risk genom samband.", "Links persons; gives component, degree and risk by association.")),
    ]

    private static let synthesising: [Verb] = [
        Verb(.learn, sv: "lär", .method(["mst", "aim", "gan", "copula"]), clauses: [VerbClause("from", .relation, required: true)], [
            VerbProperty("epsilon", sv: "epsilon", .number, doc("Budget ε.", "Budget ε.")), VerbProperty("delta", sv: "delta", .number, doc("Budget δ.", "Budget δ.")),
            VerbProperty("unit", sv: "enhet", .inputColumn, clauses: [because], doc("Vad skyddet gäller: kolumnen för ett ärende eller en person, eller `row` med skäl.", "What is protected: the column of a case or a person, or `row` with its reason.")),
            VerbProperty("at most", sv: "högst", .number, doc("Högst så många rader för varje enhet.", "At most so many rows for each unit.")),
            VerbProperty("clip", sv: "klipp", .number, doc("Klippning av gradienter.", "Gradient clipping.")),
            VerbProperty("seed", sv: "frö", .number, doc("Frö för bruset; bara för testdata.", "The noise's seed; for test data only.")),
        ], runs: true, doc("Tränar en syntetiserare.", "Trains a synthesiser.")),
        Verb(.generate, sv: "generera", .count, clauses: [VerbClause("from", .relation, required: true)], runs: true, doc("Drar rader ur en syntetiserare.", "Draws rows from a synthesiser.")),
        Verb(.evaluate, sv: "utvärdera", .relation, clauses: [VerbClause("against", .relation, required: true, values: 2)], [
            VerbProperty("combined with", sv: "i kombination med", .table, list: true, clauses: [because], doc("Vad en angripare kan ha vid sidan av.", "What an attacker may hold beside.")),
            VerbProperty("require", sv: "krav", .expression, many: true, list: true, clauses: [because], doc("En gräns som ska klaras.", "A threshold to pass.")),
            VerbProperty("tests", sv: "prövningar", .word, list: true, doc("De prövningar som görs.", "The tests that are made.")),
            VerbProperty("attacks", sv: "angrepp", .number, doc("Hur många angrepp av varje slag.", "How many attacks of each kind.")),
            VerbProperty("target", sv: "mål", .inputColumn, doc("Målvariabel för nyttan.", "Target of the utility test.")),
        ], runs: true, doc("Mäter likhet, nytta och risk mot referens och kontroll.", "Measures fidelity, utility and risk against reference and holdout.")),
    ]

    private static let modelling: [Verb] = [
        Verb(.train, sv: "träna", .method(["gradient_boosting", "logistic"]), clauses: [VerbClause("on", .relation, required: true)], [
            VerbProperty("target", sv: "mål", .inputColumn, required: true, doc("Vad som förutsägs.", "What is predicted.")), VerbProperty("rounds", sv: "omgångar", .number, doc("Antal träd.", "Number of trees.")),
            VerbProperty("depth", sv: "djup", .number, doc("Trädens djup.", "The trees' depth.")), VerbProperty("seed", sv: "frö", .number, doc("Frö.", "Seed.")),
            VerbProperty("because", sv: "därför att", .text, doc("Varför inte syntetiska uppgifter räcker.", "Why synthetic data would not do.")),
        ], runs: true, doc("Tränar en modell.", "Trains a model.")),
        Verb(.audit, sv: "granska", .relation, clauses: [VerbClause("on", .relation, required: true)], [
            VerbProperty("groups", sv: "grupper", .inputColumn, required: true, list: true, doc("De grupper som jämförs.", "The groups compared.")),
            VerbProperty("require", sv: "krav", .expression, many: true, list: true, clauses: [because], doc("En gräns som ska klaras.", "A threshold to pass.")),
        ], runs: true, doc("Diskriminering och kalibrering efter grupp.", "Discrimination and calibration by group.")),
        Verb(.score, sv: "poängsätt", .relation, clauses: [VerbClause("with", .oneOf([.relation, .entity("system")]), required: true, fact: "scored_with")], [
            VerbProperty("reasons", sv: "skäl", .number, fact: "reasons_stated", doc("Hur många skäl varje poäng bär; minst ett.", "How many reasons each score carries; at least one.")),
        ], flow: .same, selectsPersons: true, doc("Tillämpar en modell; varje poäng bär sina skäl.", "Applies a model; every score carries its reasons.")),
        Verb(.select, sv: "välj ut", .count, clauses: [VerbClause("from", .relation, required: true)], [
            VerbProperty("by", sv: "efter", .inputColumn, fact: "selected_by", doc("Vad urvalet går efter; annars poängen.", "What the selection goes by; otherwise the score.")),
            VerbProperty("random", sv: "slumpvis", .number, fact: "random", doc("Andelen slumpvisa kontroller bland de utvalda.", "The share of random controls among those selected.")),
            filter,
        ], flow: .same, selectsPersons: true, doc("Tar de högsta riskerna, med slumpvisa kontroller bredvid.", "Takes the highest risks, with random controls beside them.")),
    ]

    private static let deciding: [Verb] = [
        Verb(.communicate, sv: "kommunicera", .relation, clauses: [VerbClause("to", .entity("subject"), required: true, values: .max, fact: "told"), VerbClause("by", .entity("channel"), values: .max, fact: "channels")], [
            VerbProperty("shows", sv: "visar", .oneOf([.relation, .entity("dataset")]), required: true, list: true, fact: "shows", doc("Det material som personen får se.", "The material that the person is shown.")),
            VerbProperty("answer within", sv: "svar inom", .duration, required: true, fact: "answer_within", doc("Tiden att svara.", "The time to answer.")),
            VerbProperty("text", sv: "text", .file, fact: "letter", doc("Filen med texten.", "The file with the text.")),
        ], flow: .same, selectsPersons: true, doc("Låter personen svara, med en tidsgräns, innan beslut.", "Lets the person answer, with a time limit, before a decision.")),
        Verb(.review, sv: "pröva", .relation, [
            VerbProperty("by", sv: "av", .oneOf([.text, .word]), required: true, clauses: [VerbClause("with", .text, fact: "competence")], fact: "reviewer", doc("Vem som prövar, med vilken kompetens.", "Who reviews, with which competence.")),
            VerbProperty("sees", sv: "ser", .entity("view"), list: true, fact: "sees", doc("Vad granskaren ser.", "What the reviewer sees.")),
            VerbProperty("may", sv: "får", .entity("power"), list: true, fact: "may", doc("Vad granskaren får göra.", "What the reviewer may do.")),
            VerbProperty("before", sv: "före", .entity("outcome"), list: true, fact: "before", doc("Vad som inte får ske innan.", "What may not happen before it.")),
        ], flow: .same, selectsPersons: true, doc("En människa avgör; körningen väntar, och antecknar vem, när, vad och varför.", "A human decides; the run waits, and records who, when, what and why.")),
        Verb(.decide, sv: "besluta", .relation, results: 1...2, clauses: [VerbClause("by", .oneOf([.text, .word]), required: true, fact: "decided_by"), VerbClause("under", .norm, values: .max, fact: "decided_under")], [
            VerbProperty("approve", sv: "bifall", .condition, many: true, fact: "approves", doc("När reglerna ger bifall.", "When the rules approve.")),
            VerbProperty("fall out", sv: "faller ut", .condition, many: true, clauses: [VerbClause("because", .text, fact: "fall_out_because")], fact: "falls_out", doc("När ärendet går till en människa, med skälet.", "When the case goes to a human, with the reason.")),
            VerbProperty("outcome", sv: "utfall", .entity("outcome"), required: true, list: true, fact: "outcomes", doc("Vad beslutet kan bli.", "What the decision can be.")),
            VerbProperty("reasons", sv: "skäl", .choice(["written", "from_rules", "from_model"]), fact: "reasons", doc("Varifrån skälen i beslutet kommer.", "Where the reasons of the decision come from.")),
            VerbProperty("appeal", sv: "överklagande", .choice(["told"]), fact: "appeal", doc("Att beslutet säger hur man överklagar.", "That the decision says how to appeal.")),
            VerbProperty("exception", sv: "undantag", .norm, clauses: [VerbClause("because", .text, fact: "exception_because")], fact: "decision_exception", doc("Undantag från kommunicering (25 § FL).", "Exception from hearing the party (FL 25).")),
        ], flow: .same, selectsPersons: true, doc("Tillämpar regler; det som inte uppfyller dem faller ut till en människa med skälet.", "Applies rules; what does not satisfy them falls out to a human with the reason.")),
    ]

    private static let leaving: [Verb] = [
        Verb(.disclose, sv: "lämna ut", .relation, results: 0...0, clauses: [VerbClause("to", .oneOf([.entity("recipient"), .entity("controller")]), required: true, fact: "recipient"), VerbClause("under", .norm, fact: "disclosed_under")], [
            VerbProperty("request", sv: "begäran", .entity("request"), fact: "request", doc("Den begäran som det svarar på.", "The request that it answers.")),
            VerbProperty("reservation", sv: "förbehåll", .entity("reservation"), fact: "reservation", doc("Förbehållet.", "The reservation.")),
            VerbProperty("review", sv: "prövning", .entity("assessment"), fact: "review", doc("Sekretessprövningen.", "The secrecy review.")),
            VerbProperty("destroyed", sv: "förstörs", .date, fact: "destroyed", doc("När mottagaren ska ha förstört materialet.", "When the recipient must have destroyed the material.")),
        ], flow: .none, doc("Lämnar ut en relation till en mottagare efter sekretessprövning.", "Hands a relation to a recipient after a secrecy review.")),
        Verb(.archive, sv: "arkivera", .relation, results: 0...0, values: .max, clauses: [VerbClause("until", .date, fact: "archived_until"), VerbClause("under", .norm, fact: "archived_under")],
            flow: .none, doc("Flyttar till den kalla zonen, skrivskyddat.", "Moves to the cold zone, read-only.")),
        Verb(.delete, sv: "radera", .relations, results: 0...0, values: .max, clauses: [VerbClause("after", .relation, values: .max), VerbClause("passed", .word), VerbClause("under", .norm, fact: "disposal")], flow: .none, runs: true,
            doc("Raderar på varje väg och lämnar kvitto.", "Erases on every path and leaves a receipt.")),
        Verb(.release, sv: "frige", .relations, results: 0...0, values: .max, flow: .none, runs: true, doc("Anger vad som får lämna körningen.", "Marks what may leave the run.")),
    ]
}
