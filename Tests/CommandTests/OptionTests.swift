// Every option of every command, and every value of those that have a list, shown in Swedish and English.
import TestKit
import Testing

struct OptionTests {
    @Test(arguments: cases)
    func says(_ test: ProgramCase) throws {
        let text = try transcript(test.line, shown: test.shown) { try test.folder() }
        #expect(HelpTests.goldens.difference(text, test.golden) == nil)
    }

    /// A new option, or a new value of one, without a golden fails here. A transcript holds both languages.
    @Test(arguments: ["lagrum", "$ENGINE"])
    func everyOptionIsShown(_ program: String) throws {
        let described = try Described.program(program)
        let lines = (OptionTests.cases + OutputTests.cases + BadInputTests.cases + InputTests.cases + ConfigurationCommandTests.cases + PackCommandTests.cases + InterchangeCommandTests.cases).map(\.line)
        let shown = Set(lines.flatMap { Written.in($0, program, described) })
        let missing = Written.all(program, described).filter { !shown.contains($0) }
        #expect(missing.isEmpty, "no golden shows: \(missing.map(\.description).joined(separator: ", "))")
    }

    /// Help is written twice, and not left in one language: the texts of all options differ.
    @Test(arguments: ["lagrum", "$ENGINE"])
    func helpIsInBothLanguages(_ program: String) throws {
        let english = try Described.program(program), swedish = try Described.program(program, language: "sv_SE.UTF-8")
        for (one, other) in zip(english.commands, swedish.commands) {
            for (a, b) in zip(one.arguments ?? [], other.arguments ?? []) where !["--help", "--version"].contains(a.dashed.last ?? "") {
                #expect(a.abstract != nil && a.abstract != b.abstract, "\(program) \(one.commandName) \(a.dashed): \(a.abstract ?? "no text")")
            }
        }
    }

    /// Every command shows how it is used, and no example says an option that there is not.
    @Test(arguments: ["lagrum", "$ENGINE"], ["C", "sv_SE.UTF-8"])
    func examples(_ program: String, _ language: String) throws {
        for command in try Described.program(program).commands {
            let help = try Folder().shell("\(program) \(command.commandName) --help", language: language).out
            let lines = help.split(separator: "\n").drop { $0 != "Examples:" && $0 != "Exempel:" }.filter { $0.hasPrefix("  lagrum") }
            #expect(!lines.isEmpty, "\(command.commandName) has no example")
            for word in lines.flatMap({ $0.split(separator: " ") }) where word.hasPrefix("-") {
                #expect(command.arguments?.contains { $0.dashed.contains(String(word)) } ?? false, "\(command.commandName) has no \(word)")
            }
        }
    }

    /// The same bytes for any number of threads and any order of arguments.
    @Test func sameForAnyJobs() throws {
        var files: [String: String] = [:]
        for number in 0..<40 { files["part\(number).lagrum"] = "edition 2026\nsubject S\(number) is Nowhere\ndataset D\(number) { controler: Firm }\n" }
        let said = try Folder(files).shell("""
            for jobs in 1 2 7; do lagrum check --format json --jobs $jobs part*.lagrum > out$jobs; done; lagrum check --format json $(ls -r part*.lagrum) > out
            cmp out1 out2 && cmp out1 out7 && cmp out1 out && [ -s out ] && echo same
            """)
        #expect(said.out == "same\n", "\(said)")
    }

    private static let small = ["spec.lagrum": "edition 2026\nuse gdpr\ndataset Åland { controler: Firm }\n"]
    private static let good = ["spec.lagrum": Texts.specification(), "cases.csv": Texts.rows]
    /// A rule of the house, as grave as the test wants.
    private static func told(_ severity: String) -> [String: String] {
        ["spec.lagrum": """
            edition 2026
            use gdpr
            controller Firm "Byrån" { country: SE; sector: Private }
            rule H001 "No officer" {
              title sv:   "Inget ombud"
              severity:   \(severity)
              cites:      GDPR.5.2
              for:        c in controllers
              when:       c.dpo == none
              at:         c
              message en: "{c} names no data protection officer."
              message sv: "{c} anger inget dataskyddsombud."
              advice en:  "Add `dpo:`."
              advice sv:  "Lägg till `dpo:`."
            }

            """]
    }
    private static let untidy = ["spec.lagrum": "edition 2026\nuse gdpr\ncontroller   Firm \"The firm with a name that is so long that it needs room\" {country:SE; sector : Private}\n"]
    private static let day = OutputTests.day

    private static func shown(_ command: String, _ line: String, _ files: [String: String]) -> [ProgramCase] {
        [ProgramCase("\(command)-lang-sv", "lagrum \(command) --lang sv \(line)", files), ProgramCase("\(command)-lang-en", "lagrum \(command) --lang en \(line)", files)]
    }

