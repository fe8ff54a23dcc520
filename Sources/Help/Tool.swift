// What a program takes on its command line, as ArgumentParser describes it (`--experimental-dump-help`): the one table behind the
// help texts, the manual pages, the reference and the tests.
import FoundationEssentials

public struct Tool: Decodable, Sendable {
    public var command: Command

    /// - Parameter json: of one language, since the texts are those of the run that made it.
    public init(json: String) throws {
        self = try JSONDecoder().decode(Tool.self, from: Data(json.utf8))
        command.subcommands = command.subcommands?.filter { $0.commandName != "help" }
    }
}

extension Tool {
    public struct Command: Decodable, Sendable {
        public var commandName: String
        public var superCommands: [String]?
        public var abstract: String?
        public var discussion: String?
        public var shouldDisplay: Bool?
        public var subcommands: [Command]?
        public var arguments: [Argument]?

        /// As it is typed: `lagrum check`.
        public var words: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }
        public var shownCommands: [Command] { (subcommands ?? []).filter { $0.shouldDisplay ?? true } }
        public var positionals: [Argument] { shown.filter { $0.kind == .positional } }
        public var options: [Argument] { shown.filter { $0.kind != .positional } }
        private var shown: [Argument] { (arguments ?? []).filter { $0.shouldDisplay ?? true } }
    }

    public struct Argument: Decodable, Sendable {
        public enum Kind: String, Decodable, Sendable { case positional, option, flag }
        public struct Name: Decodable, Sendable {
            public var kind: String
            public var name: String
            public var dashed: String { (kind == "long" ? "--" : "-") + name }
        }
        public var kind: Kind
        public var names: [Name]?
        public var preferredName: Name?
        public var valueName: String?
        public var isOptional: Bool?
        public var isRepeating: Bool?
        public var shouldDisplay: Bool?
        public var defaultValue: String?
        public var allValues: [String]?
        public var abstract: String?
        public var discussion: String?

        public var value: String { "<\(valueName ?? "value")>" }

        /// Short names first: `-o, --output <file>`.
        public var label: String {
            guard kind != .positional else { return value }
            let names = names ?? []
            let dashed = (names.filter { $0.kind != "long" } + names.filter { $0.kind == "long" }).map(\.dashed)
            return dashed.joined(separator: ", ") + (kind == .option ? " \(value)" : "")
        }

        /// In a line of usage: `[--format <format>]`, `<path> …`.
        public var synopsis: String {
            var text = kind == .positional ? value : (preferredName?.dashed ?? "") + (kind == .option ? " \(value)" : "")
            if isRepeating ?? false { text += " …" }
            return isOptional ?? false ? "[\(text)]" : text
        }
    }
}

extension Tool {
    /// The command that a command line's words lead to: `["help", "check"]` and `["check", "--lang", "sv"]` both lead to `check`.
    public func command(for words: [String]) -> Command {
        var found = command
        for word in words where !word.hasPrefix("-") {
            if let next = found.subcommands?.first(where: { $0.commandName == word }) { found = next } else if word != "help" { break }
        }
        return found
    }
}
