// N-codes of declarations: names, properties, imports and what is not stated.
import Source

extension CodeEntry {
    static let nameCodes: [CodeEntry] = [
        CodeEntry(
            "N002", sv: "Varje sort av deklaration har sina egenskaper; den här är ingen av dem.",
            en: "Each kind of declaration has its properties; this is none of them.", .alone,
            #"""
            edition 2026
            subject Client is Adult {
              relaton: OwnClient
            }

            """#),
        CodeEntry(
            "N003", sv: "Utan egenskapen går det inte att säga vad deklarationen betyder.",
            en: "Without the property nobody can say what the declaration means.", .alone,
            #"""
            edition 2026
            activity Train {
              status: Planned
            }

            """#),
        CodeEntry(
            "N004", sv: "Värdet är av ett annat slag än egenskapen vill ha.",
            en: "The value is of another kind than the property wants.", .alone,
            #"""
            edition 2026
            subject Client is Adult {
              dependent: "sometimes"
            }

            """#),
        CodeEntry(
            "N005", sv: "Det som nämns är inte deklarerat, eller är av en annan sort än den som ska stå här.",
            en: "What is named is not declared, or is of another kind than the one wanted here.", .alone,
            #"""
            edition 2026
            subject Client is Adult {
              relation: OwnCleint
            }

            """#),
        CodeEntry(
            "N006", sv: "Ett namn betyder en enda sak, så att ingen läsare kan ta fel.",
            en: "A name means one thing, so that no reader can mistake it.", .alone,
            #"""
            edition 2026
            subject Client is Adult
            subject Client is Child

            """#),
        CodeEntry(
            "N007",
            sv: "Varje kolumn har en kategori och säger vem den gäller. En omärkt kolumn vore ett hål i prövningen.",
            en:
                "Each column has a category and says whose data it is. A column without labels would be a hole in the check.",
            .alone,
            #"""
            edition 2026
            dataset Cases {
              table matters by matter_id {
                matter_id: id
                days: integer(0..2000)
              }
            }

            """#),
        CodeEntry(
            "N008", sv: "Ordet finns, men betyder inget efter just den här egenskapen.",
            en: "The word exists, but means nothing after this very property.", .alone,
            #"""
            edition 2026
            subject Client is Adult {
              relation: OwnClient until 2026-01-01
            }

            """#),
        CodeEntry(
            "N009", sv: "Egenskapen har ett enda värde, och ett ord efter ett värde står en gång; två kan inte båda gälla, och det sista skulle dölja det första.",
            en: "The property has one value, and a word after a value stands once; two can't both hold, and the last would hide the first.", .alone,
            #"""
            edition 2026
            subject Client is Adult {
              relation: OwnClient
              relation: NoRelation
            }

            """#),
        CodeEntry(
            "N010",
            sv: "Namnet är deklarerat i en fil som den här filen inte tar in, eller i ett paket som den inte använder.",
            en: "The name is declared in a file that this file does not import, or in a pack that it does not use.",
            .beside("edition 2026\nuse gdpr\nsubject Guest is Adult\n"),
            #"""
            edition 2026
            use gdpr
            notice Letter {
              to: Guest
            }

            """#),
        CodeEntry(
            "N011", sv: "Ett begrepp kan inte stå under sig självt i taxonomin, och ändamål kan inte tjäna varandra i cirkel.",
            en: "A concept can't stand under itself in the taxonomy, and purposes can't serve each other in a circle.", .alone,
            #"""
            edition 2026
            category Habits is Leisure
            category Leisure is Habits

            """#),
        CodeEntry(
            "N012", sv: "Raden är riktig i sig, men hör hemma i ett annat block.",
            en: "The line is right in itself, but belongs in another block.", .alone,
            #"""
            edition 2026
            subject Client is Adult {
              dataset Cases
            }

            """#),
        CodeEntry(
            "N013", sv: "Att tysta en anmärkning kräver ett skäl och en dag då medgivandet tar slut.",
            en: "To silence a finding takes a reason, and a day on which the permission ends.", .alone,
            #"""
            edition 2026
            activity Train {
              allow P014 because "under review"
            }

            """#),
        CodeEntry(
            "N014",
            sv:
                "Domänen är offentlig och står i specifikationen. Lärdes den ur data skulle den läcka, och bruset räcka för mindre.",
            en:
                "The domain is public and stands in the specification. Learnt from data it would leak, and no noise would cover that.",
            .alone,
            #"""
            edition 2026
            dataset Cases {
              table matters by matter_id as Ordinary {
                matter_id: id
                days: integer
              }
            }

            """#),
        CodeEntry(
            "N015", sv: "En domän är ett intervall från lägst till högst, eller en lista av olika val.",
            en: "A domain is a range from low to high, or a list of different choices.", .alone,
            #"""
            edition 2026
            dataset Cases {
              table matters by matter_id as Ordinary {
                matter_id: id
                days: integer(90..0)
              }
            }

            """#),
        CodeEntry(
            "N021", sv: "Normen finns inte i något av de lagpaket som används.",
            en: "The norm is in none of the law packs in use.", .alone,
            #"""
            edition 2026
            use gdpr
            notice Letter {
              under: GDPR.99.9
            }

            """#),
        CodeEntry(
            "N031", sv: "Filen som tas in finns inte, får inte läsas eller är en mapp.",
            en: "The file to import does not exist, may not be read or is a folder.", .alone,
            #"""
            edition 2026
            import "missing.lagrum"

            """#),
        CodeEntry(
            "N032", sv: "Filer som tar in varandra går inte att läsa i någon ordning.",
            en: "Files that import one another can't be read in any order.", .alone,
            #"""
            edition 2026
            import "example.lagrum"

            """#),
        CodeEntry(
            "N033", sv: "Lagpaketet finns inte i verktyget.",
            en: "The tool has no such law pack.", .alone,
            #"""
            edition 2026
            use gpdr

            """#),
        CodeEntry(
            "N034", sv: "Inget lagpaket är påslaget, så tystnad betyder här inte att behandlingen är laglig.",
            en: "No law pack is turned on, so silence does not mean here that the processing is lawful.", .alone,
            #"""
            edition 2026
            activity Train {
              status: Planned
            }

            """#),
        CodeEntry(
            "N035",
            sv:
                "Ett slag av ändamål är inget ändamål: det ska stå vad uppgifterna används till just här (artikel 5.1 b).",
            en: "A kind of purpose is no purpose: it must say what the data are used for here (article 5.1 b).", .alone,
            #"""
            edition 2026
            activity Train {
              purpose: CaseHandling
            }

            """#),
        CodeEntry(
            "N038",
            sv:
                "Utgåvan bestämmer för gott vad en fil betyder; en som verktyget inte känner kan det inte läsa som en annan.",
            en:
                "The edition fixes for good what a file means; one that the tool does not know can't be read as another.",
            .alone,
            #"""
            edition 2031
            subject Client is Adult

            """#),
        CodeEntry(
            "N039",
            sv: "`lagrum remedy` lämnar `\"…\"` där en människa ska skriva: ett skäl, ett namn. Ett skäl som ingen har skrivit bär inget.",
            en: "`lagrum remedy` leaves `\"…\"` where a human must write: a reason, a name. A reason that nobody has written supports nothing.",
            .example,
            #"""
            assessment Weighing is Interests {
              made: 2026-01-05 by "…"
            }

            """#),
        CodeEntry(
            "N900",
            sv:
                "En uppgift om världen är inte angiven, och en regel kan därför inte avgöras. Anmärkningen har den strängaste väntande regelns allvar: tystnad får inte vara den billigaste vägen förbi prövningen.",
            en:
                "A fact about the world is not stated, so a rule can't be settled. The finding has the severity of the strictest rule that waits: silence may not be the cheapest way through the check.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              notice:     ClientNotice
              pipeline {
                kept = clean Letters.sent { keep: days }
                delete kept
              }
            }
            dataset Letters {
              controller:    Firm
              collected for: HandleDisputes
              owner:         "Head of casework"
              retention:     1 year
              table sent by letter_id as Ordinary of Client {
                letter_id: id
                days:      integer(0..30)
              }
            }

            """#),
        CodeEntry(
            "N901", sv: "En regel kom inte fram till ja eller nej, och ingen saknad uppgift förklarar det.",
            en: "A rule came to neither yes nor no, and no missing fact explains it.",
            .none(title: Message(sv: "Går inte att avgöra", en: "Can't be settled")), ""),
        CodeEntry(
            "N902", sv: "Ett medgivande gäller till en dag; efter den gäller regeln igen.",
            en: "A permission holds until a day; after it the rule holds again.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              allow R001 because "under review" until 2026-01-01
              pipeline {
                kept = clean Cases.matters { keep: days }
              }
            }

            """#),
        CodeEntry(
            "N048",
            sv: "En deklaration som ingen nämner gäller ingenting: ett ändamål som ingen behandling har, en information som ingen får, ett begrepp som inget står under. Behandlingar, personuppgiftsansvariga, bedömningar, begäranden, normer, regler och test är till för sin egen skull; en datamängd, ett AI-system, ett biträde, en mottagare och en tjänst kan vara det, och är då en upplysning och ingen varning. Det sägs bara om filer som prövningen frågades om, och bara när alla som kan nämna något i filen är med: om filen själv har en behandling, eller om en hel mapp frågades om och någon i den tar in filen. En fil med delade deklarationer som prövas ensam ger därför inga anmärkningar, och inte heller en fil som ingen i mappen tar in. `define` och `decision` prövas i filer som har en regel. Medan något fel står kvar i texten sägs ingenting, för det felskrivna skulle se oanvänt ut.",
            en: "A declaration that nothing names counts nowhere: a purpose that no activity has, a notice that nobody gets, a concept that nothing is under. Activities, controllers, assessments, requests, norms, rules and tests are there for their own sake; a dataset, an AI system, a processor, a recipient and a service may be, and then it is a note and no warning. It is told only of files that the check was asked for, and only where all that could name something in the file is there: where the file has an activity of its own, or where a whole folder was asked for and something in it imports the file. So a file of shared declarations that is checked alone gives no findings, nor does one that nothing in the folder imports. A `define` or a `decision` is looked at in files that have a rule. While an error stands in the text nothing is said, since what is misspelt would look unused.",
            .example,
            #"""
            purpose CountCases "Count the cases by court and year, so that staffing follows the need" is Statistics

            """#),
        CodeEntry(
            "N049",
            sv: "Två deklarationer av samma namn kan stå på samma ställen, och bara den första menas där: den andra gäller aldrig. Två av samma slag är ett fel (N006).",
            en: "Two declarations of one name may stand in the same places, and only the first is meant there: the other never counts. Two of the same kind are an error (N006).",
            .alone,
            #"""
            edition 2026
            controller Court { country: SE; sector: Public }
            authority Court { country: SE; sector: Public }

            """#),
        CodeEntry(
            "N064",
            sv: "Ett medgivande nämner en kod som ingen regel har, och tystar därför ingenting. Koden för en regel i ett lagpaket som följer med, men som inte är i bruk, ger ingen anmärkning.",
            en: "A permission names a code that no rule has, and so silences nothing. The code of a rule in a pack that ships but is not in use gives no finding.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              allow S0001 because "under review" until 2027-01-01 by "Anna Alm"
              pipeline {
                kept = clean Cases.matters { keep: days }
              }
            }

            """#),
        CodeEntry(
            "N065",
            sv: "Ett fel medges bara av en namngiven person i ytterligare en roll, vars underskrift planen då kräver. Medgivandet säger inte av vem, och felet står kvar.",
            en: "An error is allowed only by a named person in a further role, whose signature the plan then asks for. The permission does not say by whom, and the error stands.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              allow P004 because "under review" until 2027-01-01
              pipeline {
                kept = clean Cases.matters { keep: days }
                delete kept
              }
            }

            """#),
        CodeEntry(
            "N903",
            sv: "Ett medgivande ska gälla något som en regel säger; annars tystar det regeln den dag då den slår till, utan att någon har prövat saken. Det sägs bara när det är säkert: regeln gäller på dagen, har prövats för det som medgivandet står i, väntar inte på något där, och slog inte till. Ett lagpaket som inte är i bruk, en regel som ännu inte tillämpas och en fil vars importörer inte är med ger ingen anmärkning. `lagrum fix --unsafe` tar bort raden.",
            en: "A permission is to be of something that a rule says; else it silences the rule on the day that it fires, and nobody has weighed the matter. It is told only where it is certain: the rule counts on the day, was asked of what the permission stands in, waits for nothing there, and did not fire. A pack that is not in use, a rule that does not apply yet and a file whose importers are not in the check give no finding. `lagrum fix --unsafe` removes the line.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              allow S001 because "under review" until 2027-01-01 by "Anna Alm"
              pipeline {
                kept = clean Cases.matters { keep: days }
              }
            }

            """#),
        CodeEntry(
            "N055", sv: "En taxonomi har högst 32 nivåer: vad som gäller för ett begrepp söks genom allt ovanför det.",
            en: "A taxonomy has at most 32 levels: what holds of a concept is sought through all that stands above it.", .alone,
            "edition 2026\nsubject Member0 is Person\n" + (1...32).map { "subject Member\($0) is Member\($0 - 1)\n" }.joined()),
        CodeEntry(
            "N056",
            sv: "En deklaration utan namn gäller ingenting: inget kan hänvisa till den, och ingen regel prövar den. Titeln inom citattecken är till för läsaren och är inget namn.",
            en: "A declaration without a name counts for nothing: nothing can refer to it, and no rule is asked of it. The title in quotes is for the reader, and is no name.",
            .alone,
            #"""
            edition 2026
            activity "Train a model" {
              status: Planned
            }

            """#),
        CodeEntry(
            "N057", sv: "Sista dagen kommer före den första, så det som står här gäller aldrig.",
            en: "The last day comes before the first, so what stands here never holds.", .alone,
            #"""
            edition 2026
            approval Ethics is EthicsApproval {
              decided: 2026-05-01
              until:   2025-05-01
            }

            """#),
        CodeEntry(
            "N059",
            sv: "En grupp som står under två begrepp som säger emot varandra vore båda på en gång, och vad som gäller skulle bero på vilket som står först.",
            en: "A group under two concepts that contradict each other would be both at once, and what holds would depend on which stands first.",
            .alone,
            #"""
            edition 2026
            subject Client is Adult, Child {
              relation: OwnClient
            }

            """#),
        CodeEntry(
            "N063",
            sv: "Titlar och innehåll skrivs på båda språken. På det språk som saknas får läsaren bara namnet. En titel i deklarationens första rad gäller för båda.",
            en: "Titles and contents are written in both languages. In the one that is missing a reader gets the bare name. A title on the declaration's first line serves for both.",
            .alone,
            #"""
            edition 2026
            category CatLover is PrivacySensitive {
              title en: "keeps cats"
            }

            """#),
    ]
}