    private static func colours(_ command: String, _ line: String, _ files: [String: String]) -> [ProgramCase] {
        ["auto", "always", "never"].map { ProgramCase("\(command)-color-\($0)", "lagrum \(command) --color \($0) \(line)", files) }
    }

    /// lagrum.yaml as each command takes it.
    private static let configured: [ProgramCase] = [
        ("explain", "H001"), ("test", ""), ("plan", "spec.lagrum"), ("run", "spec.lagrum"),
    ].flatMap { command, rest in
        let files = ["house/other.yaml": "packs: [../packs/house.lagrum]\nas of: 2026-11-21\nsources: [..]\n", "packs/house.lagrum": ConfigurationCommandTests.house, "spec.lagrum": Texts.specification() + OutputTests.test, "cases.csv": Texts.rows]
        return [
            ProgramCase("\(command)-config", "lagrum \(command) --config house/other.yaml \(rest)", files),
            ProgramCase("\(command)-no-config", "lagrum \(command) --no-config \(rest)", files.merging(["lagrum.yaml": "packs: [gdpr, none]\n"]) { $1 }),
        ]
    } + [
        ProgramCase("config-config", "lagrum config --as-of 2026-11-21 --config other.yaml", ["other.yaml": "language: sv\n"]),
        ProgramCase("config-no-config", "lagrum config --as-of 2026-11-21 --no-config", ["lagrum.yaml": "language: sv\n"]),
        ProgramCase("config-format-text", "lagrum config --as-of 2026-11-21 --format text", ["lagrum.yaml": "language: sv\n"]),
        ProgramCase("config-schema", "lagrum config --schema | head -n 12", [:]),
        ProgramCase("config-both", "lagrum check --config a.yaml --no-config a.lagrum", [:]),
        serve("lsp-config", "--config other.yaml", ["other.yaml": "language: sv\nas of: 2026-11-21\n"]),
        serve("lsp-no-config", "--no-config", ["lagrum.yaml": "language: sv\n"]),
    ] + colours("config", "--as-of 2026-11-21", ["lagrum.yaml": "edition: 2025\n"]) + shown("config", "--as-of 2026-11-21", ["lagrum.yaml": "edition: 2025\n"])

    static let cases: [ProgramCase] = configured + checks + explanations + remedies + tests + formats + plans + runs + others

    private static let checks: [ProgramCase] = [
        ProgramCase("check-format-text", "lagrum check \(day) --format text spec.lagrum", small),
        ProgramCase("check-format-sarif", "lagrum check \(day) --format sarif spec.lagrum | grep -E '\"(level|ruleId|text|uri|startLine)\"'", small),
        ProgramCase("check-format-github", "lagrum check \(day) --format github spec.lagrum", small),
        ProgramCase("check-format-junit", "lagrum check \(day) --format junit spec.lagrum", small),
        ProgramCase("check-fail-on-info", "lagrum check \(day) --fail-on info spec.lagrum", told("info")),
        ProgramCase("check-fail-on-warning", "lagrum check \(day) --fail-on warning spec.lagrum", told("warning")),
        ProgramCase("check-fail-on-error", "lagrum check \(day) --fail-on error spec.lagrum", told("warning")),
        ProgramCase("check-fail-on-more", "lagrum check \(day) --fail-on warning spec.lagrum", told("info")),
        ProgramCase("check-baseline", "lagrum check \(day) --write-baseline known.json spec.lagrum; lagrum check \(day) --baseline known.json spec.lagrum", small),
        ProgramCase("check-baseline-missing", "lagrum check --baseline none.json spec.lagrum", small),
        ProgramCase("check-baseline-unwritable", "lagrum check \(day) --write-baseline none/known.json spec.lagrum", small),
        ProgramCase("check-output", "lagrum check \(day) --output found.txt spec.lagrum; echo \"exit $?\"; cat found.txt", small),
        ProgramCase("check-output-short", "lagrum check \(day) -o none/found.txt spec.lagrum", small),
        ProgramCase("check-quiet", "lagrum check \(day) --quiet spec.lagrum", small),
        ProgramCase("check-quiet-clean", "lagrum check \(day) -q spec.lagrum", good),
        ProgramCase("check-jobs", "lagrum check \(day) --jobs 1 spec.lagrum", small),
        ProgramCase("check-jobs-wrong", "lagrum check --jobs 0 spec.lagrum", small),
        // Times differ from run to run, and the order with them: what is the same is shown.
        ProgramCase("check-profile", "lagrum check \(day) --profile spec.lagrum 2>&1 >/dev/null | awk '{ print $1, $(NF-2), $(NF-1), $NF }' | LC_ALL=C sort", good),
        ProgramCase("check-profile-json", "lagrum check \(day) --profile --format json spec.lagrum | grep -B 1 -A 1 '\"code\" : \"S001\"'", good),
        ProgramCase("check-profile-watch", "lagrum check --watch --profile spec.lagrum", small),
        ProgramCase("check-watch", "lagrum check \(day) --watch spec.lagrum | head -n 10", small),
        ProgramCase("check-watch-json", "lagrum check --watch --format json spec.lagrum", small),
        ProgramCase("check-stdin", "lagrum check \(day) - < spec.lagrum", small),
        ProgramCase("check-stdin-path", "lagrum check \(day) --stdin-path part/spec.lagrum - < part/other.lagrum",
            ["part/other.lagrum": "edition 2026\nimport \"base.lagrum\"\nuse gdpr\ndataset D { controller: Fimr }\n", "part/base.lagrum": "edition 2026\ncontroller Firm \"Byrån\" { country: SE; sector: Private }\n"]),
    ] + colours("check", "\(day) spec.lagrum", small) + shown("check", "\(day) spec.lagrum", small)

