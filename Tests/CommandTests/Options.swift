// What the programs say that they take, so that a test can demand that each option is shown.
import FoundationEssentials
import Testing

/// ArgumentParser's own description of a program.
struct Described: Decodable {
    struct Command: Decodable {
        var commandName: String
        var subcommands: [Command]?
        var arguments: [Argument]?
    }
    struct Argument: Decodable {
        struct Name: Decodable { var kind: String, name: String }
        var kind: String
        var names: [Name]?
        var valueName: String?
        var allValues: [String]?
        var abstract: String?
        var shouldDisplay: Bool?
        var dashed: [String] { (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name } }
    }
    var command: Command

    /// `lagrum` or `$ENGINE`, in a language.
    static func program(_ name: String, language: String = "C") throws -> Described {
        let said = try Folder().shell("\(name) --experimental-dump-help", language: language)
        return try JSONDecoder().decode(Described.self, from: Data(said.out.utf8))
    }

    /// Those that do something: `help` only repeats what `--help` says.
    var commands: [Command] { (command.subcommands ?? []).filter { $0.commandName != "help" } }
}

/// One thing that a user may write: an option, a value of one, or a command's plain arguments.
struct Written: Hashable, CustomStringConvertible {
    var program: String, command: String, option: String, value: String?
    var description: String { "\(program) \(command) \(option)\(value.map { " " + $0 } ?? "")" }

    /// All that a program takes. `--help` and `--version` are shown by tests of their own.
    static func all(_ program: String, _ described: Described) -> [Written] {
        described.commands.flatMap { command in
            (command.arguments ?? []).filter { !["--help", "--version"].contains($0.dashed.last ?? "") && $0.shouldDisplay != false }.flatMap { argument in
                let option = argument.dashed.first { $0.hasPrefix("--") } ?? "<argument>"
                let values: [String?] = argument.kind == "flag" ? [] : argument.allValues?.map { $0 } ?? []
                return ([nil] + values).map { Written(program: program, command: command.commandName, option: option, value: $0) }
            }
        }
    }

    /// What a shell line writes. A short name counts as its long one, a default as written where the command is.
    static func `in`(_ line: String, _ program: String, _ described: Described) -> [Written] {
        var found: [Written] = []
        for part in line.split(whereSeparator: { "\n;|&{}".contains($0) }) {
            let words = part.split(separator: " ").map(String.init)
            guard let start = words.firstIndex(of: program), start + 1 < words.count,
                let command = described.commands.first(where: { $0.commandName == words[start + 1] }) else { continue }
            func add(_ option: String, _ value: String?) {
                found.append(Written(program: program, command: command.commandName, option: option, value: nil))
                if let value { found.append(Written(program: program, command: command.commandName, option: option, value: value)) }
            }
            var index = start + 2
            while index < words.count {
                let word = words[index]
                if let argument = command.arguments?.first(where: { $0.dashed.contains(word) }), let long = argument.dashed.first(where: { $0.hasPrefix("--") }) {
                    let takes = argument.kind == "option" && index + 1 < words.count
                    add(long, takes ? words[index + 1] : nil)
                    index += takes ? 2 : 1
                } else {
                    if !word.hasPrefix(">"), !word.hasPrefix("2>") { add("<argument>", word) }
                    index += 1
                }
            }
        }
        return found
    }
}
