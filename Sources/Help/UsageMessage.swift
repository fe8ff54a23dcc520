// What is wrong with a command line, told in Swedish or English: ArgumentParser's own sentences are English, and each has its Swedish here.
import Source

/// - Parameter full: the parser's message: a line "Error: …", perhaps a "Help: …", and the usage.
func usageMessage(_ full: String, translated: Bool = false, _ command: Tool.Command, _ language: Language, width: Int) -> String {
    let program = command.words.split(separator: " ").first.map(String.init) ?? ""
    var problem = full
    if let usage = problem.firstRange(of: "\nUsage: ") { problem = String(problem[..<usage.lowerBound]) }
    if let help = problem.firstRange(of: "\nHelp: ") { problem = String(problem[..<help.lowerBound]) }
    if problem.hasPrefix("Error: ") { problem.removeFirst(7) }
    var told = language == .sv && !translated ? inSwedish(problem) : problem
    if let last = told.last, last.isLetter || last == "'" { told += "." }
    let more = Message(sv: "Läs mer: \(command.words) --help", en: "More: \(command.words) --help")[language]
    return "\(program): \(told)\n\(command.usage(language, width: width))\n\(more)"
}

/// A sentence of the parser in Swedish; one that is not known here is shown as it is.
func inSwedish(_ sentence: String) -> String {
    for (pattern, swedish) in sentences {
        if let parts = match(sentence, pattern) {
            var result = "", index = 0
            for piece in swedish.split(separator: "…", omittingEmptySubsequences: false) {
                result += piece
                if index < parts.count { result += parts[index] }
                index += 1
            }
            return result.replacing("' or '", with: "' eller '").replacing("' and '", with: "' och '")
        }
    }
    return sentence
}

/// What stands at each `…` of the pattern; nil when the sentence is another.
private func match(_ sentence: String, _ pattern: String) -> [String]? {
    let pieces = pattern.split(separator: "…", omittingEmptySubsequences: false).map(String.init)
    guard let first = pieces.first, sentence.hasPrefix(first) else { return nil }
    var rest = sentence.dropFirst(first.count)
    var found: [String] = []
    for (index, piece) in pieces.enumerated().dropFirst() {
        if index == pieces.count - 1 {
            guard rest.hasSuffix(piece) else { return nil }
            found.append(String(rest.dropLast(piece.count)))
        } else {
            guard let range = rest.firstRange(of: piece) else { return nil }
            found.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
    }
    return found
}

/// Longer ones first; each `…` stands for a part of the command line.
private let sentences: [(String, String)] = [
    ("Unknown option '…'. Did you mean '…'?", "Okänt val '…'. Menade du '…'?"),
    ("Unknown option '…'", "Okänt val '…'"),
    ("Missing value for '…'", "Värde saknas för '…'"),
    ("Missing expected argument '…'", "Argumentet '…' saknas"),
    ("Missing one of: '…'", "Ett av dessa saknas: '…'"),
    ("Missing required subcommand.", "Kommando saknas."),
    ("The option '…' does not take any value, but '…' was specified.", "Valet '…' tar inget värde, men '…' angavs."),
    ("The value '…' is invalid for '…'. Please provide one of …", "Värdet '…' är ogiltigt för '…'. Välj ett av …"),
    ("The value '…' is invalid for '…': …", "Värdet '…' är ogiltigt för '…': …"),
    ("The value '…' is invalid for '…'", "Värdet '…' är ogiltigt för '…'"),
    ("Unexpected argument '…'", "Oväntat argument '…'"),
    ("… unexpected arguments: '…'", "… oväntade argument: '…'"),
    ("Value to be set with … had already been set with …", "Värdet i … var redan angivet i …"),
]
