// Datasets, their tables and columns.
import Source

extension Kinds {
    static let data: [Kind] = [
        Kind("dataset", sv: "datamängd", blocks: ["table"], doc("En mängd uppgifter med sitt insamlingsändamål.", "A set of data with the purpose it was collected for."), [
            Property("controller", .entity("controller"), .required, doc("Den personuppgiftsansvarige.", "The controller.")),
            Property("collected for", fact: "purposes", .entity("purpose"), many: true, .no, doc("Det ändamål som uppgifterna samlades in för.", "The purpose that the data were collected for.")),
            Property("collected from", .oneOf([.entity("subject"), .text]), many: true, .unknown, doc("Varifrån uppgifterna kommer: de registrerade själva, eller någon annan.", "Where the data come from: the data subjects themselves, or elsewhere.")),
            Property("basis", .entity("basis"), many: true, .no, change: [.set], record: "ground", clauses: grounds, doc("Rättslig grund, för en eller flera grupper.", "Legal basis, for one or several groups.")),
            article(9), article(10),
            Property("context", .entity("context"), .unknown, doc("Det sammanhang som uppgifterna samlades in i.", "The context of collection.")),
            Property("confidentiality", .entity("confidentiality"), .unknown, record: "confidentiality_record",
                clauses: [ClauseRow("under", fact: "norm", .norm)], doc("Vad tystnaden vilar på.", "What the duty of confidence rests on.")),
            Property("public record", .truth, .unknown, doc("Om uppgifterna finns i allmän handling.", "Whether the data stand in public records.")),
            Property("activity kind", .word, .unknown, doc("Slag av verksamhet.", "Kind of activity.")),
            Property("zone", .entity("zone"), .unknown, doc("Var data ligger.", "Where the data lie.")),
            Property("owner", .text, .no, change: [.set], doc("Vem som svarar för datamängden.", "Who answers for the dataset.")),
            Property("classification", .entity("classification"), .no, change: [.set], doc("Informationsklass.", "Protection class.")),
            Property("retention", .duration, .no, change: [.set], record: "retention_record", clauses: [ClauseRow("after", fact: "after", .expression)],
                doc("Hur länge uppgifterna sparas, och från när.", "How long the data are kept, and from when.")),
            Property("source", .source, .no, doc("Var data läses: sqlite(\"…\") eller csv(\"…\").", "Where the data are read: sqlite(\"…\") or csv(\"…\").")),
            Property("state", fact: "identity_claim", .entity("state"), .no, change: [.set], record: "state_record", clauses: [because],
                doc("Påstående om att uppgifterna inte är personliga, med skäl.", "The claim that the data are not personal, with its reason.")),
            Property("received under", .norm, .no, change: [.set], doc("Den sekretessregel som uppgifterna togs emot under.", "The rule of secrecy that the data were received under.")),
            Property("test data", .truth, .no, change: [.set], doc("Om datamängden är testdata.", "Whether the dataset is test data.")),
            Property("tables", .expression, .no, clauses: [ClauseRow("from", fact: "contract", .text)], doc("Tabellerna hämtas ur ett datakontrakt.", "The tables come from a data contract.")),
        ]),
    ]

    static let grounds: [ClauseRow] = [
        ClauseRow("for", fact: "groups", .entity("subject"), many: true), ClauseRow("under", fact: "under", .norm, many: true), because,
    ]

    static func article(_ number: Int) -> Property {
        Property("article \(number)", fact: "article\(number)", .entity("exception"), many: true, .no, change: [.set], record: "exception_ground",
            clauses: [ClauseRow("for", fact: "categories", .entity("category"), many: true), ClauseRow("under", fact: "under", .norm, many: true), because],
            number == 9
                ? doc("Undantag enligt artikel 9.2 för känsliga uppgifter.", "Exception of article 9.2 for special categories.")
                : doc("Stöd enligt artikel 10 för uppgifter om lagöverträdelser.", "Support of article 10 for data on offences."))
    }
}
