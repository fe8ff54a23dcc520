// The first page and the tour: samples that the generator itself checks, so that what they show is what the tool says.
import Checker
import Document
import Law
import Source

extension Reference {
    func pages() throws -> [SitePage] {
        let rest = [try tourPage(), kindsPage, columnsPage, verbsPage, conceptsPage, rulesPage, normsPage, factsPage, grammarPage, commandsPage, configurationPage] + codePages()
        return [startPage(rest)] + rest
    }

    private func startPage(_ pages: [SitePage]) -> SitePage {
        let about: [String: Message] = [
            "tour.html": Message(sv: "Från en tom fil till en laglig behandling, steg för steg, med exempel som går att köra.", en: "From an empty file to a lawful activity, step by step, with samples that run."),
            "kinds.html": Message(sv: "Allt som kan deklareras, och vad som får stå i blocket.", en: "All that may be declared, and what its block may hold."),
            "columns.html": Message(sv: "Vad en kolumn kan innehålla.", en: "What a column may hold."),
            "verbs.html": Message(sv: "Vad ett flöde kan göra med uppgifterna.", en: "What a pipeline can do with data."),
            "concepts.html": Message(sv: "Kategorier, grunder, skyddsåtgärder: taxonomierna som följer med.", en: "Categories, bases, safeguards: the taxonomies that ship."),
            "rules.html": Message(sv: "Vad lagpaketen frågar efter.", en: "What the law packs ask."),
            "norms.html": Message(sv: "De bestämmelser som reglerna stöder sig på.", en: "The provisions that rules rest on."),
            "facts.html": Message(sv: "För den som skriver egna regler.", en: "For those who write rules of their own."),
            "grammar.html": Message(sv: "EBNF, operatorer, ord och bilder.", en: "EBNF, operators, words and pictures."),
            "commands.html": Message(sv: "Varje kommando och varje val.", en: "Every command and every option."),
            "configuration.html": Message(sv: "Varje nyckel i konfigurationen.", en: "Every key of the configuration."),
            "codes.html": Message(sv: "Vad varje anmärkning betyder, med exempel.", en: "What each finding means, with an example."),
        ]
        let title = Message(sv: "Lagrum", en: "Lagrum")
        return SitePage(file: "index.html", title: Message(sv: "Början", en: "Start")) { language in
            page(
                language, language("Språkreferens", "Language reference"), title[language],
                lead: language(
                    "Ett språk i vilket en jurist deklarerar vad en organisation gör med personuppgifter, och varför den får göra det.",
                    "A language in which a legal engineer declares what an organisation does with personal data, and why it may."),
                opening: [.list(pages.filter(\.inMenu).map { entry in
                    [.link([.text(entry.title[language])], to: entry.file), .text(" – " + (about[entry.file]?[language] ?? ""))]
                })])
        }
    }

    // MARK: The tour

    private struct Stop {
        var title: Message
        var text: Message
        var sample: String
        /// The codes that the sample must give; the generator fails when it gives others.
        var codes: Set<String> = []
        var isTest = false
    }

    private func tourPage() throws -> SitePage {
        let stops = tour
        for stop in stops where !stop.isTest {
            let found = Set(try findings(stop.sample).0.map(\.code))
            guard found == stop.codes else { throw DocsProblem("the tour's stop “\(stop.title.en)” gives \(found.sorted()), not \(stop.codes.sorted())") }
        }
        for stop in stops where stop.isTest {
            guard try tests(stop.sample).allSatisfy(\.failures.isEmpty) else { throw DocsProblem("the tour's test “\(stop.title.en)” fails") }
        }
        let title = Message(sv: "En rundtur", en: "A tour")
        return SitePage(file: "tour.html", title: title) { language in
            page(
                language, language("Språket", "The language"), title[language],
                lead: language(
                    "Spara varje exempel som `prov.lagrum`, och kör `lagrum check prov.lagrum`. Svaren här är verktygets egna.",
                    "Save each sample as `try.lagrum`, and run `lagrum check try.lagrum`. The answers here are the tool's own."),
                stops.enumerated().map { number, stop in
                    var blocks: [Page.Block] = stop.text[language].split(separator: "\n").map { .paragraph(marked(String($0))) }
                    let shown = stop.isTest ? "…\n\n" + stop.sample : stop.sample
                    blocks.append(.listing(shown))
                    let command = stop.isTest ? "test" : "check"
                    blocks.append(.listing("$ lagrum \(command) \(language("prov", "try")).lagrum\n" + answer(stop, language)))
                    return Page.Section(id: "stop-\(number + 1)", title: stop.title[language], blocks: blocks)
                })
        }
    }

