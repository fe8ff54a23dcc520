// The words of the X-codes, in Swedish and English: the author's own thing first, then what is wrong; what to do is the advice.

public import Source

extension Problem {
    /// Short, and the same for every error of this code.
    public var title: Message {
        switch self {
        case .notUTF8: Message(sv: "Fel teckenkodning", en: "Wrong encoding")
        case .strayCharacter: Message(sv: "Tecken utan betydelse", en: "Character without meaning")
        case .unclosedText, .unclosedBlockText: Message(sv: "Texten tar aldrig slut", en: "Text that is not closed")
        case .unclosedComment: Message(sv: "Kommentaren tar aldrig slut", en: "Comment that is not closed")
        case .unclosedBlock: Message(sv: "Blocket tar aldrig slut", en: "Block that is not closed")
        case .unclosedBracket: Message(sv: "Parentesen tar aldrig slut", en: "Bracket that is not closed")
        case .strayCloser: Message(sv: "Stänger ingenting", en: "Closes nothing")
        case .badEscape: Message(sv: "Okänt tecken efter omvänt snedstreck", en: "Unknown escape")
        case .badNumber: Message(sv: "Inget tal", en: "Not a number")
        case .badDate: Message(sv: "Datumet finns inte", en: "No such date")
        case .numberForNorm: Message(sv: "Ett tal där en norm ska stå", en: "A number where a norm is wanted")
        case .missingValue: Message(sv: "Värdet saknas", en: "Value missing")
        case .missingOperand: Message(sv: "Något saknas i uttrycket", en: "Something is missing here")
        case .unknownWord: Message(sv: "Okänt ord först på raden", en: "Unknown first word")
        case .unknownClauseWord: Message(sv: "Okänt ord efter värdet", en: "Unknown clause word")
        case .missingLineEnd: Message(sv: "Två saker på en rad", en: "Two things on one line")
        case .unexpected: Message(sv: "Hör inte hemma här", en: "Does not belong here")
        case .nestedTooDeep: Message(sv: "För många nivåer", en: "Nested too deep")
        case .loneEquals: Message(sv: "Ett ensamt likhetstecken", en: "A lone equals sign")
        case .chainedComparison: Message(sv: "Jämförelser i kedja", en: "Chained comparison")
        case .trailingDot: Message(sv: "Namnet efter punkten saknas", en: "Name missing after the dot")
        case .badParameters: Message(sv: "Parametrar som inte går att läsa", en: "Parameters that can't be read")
        case .blockOnOwnLine: Message(sv: "Blocket börjar på egen rad", en: "Block on a line of its own")
        case .trailingComma: Message(sv: "Komma utan fortsättning", en: "Comma with nothing behind it")
        case .badQuantifier: Message(sv: "Halv kvantifiering", en: "Half a quantifier")
        case .bareValue: Message(sv: "Ett ord som inte säger något ensamt", en: "A word that says nothing alone")
        case .badDuration: Message(sv: "Tidslängden går inte att räkna", en: "Duration that can't be counted")
        case .looseNot: Message(sv: "not mitt i en jämförelse", en: "not inside a comparison")
        case .missingName: Message(sv: "Namn saknas", en: "Name missing")
        }
    }

