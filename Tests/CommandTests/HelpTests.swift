// The help of every command: what a user reads first.
import TestKit
import Testing

struct HelpTests {
    static let goldens = Goldens()

    /// The commands that `lagrum --help` lists, so that a new one can't go without its golden.
    static let commands: [String] = {
        guard let help = try? Folder().shell("lagrum --help").out, let list = help.split(separator: "SUBCOMMANDS:\n").last else { return [] }
        return list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap { $0.split(separator: " ").first.map(String.init) }.filter { $0 != "See" }
    }()

    @Test func theProgram() throws {
        #expect(HelpTests.commands.count >= 5)
        let said = try Folder().shell("lagrum --help")
        #expect(said.code == 0 && said.error.isEmpty)
        #expect(HelpTests.goldens.difference(said.out, "help.txt") == nil)
    }

    @Test(arguments: commands)
    func command(_ name: String) throws {
        let said = try Folder().shell("lagrum \(name) --help")
        #expect(said.code == 0 && said.error.isEmpty)
        #expect(HelpTests.goldens.difference(said.out, "help-\(name).txt") == nil)
        #expect(try Folder().shell("lagrum help \(name)").out == said.out)
    }

    @Test func engine() throws {
        for (line, name) in [("$ENGINE --help", "help-engine.txt"), ("$ENGINE run --help", "help-engine-run.txt")] {
            let said = try Folder().shell(line)
            #expect(said.code == 0 && said.error.isEmpty)
            #expect(HelpTests.goldens.difference(said.out, name) == nil)
        }
    }

    @Test(arguments: ["", "chek", "check", "check --format xml a.lagrum", "check --lang de a.lagrum", "check --as-of 2026-02-30 a.lagrum", "run", "plan", "plan a b", "test", "run --fast a.lagrum"])
    func usageIsTwo(_ arguments: String) throws {
        let said = try Folder().shell("lagrum \(arguments)")
        // Without a command, the help is the answer.
        #expect(said.code == (arguments.isEmpty ? 0 : 2))
        #expect(arguments.isEmpty ? said.out.contains("USAGE") : said.out.isEmpty && (said.error.contains("Usage") || said.error.contains("Give a path")))
    }

    @Test func version() throws {
        let said = try Folder().shell("lagrum --version; $ENGINE --version 2>&1 | head -1")
        #expect(said.out.hasPrefix("0."))
    }

    @Test func noOrphans() {
        let used = ["help.txt", "help-engine.txt", "help-engine-run.txt"] + HelpTests.commands.map { "help-\($0).txt" }
        #expect(HelpTests.goldens.orphans(besides: used + OutputTests.cases.map(\.golden) + BadInputTests.cases.map(\.golden) + ConfigurationCommandTests.cases.map(\.golden)) == [])
    }
}