    private func sources(_ text: String, _ name: String = "try.lagrum") throws -> SourceSet {
        var sources = SourceSet()
        try sources.add(name) { (_) throws(ReadProblem) in Array(text.utf8) }
        return sources
    }

    private static let day = Day("2026-11-21") ?? Day(number: 0)

    private func findings(_ text: String, _ name: String = "try.lagrum") throws -> ([Diagnostic], Files) {
        let snapshot = check(try sources(text, name), asOf: Reference.day)
        return (snapshot.findings, snapshot.files)
    }

    private func tests(_ text: String) throws -> [TestOutcome] { runTests(try sources(example + text), today: Reference.day) }

    private func answer(_ stop: Stop, _ language: Language) -> String {
        if stop.isTest {
            let outcomes = (try? tests(stop.sample)) ?? []
            return outcomes.map { "\(language("klarat", "passed"))  \(language("prov", "try")).lagrum:\($0.line)  \($0.title)\n" }.joined() + language("\(outcomes.count) klarade, 0 inte.", "\(outcomes.count) passed, 0 failed.")
        }
        guard let (found, files) = try? findings(stop.sample, language("prov.lagrum", "try.lagrum")) else { return "" }
        let renderer = TextRenderer(language: language, width: 90)
        return found.map { renderer.render($0, in: files) + "\n" }.joined() + renderer.summary(found)
    }

    private var tour: [Stop] {
        let firm = "edition 2026\nuse gdpr\n\ncontroller Firm \"The law firm\" { country: SE; sector: Private }\n"
        let client = "subject Client is Adult {\n  relation:    OwnClient\n  expectation: Heightened because \"seeks help in a private conflict\"\n  reached by:  Letter, Portal\n}\npurpose HandleCases \"Handle the client's case from engagement to settlement\" is CaseHandling\n"
        func dataset(_ column: String) -> String {
            "dataset Cases \"The case system\" {\n  controller:     Firm\n  collected for:  HandleCases\n  collected from: Client\n  basis:          Contract for Client\n  context:        LegalCounsel\n  zone:           Hot\n  owner:          \"Head of casework\"\n  retention:      10 years\n  source:         csv(\"cases.csv\")\n  table cases by case_id of Client {\n    case_id: id as Ordinary\n    \(column)\n  }\n}\n"
        }
        return [
            Stop(
                title: Message(sv: "Vem som ansvarar", en: "Who answers for it"),
                text: Message(
                    sv: "En fil börjar med sin utgåva och de lagpaket som den prövas mot. En deklaration är ett slag, ett namn, en titel och ett block av egenskaper.",
                    en: "A file begins with its edition and the law packs it is checked against. A declaration is a kind, a name, a title and a block of properties."), sample: firm),
            Stop(
                title: Message(sv: "Ett fel visar vad man ska göra", en: "A mistake says what to do"),
                text: Message(
                    sv: "Ett felskrivet namn blir en anmärkning vid sin plats, med det namn som ligger närmast.",
                    en: "A misspelt name becomes a finding at its place, with the name that is nearest."), sample: firm.replacing("country:", with: "contry:"), codes: ["N002"]),
            Stop(
                title: Message(sv: "Vems uppgifter, och till vad", en: "Whose data, and what for"),
                text: Message(
                    sv: "De registrerade har en relation till den ansvarige och en förväntan; uppgifterna har ett ändamål. `is` säger vilket begrepp de faller under.",
                    en: "Data subjects stand in a relation to the controller and expect something; data have a purpose. `is` says which concept they fall under."), sample: firm + "\n" + client),
            Stop(
                title: Message(sv: "Uppgifterna, kolumn för kolumn", en: "The data, column by column"),
                text: Message(
                    sv: "Varje kolumn säger vilken kategori av uppgifter den är, om vem, och vilka värden den kan ha. Tystnad är ett fel, eftersom den annars vore det billigaste sättet till ett gynnsamt svar.",
                    en: "Each column says which category of data it is, of whom, and which values it may have. Silence is an error, since it would be the cheapest way to a favourable answer."),
                sample: firm + "\n" + client + dataset("days:    integer(0..2000) as FamilyConflict")),
            Stop(
                title: Message(sv: "Tänk om", en: "What if"),
                text: Message(
                    sv: "En specifikation bär sina egna test. `change` betyder ”som förut, men”: här tas möjligheten att säga nej bort ur den exempelspecifikation som reglernas sidor också ändrar, och regel P004 ska då slå till.",
                    en: "A specification carries its own tests. `change` means \"as before, but\": here the opt-out is taken from the example specification that the rules' pages change too, and rule P004 must then fire."),
                sample: "test \"nobody can opt out\" as of 2026-11-21 {\n  change Synthesise { without opt out }\n  expect: P004 at Synthesise.purpose\n}\n", isTest: true),
        ]
    }
}
