// N-codes of packs: rules, decisions and definitions that are wrong in themselves.
import Source

extension CodeEntry {
    static let packCodes: [CodeEntry] = [
        CodeEntry(
            "N501", sv: "I en regel, ett beslut eller en norm står bara deras egna rader.",
            en: "Rules, decisions and norms hold only lines of their own.", .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A" {
              severty: info
            }

            """#),
        CodeEntry(
            "N502", sv: "En regel utan norm, villkor, plats eller text kan inte ge en anmärkning som går att förstå.",
            en: "A rule without norm, condition, place or text can't give a finding that anyone understands.", .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A" {
              severity: info
            }

            """#),
        CodeEntry(
            "N503", sv: "Det som en regel vilar på ska vara deklarerat som norm, med de dagar då den gäller.",
            en: "What a rule rests on must be declared as a norm, with the days on which it applies.", .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A check of the house" {
              title sv: "En kontroll i huset"
              severity: info
              cites:    GDPR.99
              for:      a in activities
              when:     a.status is Planned
              at:       a
              message sv: "{a} är planerad."
              message en: "{a} is planned."
            }

            """#),
        CodeEntry(
            "N504", sv: "Regeln nämner något som inte är deklarerat: en definition, ett beslut eller ett begrepp.",
            en: "The rule names what is not declared: a definition, a decision or a concept.", .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A check of the house" {
              title sv: "En kontroll i huset"
              severity: info
              cites:    GDPR.5.1.b
              for:      a in activities
              when:     lawful(a)
              at:       a
              message sv: "{a} är planerad."
              message en: "{a} is planned."
            }

            """#),
        CodeEntry(
            "N505", sv: "Sorten har ingen uppgift med det namnet.",
            en: "The kind has no fact of that name.", .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A check of the house" {
              title sv: "En kontroll i huset"
              severity: info
              cites:    GDPR.5.1.b
              for:      a in activities
              when:     a.colour is Planned
              at:       a
              message sv: "{a} är planerad."
              message en: "{a} is planned."
            }

            """#),
        CodeEntry(
            "N506", sv: "Ett villkor är ja, nej eller okänt, och en jämförelse gäller två värden av samma slag.",
            en: "A condition is yes, no or unknown, and a comparison is between two values of one type.", .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A check of the house" {
              title sv: "En kontroll i huset"
              severity: info
              cites:    GDPR.5.1.b
              for:      a in activities
              when:     a.starts
              at:       a
              message sv: "{a} är planerad."
              message en: "{a} is planned."
            }

            """#),
        CodeEntry(
            "N507", sv: "Definitionen eller funktionen tar ett annat antal argument.",
            en: "The definition or function takes another number of arguments.", .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A check of the house" {
              title sv: "En kontroll i huset"
              severity: info
              cites:    GDPR.5.1.b
              for:      a in activities
              when:     personal() and yes
              at:       a
              message sv: "{a} är planerad."
              message en: "{a} is planned."
            }

            """#),
        CodeEntry(
            "N508", sv: "Definitioner går inte i cirkel: därför tar prövningen alltid slut.",
            en: "Definitions do not go in a circle: that is why a check always ends.", .alone,
            #"""
            edition 2026
            use gdpr
            define fair(activity a) {
              cites: GDPR.5.1.b
              holds: just(a)
            }
            define just(activity a) {
              cites: GDPR.5.1.b
              holds: fair(a)
            }

            """#),
        CodeEntry(
            "N509", sv: "Paketet, eller ett paket före det, har redan något med det namnet.",
            en: "The pack, or a pack before it, already has something of that name.", .alone,
            #"""
            edition 2026
            use gdpr
            define fair(activity a) {
              cites: GDPR.5.1.b
              holds: a.status is Planned
            }
            define fair(activity a) {
              cites: GDPR.5.1.b
              holds: a.status is Planned
            }

            """#),
        CodeEntry(
            "N510", sv: "En kombination av faktorer kommer inte till någon slutsats.",
            en: "A combination of factors reaches no conclusion.", .alone,
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
                early when a.status is Planned
                late otherwise
              }
              conclude low when stage is early
            }

            """#),
        CodeEntry(
            "N511", sv: "Raderna ovanför tar alla fall som den här raden skulle ta.",
            en: "The rows above take every case that this row would take.", .alone,
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
                early when a.status is Planned
                late otherwise
              }
              conclude low when stage is early
              conclude high when stage is early
              otherwise high
            }

            """#),
        CodeEntry(
            "N512",
            sv:
                "Ett `every` över en tom lista är sant utan att något har prövats. En gynnsam slutsats får inte vila på det.",
            en:
                "An `every` over an empty list is true though nothing was tested. A favourable conclusion may not rest on it.",
            .example,
            #"""
            decision verdict(activity a) {
              title sv: "Utfall"
              title en: "Verdict"
              cites:    GDPR.5.1.b
              worst of: good, bad
              conclude good when every o in a.outputs with o.state is Synthetic
              otherwise bad
            }
            rule H001 "A verdict of the house" {
              title sv: "Husets utfall"
              severity: info
              cites:    GDPR.5.1.b
              for:      a in activities
              when:     verdict(a) is bad
              at:       a
              message sv: "{a}"
              message en: "{a}"
            }
            activity Later {
              controller: Firm
              purpose:    HandleDisputes
              basis:      Contract for Client
              status:     Planned
            }

