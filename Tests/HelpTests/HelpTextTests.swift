// Help as text, and the parser's sentences in Swedish.
import Help
import Source
import Testing

struct HelpTextTests {
    private func tool() throws -> Tool {
        try Tool(json: """
            {"command":{"commandName":"tool","abstract":"Does it.","subcommands":[{"commandName":"go","superCommands":["tool"],"abstract":"Goes.",
            "arguments":[{"kind":"positional","valueName":"path","isRepeating":true,"abstract":"Where."},
            {"kind":"option","names":[{"kind":"long","name":"form"},{"kind":"short","name":"f"}],"preferredName":{"kind":"long","name":"form"},
            "valueName":"form","isOptional":true,"allValues":["a","b"],"defaultValue":"a","abstract":"The form of it, said in so many words that the line has to be broken somewhere."}]},
            {"commandName":"help"}]}}
            """)
    }

    @Test func text() throws {
        #expect(try tool().command(for: ["help", "go"]).helpText(.sv, width: 70) == """
            Goes.

            Så skrivs det: tool go <path> … [--form <form>]

            Argument:
              <path>                  Where.

            Val:
              -f, --form <form>       The form of it, said in so many words that
                                      the line has to be broken somewhere.
                                      (värden: a, b; förval: a)

            """)
        #expect(try tool().command.helpText(.en, width: 70).contains("Commands:\n  go                      Goes."))
    }

    @Test(arguments: [
        ("Error: Unknown option '--fast'. Did you mean '--form'?\nUsage: x", "tool: Okänt val '--fast'. Menade du '--form'?"),
        ("Error: Unknown option '--fast'", "tool: Okänt val '--fast'."),
        ("Error: Missing value for '--form <form>'\nHelp:  --form", "tool: Värde saknas för '--form <form>'."),
        ("Error: Missing expected argument '<path> ...'", "tool: Argumentet '<path> ...' saknas."),
        ("Error: The value 'c' is invalid for '--form <form>'. Please provide one of 'a', 'b' or 'd'.", "tool: Värdet 'c' är ogiltigt för '--form <form>'. Välj ett av 'a', 'b' eller 'd'."),
        ("Error: 2 unexpected arguments: 'a', 'b'", "tool: 2 oväntade argument: 'a', 'b'."),
        ("Error: What nobody has said before", "tool: What nobody has said before."),
    ])
    func swedish(_ message: String, _ expected: String) throws {
        let told = try Told(message, isHelp: false, try tool(), words: ["go"], .sv, width: 100)
        #expect(told.text.split(separator: "\n").first.map(String.init) == expected && !told.isHelp)
    }

    @Test func unknownCommand() throws {
        #expect(try Told("Error: Unexpected argument 'og'", isHelp: false, try tool(), words: ["og"], .en, width: 100).text.hasPrefix("tool: There is no command 'og'."))
        #expect(!Told(helpAsked: try tool(), words: ["help", "og"], .sv, width: 100).isHelp)
        #expect(Told(helpAsked: try tool(), words: ["help", "go"], .sv, width: 100).isHelp)
    }

    @Test func spokenLanguage() {
        let none: (String) -> String? = { _ in nil }
        #expect(Language.spoken(["check", "--lang", "sv"], none) == .sv)
        #expect(Language.spoken(["check", "--lang=sv"], none) == .sv)
        #expect(Language.spoken(["check", "--", "--lang", "sv"], none) == .en)
        #expect(Language.spoken(["check", "--lang"], { $0 == "LANG" ? "sv_SE.UTF-8" : nil }) == .sv)
        #expect(Language.spoken([], { $0 == "LC_ALL" ? "en_GB" : "sv_SE" }) == .en)
    }
}
