// Assessments, approvals, requests and reservations: what people have judged and decided.
import Source

extension Kinds {
    static let assurance: [Kind] = [
        Kind("assessment", sv: "bedömning", under: "assessment_kind", doc("En människas skälade svar på en fråga som lagen lämnar till bedömning.", "A human's reasoned answer to a question that the law leaves to judgement."), [
            Property("of", .entity("activity"), many: true, .no, change: [.set], doc("Den behandling som bedöms.", "The activity assessed.")),
            Property("made", .date, .no, change: [.set], clauses: [ClauseRow("by", fact: "made_by", .text)], doc("När, och av vem.", "When, and by whom.")),
            Property("advice", .date, .no, change: [.set], clauses: [ClauseRow("by", fact: "advice_by", .expression)], doc("Dataskyddsombudets råd.", "The data protection officer's advice.")),
            Property("decided", .date, .no, change: [.set], clauses: [ClauseRow("by", fact: "decided_by", .text)], doc("När, och av vilken namngiven person, det beslutades.", "When, and by which named person, it was decided.")),
            Property("conclusion", .word, .no, change: [.set], clauses: [because], doc("Slutsatsen.", "The conclusion.")),
            Property("weighs", .entity("subject"), many: true, .no, change: [.add], clauses: [because], doc("Vems intressen som vägs, och hur.", "Whose interests are weighed, and how.")),
            Property("risk left", .entity("risk"), .no, change: [.set], doc("Kvarstående risk.", "Residual risk.")),
        ]),
        Kind("approval", sv: "godkännande", under: "approval_kind", doc("Etikgodkännande, sandlådeplan eller liknande.", "Ethics approval, sandbox plan or the like."), [
            Property("by", .text, .no, doc("Vem som beslutade.", "Who decided.")),
            Property("number", .text, .no, doc("Diarienummer.", "Reference number.")),
            Property("decided", .date, .no, doc("Beslutsdag.", "Day of decision.")),
            Property("until", .date, .no, doc("Sista giltighetsdag.", "Last day of validity.")),
            Property("variables", .oneOf([.column, .word, .text]), many: true, .unknown, doc("Variabler som omfattas.", "Variables covered.")),
            Property("period", .expression, .unknown, doc("Period som omfattas.", "Period covered.")),
            Property("population", .text, .unknown, doc("Population som omfattas.", "Population covered.")),
            Property("purposes", .entity("purpose"), many: true, .unknown, doc("Ändamål som omfattas.", "Purposes covered.")),
            Property("conditions", .text, many: true, .no, doc("Villkor.", "Conditions.")),
        ]),
        Kind("request", sv: "begäran", doc("Vem som vill ha vilka variabler, varför, för vilken period och population.", "Who wants which variables, why, for which period and population."), [
            Property("recipient", .entity("recipient"), .required, doc("Mottagaren.", "The recipient.")),
            Property("purpose", .entity("purpose"), .required, doc("Ändamålet.", "The purpose.")),
            Property("variables", .oneOf([.column, .word]), many: true, .no, change: [.remove], clauses: [because], doc("Begärda variabler, med skäl.", "Requested variables, with reasons.")),
            Property("period", .expression, .unknown, doc("Period.", "Period.")),
            Property("population", .text, .unknown, doc("Population.", "Population.")),
            Property("starts", .date, .unknown, doc("När projektet börjar.", "When the project begins.")),
            Property("linked", .truth, .unknown, doc("Om uppgifterna ska länkas.", "Whether the data will be linked.")),
            Property("attributable", .truth, .unknown, doc("Om uppgifterna kan hänföras till en enskild.", "Whether the data can be attributed to a person.")),
        ]),
        Kind("reservation", sv: "förbehåll", doc("Vem som har skrivit under, och när materialet förstörs.", "Who has signed, and when the material is destroyed."), [
            Property("of", .entity("request"), .no, doc("Den begäran som det gäller.", "The request it concerns.")),
            Property("signers", .text, many: true, .no, change: [.add], clauses: [ClauseRow("on", fact: "signed_on", .date)], doc("De som har skrivit under.", "Who has signed.")),
            Property("destroyed", .oneOf([.date, .text]), .no, change: [.set], doc("När materialet ska vara förstört.", "When the material is to be destroyed.")),
        ]),
    ]
}