    private static let explanations: [ProgramCase] = [
        ProgramCase("explain-code", "lagrum explain x003", [:]),
        ProgramCase("explain-code-missing", "lagrum explain X999", [:]),
        ProgramCase("explain-place", "lagrum explain \(day) spec.lagrum:3:17", small),
        ProgramCase("explain-place-missing", "lagrum explain spec.lagrum:99", small),
        ProgramCase("explain-format-text", "lagrum explain --format text N004", [:]),
        ProgramCase("explain-format-json", "lagrum explain --format json X003", [:]),
        ProgramCase("explain-format-html", "lagrum explain --format html X003 | grep -E '<(html|title|h1|h2)'", [:]),
    ] + colours("explain", "X003", [:]) + shown("explain", "X003", [:])

    private static let tests: [ProgramCase] = [
        ProgramCase("test-filter", "lagrum test \(day) --filter stands spec.lagrum", ["spec.lagrum": Texts.specification() + OutputTests.test]),
        ProgramCase("test-profile", "lagrum test \(day) --profile spec.lagrum 2>&1 >/dev/null | awk '{ print $1, $(NF-2), $(NF-1), $NF }' | LC_ALL=C sort", ["spec.lagrum": Texts.specification() + OutputTests.test]),
        ProgramCase("test-stdin", "lagrum test \(day) --stdin-path named.lagrum - < spec.lagrum", ["spec.lagrum": Texts.specification() + OutputTests.test]),
    ] + colours("test", "\(day) spec.lagrum", ["spec.lagrum": Texts.specification() + wrongTest])
        + shown("test", "\(day) spec.lagrum", ["spec.lagrum": Texts.specification() + wrongTest])

    private static let wrongTest = "test \"wrong\" as of 2026-11-21 { plan: Act is blocked }\n"

    private static let formats: [ProgramCase] = [
        ProgramCase("fmt-written", "lagrum fmt spec.lagrum; cat spec.lagrum; lagrum fmt spec.lagrum", untidy),
        ProgramCase("fmt-check", "lagrum fmt --check spec.lagrum", untidy),
        ProgramCase("fmt-diff", "lagrum fmt --diff spec.lagrum", untidy),
        ProgramCase("fmt-width", "lagrum fmt --width 60 - < spec.lagrum", untidy),
        ProgramCase("fmt-width-wrong", "lagrum fmt --width 12 spec.lagrum", untidy),
        ProgramCase("fmt-stdin-path", "lagrum fmt --diff --stdin-path named.lagrum - < spec.lagrum", untidy),
        ProgramCase("fmt-faulty", "lagrum fmt spec.lagrum; cat spec.lagrum", ["spec.lagrum": "edition 2026\ncontroller Firm {\n"]),
    ] + colours("fmt", "spec.lagrum", ["spec.lagrum": "edition 2026\ncontroller Firm {\n"]) + shown("fmt", "--check spec.lagrum", untidy)

    private static let two = ["spec.lagrum": Texts.specification() + "activity Other { controller: Firm; purpose: Try; status: InOperation; starts: 2020-01-01; runs in: Warm; pipeline { a = clean Cases.cases { keep: days }; release a } }\n", "cases.csv": Texts.rows]

    private static let plans: [ProgramCase] = [
        ProgramCase("plan-activity", "lagrum plan \(day) --activity Other spec.lagrum --output plan.json; grep '\"name\"' plan.json", two),
        ProgramCase("plan-activity-missing", "lagrum plan \(day) --activity None spec.lagrum", two),
        ProgramCase("plan-not-lawful", "lagrum plan \(day) spec.lagrum", small),
    ] + colours("plan", "\(day) spec.lagrum", small) + shown("plan", "\(day) spec.lagrum -o plan.json", good)

