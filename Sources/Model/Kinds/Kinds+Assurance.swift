// Assessments, approvals, requests and reservations: what people have judged and decided.
import Source

extension Kinds {
    static let assurance: [Kind] = [
        Kind("assessment", sv: "bedömning", under: "assessment_kind", doc("En människas skälade svar på en fråga som lagen lämnar till bedömning.", "A human's reasoned answer to a question that the law leaves to judgement."), assessed + secrecyReview),
        Kind("approval", sv: "godkännande", under: "approval_kind", doc("Etikgodkännande, sandlådeplan eller liknande.", "Ethics approval, sandbox plan or the like."), [
            Property("by", sv: "av", .text, .no, change: [.add], doc("Vem som beslutade.", "Who decided.")),
            Property("number", sv: "diarienummer", .text, .no, change: [.add], doc("Diarienummer.", "Reference number.")),
            Property("decided", sv: "beslutad", .date, .no, change: [.add], doc("Beslutsdag.", "Day of decision.")),
            Property("starts", sv: "börjar", .date, .no, change: [.add], doc("När forskningen eller projektet började.", "When the research or the project began.")),
            Property("until", sv: "till och med", .date, .no, change: [.add], doc("Sista giltighetsdag.", "Last day of validity.")),
            Property("variables", sv: "variabler", .oneOf([.column, .text]), many: true, .unknown, change: [.add], doc("Variabler som omfattas.", "Variables covered.")),
            Property("period", sv: "period", .range, .unknown, change: [.add], doc("Period som omfattas.", "Period covered.")),
            Property("population", sv: "population", .text, .unknown, change: [.add], doc("Population som omfattas.", "Population covered.")),
            Property("purposes", sv: "ändamål", .entity("purpose"), many: true, .unknown, change: [.add], doc("Ändamål som omfattas.", "Purposes covered.")),
            Property("conditions", sv: "villkor", .text, many: true, .no, change: [.add], doc("Villkor.", "Conditions.")),
        ]),
        Kind("request", sv: "begäran", doc("Vem som vill ha vilka variabler, varför, för vilken period och population.", "Who wants which variables, why, for which period and population."), [
            Property("to", sv: "till", fact: "holder", .entity("controller"), .no, doc("Den som har uppgifterna.", "Who holds the data.")),
            Property("recipient", sv: "mottagare", .entity("recipient"), .required, doc("Mottagaren.", "The recipient.")),
            Property("purpose", sv: "ändamål", .entity("purpose"), .required, doc("Ändamålet.", "The purpose.")),
            Property("basis", sv: "rättslig grund", .entity("basis"), many: true, .no, record: "ground", clauses: grounds, doc("Mottagarens rättsliga grund.", "The recipient's legal basis.")),
            article(9), article(10),
            Property("variables", sv: "variabler", .column, many: true, .no, change: [.remove, .set], record: "variable_record", clauses: [ClauseRow("because", fact: "reason", .text, change: [.set])],
                doc("Begärda variabler, var och en med sitt skäl.", "Requested variables, each with its reason.")),
            Property("period", sv: "period", .range, .unknown, change: [.set], doc("Den period som uppgifterna gäller.", "The period that the data are about.")),
            Property("population", sv: "population", .text, .unknown, doc("De personer som uppgifterna gäller.", "The persons that the data are about.")),
            Property("starts", sv: "börjar", .date, .unknown, doc("När projektet börjar.", "When the project begins.")),
            Property("ends", sv: "slutar", .date, .no, change: [.set], doc("När projektet är färdigt.", "When the project is finished.")),
            Property("linked", sv: "länkas", .truth, .unknown, doc("Om uppgifterna ska länkas med andra.", "Whether the data will be linked with others.")),
            Property("attributable", sv: "hänförliga", .truth, .unknown, doc("Om uppgifterna kan hänföras till en enskild.", "Whether the data can be attributed to a person.")),
            Property("collects from persons", sv: "samlar in från personer", .truth, .unknown, doc("Om projektet också samlar in uppgifter från personerna själva.", "Whether the project also collects data from the persons themselves.")),
            Property("notice", sv: "information", fact: "notices", .entity("notice"), many: true, .no, change: [.add], doc("Mottagarens information till personerna.", "The recipient's information to the persons.")),
            Property("approval", sv: "godkännande", fact: "approvals", .entity("approval"), many: true, .no, change: [.add], doc("Godkännanden som begäran vilar på.", "Approvals that the request rests on.")),
        ]),
        Kind("reservation", sv: "förbehåll", doc("Vem som har skrivit under, och när materialet förstörs.", "Who has signed, and when the material is destroyed."), [
            Property("of", sv: "gäller", .entity("request"), .no, change: [.set], doc("Den begäran som det gäller.", "The request it concerns.")),
            Property("signers", sv: "undertecknare", .text, many: true, .no, change: [.add], record: "signer", clauses: [ClauseRow("on", fact: "on", .date, change: [.set])], doc("De som har skrivit under, och när.", "Who has signed, and when.")),
            Property("destroyed", sv: "förstörs", .oneOf([.date, .text]), .no, change: [.set], doc("När materialet ska vara förstört.", "When the material is to be destroyed.")),
            Property("conditions", sv: "villkor", .text, many: true, .no, change: [.add], doc("Vad mottagaren inte får göra.", "What the recipient may not do.")),
        ]),
    ]

