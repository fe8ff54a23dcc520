// The two programs' commands, from the table that their help is made of.
import Document
import Help
import Source

extension Reference {
    var commandsPage: SitePage {
        let title = Message(sv: "Kommandon", en: "Commands")
        return SitePage(file: "commands.html", title: title) { language in
            page(
                language, language("Programmen", "The programs"), title[language],
                lead: language(
                    "`lagrum` prövar, förklarar och planerar; `lagrum-engine` kör planer och är det enda som öppnar personuppgifter.",
                    "`lagrum` checks, explains and plans; `lagrum-engine` runs plans and is the only one that opens personal data."),
                (tools[language] ?? []).flatMap { tool in
                    tool.command.shownCommands.map { command in
                        Page.Section(id: anchor(command.words), title: command.words, blocks: blocks(of: command, language))
                    }
                })
        } index: { language in
            (tools[language] ?? []).flatMap { tool in
                tool.command.shownCommands.flatMap { command in
                    [Found(command.words, language("Kommando", "Command"), "commands.html#\(anchor(command.words))", command.abstract ?? "")]
                        + command.options.compactMap { option in
                            option.preferredName.map { Found($0.dashed, "\(language("Val till", "Option of")) \(command.words)", "commands.html#\(anchor(command.words, $0.name))", option.abstract ?? "") }
                        }
                }
            }
        }
    }

    private func blocks(of command: Tool.Command, _ language: Language) -> [Page.Block] {
        var blocks: [Page.Block] = [.paragraph(marked(command.abstract ?? "")), .listing(command.usage(language, width: 96))]
        if let discussion = command.discussion, !discussion.isEmpty { blocks += discussion.split(separator: "\n").map { .paragraph(marked(String($0))) } }
        let rows = command.positionals.map { (anchor(command.words, "argument", $0.valueName ?? ""), $0) }
            + command.options.map { (anchor(command.words, $0.preferredName?.name ?? ""), $0) }
        blocks.append(.table(.init(
            caption: language("Argument och val", "Arguments and options"), columns: [.init(language("Skrivs", "Written")), .init(language("Betydelse", "Meaning"))],
            rows: rows.map { id, argument in [[.anchor(id), code(argument.label)], marked(argument.explanation(language))] })))
        return blocks
    }
}
