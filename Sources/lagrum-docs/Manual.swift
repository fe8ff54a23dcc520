// Manual pages in mdoc: section 1 for the two programs and their commands, section 5 for the language and for lagrum.yaml.
import Checker
import Help
import Model
import Source
import Syntax

/// `man1/lagrum.1` and the rest in English, and the same below `sv/`.
func writeManual(to folder: String) throws {
    var count = 0
    for language in Language.allCases {
        let place = language == .sv ? folder + "/sv" : folder
        let (main, engine) = (try tool("lagrum", language), try tool("lagrum-engine", language))
        for (name, page) in [("lagrum", manual(main, language)), ("lagrum-engine", manual(engine, language))] {
            try write(page, to: "\(place)/man1/\(name).1")
            count += 1
        }
        for command in main.command.shownCommands {
            try write(manual(command, language), to: "\(place)/man1/lagrum-\(command.commandName).1")
            count += 1
        }
        try write(languagePage(language), to: "\(place)/man5/lagrum.5")
        try write(configurationPage(language), to: "\(place)/man5/lagrum.yaml.5")
        count += 2
    }
    print("lagrum-docs: \(count) manual pages in \(folder)")
}

// MARK: mdoc

/// A text as mdoc takes it: no macro at the start of a line, no escape that is none.
private func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\": result += "\\e"
        case "-": result += "\\-"
        case "\n": result += " "
        case "…": result += "..."
        default:
            // Letters beyond ASCII in the form that every roff reads.
            if scalar.isASCII { result.unicodeScalars.append(scalar) } else { result += "\\[u\(hexadecimal(scalar.value))]" }
        }
    }
    let line = result.drop { $0 == " " }
    return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : String(line)
}

private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// A paragraph of whole sentences, one on a line, as roff likes them; code between grave accents as literals.
private func prose(_ text: String) -> String {
    text.split(separator: "\n").map { paragraph in
        var lines: [String] = [], current = ""
        for word in paragraph.split(separator: " ") {
            current += current.isEmpty ? String(word) : " " + word
            if word.hasSuffix("."), word.count > 2 || word == "N." {
                lines.append(current)
                current = ""
            }
        }
        if !current.isEmpty { lines.append(current) }
        return lines.map { plain($0.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "\"")) }.joined(separator: "\n")
    }.joined(separator: "\n.Pp\n")
}

