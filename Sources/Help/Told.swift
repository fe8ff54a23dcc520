// What a program says instead of running: help that was asked for, or what is wrong with its command line.
import Source

public struct Told: Sendable {
    public var text: String
    /// Asked for: to standard output, and the exit code is 0; else to standard error, and it is 2.
    public var isHelp: Bool

    /// - Parameters:
    ///   - message: the parser's own, in English.
    ///   - tool: the program's table, in the language of the run; asked for where help is told.
    public init(_ message: String, isHelp asked: Bool, _ tool: @autoclosure () throws -> Tool?, words: [String], _ language: Language, width: Int) rethrows {
        isHelp = asked
        guard !asked || message.hasPrefix("OVERVIEW: ") || message.hasPrefix("USAGE: "), let tool = try tool() else {
            // A version, a table, a script of completions.
            text = message.hasSuffix("\n") ? message : message + "\n"
            return
        }
        self = Told(tool, words, asked ? nil : message, language, width)
    }

    /// `lagrum help check`.
    public init(helpAsked tool: Tool, words: [String], _ language: Language, width: Int) { self = Told(tool, words, nil, language, width) }

    private init(_ tool: Tool, _ words: [String], _ message: String?, _ language: Language, _ width: Int) {
        let command = tool.command(for: words)
        let commands = tool.command.shownCommands.map(\.commandName)
        if command.superCommands?.isEmpty ?? true, let word = words.first(where: { !$0.hasPrefix("-") && $0 != "help" }), !commands.contains(word) {
            let near = nearest(to: word, in: commands)
            let unknown = Message(
                sv: "Det finns inget kommando '\(word)'." + (near.map { " Menade du '\($0)'?" } ?? ""),
                en: "There is no command '\(word)'." + (near.map { " Did you mean '\($0)'?" } ?? ""))
            (text, isHelp) = (usageMessage(unknown[language], translated: true, command, language, width: width) + "\n", false)
        } else if let message {
            (text, isHelp) = (usageMessage(message, command, language, width: width) + "\n", false)
        } else {
            (text, isHelp) = (command.helpText(language, width: width), true)
        }
    }
}