            """#),
        CodeEntry(
            "N513", sv: "Det som står inom klamrar i en text ska gå att läsa som ett uttryck.",
            en: "What stands between braces in a text must read as an expression.", .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A check of the house" {
              title sv: "En kontroll i huset"
              severity: info
              cites:    GDPR.5.1.b
              for:      a in activities
              when:     a.status is Planned
              at:       a
              message sv: "{a} är planerad."
              message en: "{a b} is planned."
            }

            """#),
        CodeEntry(
            "N514", sv: "Egenskapen vill ha ett värde av en bestämd form.",
            en: "The property wants a value of a definite form.", .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A" {
              for: activities
            }

            """#),
        CodeEntry(
            "N515",
            sv: "Villkoret kan aldrig gälla, så regeln säger aldrig något. Sökningen går över de svar som uppgifterna kan ge tillsammans.",
            en: "The condition can never hold, so the rule never says anything. The search goes over the answers that the facts can give together.",
            .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A check of the house" {
              title sv: "En kontroll i huset"
              severity: warning
              cites:    GDPR.5.1.b
              for:      a in activities
              when:     a.status is Planned and not a.status is Planned
              at:       a
              message sv: "{a} prövas."
              message en: "{a} is tested."
            }

            """#),
        CodeEntry(
            "N516",
            sv: "Villkoret gäller vad som än anges, så regeln prövar inget.",
            en: "The condition holds whatever is stated, so the rule tests nothing.",
            .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A check of the house" {
              title sv: "En kontroll i huset"
              severity: warning
              cites:    GDPR.5.1.b
              for:      a in activities
              when:     a.environment == none or not a.environment == none
              at:       a
              message sv: "{a} prövas."
              message en: "{a} is tested."
            }

            """#),
        CodeEntry(
            "N517",
            sv: "Undantaget kräver något som regelns villkor utesluter.",
            en: "The exception asks for something that the rule's condition excludes.",
            .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A check of the house" {
              title sv: "En kontroll i huset"
              severity: warning
              cites:    GDPR.5.1.b
              for:      a in activities
              when:     a.status is Planned
              unless running { cites: GDPR.5.1.b; when: not a.status is Planned }
              at:       a
              message sv: "{a} prövas."
              message en: "{a} is tested."
            }

            """#),
        CodeEntry(
            "N518",
            sv: "Det som regeln eller undantaget vilar på tillämpas aldrig på en och samma dag.",
            en: "What the rule or exception rests on never applies on one and the same day.",
            .alone,
            #"""
            edition 2026
            use gdpr
            norm House.1 {
              title sv: "Den gamla riktlinjen"
              title en: "The old guideline"
              in force: 2016-01-01 until 2017-12-31
            }
            rule H001 "A check of the house" {
              title sv: "En kontroll i huset"
              severity: warning
              cites:    House.1, GDPR.5.1.b
              for:      a in activities
              when:     a.status is Planned
              at:       a
              message sv: "{a} prövas."
              message en: "{a} is tested."
            }

            """#),
        CodeEntry(
            "N519",
            sv: "Två fel prövar samma sak, och det ena eller det andra slår till vad som än anges: ingen specifikation kan följa båda.",
            en: "Two errors are asked of the same, and one or the other fires whatever is stated: no specification can follow both.",
            .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A check of the house" {
              title sv: "En kontroll i huset"
              severity: error
              cites:    GDPR.5.1.b
              for:      a in activities
              when:     a.environment == none
              at:       a
              message sv: "{a} prövas."
              message en: "{a} is tested."
            }
            rule H002 "A check of the house" {
              title sv: "En kontroll i huset"
              severity: error
              cites:    GDPR.5.1.b
              for:      a in activities
              when:     not a.environment == none
              at:       a
              message sv: "{a} prövas."
              message en: "{a} is tested."
            }

            """#),
        CodeEntry(
            "N520",
            sv: "En variabel efter `exists`, `every` eller `count` heter som en som redan finns: inom villkoret går den yttre inte att nå, och läsaren tror att det är samma.",
            en: "A variable after `exists`, `every` or `count` has the name of one that is there already: within the condition the outer one can't be reached, and a reader takes them for the same.",
            .alone,
            #"""
            edition 2026
            use gdpr
            rule H001 "A check of the house" {
              title sv: "En kontroll i huset"
              severity: warning
              cites:    GDPR.5.1.b
              for:      a in activities
              when:     exists a in a.notices with a.sent == none
              at:       a
              message sv: "{a} prövas."
              message en: "{a} is tested."
            }

            """#),
        CodeEntry(
            "N521",
            sv: "Definitioner får fråga varandra, men inte så att ett villkor växer utan gräns när de skrivs ut: prövningen ska ta slut.",
            en: "Definitions may ask one another, but not so that a condition grows without end when they are written out: a check must end.",
            .alone,
            "edition 2026\nuse gdpr\ndefine f0(activity a) { holds: a.environment == none }\n"
                + (1...20).map { "define f\($0)(activity a) { holds: f\($0 - 1)(a) and f\($0 - 1)(a) }\n" }.joined()),
    ]
}