    private static let assessed: [Property] = [
        Property("of", sv: "gäller", .oneOf([.entity("activity"), .entity("request"), .entity("system"), .entity("dataset")]), many: true, .no, change: [.add],
            doc("Vad som bedöms: en behandling, en begäran, ett AI-system.", "What is assessed: an activity, a request, an AI system.")),
        Property("made", sv: "gjord", .date, .no, change: [.add], clauses: [ClauseRow("by", fact: "made_by", .text, change: [.add])], doc("När, och av vem.", "When, and by whom.")),
        Property("advice", sv: "råd", .date, .no, change: [.add], clauses: [ClauseRow("by", fact: "advice_by", .expression, change: [.add])], doc("Dataskyddsombudets råd.", "The data protection officer's advice.")),
        Property("decided", sv: "beslutad", .date, .no, change: [.add], clauses: [ClauseRow("by", fact: "decided_by", .text, change: [.add])], doc("När, och av vilken namngiven person, det beslutades.", "When, and by which named person, it was decided.")),
        Property("conclusion", sv: "slutsats", .word, .no, change: [.add], reasoned: true, clauses: [because], doc("Slutsatsen.", "The conclusion.")),
        Property("weighs", sv: "väger", .entity("subject"), many: true, .no, change: [.add], clauses: [because], doc("Vems intressen som vägs, och hur.", "Whose interests are weighed, and how.")),
        Property("risk left", sv: "kvarstående risk", .entity("risk"), .no, change: [.add], doc("Kvarstående risk.", "Residual risk.")),
        Property("consulted", sv: "samråd", .date, .no, change: [.add], doc("När samråd skedde med tillsynsmyndigheten (artikel 36).", "When the supervisory authority was consulted (article 36).")),
        Property("facts digest", sv: "faktaavtryck", .text, .no, change: [.add], doc("Avtrycket av de fakta som bedömningen gjordes på.", "The digest of the facts that the assessment was made on.")),
        Property("report", sv: "rapport", .file, .no, change: [.add], doc("Filen med bedömningen.", "The file with the assessment.")),
    ]

    /// What a secrecy review (`assessment … is Secrecy`) says besides.
    private static let secrecyReview: [Property] = [
        Property("rule", sv: "sekretessregel", .norm, .no, change: [.add], doc("Den sekretessregel som prövas.", "The rule of secrecy that is tested.")),
        Property("need", sv: "behov", .entity("exemption"), .no, change: [.add], clauses: [ClauseRow("because", fact: "need_because", .text, change: [.add])], doc("Det behov som bryter sekretessen.", "The need that breaks the secrecy.")),
        Property("protection", sv: "skydd", .oneOf([.norm, .entity("reservation")]), .no, change: [.add], doc("Sekretess hos mottagaren, eller ett förbehåll.", "Secrecy at the recipient, or a reservation.")),
        Property("harm", sv: "men", .entity("harm"), .unknown, change: [.add], clauses: [ClauseRow("because", fact: "harm_because", .text, change: [.add])], doc("Skade- och menprövningen.", "The test of harm.")),
        Property("recipient lawful", sv: "mottagaren får behandla", .truth, .unknown, change: [.add], clauses: [ClauseRow("because", fact: "lawful_because", .text, change: [.add])],
            doc("Om mottagarens behandling är laglig (21 kap. 7 § OSL).", "Whether the recipient's processing is lawful (OSL 21:7).")),
        Property("agreed scope", sv: "överenskommen omfattning", .date, .no, change: [.add], doc("När omfattningen bestämdes med den som begär.", "When the scope was settled with who asks.")),
        Property("handler", sv: "handläggare", .text, .no, change: [.add], doc("Den som handlägger.", "Who handles it.")),
        Property("presented", sv: "föredragen", .date, .no, change: [.add], doc("När ärendet föredrogs.", "When it was presented.")),
        Property("memo", sv: "promemoria", .file, .no, change: [.add], doc("Promemorian med skälen.", "The memo with the reasons.")),
        Property("appeal told", sv: "överklagande upplyst", .truth, .no, change: [.add], doc("Om den som fick avslag upplystes om hur man överklagar.", "Whether who was refused was told how to appeal.")),
    ]
}