    private static let runs: [ProgramCase] = [
        ProgramCase("run-activity", "lagrum run --activity Other spec.lagrum", two),
        ProgramCase("run-runs", "lagrum run --runs kept/here spec.lagrum; ls kept/here | wc -l", good),
        ProgramCase("run-data", "mv cases.csv other.csv; lagrum run --data Cases=other.csv spec.lagrum", good),
        ProgramCase("run-data-wrong", "lagrum run --data Cases spec.lagrum", good),
        ProgramCase("run-as-of", "lagrum run \(day) spec.lagrum", good),
    ] + ["auto", "plain", "none"].map { ProgramCase("run-progress-\($0)", "lagrum run --progress \($0) spec.lagrum", good) }
        + colours("run", "\(day) spec.lagrum", small) + shown("run", "spec.lagrum", good)
        + [
            ProgramCase("engine-run", "lagrum plan spec.lagrum -o plan.json; $ENGINE run --plan plan.json --base . --data Cases=cases.csv --runs out", good),
            ProgramCase("engine-run-lang-sv", "lagrum plan spec.lagrum -o plan.json > /dev/null; $ENGINE run --plan plan.json --lang sv", good),
            ProgramCase("engine-run-lang-en", "lagrum plan spec.lagrum -o plan.json > /dev/null; $ENGINE run --plan plan.json --lang en", good),
            ProgramCase("engine-run-no-plan", "$ENGINE run --plan none.json", good),
            ProgramCase("engine-run-data-wrong", "$ENGINE run --plan none.json --data Cases", good),
        ]
        + ["auto", "plain", "json", "none"].map {
            ProgramCase("engine-run-progress-\($0)", "lagrum plan spec.lagrum -o plan.json > /dev/null; $ENGINE run --plan plan.json --progress \($0)", good)
        }

    private static func serve(_ name: String, _ options: String, _ files: [String: String] = [:]) -> ProgramCase {
        func frame(_ text: String) -> String { "Content-Length: \(text.utf8.count)\r\n\r\n\(text)" }
        let open = [
            #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#, #"{"jsonrpc":"2.0","method":"initialized","params":{}}"#,
            #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///spec.lagrum","languageId":"lagrum","version":1,"text":"edition 2026\ncontroller Firm { contry: SE }\n"}}}"#,
        ].map(frame).joined()
        let close = [#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#, #"{"jsonrpc":"2.0","method":"exit"}"#].map(frame).joined()
        // The findings come when the author has stopped typing for a moment; the other end waits for them before it leaves.
        let line = "mkfifo talk; { cat open; while ! grep -q publishDiagnostics came; do sleep 0.1; done; cat close; } > talk & : > came"
        return ProgramCase(name, "\(line); lagrum lsp \(options) < talk > came\ngrep -oE '\"message\":\"[^\"]*\"' came", ["open": open, "close": close].merging(files) { $1 })
    }

    private static let others: [ProgramCase] = [
        serve("lsp-lang-sv", "--lang sv"), serve("lsp-lang-en", "--lang en"), serve("lsp-as-of", day),
        ProgramCase("completions-bash", "lagrum completions bash | grep -c fail-on", [:]),
        ProgramCase("completions-zsh", "lagrum completions zsh | grep -e --fail-on", [:]),
        ProgramCase("completions-fish", "lagrum completions fish | grep fail-on", [:]),
        ProgramCase("completions-unknown", "lagrum completions tcsh", [:]),
        ProgramCase("completions-lang-sv", "lagrum completions --lang sv fish | grep fail-on", [:]),
        ProgramCase("completions-lang-en", "lagrum completions --lang en fish | grep fail-on", [:]),
        ProgramCase("command-unknown", "lagrum chek", [:]),
        ProgramCase("command-unknown-help", "lagrum help chek", [:]),
        ProgramCase("option-unknown", "lagrum run --fast a.lagrum", [:]),
        ProgramCase("option-near", "lagrum check --ouput a a.lagrum", [:]),
        ProgramCase("option-value-missing", "lagrum check a.lagrum --format", [:]),
        ProgramCase("option-value-wrong", "lagrum check --format xml a.lagrum", [:]),
        ProgramCase("option-day-wrong", "lagrum check --as-of 2026-02-30 a.lagrum", [:]),
        ProgramCase("argument-missing", "lagrum check", [:]),
        ProgramCase("argument-extra", "lagrum plan a b", [:]),
    ]
}
