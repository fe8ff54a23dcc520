// The help of every command in both languages: what a user reads first.
import TestKit
import Testing

struct HelpTests {
    static let goldens = Goldens()

    /// Every command there is, so that a new one can't go without its golden.
    static let commands: [String] = ((try? Described.program("lagrum"))?.commands ?? []).map(\.commandName)

    @Test func theProgram() throws {
        #expect(HelpTests.commands.count >= 8)
        #expect(HelpTests.goldens.difference(try transcript("lagrum --help") { try Folder() }, "help.txt") == nil)
        // Without a command, the help is the answer.
        #expect(try Folder().shell("lagrum").out == Folder().shell("lagrum --help").out)
    }

    @Test(arguments: commands)
    func command(_ name: String) throws {
        #expect(HelpTests.goldens.difference(try transcript("lagrum \(name) --help") { try Folder() }, "help-\(name).txt") == nil)
        for language in ["C", "sv_SE.UTF-8"] {
            let said = try Folder().shell("lagrum \(name) --help", language: language)
            #expect(try Folder().shell("lagrum help \(name)", language: language).out == said.out)
            #expect(try Folder().shell("lagrum \(name) -h", language: language).out == said.out)
        }
        // `--lang` decides, wherever it stands.
        #expect(try Folder().shell("lagrum \(name) --help --lang sv").out == Folder().shell("lagrum \(name) --help", language: "sv_SE.UTF-8").out)
        #expect(try Folder().shell("lagrum \(name) --version").out == Folder().shell("lagrum --version").out)
    }

    @Test func engine() throws {
        for (line, name) in [("$ENGINE --help", "help-engine.txt"), ("$ENGINE run --help", "help-engine-run.txt")] {
            #expect(HelpTests.goldens.difference(try transcript(line) { try Folder() }, name) == nil)
        }
    }

    @Test(arguments: ["chek", "check", "check --format xml a.lagrum", "check --lang de a.lagrum", "check --as-of 2026-02-30 a.lagrum", "run", "plan", "plan a b", "test", "run --fast a.lagrum"])
    func usageIsTwo(_ arguments: String) throws {
        let said = try Folder().shell("lagrum \(arguments)")
        #expect(said.code == 2)
        #expect(said.out.isEmpty && said.error.hasPrefix("lagrum: ") && (said.error.contains("\nUsage: lagrum") || said.error.contains("Give a path")))
    }

    @Test func version() throws {
        let said = try Folder().shell("lagrum --version; $ENGINE --version")
        let lines = said.out.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].hasPrefix("0.") && lines[0] == lines[1])
    }

    @Test func noOrphans() {
        let used = ["help.txt", "help-engine.txt", "help-engine-run.txt"] + HelpTests.commands.map { "help-\($0).txt" }
        let cases = OutputTests.cases + BadInputTests.cases + OptionTests.cases + InputTests.cases + ConfigurationCommandTests.cases + PackCommandTests.cases + InterchangeCommandTests.cases
        #expect(HelpTests.goldens.orphans(besides: used + cases.map(\.golden)) == [])
        // Two cases of one name would overwrite one another.
        #expect(Set(cases.map(\.name)).count == cases.count)
    }
}
