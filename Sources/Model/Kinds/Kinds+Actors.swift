// Those who act: controllers, processors, recipients, services.
import Source

extension Kinds {
    static let actors: [Kind] = [
        Kind("controller", sv: "personuppgiftsansvarig", doc("Den som bestämmer ändamål och medel (artikel 4.7).", "Who determines purposes and means (article 4.7)."), actor),
        Kind("authority", sv: "myndighet", plural: "authorities", under: "controller", doc("En personuppgiftsansvarig som är myndighet.", "A controller that is a public authority."), actor),
        Kind("processor", sv: "personuppgiftsbiträde", doc("Den som behandlar för den ansvariges räkning (artikel 28).", "Who processes on the controller's behalf (article 28)."), actor + [
            Property("terms", .text, .no, change: [.set], doc("Avtalet enligt artikel 28.3.", "The contract of article 28.3.")),
        ]),
        Kind("recipient", sv: "mottagare", doc("Den som får del av uppgifter.", "Who receives data."), actor),
        Kind("service", sv: "tjänst", doc("En teknisk tjänst som används.", "A technical service that is used."), actor),
    ]

    private static let actor: [Property] = [
        Property("country", .word, .unknown, doc("Landskod enligt ISO 3166.", "ISO 3166 country code.")),
        Property("sector", .entity("sector"), .unknown, doc("Offentlig eller privat sektor.", "Public or private sector.")),
        Property("acts under", fact: "acts", .norm, many: true, .no, doc("De lagar som styr verksamheten.", "The acts that govern its activity.")),
        Property("dpo", .text, .no, change: [.set], doc("Dataskyddsombudets adress.", "The data protection officer's address.")),
        Property("route for rights", fact: "rights_route", .text, .no, change: [.set],
            clauses: [ClauseRow("within", fact: "rights_within", .duration)], doc("Vart den registrerade vänder sig, och inom vilken tid svar ges.", "Where data subjects turn, and how soon they are answered.")),
        Property("incident plan", .text, .no, change: [.set], doc("Planen för personuppgiftsincidenter.", "The plan for personal data breaches.")),
        Property("activity kind", .word, .unknown, doc("Slag av verksamhet.", "Kind of activity.")),
    ]
}
