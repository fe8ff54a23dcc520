// Those who act: controllers, processors, recipients, services.
import Source

extension Kinds {
    static let actors: [Kind] = [
        Kind("controller", sv: "personuppgiftsansvarig", doc("Den som bestämmer ändamål och medel (artikel 4.7).", "Who determines purposes and means (article 4.7)."), actor),
        Kind("authority", sv: "myndighet", plural: "authorities", under: "controller", doc("En personuppgiftsansvarig som är myndighet.", "A controller that is a public authority."), actor),
        Kind("processor", sv: "personuppgiftsbiträde", doc("Den som behandlar för den ansvariges räkning (artikel 28).", "Who processes on the controller's behalf (article 28)."), actor + [
            Property("terms", sv: "villkor", .text, .no, change: [.set], doc("Avtalet enligt artikel 28.3.", "The contract of article 28.3.")),
            Property("suitability", sv: "lämplighet", .text, .no, change: [.set], clauses: [ClauseRow("under", fact: "suitability_under", .norm, change: [.set])],
                doc("Prövningen av om utlämnandet är lämpligt (10 kap. 2 a § OSL).", "The test of whether handing over is suitable (OSL 10:2 a).")),
        ]),
        Kind("recipient", sv: "mottagare", doc("Den som får del av uppgifter.", "Who receives data."), actor + [
            Property("kind", sv: "slag", fact: "recipient_kind", .entity("recipient_kind"), .unknown, doc("Enskild person, enskilt organ, myndighet.", "Private person, private body, authority.")),
            Property("users", sv: "användare", .text, many: true, .no, change: [.set], doc("De namngivna personer som får uppgifterna.", "The named persons who get the data.")),
        ]),
        Kind("service", sv: "tjänst", doc("En teknisk tjänst som används.", "A technical service that is used."), actor + [
            Property("kind", sv: "slag", fact: "service_kind", .entity("service_kind"), .unknown, doc("Allmänt tillgänglig, avtalad eller intern.", "Generally available, contracted or internal.")),
            Property("supplier", sv: "leverantör", .oneOf([.entity("processor"), .text]), .no, change: [.set], doc("Den som tillhandahåller tjänsten.", "Who supplies the service.")),
            Property("terms", sv: "villkor", .text, .no, change: [.set], doc("Avtalet.", "The contract.")),
            Property("control analysis", sv: "rådighetsanalys", .text, .no, change: [.set], doc("Analysen av rättslig och faktisk rådighet.", "The analysis of legal and factual control.")),
            Property("exit plan", sv: "avvecklingsplan", .text, .no, change: [.set], doc("Plan för att lämna leverantören.", "Plan for leaving the supplier.")),
        ]),
    ]

    private static let actor: [Property] = [
        Property("country", sv: "land", .country, .unknown, doc("Landskod enligt ISO 3166.", "ISO 3166 country code.")),
        Property("sector", sv: "sektor", .entity("sector"), .unknown, doc("Offentlig eller privat sektor.", "Public or private sector.")),
        Property("acts under", sv: "verkar enligt", fact: "acts", .norm, many: true, .no, doc("De lagar som styr verksamheten.", "The acts that govern its activity.")),
        Property("dpo", sv: "dataskyddsombud", .text, .no, change: [.set], doc("Dataskyddsombudets adress.", "The data protection officer's address.")),
        Property("route for rights", sv: "väg för rättigheter", fact: "rights_route", .text, .no, change: [.set],
            clauses: [ClauseRow("within", fact: "rights_within", .duration, change: [.set])], doc("Vart den registrerade vänder sig, och inom vilken tid svar ges.", "Where data subjects turn, and how soon they are answered.")),
        Property("incident plan", sv: "incidentplan", .text, .no, change: [.set], doc("Planen för personuppgiftsincidenter.", "The plan for personal data breaches.")),
        Property("activity kind", sv: "verksamhetens slag", .entity("activity_kind"), .unknown, doc("Slag av verksamhet: forskning, statistik, ärenden, arkiv.", "Kind of activity: research, statistics, cases, archive.")),
    ]
}
