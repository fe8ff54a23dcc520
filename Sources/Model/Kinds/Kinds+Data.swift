// Datasets, their tables and columns.
import Source

extension Kinds {
    static let data: [Kind] = [
        Kind("dataset", sv: "datamängd", blocks: ["table"], doc("En mängd uppgifter med sitt insamlingsändamål.", "A set of data with the purpose it was collected for."), [
            Property("controller", sv: "personuppgiftsansvarig", .entity("controller"), .required, doc("Den personuppgiftsansvarige.", "The controller.")),
            Property("collected for", sv: "insamlad för", fact: "purposes", .entity("purpose"), many: true, .no, doc("Det ändamål som uppgifterna samlades in för.", "The purpose that the data were collected for.")),
            Property("collected from", sv: "insamlad från", .oneOf([.entity("subject"), .entity("dataset"), .text]), many: true, .unknown, doc("Varifrån uppgifterna kommer: de registrerade själva, eller någon annan.", "Where the data come from: the data subjects themselves, or elsewhere.")),
            Property("basis", sv: "rättslig grund", .entity("basis"), many: true, .no, record: "ground", clauses: grounds, doc("Rättslig grund, för en eller flera grupper.", "Legal basis, for one or several groups.")),
            article(9), article(10),
            Property("context", sv: "sammanhang", .entity("context"), .unknown, doc("Det sammanhang som uppgifterna samlades in i.", "The context of collection.")),
            Property("confidentiality", sv: "tystnadsplikt", .entity("confidentiality"), .unknown, record: "confidentiality_record",
                clauses: [ClauseRow("under", fact: "norm", .norm)], doc("Vad tystnaden vilar på.", "What the duty of confidence rests on.")),
            Property("public record", sv: "allmän handling", .truth, .unknown, doc("Om uppgifterna finns i allmän handling.", "Whether the data stand in public records.")),
            Property("activity kind", sv: "verksamhetens slag", .entity("activity_kind"), .unknown, doc("Slag av verksamhet som uppgifterna hör till.", "The kind of activity that the data belong to.")),
            Property("zone", sv: "zon", .entity("zone"), .unknown, doc("Var data ligger.", "Where the data lie.")),
            Property("owner", sv: "ägare", .text, .no, change: [.set], doc("Vem som svarar för datamängden.", "Who answers for the dataset.")),
            Property("classification", sv: "informationsklass", .entity("classification"), .no, change: [.set], doc("Informationsklass.", "Protection class.")),
            Property("retention", sv: "gallring", .duration, .no, change: [.set], record: "retention_record", clauses: [ClauseRow("after", fact: "after", .ownDay, change: [.set])],
                doc("Hur länge uppgifterna sparas, och från när.", "How long the data are kept, and from when.")),
            Property("source", sv: "källa", .source, .no, doc("Var data läses: sqlite(\"…\") eller csv(\"…\").", "Where the data are read: sqlite(\"…\") or csv(\"…\").")),
            Property("state", sv: "tillstånd", fact: "identity_claim", .entity("state"), .no, record: "state_record", reasoned: true, clauses: [ClauseRow("because", fact: "because", .text)],
                doc("Påstående om att uppgifterna inte är personliga, med skäl.", "The claim that the data are not personal, with its reason.")),
            Property("received under", sv: "mottagen enligt", .norm, .no, doc("Den sekretessregel som uppgifterna togs emot under.", "The rule of secrecy that the data were received under.")),
            Property("test data", sv: "testdata", .truth, .no, doc("Om datamängden är testdata.", "Whether the dataset is test data.")),
            Property("tables", sv: "tabeller", .expression, .no, clauses: [ClauseRow("from", fact: "contract", .text), ClauseRow("as", fact: "contract_category", .entity("category")), ClauseRow("of", fact: "contract_subjects", .entity("subject"), many: true)],
                doc("Tabellerna hämtas ur ett datakontrakt (ODCS 3); `as` och `of` gäller det som kontraktet inte säger.", "The tables come from a data contract (ODCS 3); `as` and `of` count where the contract doesn't say.")),
        ]),
    ]

    static let grounds: [ClauseRow] = [
        ClauseRow("for", fact: "groups", .entity("subject"), many: true), ClauseRow("under", fact: "under", .norm, many: true), ClauseRow("because", fact: "because", .text),
    ]

    static func article(_ number: Int) -> Property {
        Property("article \(number)", sv: "artikel \(number)", fact: "article\(number)", .entity("exception"), many: true, .no, record: "exception_ground",
            clauses: [
                ClauseRow("for", fact: "categories", .entity("category"), many: true), ClauseRow("under", fact: "under", .norm, many: true),
                ClauseRow("because", fact: "because", .text),
            ],
            number == 9
                ? doc("Undantag enligt artikel 9.2 för känsliga uppgifter.", "Exception of article 9.2 for special categories.")
                : doc("Stöd enligt artikel 10 för uppgifter om lagöverträdelser.", "Support of article 10 for data on offences."))
    }
}
