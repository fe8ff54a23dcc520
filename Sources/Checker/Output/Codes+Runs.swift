// E-codes of plans and T-codes of tests.
import Source

extension CodeEntry {
    static let runCodes: [CodeEntry] = [
        CodeEntry(
            "E001", sv: "Steget är prövat enligt lag, men den här versionens motor kan inte utföra det.",
            en: "The step was checked against the law, but the engine of this version can't carry it out.", .plan,
            #"""
            activity Handle {
              controller: Firm
              purpose:    HandleDisputes
              basis:      Contract for Client
              status:     Planned
              pipeline {
                kept = clean Cases.matters { keep: days, settled }
                tokens = pseudonymise kept { columns: matter_id; key: "keys/matters.key" by "the archive" }
                delete kept, tokens
              }
            }

            """#),
        CodeEntry(
            "E002", sv: "Planen måste säga varifrån data ska läsas.",
            en: "A plan must say where the data are to be read from.", .plan,
            #"""
            dataset Letters {
              controller:    Firm
              collected for: HandleDisputes
              owner:         "Head of casework"
              retention:     1 year
              table sent by letter_id as Ordinary of Client {
                letter_id: id
                days:      integer(0..30)
                body:      text
              }
            }
            activity Handle {
              controller: Firm
              purpose:    HandleDisputes
              basis:      Contract for Client
              status:     Planned
              pipeline {
                kept = clean Letters.sent { keep: days }
                delete kept
              }
            }

            """#),
        CodeEntry(
            "E003", sv: "En plan är ett flöde av steg; behandlingen har inget.",
            en: "A plan is a pipeline of steps; the activity has none.", .plan,
            #"""
            activity Later {
              controller: Firm
              purpose:    HandleDisputes
              basis:      Contract for Client
              status:     Planned
            }

            """#),
        CodeEntry(
            "T001", sv: "Beslutet blev ett annat än testet säger.",
            en: "The decision came out otherwise than the test says.", .test,
            #"""
            test "the opt-out makes it compatible" as of 2026-11-21 {
              verdict: compatibility(Synthesise, Cases) is not_compatible
            }

            """#),
        CodeEntry(
            "T002", sv: "Anmärkningen som testet väntar sig kom inte, eller kom på ett annat ställe.",
            en: "The finding that the test expects did not come, or came elsewhere.", .test,
            #"""
            test "the lawful example is refused" as of 2026-11-21 {
              expect: P004
            }

            """#),
        CodeEntry(
            "T003", sv: "Anmärkningen kom, fast testet säger att den inte ska göra det.",
            en: "The finding came, though the test says that it must not.", .test,
            #"""
            test "nobody can opt out" as of 2026-11-21 {
              change Synthesise { without opt out }
              silent: P004
            }

            """#),
        CodeEntry(
            "T004", sv: "Testet ändrar något som inte finns, och prövar därför ingenting.",
            en: "The test changes what is not there, and so tests nothing.", .test,
            #"""
            test "a change of what is not there" as of 2026-11-21 {
              change Nothing { without opt out }
              silent: P004
            }

            """#),
        CodeEntry(
            "T005", sv: "Utfallet nämner ett beslut eller en sak som inte finns.",
            en: "The verdict names a decision or a thing that does not exist.", .test,
            #"""
            test "an unknown decision" as of 2026-11-21 {
              verdict: kindness(Synthesise) is great
            }

            """#),
        CodeEntry(
            "T006", sv: "Planen är klar där testet säger spärrad, eller tvärtom.",
            en: "The plan is ready where the test says blocked, or the other way round.", .test,
            #"""
            test "the lawful example is blocked" as of 2026-11-21 {
              plan: Synthesise is blocked
            }

            """#),
        CodeEntry(
            "T007", sv: "Ändringen gör texten felaktig, så att det som prövas inte är lagen.",
            en: "The change makes the text wrong, so that what is tested is not the law.", .test,
            #"""
            test "a change that does not read" as of 2026-11-21 {
              change Synthesise { colour: Red }
              silent: P004
            }

            """#),
        CodeEntry(
            "T008", sv: "Ett test har rader med bestämda nycklar. En som inte finns prövar ingenting.",
            en: "A test has lines of certain keys. One that does not exist tests nothing.", .test,
            #"""
            test "a key that does not exist" as of 2026-11-21 {
              expects: P004
            }

            """#),
        CodeEntry(
            "T009", sv: "Testet nämner en kod som ingen regel och inget verktyg har: att den tiger säger ingenting.",
            en: "The test names a code that no rule and no tool has: that it keeps silent says nothing.", .test,
            #"""
            test "a code that does not exist" as of 2026-11-21 {
              silent: P0O4
            }

            """#),
        CodeEntry(
            "T010", sv: "Testet pekar på något som inte finns: där kan ingenting komma och ingenting utebli.",
            en: "The test points at what is not there: nothing can come there, and nothing can stay away.", .test,
            #"""
            test "a place that does not exist" as of 2026-11-21 {
              silent: P004 at Synthesis.purpose
            }

            """#),
        CodeEntry(
            "T011", sv: "Testet ändrar kanske något, men säger inte vad som ska komma ut. Det klaras vad lagen än säger.",
            en: "The test may change something, but does not say what must come out. It passes whatever the law says.", .test,
            #"""
            test "nobody can opt out" as of 2026-11-21 {
              change Synthesise { without opt out }
            }

            """#),
        CodeEntry(
            "T012", sv: "Raden har en form som inte kan prövas: efter `expect` och `silent` står koder, efter `plan` en behandling och hur den står.",
            en: "The line has a form that can't be tested: codes stand after `expect` and `silent`, an activity and its state after `plan`.", .test,
            #"""
            test "a state that no plan has" as of 2026-11-21 {
              plan: Synthesise is finished
            }

            """#),
    ]
}
