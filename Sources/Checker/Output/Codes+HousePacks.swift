// N-codes of what is asked of a pack of the house alone.
import Source

extension CodeEntry {
    static let housePackCodes: [CodeEntry] = [
        CodeEntry(
            "N522",
            sv: "`worst of` räknar upp slutsatserna från den bästa till den sämsta. Den som inte står där räknas som bättre än alla, så att en felskriven slutsats skulle göra ett fel till ett godkännande. Den som ska stå utanför har en text: `says X sv` och `says X en`.",
            en: "`worst of` lists the conclusions from the best to the worst. One that does not stand there counts as better than all, so that a misspelt conclusion would turn an error into a pass. One that is meant to stand outside has a text: `says X en` and `says X sv`.",
            .alone,
            #"""
            edition 2026
            use gdpr
            decision urgency(activity a) {
              title sv: "Brådska"
              title en: "Urgency"
              cites:    GDPR.5.1.b
              worst of: low, high
              conclude high when a.status is Planned
              conclude hihg when a.environment == none
              otherwise low
            }

            """#),
        CodeEntry(
            "N523", sv: "En regels kod är versaler och ett tal, som H001: så känns den igen i `allow`, i test och i rapporter.",
            en: "A rule's code is capitals and a number, such as H001: that is how it is told in `allow`, in tests and in reports.", .alone,
            rule("h001")),
        CodeEntry(
            "N524",
            sv: "En kod betyder en enda sak. Koder som börjar med N, X, T, E eller C är verktygets egna, och de lagpaket som följer med har sina.",
            en: "A code means one thing only. Codes that begin with N, X, T, E or C are the tool's own, and the law packs that ship have theirs.", .alone,
            rule("P004")),
        CodeEntry(
            "N525",
            sv: "`before`, `after`, `within` och andra ord som kan följa ett värde i en specifikation hör inte till villkoren: datum jämförs med `<` och `<=`, tiden mellan två datum är deras skillnad, och `x in D1..D2` frågar om ett datum ligger däremellan.",
            en: "`before`, `after`, `within` and other words that may follow a value in a specification are none of the conditions': dates are compared by `<` and `<=`, the time between two dates is their difference, and `x in D1..D2` asks whether a date lies between two.",
            .alone, rule("H001", when: "a.starts before 2026-12-31")),
        CodeEntry(
            "N526",
            sv: "En rad i en faktor eller en tabell säger när den gäller: `värde when villkor`. Den sista raden gäller annars: `värde otherwise`, och i tabellen `otherwise slutsats`.",
            en: "A row of a factor or a table says when it holds: `value when condition`. The last row holds otherwise: `value otherwise`, and in the table `otherwise conclusion`.",
            .alone,
            #"""
            edition 2026
            use gdpr
            decision urgency(activity a) {
              title sv: "Brådska"
              title en: "Urgency"
              cites:    GDPR.5.1.b
              worst of: low, high
              factor stage {
                cites: GDPR.5.1.b
                early a.status is Planned
                late otherwise
              }
              conclude low when stage is early
              otherwise high
            }

            """#),
    ]

    private static func rule(_ code: String, when: String = "a.status is Planned") -> String {
        """
        edition 2026
        use gdpr
        rule \(code) "A check of the house" {
          title sv: "En kontroll i huset"
          severity: info
          cites:    GDPR.5.1.b
          for:      a in activities
          when:     \(when)
          at:       a
          message sv: "{a} är planerad."
          message en: "{a} is planned."
        }

        """
    }
}