    /// About this very error.
    public var message: Message {
        switch self {
        case .notUTF8(looksLikeUTF16: true):
            Message(sv: "Filen är skriven i UTF-16; Lagrum läser UTF-8.", en: "This file is written in UTF-16; Lagrum reads UTF-8.")
        case .notUTF8(looksLikeUTF16: false):
            Message(sv: "Här står byte som inte är UTF-8.", en: "These bytes are not UTF-8.")
        case .strayCharacter(let found):
            Message(sv: "“\(shown(found))” betyder ingenting i Lagrum.", en: "“\(shown(found))” means nothing in Lagrum.")
        case .unclosedText:
            Message(sv: "Texten börjar här, men raden slutar utan ett \".", en: "The text begins here, but its line ends without a \".")
        case .unclosedBlockText:
            Message(sv: "Texten börjar här, men filen slutar utan \"\"\".", en: "The text begins here, but the file ends without \"\"\".")
        case .unclosedComment:
            Message(sv: "Kommentaren börjar här, men filen slutar utan */.", en: "The comment begins here, but the file ends without */.")
        case .unclosedBlock:
            Message(sv: "Blocket öppnas här, men dess } saknas.", en: "The block is opened here, but its } is missing.")
        case .unclosedBracket(let open):
            Message(sv: "“\(open)” öppnas här och stängs aldrig.", en: "“\(open)” is opened here and never closed.")
        case .strayCloser(let closer):
            Message(sv: "“\(closer)” stänger ingenting: inget är öppet här.", en: "“\(closer)” closes nothing: nothing is open here.")
        case .badEscape(let found):
            Message(sv: "“\(shown(found))” är ingen teckenföljd som en text kan ha.", en: "“\(shown(found))” is no escape that a text can have.")
        case .badNumber(let found):
            Message(sv: "“\(shown(found))” är inget tal.", en: "“\(shown(found))” is not a number.")
        case .badDate(let found):
            Message(sv: "“\(found)” är inget datum i kalendern.", en: "“\(found)” is no day of the calendar.")
        case .numberForNorm(let found):
            Message(sv: "“\(found)” är ett tal, men här ska en norm stå.", en: "“\(found)” is a number, but a norm is wanted here.")
        case .missingValue(let key):
            Message(sv: "“\(key):” har inget värde.", en: "“\(key):” has no value.")
        case .missingOperand(let before, let found):
            found.isEmpty
                ? Message(sv: "Efter “\(shown(before))” fattas ett värde.", en: "A value is missing after “\(shown(before))”.")
                : Message(
                    sv: "Efter “\(shown(before))” ska ett värde stå, inte “\(shown(found))”.",
                    en: "A value is wanted after “\(shown(before))”, not “\(shown(found))”.")
        case .unknownWord(let word, _):
            Message(
                sv: "“\(shown(word))” inleder varken en deklaration eller ett steg.",
                en: "“\(shown(word))” begins neither a declaration nor a step.")
        case .unknownClauseWord(let word, _):
            Message(sv: "“\(shown(word))” är inget ord som kan följa här.", en: "“\(shown(word))” is no word that can follow here.")
        case .missingLineEnd:
            Message(sv: "Här börjar något nytt på samma rad.", en: "Something new begins here on the same line.")
        case .unexpected(let found):
            Message(sv: "“\(shown(found))” kan inte stå här.", en: "“\(shown(found))” can't stand here.")
        case .nestedTooDeep:
            Message(
                sv: "Här är mer än \(Problem.nestingLimit) nivåer inuti varandra.",
                en: "More than \(Problem.nestingLimit) levels stand inside each other here.")
        case .loneEquals:
            Message(sv: "“=” ger ett steg dess namn och jämför inget.", en: "“=” names what a step makes, and compares nothing.")
        case .chainedComparison(let sign):
            Message(
                sv: "“\(sign)” jämför något som redan är en jämförelse.", en: "“\(sign)” compares what is a comparison already.")
        case .trailingDot(let path):
            Message(sv: "“\(shown(path))” slutar med en punkt utan namn efter.", en: "“\(shown(path))” has a dot with no name behind it.")
        case .badParameters:
            Message(sv: "En parameter är en sort och ett namn.", en: "A parameter is a kind and a name.")
        case .blockOnOwnLine:
            Message(sv: "“{” står på en egen rad, skild från det som blocket hör till.", en: "“{” stands on a line of its own, apart from what the block belongs to.")
        case .trailingComma:
            Message(sv: "Kommat lovar ett värde till, men inget kommer.", en: "The comma promises one more value, and none comes.")
        case .badQuantifier(let word):
            Message(sv: "“\(word)” saknar namn och lista.", en: "“\(word)” lacks its name and its list.")
        case .bareValue(let word):
            Message(sv: "“\(shown(word))” står ensamt på raden.", en: "“\(shown(word))” stands alone on its line.")
        case .badDuration(let count):
            Message(sv: "“\(count)” är inget helt antal.", en: "“\(count)” is no whole number of them.")
        case .looseNot:
            Message(sv: "“not” binder svagare än jämförelsen som det står i.", en: "“not” binds looser than the comparison it stands in.")
        case .missingName(let before):
            Message(sv: "Efter “\(before)” ska ett namn stå.", en: "A name is wanted after “\(before)”.")
        }
    }

