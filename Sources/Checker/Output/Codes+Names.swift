// N-codes of specifications: names, types, imports and what is not stated.
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
            "N007", sv: "Varje kolumn har en kategori och säger vem den gäller. En omärkt kolumn vore ett hål i prövningen.",
            en: "Each column has a category and says whose data it is. A column without labels would be a hole in the check.", .alone,
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
            "N009", sv: "Egenskapen har ett enda värde; två rader kan inte båda gälla.",
            en: "The property has one value; two lines can't both hold.", .alone,
            #"""
            edition 2026
            subject Client is Adult {
              relation: OwnClient
              relation: NoRelation
            }

            """#),
        CodeEntry(
            "N010", sv: "Namnet är deklarerat i en fil som den här filen inte tar in, eller i ett paket som den inte använder.",
            en: "The name is declared in a file that this file does not import, or in a pack that it does not use.", .beside("edition 2026\nuse gdpr\nsubject Guest is Adult\n"),
            #"""
            edition 2026
            use gdpr
            notice Letter {
              to: Guest
            }

            """#),
        CodeEntry(
            "N011", sv: "Ett begrepp kan inte stå under sig självt i taxonomin.",
            en: "A concept can't stand under itself in the taxonomy.", .alone,
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
            "N014", sv: "Domänen är offentlig och står i specifikationen. Lärdes den ur data skulle den läcka, och bruset räcka för mindre.",
            en: "The domain is public and stands in the specification. Learnt from data it would leak, and no noise would cover that.", .alone,
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
            "N016", sv: "Ett villkor över rader är ett uttryck av kolumner och konstanter.",
            en: "A condition over rows is an expression of columns and constants.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters { reject: because "a"
                  keep: days
                  reject: days in fee because "odd"
                }
              }
            }

            """#),
        CodeEntry(
            "N017", sv: "Tabellen har flera rader för varje, så kolumnen är inte ett värde utan flera.",
            en: "The table has several rows for each, so that the column is not one value but several.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                joined = consolidate Cases.matters, Letters.sent by matter_id {
                  keep: days
                  long = days > 3 and body_length > 3
                }
              }
            }
            dataset Letters {
              controller:    Firm
              collected for: HandleDisputes
              table sent by letter_id as Ordinary of Client {
                letter_id:   id
                matter_id:   id
                body_length: integer(0..100)
              }
            }

            """#),
        CodeEntry(
            "N018", sv: "Två värden jämförs bara när de är av samma slag.",
            en: "Two values are compared only when they are of the same type.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters {
                  keep: days
                  reject: days > settled because "odd"
                }
              }
            }

            """#),
        CodeEntry(
            "N019", sv: "En sammanfattning som count eller sum måste veta vilken tabells rader den gäller.",
            en: "A summary such as count or sum must know whose rows it is over.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                joined = consolidate Cases.matters, Letters.sent by matter_id {
                  keep: days
                  letters = count(days) within 0..9
                }
              }
            }
            dataset Letters {
              controller:    Firm
              collected for: HandleDisputes
              table sent by letter_id as Ordinary of Client {
                letter_id:   id
                matter_id:   id
              }
            }

            """#),
        CodeEntry(
            "N020", sv: "Varje verb ger ett bestämt antal resultat: split ger två, clean ett, delete inget.",
            en: "Each verb gives a definite number of results: split two, clean one, delete none.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                one, two = clean Cases.matters { keep: days }
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
            "N022", sv: "Steget säger inte vad det arbetar på.",
            en: "The step does not say what it works on.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters { keep: days, settled }
                made = generate 10
              }
            }

            """#),
        CodeEntry(
            "N023", sv: "Det som tas bort ur data, eller lämnas oprövat, kräver ett skäl som den som granskar kan läsa.",
            en: "What is taken out of the data, or left untested, needs a reason that a reviewer can read.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters {
                  keep: days
                  reject: days < 1
                }
              }
            }

            """#),
        CodeEntry(
            "N024", sv: "Band delar hela domänen: kanterna stiger från lägsta till högsta värdet.",
            en: "Bands divide the whole domain: their edges rise from the lowest value to the highest.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters {
                  keep: days
                  bands: days into 10, 5, 2000
                }
              }
            }

            """#),
        CodeEntry(
            "N025", sv: "Utan nyckel kan en delning inte göras om på samma sätt, och ingen kan pröva den i efterhand.",
            en: "Without a key a split can't be made the same way again, and nobody could check it afterwards.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Letters.sent { keep: days }
                one, two = split kept by 80%
              }
            }
            dataset Letters {
              controller:    Firm
              collected for: HandleDisputes
              owner:         "Head of casework"
              retention:     1 year
              table sent as Ordinary of Client {
                letter_id: id
                days:      integer(0..30)
                body:      text
              }
            }

            """#),
        CodeEntry(
            "N026", sv: "Modellen räknar i en offentlig, ändlig domän; fri text har ingen.",
            en: "The model counts in a public, finite domain; free text has none.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Letters.sent { keep: body }
                model = learn mst from kept { epsilon: 1.0; delta: 1e-9; unit: letter_id }
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
                body:      text
              }
            }

            """#),
        CodeEntry(
            "N027", sv: "Steget arbetar på något annat än det som det har fått.",
            en: "The step works on something else than what it was given.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters { keep: days, settled }
                made = generate 10 from kept
              }
            }

            """#),
        CodeEntry(
            "N028", sv: "Likhet ska vara minst så stor, risk högst. Åt andra hållet släpper gränsen igenom det som den ska stoppa.",
            en: "Similarity must be at least so great, risk at most. The other way round the limit lets through what it should stop.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters { keep: days, settled }
                reference, holdout = split kept by 80%
                model = learn mst from reference { epsilon: 1.0; delta: 1e-9; unit: matter_id }
                made = generate 10 from model
                quality = evaluate made against reference, holdout {
                  require: worst_risk >= 5%
                }
              }
            }

            """#),
        CodeEntry(
            "N029", sv: "Tabellen delar ingen kolumn med det syntetiska, så att kombinera dem prövar inget.",
            en: "The table shares no column with the synthetic data, so that combining them tests nothing.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters { keep: hearings, settled }
                reference, holdout = split kept by 80%
                model = learn mst from reference { epsilon: 1.0; delta: 1e-9; unit: matter_id }
                made = generate 10 from model
                quality = evaluate made against reference, holdout {
                  combined with: Letters.sent
                }
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
                body:      text
              }
            }

            """#),
        CodeEntry(
            "N030", sv: "`uses:` ska säga detsamma som flödet läser, så att den som läser rubriken inte vilseleds.",
            en: "`uses:` must say the same as the pipeline reads, so that who reads the head is not misled.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              uses:       Others
              pipeline {
                kept = clean Cases.matters { keep: days }
              }
            }
            dataset Others {
              controller: Firm
              collected for: HandleDisputes
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
            "N035", sv: "Ett slag av ändamål är inget ändamål: det ska stå vad uppgifterna används till just här (artikel 5.1 b).",
            en: "A kind of purpose is no purpose: it must say what the data are used for here (article 5.1 b).", .alone,
            #"""
            edition 2026
            activity Train {
              purpose: CaseHandling
            }

            """#),
        CodeEntry(
            "N036", sv: "En gräns som allt klarar, eller inget, prövar ingenting: en andel ligger mellan 0 och 100 procent.",
            en: "A limit that everything meets, or nothing, tests nothing: a share lies between 0 and 100 per cent.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters { keep: days, settled }
                reference, holdout = split kept by 80%
                model = learn mst from reference { epsilon: 1.0; delta: 1e-9; unit: matter_id }
                made = generate 10 from model
                quality = evaluate made against reference, holdout {
                  require: worst_risk <= 5
                }
              }
            }

            """#),
        CodeEntry(
            "N037", sv: "Det som släpps ur en körning är inte längre om personer, eller är en modell. Personuppgifter lämnas ut med `disclose`, till en mottagare som prövas.",
            en: "What leaves a run is no longer about persons, or is a model. Personal data go out by `disclose`, to a recipient that is examined.", .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters { keep: days, settled }
                release kept
              }
            }

            """#),
        CodeEntry(
            "N038", sv: "Utgåvan bestämmer för gott vad en fil betyder; en som verktyget inte känner kan det inte läsa som en annan.",
            en: "The edition fixes for good what a file means; one that the tool does not know can't be read as another.", .alone,
            #"""
            edition 2031
            subject Client is Adult

            """#),
        CodeEntry(
            "N900", sv: "En uppgift om världen är inte angiven, och en regel kan därför inte avgöras. Anmärkningen har den strängaste väntande regelns allvar: tystnad får inte vara den billigaste vägen förbi prövningen.",
            en: "A fact about the world is not stated, so a rule can't be settled. The finding has the severity of the strictest rule that waits: silence may not be the cheapest way through the check.", .example,
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
            en: "A rule came to neither yes nor no, and no missing fact explains it.", .none(title: Message(sv: "Går inte att avgöra", en: "Can't be settled")), ""),
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
    ]
}
