// Concepts: taxonomies with `is`, and no behaviour of their own.
import Source

extension Kinds {
    static let concepts: [Kind] = [
        concept("category", sv: "kategori", plural: "categories", doc("En kategori av uppgifter.", "A category of data."), [
            Property("identifies", sv: "identifierar", .choice(["directly", "indirectly", "no"]), .no, doc("Hur den identifierar: directly, indirectly eller no.", "How it identifies: directly, indirectly or no.")),
        ]),
        Kind("subject", sv: "registrerad", concept: true, doc("En grupp av registrerade.", "A group of data subjects."), [
            Property("relation", sv: "relation", .entity("relation"), .unknown, doc("Relationen till den personuppgiftsansvarige.", "Their relation to the controller.")),
            Property("expectation", sv: "förväntan", .entity("expectation"), .unknown, record: "expectation_record", clauses: [because],
                doc("Vad de rimligen kan förvänta sig, och varför (skäl 50).", "What they may reasonably expect, and why (recital 50).")),
            Property("reached by", sv: "nås genom", fact: "reachable", .entity("channel"), many: true, .unknown, clauses: [ClauseRow("through", fact: "through", .entity("channel"))],
                doc("De kanaler som når dem.", "The channels that reach them.")),
            Property("minor", sv: "minderårig", .truth, .unknown, doc("Om de är barn.", "Whether they are children.")),
            Property("dependent", sv: "beroende", .truth, .unknown, doc("Om de står i beroendeställning till den ansvarige.", "Whether they depend on the controller.")),
        ] + naming),
        Kind("purpose", sv: "ändamål", concept: true, doc("Vad uppgifterna används till, i ord som går att pröva.", "What the data are used for, in words that can be tested."), [
            Property("serves", sv: "tjänar", .entity("purpose"), many: true, .no, record: "serves", clauses: [ClauseRow("because", fact: "because", .text)],
                doc("Det ändamål som detta förbättrar, och hur.", "The purpose that this one improves, and how.")),
            Property("under", sv: "enligt", .norm, many: true, .no, doc("Den bestämmelse som uppgiften följer av.", "The provision that the task follows from.")),
        ] + naming),
        concept("basis", sv: "rättslig grund", plural: "bases", doc("En rättslig grund enligt artikel 6.1.", "A legal basis of article 6.1.")),
        concept("exception", sv: "undantag", doc("Ett undantag enligt artikel 9.2, eller ett stöd enligt artikel 10.", "An exception of article 9.2, or a support of article 10.")),
        concept("safeguard", sv: "skyddsåtgärd", doc("En skyddsåtgärd enligt artikel 6.4 e.", "A safeguard of article 6.4 (e).")),
        concept("context", sv: "sammanhang", doc("Det sammanhang som uppgifterna samlas in i.", "The context in which data are collected.")),
        concept("confidentiality", sv: "tystnadsplikt", plural: "confidentialities", doc("Vad tystnaden vilar på.", "What the duty of confidence rests on.")),
        concept("expectation", sv: "förväntan", doc("Hur stor aktsamhet den registrerade kan räkna med.", "How much care the data subject may count on.")),
        concept("zone", sv: "zon", doc("Var i arkitekturen data ligger.", "Where in the architecture data lie.")),
        concept("status", sv: "status", plural: "statuses", doc("Var i livscykeln något är.", "Where in its life cycle something is.")),
        concept("sector", sv: "sektor", doc("Offentlig eller privat.", "Public or private.")),
        concept("relation", sv: "relation", plural: "kinds_of_relation", doc("Den registrerades relation till den ansvarige.", "A data subject's relation to the controller.")),
        concept("channel", sv: "kanal", doc("En väg att nå den registrerade.", "A way to reach the data subject.")),
        concept("item", sv: "informationspunkt", doc("En punkt som information ska innehålla.", "A point that information must cover.")),
        concept("classification", sv: "informationsklass", doc("Informationens skyddsklass.", "The information's protection class.")),
        concept("risk", sv: "risknivå", doc("Kvarstående risk.", "Residual risk.")),
        concept("exemption", sv: "privilegierat ändamål", doc("Arkiv, forskning eller statistik enligt artikel 5.1 b.", "Archiving, research or statistics under article 5.1 (b).")),
        concept("override", sv: "samtycke eller lag", doc("Samtycke eller lag i stället för prövning enligt 6.4.", "Consent or law instead of a 6.4 assessment.")),
        concept("untold", sv: "undantag från information", plural: "untolds", doc("Ett undantag enligt 13.4 eller 14.5.", "An exemption under 13.4 or 14.5.")),
        concept("state", sv: "tillstånd", doc("Hur personlig en relation är.", "How personal a relation is.")),
        concept("assessment_kind", sv: "slag av bedömning", doc("Ett slag av bedömning.", "A kind of assessment.")),
        concept("approval_kind", sv: "slag av godkännande", doc("Ett slag av godkännande.", "A kind of approval.")),
        concept("activity_kind", sv: "slag av verksamhet", doc("Ett slag av verksamhet hos en ansvarig eller mottagare.", "A kind of activity of a controller or recipient.")),
        concept("recipient_kind", sv: "slag av mottagare", doc("Ett slag av mottagare.", "A kind of recipient.")),
        concept("service_kind", sv: "slag av tjänst", doc("Ett slag av tjänst.", "A kind of service.")),
        concept("environment", sv: "driftmiljö", doc("En driftmiljö.", "An environment.")),
        concept("power", sv: "befogenhet", doc("Vad en granskare får göra.", "What a reviewer may do.")),
        concept("view", sv: "underlag", doc("Vad en granskare ser.", "What a reviewer sees.")),
        concept("outcome", sv: "utfall", doc("Vad ett beslut kan leda till.", "What a decision can lead to.")),
        concept("harm", sv: "men", doc("Utfallet av en skade- eller menprövning.", "The outcome of a test of harm.")),
        concept("prediction", sv: "förutsägelse", doc("Vad ett AI-system förutsäger.", "What an AI system predicts.")),
        concept("class", sv: "AI-klass", plural: "classes", doc("En klass enligt AI-förordningen.", "A class of the AI Act.")),
        concept("role", sv: "AI-roll", doc("En roll enligt AI-förordningen.", "A role of the AI Act.")),
    ]

    static let because = ClauseRow("because", fact: "because", .text)

    static let naming: [Property] = [
        Property("title en", sv: "titel en", fact: "title_en", .text, .no, doc("Titel på engelska.", "Title in English.")),
        Property("title sv", sv: "titel sv", fact: "title_sv", .text, .no, doc("Titel på svenska.", "Title in Swedish.")),
        Property("says en", sv: "säger en", fact: "says_en", .text, .no, doc("Innehåll på engelska.", "Content in English.")),
        Property("says sv", sv: "säger sv", fact: "says_sv", .text, .no, doc("Innehåll på svenska.", "Content in Swedish.")),
    ]

    private static func concept(
        _ name: String, sv: String, plural: String? = nil, _ documentation: Message, _ more: [Property] = []
    ) -> Kind {
        let under = Property("under", sv: "enligt", .norm, many: true, .no, doc("Bestämmelsen.", "The provision."))
        return Kind(name, sv: sv, plural: plural, concept: true, documentation, more + naming + [under])
    }
}