    /// The few words under the carets.
    public var label: Message? {
        switch self {
        case .unclosedBlock, .unclosedBracket, .unclosedComment, .unclosedBlockText:
            Message(sv: "öppnas här", en: "opened here")
        case .unclosedText: Message(sv: "ett \" saknas", en: "a \" is missing")
        case .missingLineEnd: Message(sv: "radslut saknas", en: "a line's end is missing")
        case .missingOperand(_, let found) where found.isEmpty: Message(sv: "ett värde saknas", en: "a value is missing")
        case .unknownWord(_, let near?), .unknownClauseWord(_, let near?): Message(sv: "menar du “\(near)”?", en: "did you mean “\(near)”?")
        case .loneEquals: Message(sv: "menar du “==”?", en: "did you mean “==”?")
        default: nil
        }
    }

    /// What to do.
    public var advice: Message? {
        switch self {
        case .notUTF8: Message(sv: "Spara filen som UTF-8.", en: "Save the file as UTF-8.")
        case .strayCharacter(let found) where found.contains(where: { "“”„‘’«»'`".contains($0) }):
            Message(sv: "En text står mellan raka citattecken: \"…\".", en: "A text stands between straight quotes: \"…\".")
        case .strayCharacter: Message(sv: "Ta bort det, eller sätt det i en text: \"…\".", en: "Remove it, or put it in a text: \"…\".")
        case .unclosedText:
            Message(
                sv: "Avsluta med \"; en text över flera rader skrivs mellan \"\"\" och \"\"\".",
                en: "End it with \"; a text over several lines stands between \"\"\" and \"\"\".")
        case .unclosedBlockText: Message(sv: "Avsluta texten med \"\"\".", en: "End the text with \"\"\".")
        case .unclosedComment: Message(sv: "Avsluta kommentaren med */, eller skriv den med //.", en: "End the comment with */, or write it with //.")
        case .unclosedBlock: Message(sv: "Sätt } där blocket ska sluta.", en: "Put } where the block should end.")
        case .unclosedBracket(let open):
            Message(sv: "Sätt “\(closer(of: open))” där den ska sluta.", en: "Put “\(closer(of: open))” where it should end.")
        case .strayCloser(let closer):
            Message(
                sv: "Ta bort “\(closer)”, eller sätt in det som det skulle stänga.", en: "Remove “\(closer)”, or put in what it was to close.")
        case .badEscape:
            Message(
                sv: "Tillåtna är \\\" \\\\ \\n \\r \\t och \\u{e5}; ett omvänt snedstreck självt skrivs \\\\.",
                en: "There are \\\" \\\\ \\n \\r \\t and \\u{e5}; a backslash itself is written \\\\.")
        case .badNumber(let found): normAdvice(found) ?? Message(
            sv: "Skriv till exempel 500_000, 3.5, 1e-9 eller 5%; högst 18 siffror.",
            en: "Write for example 500_000, 3.5, 1e-9 or 5%; at most 18 digits.")
        case .badDate: Message(sv: "Skriv år, månad och dag: 2026-01-15.", en: "Write year, month and day: 2026-01-15.")
        case .numberForNorm(let found):
            Message(sv: "Menar du GDPR.\(found)? En norm skrivs med sin lag först.", en: "Do you mean GDPR.\(found)? A norm is written with its law first.")
        case .missingValue: Message(sv: "Skriv värdet efter kolonet, på samma rad.", en: "Write the value after the colon, on the same line.")
        case .missingOperand: Message(sv: "Skriv det som fattas, eller ta bort det som står före.", en: "Write what is missing, or remove what stands before it.")
        case .unknownWord(let word, let near):
            near.map {
                Message(sv: "Menar du “\($0)”? En egenskap skrivs med kolon: “\(shown(word)): …”.", en: "Do you mean “\($0)”? A property has a colon: “\(shown(word)): …”.")
            } ?? Message(
                sv: "Är det en egenskap fattas ett kolon: “\(shown(word)): …”. Deklarationer inleds med \(listed(Words.kinds.prefix(12), "och")) med flera; steg med \(listed(Words.verbs.prefix(6), "och")) med flera.",
                en: "If it is a property, a colon is missing: “\(shown(word)): …”. Declarations begin with \(listed(Words.kinds.prefix(12), "and")) and others; steps with \(listed(Words.verbs.prefix(6), "and")) and others.")
        case .unknownClauseWord(_, let near):
            Message(
                sv: near.map { "Menar du “\($0)”? " }.orEmpty + "Orden som kan följa på ett värde är \(listed(Words.clauses.sorted(), "och")).",
                en: near.map { "Do you mean “\($0)”? " }.orEmpty + "The words that can follow a value are \(listed(Words.clauses.sorted(), "and")).")
        case .missingLineEnd: Message(sv: "Börja en ny rad, eller sätt “;” emellan.", en: "Begin a new line, or put “;” between them.")
        case .unexpected: Message(sv: "Ta bort det, eller flytta det till en egen rad.", en: "Remove it, or move it to a line of its own.")
        case .nestedTooDeep: Message(sv: "Dela upp det: ge delarna namn.", en: "Divide it: give the parts names.")
        case .loneEquals: Message(sv: "Jämför med “==”.", en: "Compare with “==”.")
        case .chainedComparison: Message(sv: "Skriv två jämförelser med “and” emellan.", en: "Write two comparisons with “and” between them.")
        case .trailingDot: Message(sv: "Skriv namnet efter punkten, eller ta bort punkten.", en: "Write the name behind the dot, or remove the dot.")
        case .badParameters: Message(sv: "Skriv till exempel (activity a, dataset d).", en: "Write for example (activity a, dataset d).")
        case .blockOnOwnLine: Message(sv: "Flytta “{” till slutet av raden före.", en: "Move “{” to the end of the line before.")
        case .trailingComma: Message(sv: "Ta bort kommat, eller skriv ett värde till.", en: "Remove the comma, or write one more value.")
        case .badQuantifier(let word): Message(sv: "Skriv “\(word) x in lista with villkor”.", en: "Write “\(word) x in list with condition”.")
        case .bareValue(let word):
            Message(sv: "Är det en egenskap skrivs den “\(shown(word)): värde”.", en: "If it is a property, write “\(shown(word)): value”.")
        case .badDuration: Message(sv: "Räkna i mindre enheter: 18 months, inte 1.5 years.", en: "Count in smaller units: 18 months, not 1.5 years.")
        case .looseNot: Message(sv: "Sätt parentes: (not x).", en: "Put it in parentheses: (not x).")
        case .missingName: Message(sv: "Skriv namnet på samma rad.", en: "Write the name on the same line.")
        }
    }

