// A command's help as text for a terminal, in Swedish or English.
import Source

extension Tool.Command {
    /// - Parameter width: columns of the terminal.
    public func helpText(_ language: Language, width: Int) -> String {
        let width = max(50, min(width, 120))
        var parts: [String] = []
        if let abstract { parts.append(wrapped(abstract, width: width)) }
        if let discussion, !discussion.isEmpty { parts.append(wrapped(discussion, width: width)) }
        parts.append(usage(language, width: width))
        parts += section(Message(sv: "Argument", en: "Arguments")[language], positionals.map { ($0.label, $0.explanation(language)) }, width)
        parts += section(Message(sv: "Val", en: "Options")[language], options.map { ($0.label, $0.explanation(language)) }, width)
        parts += section(Message(sv: "Kommandon", en: "Commands")[language], shownCommands.map { ($0.commandName, $0.abstract ?? "") } + help(language), width)
        let examples = CommandExample.of(words)
        if !examples.isEmpty {
            let lines = examples.map { "  \($0.line)\n      " + wrapped($0.does[language], width: width - 6).split(separator: "\n").joined(separator: "\n      ") }
            parts.append(Message(sv: "Exempel", en: "Examples")[language] + ":\n" + lines.joined(separator: "\n"))
        }
        if !shownCommands.isEmpty {
            parts.append(Message(sv: "`\(words) KOMMANDO --help` säger mer om ett kommando.", en: "`\(words) COMMAND --help` tells more of a command.")[language])
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The command that ArgumentParser adds beside others, without words of its own in the table.
    private func help(_ language: Language) -> [(label: String, text: String)] {
        shownCommands.isEmpty ? [] : [("help", Message(sv: "Visar hjälpen för ett kommando.", en: "Shows the help of a command.")[language])]
    }

    public func usage(_ language: Language, width: Int) -> String {
        let lead = Message(sv: "Så skrivs det: ", en: "Usage: ")[language]
        let rest = (positionals + options.filter { !["help", "version"].contains($0.preferredName?.name ?? "") }).map(\.synopsis)
            + (shownCommands.isEmpty ? [] : [Message(sv: "<kommando>", en: "<command>")[language]])
        var lines = [lead + words]
        for part in rest {
            if let last = lines.last, last.count + 1 + part.count <= width {
                lines[lines.count - 1] = last + " " + part
            } else {
                lines.append(String(repeating: " ", count: lead.count + words.count) + " " + part)
            }
        }
        return lines.joined(separator: "\n")
    }

    private func section(_ title: String, _ rows: [(label: String, text: String)], _ width: Int) -> [String] {
        if rows.isEmpty { return [] }
        let indent = 26
        let lines = rows.map { row in
            let text = wrapped(row.text, width: width - indent).split(separator: "\n").joined(separator: "\n" + String(repeating: " ", count: indent))
            let label = "  " + row.label
            let gap = label.count < indent - 1 ? String(repeating: " ", count: indent - label.count) : "\n" + String(repeating: " ", count: indent)
            return text.isEmpty ? label : label + gap + text
        }
        return ["\(title):\n" + lines.joined(separator: "\n")]
    }
}

extension Tool.Argument {
    /// What it does, its values and its default.
    public func explanation(_ language: Language) -> String {
        var text = builtIn(language) ?? abstract ?? ""
        if let discussion, !discussion.isEmpty { text += " " + discussion }
        var notes: [String] = []
        if let allValues, !allValues.isEmpty { notes.append(Message(sv: "värden: ", en: "values: ")[language] + allValues.joined(separator: ", ")) }
        if let defaultValue, !defaultValue.isEmpty { notes.append(Message(sv: "förval: ", en: "default: ")[language] + defaultValue) }
        return notes.isEmpty ? text : text + (text.isEmpty ? "" : " ") + "(\(notes.joined(separator: "; ")))"
    }

    /// Those that ArgumentParser adds, and has words for in English alone.
    private func builtIn(_ language: Language) -> String? {
        switch preferredName?.name {
        case "help": Message(sv: "Visar den här hjälpen.", en: "Shows this help.")[language]
        case "version": Message(sv: "Visar versionen.", en: "Shows the version.")[language]
        default: nil
        }
    }
}

/// Paragraphs and lines stay; words move to the next line at the width.
public func wrapped(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        var lines: [String] = [], current = ""
        for word in line.split(separator: " ") {
            if !current.isEmpty, current.count + 1 + word.count > width {
                lines.append(current)
                current = ""
            }
            current += current.isEmpty ? String(word) : " " + word
        }
        return (lines + [current]).joined(separator: "\n")
    }.joined(separator: "\n")
}
