// N-codes of pipelines: steps, their inputs and the expressions over rows.
import Source

extension CodeEntry {
    static let stepCodes: [CodeEntry] = [
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
            "N023",
            sv: "Det som tas bort ur data, eller lämnas oprövat, kräver ett skäl som den som granskar kan läsa.",
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
            en: "Without a key a split can't be made the same way again, and nobody could check it afterwards.",
            .example,
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
            "N028",
            sv:
                "Likhet ska vara minst så stor, risk högst. Åt andra hållet släpper gränsen igenom det som den ska stoppa.",
            en:
                "Similarity must be at least so great, risk at most. The other way round the limit lets through what it should stop.",
            .example,
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
            "N036",
            sv: "En gräns som allt klarar, eller inget, prövar ingenting: en andel ligger mellan 0 och 100 procent.",
            en: "A limit that everything meets, or nothing, tests nothing: a share lies between 0 and 100 per cent.",
            .example,
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
            "N037",
            sv:
                "Det som släpps ur en körning är inte längre om personer, eller är en modell. Personuppgifter lämnas ut med `disclose`, till en mottagare som prövas.",
            en:
                "What leaves a run is no longer about persons, or is a model. Personal data go out by `disclose`, to a recipient that is examined.",
            .example,
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
            "N045",
            sv: "Steget saknar ett ord som det inte kan vara utan: med vad, efter vad, till vem eller av vem.",
            en: "The step lacks a word that it can't do without: with what, by what, to whom or by whom.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters { keep: days, settled }
                decided = decide kept { outcome: Grant }
              }
            }

            """#),
        CodeEntry(
            "N046",
            sv: "Två tal som räknar olika saker går inte att jämföra eller lägga ihop: en valuta är inte dagar. Enheten står efter typen, till exempel `decimal(0..500_000, 2) in SEK`.",
            en: "Two numbers that count different things can't be compared or added: a currency is not days. The unit stands after the type, such as `decimal(0..500_000, 2) in SEK`.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Bills.bills { keep: fee, days; where: fee > days }
              }
            }
            dataset Bills {
              controller:    Firm
              collected for: HandleDisputes
              owner:         "Head of casework"
              retention:     1 year
              table bills by bill_id as Ordinary of Client {
                bill_id: id
                fee:     decimal(0..500_000, 2) in SEK
                days:    integer(0..2000) in days
              }
            }

            """#),
        CodeEntry(
            "N040",
            sv: "`mask` och `pseudonymise` lovar ett tillstånd. Följer något med som ändå identifierar direkt är löftet osant.",
            en: "`mask` and `pseudonymise` promise a state. If something comes along that still identifies directly, the promise is untrue.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                tokens = pseudonymise People.people { keep: name; columns: number; key: "keys/people.key" by "the archive" }
              }
            }
            dataset People {
              controller:    Firm
              collected for: HandleDisputes
              owner:         "Head of casework"
              retention:     1 year
              table people by person of Client {
                person: id           as Ordinary
                number: personnummer as NationalId
                name:   text         as Name
              }
            }

            """#),
        CodeEntry(
            "N041",
            sv: "Den som grupperar efter något som pekar ut rader en och en får grupper av en enda person.",
            en: "Who groups by what points out rows one by one gets groups of one single person.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters { keep: days }
                table = aggregate kept by matter_id {
                  matters = count(kept)
                }
              }
            }

            """#),
        CodeEntry(
            "N042",
            sv: "Det som skyddas ska stå helt i den ena delen: annars är kontrollgruppen en kopia av det som lärdes, och läckage syns inte.",
            en: "What is protected must stand whole in one part: otherwise the holdout is a copy of what was learnt, and no leak is seen.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Visits.visits { keep: person, days }
                reference, holdout = split kept by 80%
                model = learn mst from reference { epsilon: 1.0; delta: 1e-9; unit: person; at most: 12 }
              }
            }
            dataset Visits {
              controller:    Firm
              collected for: HandleDisputes
              owner:         "Head of casework"
              retention:     1 year
              table visits by visit_id as Ordinary of Client {
                visit_id: id
                person:   id
                days:     integer(0..30)
              }
            }

            """#),
        CodeEntry(
            "N043",
            sv: "Den som säger att uppgifter inte längre pekar ut någon kan inte ha kvar det som gör det. Påståendet skulle annars tysta lagen.",
            en: "Who says that data no longer point out anybody can't keep what does. The claim would otherwise silence the law.",
            .example,
            #"""
            dataset Published {
              controller: Firm
              state:      Anonymous because "published"
              table people by row {
                row:    id
                number: personnummer
              }
            }

            """#),
        CodeEntry(
            "N044",
            sv: "Det största eller minsta i en grupp är en enda persons värde. Om en grupp går det att säga det som gäller alla i den.",
            en: "The greatest or least of a group is one person's value. What can be told of a group is what holds of all in it.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters { keep: days, settled }
                table = aggregate kept by settled {
                  worst = max(days)
                }
              }
            }

            """#),
        CodeEntry(
            "N047",
            sv: "Informationens text, en promemoria eller en rapport som specifikationen pekar på finns inte. Det som skulle visas av den kan inte visas.",
            en: "The text of a notice, a memo or a report that the specification points at is not there. What it should show can't be shown.",
            .example,
            #"""
            notice Told {
              to:    Client
              under: GDPR.13.3
              sent:  2026-01-15 by Letter
              tells: Purpose, Retention, Rights, Objection, Complaint
              text:  "notices/client.sv.md"
            }

            """#),
        CodeEntry(
            "N058",
            sv: "Kolumnens deklarerade domän säger redan svaret: villkoret gäller aldrig, eller alltid, och skiljer inga rader åt. Oftast är gränsen eller domänen fel.",
            en: "The column's declared domain gives the answer already: the condition holds never, or always, and tells no rows apart. Mostly the limit or the domain is wrong.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters { keep: days; where: days > 5000 }
              }
            }

            """#),
        CodeEntry(
            "N060",
            sv: "Det som ett steg har raderat finns inte längre på någon väg genom flödet, så inget senare steg kan läsa det.",
            en: "What a step has deleted is gone on every path through the pipeline, so no later step can read it.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters { keep: days, settled }
                delete kept
                few = clean kept { where: settled }
              }
            }

            """#),
        CodeEntry(
            "N061",
            sv: "Steget gör något som inget senare steg läser, släpper, lämnar ut eller raderar. Det är en upplysning, och sägs bara i flöden som säger hur uppgifterna lämnar dem eller tar slut.",
            en: "The step makes what no later step reads, releases, discloses or deletes. It is a note, and told only of pipelines that say how their data leave or end.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                kept = clean Cases.matters { keep: days, settled }
                few = clean kept { where: settled }
                delete kept
              }
            }

            """#),
        CodeEntry(
            "N062",
            sv: "Ett steg som har samma namn som en datamängd skymmer den: en läsare kan inte se om raderna eller det som gjorts av dem menas.",
            en: "A step with the name of a dataset hides it: a reader can't tell whether the rows or what was made of them is meant.",
            .example,
            #"""
            activity Train {
              controller: Firm
              purpose:    SeeConflict
              basis:      LegitimateInterest because "calmer disputes"
              status:     Planned
              pipeline {
                Cases = clean Cases.matters { keep: days, settled }
              }
            }

            """#),
    ]
}