    /// What to write instead, when one thing is likely meant.
    var replacement: (text: String, title: Message)? {
        func by(_ text: String) -> (String, Message) { (text, Message(sv: "Ändra till “\(text)”", en: "Change to “\(text)”")) }
        switch self {
        case .unknownWord(_, let near?), .unknownClauseWord(_, let near?): return by(near)
        case .loneEquals: return by("==")
        case .numberForNorm(let found): return by("GDPR." + found)
        case .trailingComma: return ("", Message(sv: "Ta bort kommat", en: "Remove the comma"))
        case .strayCloser(let closer): return ("", Message(sv: "Ta bort “\(closer)”", en: "Remove “\(closer)”"))
        default: return nil
        }
    }

    /// Whether the replacement is all that can have been meant. A norm is never guessed: it is law.
    var isCertain: Bool {
        switch self {
        case .unknownWord(let word, let near?): certain(word, in: Words.kinds + Words.verbs + Words.directives) == near
        case .unknownClauseWord(let word, let near?): certain(word, in: Words.clauses) == near
        case .loneEquals, .trailingComma: true
        default: false
        }
    }

    /// `6.4.c` was meant as a norm.
    private func normAdvice(_ found: String) -> Message? {
        let parts = found.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 4 }) else { return nil }
        return Message(
            sv: "Menar du GDPR.\(found)? En norm skrivs med sin lag först.", en: "Do you mean GDPR.\(found)? A norm is written with its law first.")
    }
}

private func closer(of open: String) -> String { open == "(" ? ")" : open == "[" ? "]" : "}" }

/// At most 40 characters, and none that breaks a line or a terminal.
private func shown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(40) {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            result += (result.isEmpty ? "" : " ") + "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return text.unicodeScalars.count > 40 ? result + "…" : result
}

private func listed(_ words: some Collection<String>, _ conjunction: String) -> String {
    let words = Array(words)
    guard words.count > 1, let last = words.last else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}

extension String? {
    fileprivate var orEmpty: String { self ?? "" }
}
