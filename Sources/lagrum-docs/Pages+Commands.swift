// The two programs' commands, from the table that their help is made of, and the keys of lagrum.yaml.
import Checker
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
        for example in CommandExample.of(command.words) { blocks += [.paragraph(marked(example.does[language])), .listing(example.line)] }
        return blocks
    }
}

/// Every key with those that stand inside it: `approvals`, `approvals: required`.
var configurationRows: [(path: String, key: ConfigurationKey)] {
    func rows(_ keys: [ConfigurationKey], _ before: String) -> [(path: String, key: ConfigurationKey)] {
        keys.flatMap { key in [(path: before + key.name, key: key)] + inner(key.shape, before + key.name) }
    }
    func inner(_ shape: ConfigurationShape, _ path: String) -> [(path: String, key: ConfigurationKey)] {
        switch shape {
        case .record(let keys): rows(keys, path + ": ")
        case .map(let names, let value): inner(value, "\(path): \(names.en.uppercased())")
        case .list(let value): inner(value, path)
        case .either(let one, let other): inner(one, path) + inner(other, path)
        default: []
        }
    }
    return rows(ConfigurationKey.table, "")
}

extension Reference {
    var configurationPage: SitePage {
        let title = Message(sv: "Konfigurationen lagrum.yaml", en: "The configuration lagrum.yaml")
        return SitePage(file: "configuration.html", title: title) { language in
            page(
                language, language("Programmen", "The programs"), title[language],
                lead: language(
                    "Läses från sökvägens mapp och uppåt. Ett val på kommandoraden vinner över filen; ett fel i den är en anmärkning vid sin rad.",
                    "Read from the path's folder and upwards. An option on the command line wins over the file; a mistake in it is a finding at its line."),
                opening: [.table(.init(
                    caption: language("Nycklar", "Keys"), columns: [.init(language("Nyckel", "Key")), .init(language("Värde", "Value")), .init(language("Betydelse", "Meaning"))],
                    rows: configurationRows.map { path, key in
                        let absent = key.absent.map { language(" Utan den: \($0.sv).", " Without it: \($0.en).") } ?? ""
                        return [[.anchor(anchor("key", path)), code(path)], described(key.shape, language), marked(key.documentation[language] + absent)]
                    }))])
        } index: { language in
            configurationRows.map { Found($0.path, "lagrum.yaml", "configuration.html#\(anchor("key", $0.path))", $0.key.documentation[language]) }
        }
    }

    private func described(_ shape: ConfigurationShape, _ language: Language) -> Spans {
        switch shape {
        case .edition: [.text(language("en utgåva", "an edition"))]
        case .day: [.text(language("en dag", "a day"))]
        case .text: [.text(language("en text", "a text"))]
        case .path: [.text(language("en sökväg", "a path"))]
        case .pack: [.text(language("ett lagpaket eller en sökväg", "a law pack or a path"))]
        case .word(let words): join(words.map { [code($0)] })
        case .number(let least, let most): [.text(language("ett tal, minst ", "a number, at least ") + "\(least)" + (most.map { language(" och högst ", " and at most ") + "\($0)" } ?? ""))]
        case .list(let inner): [.text(language("en lista: ", "a list: "))] + described(inner, language)
        case .map(let names, let inner): [.text(language("för varje \(names.sv): ", "for each \(names.en): "))] + described(inner, language)
        case .record: [.text(language("nycklarna nedan", "the keys below"))]
        case .either(let one, let other): described(one, language) + [.text(language(" eller ", " or "))] + described(other, language)
        }
    }
}