/// A word as a macro's argument.
private func argument(_ text: String) -> String {
    let own = plain(text)
    return "\"" + own.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

private func head(_ title: String, _ section: Int, _ name: String, _ about: String) -> String {
    """
    .Dd November 21, 2026
    .Dt \(title) \(section)
    .Os
    .Sh NAME
    .Nm \(plain(name))
    .Nd \(plain(about.hasSuffix(".") ? String(about.dropLast()) : about))

    """
}

// MARK: Section 1

private func manual(_ tool: Tool, _ language: Language) -> String {
    let command = tool.command
    var page = head(command.commandName.uppercased(), 1, command.commandName, command.abstract ?? "")
    page += ".Sh SYNOPSIS\n.Nm\n.Ar \(argument(language("kommando", "command")))\n.Op Ar \(argument(language("val", "options")))\n"
    page += ".Sh DESCRIPTION\n" + prose(command.abstract ?? "") + "\n"
    page += ".Bl -tag -width Ds\n"
    for own in command.shownCommands {
        page += ".It Nm \(argument(own.commandName))\n\(prose(own.abstract ?? ""))\n"
        if command.commandName == "lagrum-engine" { page += options(own, language) }
    }
    page += ".El\n"
    if command.commandName == "lagrum" {
        page += ".Sh ENVIRONMENT\n.Bl -tag -width Ds\n.It Ev LC_ALL , LC_MESSAGES , LANG\n"
        page += prose(language("Den första som är satt avgör språket; `sv` ger svenska, allt annat engelska.", "The first that is set decides the language; `sv` gives Swedish, all else English.")) + "\n"
        page += ".It Ev NO_COLOR\n" + prose(language("Ingen färg, när den är satt.", "No colour, when it is set.")) + "\n.El\n"
        page += ".Sh FILES\n.Bl -tag -width Ds\n.It Pa lagrum.yaml\n" + prose(language("Konfigurationen.", "The configuration.")) + "\n.El\n"
    }
    let codes = command.discussion.flatMap { $0.isEmpty ? nil : $0 } ?? command.shownCommands.first?.discussion ?? ""
    if !codes.isEmpty { page += ".Sh EXIT STATUS\n" + prose(codes) + "\n" }
    let others = command.commandName == "lagrum" ? (command.shownCommands.map(\.commandName) + ["engine"]).map { "lagrum-\($0)" } : ["lagrum"]
    page += ".Sh SEE ALSO\n" + others.sorted().map { ".Xr \($0) 1 ,\n" }.joined() + ".Xr lagrum 5 ,\n.Xr lagrum.yaml 5\n"
    return page
}

private func manual(_ command: Tool.Command, _ language: Language) -> String {
    let name = command.words.split(separator: " ").joined(separator: "-")
    var page = head(name.uppercased(), 1, name, command.abstract ?? "")
    page += ".Sh SYNOPSIS\n.Nm \(argument(command.words))\n"
    for one in command.positionals + command.options where !["help", "version"].contains(one.preferredName?.name ?? "") { page += synopsis(one) }
    page += ".Sh DESCRIPTION\n" + prose(command.abstract ?? "") + "\n"
    if let discussion = command.discussion, !discussion.isEmpty { page += ".Pp\n" + prose(discussion) + "\n" }
    page += options(command, language)
    let examples = CommandExample.of(command.words)
    if !examples.isEmpty { page += ".Sh EXAMPLES\n" + examples.map { prose($0.does[language]) + "\n.Pp\n.Dl \(plain($0.line))\n" }.joined(separator: ".Pp\n") }
    page += ".Sh SEE ALSO\n.Xr lagrum 1 ,\n.Xr lagrum 5 ,\n.Xr lagrum.yaml 5\n"
    return page
}

private func synopsis(_ one: Tool.Argument) -> String {
    let dots = one.isRepeating ?? false ? " ..." : ""
    let value = " Ar \(argument(one.valueName ?? "value"))"
    guard let name = one.preferredName else { return one.isOptional ?? false ? ".Op\(value)\(dots)\n" : ".\(value.dropFirst())\(dots)\n" }
    let flag = "Fl \(argument(String(name.dashed.dropFirst())))" + (one.kind == .option ? value : "") + dots
    return one.isOptional ?? false ? ".Op \(flag)\n" : ".\(flag)\n"
}

private func options(_ command: Tool.Command, _ language: Language) -> String {
    let all = command.positionals + command.options
    if all.isEmpty { return "" }
    var text = ".Bl -tag -width Ds\n"
    for one in all {
        let value = one.kind == .flag ? "" : " Ar \(argument(one.valueName ?? "value"))"
        let names = (one.names ?? []).map { "Fl \(argument(String($0.dashed.dropFirst())))" }
        text += ".It " + (names.isEmpty ? String(value.dropFirst()) : names.joined(separator: " , ") + value) + "\n" + prose(one.explanation(language)) + "\n"
    }
    return text + ".El\n"
}

// MARK: Section 5

private func languagePage(_ language: Language) -> String {
    var page = head("LAGRUM", 5, "lagrum", language("språket för beskrivningar av personuppgiftsbehandling", "language for definitions of personal-data processing"))
    page += ".Sh DESCRIPTION\n" + prose(language(
        "En fil slutar på `.lagrum`, är skriven i UTF-8, och är en lista av led: egenskaper, deklarationer, steg, rader och direktiv. Ett led slutar vid radens slut eller vid ett semikolon.",
        "A file ends in `.lagrum`, is written in UTF-8, and is a list of members: properties, declarations, steps, rows and directives. A member ends at its line's end or at a semicolon.")) + "\n"
    page += ".Bd -literal -offset indent\n"
    for line in ["edition 2026", "use gdpr", "", "/// The firm.", "controller Firm \"The law firm\" { country: SE; sector: Private }"] { page += plain(line) + "\n" }
    page += ".Ed\n"
    page += ".Sh \(language("SLAG", "KINDS"))\n.Bl -tag -width Ds\n"
    for kind in Kinds.all where !kind.isConcept {
        page += ".It Ic \(argument(kind.name))\n\(prose(kind.documentation[language]))\n"
        if !kind.properties.isEmpty {
            page += prose(language("Egenskaper: ", "Properties: ") + kind.properties.map(\.key).joined(separator: ", ") + ".") + "\n"
        }
    }
    page += ".El\n.Sh \(language("BEGREPP", "CONCEPTS"))\n"
    page += prose(language("Slag som bildar taxonomier med `is`: ", "Kinds that form taxonomies with `is`: ") + Kinds.all.filter(\.isConcept).map(\.name).joined(separator: ", ") + ".") + "\n"
    page += ".Sh \(language("STEG", "STEPS"))\n.Bl -tag -width Ds\n"
    for verb in Verb.table { page += ".It Ic \(argument(verb.name.rawValue))\n\(prose(verb.documentation[language]))\n" }
    page += ".El\n.Sh \(language("KOLUMNTYPER", "COLUMN TYPES"))\n.Bl -tag -width Ds\n"
    for type in ColumnTypes.table { page += ".It Ic \(argument(type.example))\n\(prose(type.documentation[language]))\n" }
    page += ".El\n.Sh \(language("ORD", "WORDS"))\n"
    page += prose(language("Satsord: ", "Clause words: ") + Words.clauses.joined(separator: ", ") + ".") + "\n.Pp\n"
    page += prose(language("Operatorer: ", "Operators: ") + BinaryOperator.allCases.map(\.sign).joined(separator: " ") + " .. not.") + "\n"
    page += ".Sh SEE ALSO\n.Xr lagrum 1 ,\n.Xr lagrum.yaml 5\n"
    return page
}

private func configurationPage(_ language: Language) -> String {
    var page = head("LAGRUM.YAML", 5, "lagrum.yaml", language("konfigurationen av lagrum", "configuration of lagrum"))
    page += ".Sh DESCRIPTION\n" + prose(language(
        "Läses från sökvägens mapp och uppåt. Ett val på kommandoraden vinner över filen. Ett fel i den är en anmärkning vid sin rad.",
        "Read from the path's folder and upwards. An option on the command line wins over the file. A mistake in it is a finding at its line.")) + "\n.Bl -tag -width Ds\n"
    for row in configurationRows {
        let absent = row.key.absent.map { language(" Utan den: \($0.sv).", " Without it: \($0.en).") } ?? ""
        page += ".It Ic \(argument(row.path))\n\(prose(row.key.documentation[language] + absent))\n"
    }
    page += ".El\n.Sh SEE ALSO\n.Xr lagrum 1 ,\n.Xr lagrum-config 1 ,\n.Xr lagrum 5\n"
    return page
}
