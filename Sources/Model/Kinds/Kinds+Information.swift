// Information to data subjects.
import Source

extension Kinds {
    static let information: [Kind] = [
        Kind("notice", sv: "information", doc("Vem som får veta vad, enligt vilken artikel, när och hur.", "Who is told what, under which article, when and how."), [
            Property("to", sv: "till", .entity("subject"), many: true, .no, change: [.add, .set], clauses: [ClauseRow("through", fact: "through", .entity("channel"), change: [.set])],
                doc("De grupper som informeras.", "The groups that are told.")),
            Property("under", sv: "enligt", .norm, .unknown, change: [.set], doc("Den artikel som informationen ges enligt.", "The article that it is given under.")),
            Property("sent", sv: "skickad", .date, .no, change: [.set, .move], clauses: [ClauseRow("by", fact: "by", .entity("channel"), many: true, change: [.add, .set])],
                doc("När och hur den skickades.", "When and how it was sent.")),
            Property("tells", sv: "berättar", .entity("item"), many: true, .no, change: [.add], doc("De punkter som den innehåller.", "The points it covers.")),
            Property("text", sv: "text", fact: "evidence", .file, .no, change: [.set], doc("Filen med texten.", "The file with its text.")),
            Property("adapted for", sv: "anpassad för", .entity("subject"), many: true, .no, change: [.add], doc("Grupper som texten är anpassad för, till exempel barn.", "Groups that the text is adapted for, such as children.")),
        ]),
    ]
}
