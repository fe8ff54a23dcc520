// What can be wrong with a text as YAML, where, and the words for it.
public import Source

public struct YamlProblem: Error, Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// A byte that is not UTF-8; a text in UTF-16 or UTF-32.
        case invalidUTF8, utf16
        /// A character that YAML does not allow: a control character, as in a binary file.
        case control
        case tab
        /// What libyaml says, in its words.
        case syntax(String)
        case tooDeep(limit: Int)
        /// Aliases that would unfold to more than a reader can visit, or a file beyond all use.
        case tooLarge
        case unknownAnchor(String)
        case recursiveAlias(String)
        /// `<<` with something else than a mapping, or a list of mappings.
        case badMerge
        /// A key that is a list or a mapping.
        case complexKey
        case duplicateKey(String, first: Span)
        case severalDocuments
    }
    public var kind: Kind
    public var span: Span

    public init(_ kind: Kind, _ span: Span) { (self.kind, self.span) = (kind, span) }

    /// What comes after it could not be read.
    public var isFatal: Bool {
        switch kind {
        case .unknownAnchor, .recursiveAlias, .badMerge, .complexKey, .duplicateKey, .severalDocuments: false
        default: true
        }
    }

    public var message: Message {
        switch kind {
        case .invalidUTF8: Message(sv: "Texten är inte UTF-8 här.", en: "The text is not UTF-8 here.")
        case .utf16:
            Message(
                sv: "Filen är skriven i UTF-16 eller UTF-32. Spara den som UTF-8.",
                en: "The file is written in UTF-16 or UTF-32. Save it as UTF-8.")
        case .control:
            Message(
                sv: "Här står ett styrtecken; är det en YAML-fil?",
                en: "A control character stands here; is this a YAML file?")
        case .tab:
            Message(
                sv: "YAML dras in med blanksteg, aldrig med tabb.", en: "YAML is indented by blanks, never by tabs.")
        case .syntax(let words):
            Message(
                sv: "Det går inte att läsa som YAML: \(YamlProblem.swedish[words] ?? words).",
                en: "This can't be read as YAML: \(YamlProblem.english[words] ?? words).")
        case .tooDeep(let limit):
            Message(
                sv: "Texten är nästlad djupare än \(limit) nivåer.",
                en: "The text is nested deeper than \(limit) levels.")
        case .tooLarge:
            Message(
                sv: "Filen, med sina alias utskrivna, är större än vad som läses.",
                en: "The file, with its aliases written out, is larger than what is read.")
        case .unknownAnchor(let name):
            Message(
                sv: "Det finns inget ankare `&\(name)` före detta.", en: "There is no anchor `&\(name)` before this.")
        case .recursiveAlias(let name):
            Message(sv: "`*\(name)` står inom det som det pekar på.", en: "`*\(name)` stands within what it points to.")
        case .badMerge:
            Message(
                sv: "`<<` tar in en mappning, eller en lista av mappningar.",
                en: "`<<` takes in a mapping, or a list of mappings.")
        case .complexKey: Message(sv: "En nyckel är ett ord eller en text.", en: "A key is a word or a text.")
        case .duplicateKey(let key, _):
            Message(
                sv: "Nyckeln `\(key)` står redan i samma mappning.",
                en: "The key `\(key)` stands in the same mapping already.")
        case .severalDocuments:
            Message(
                sv: "Filen ska hålla ett enda dokument; här börjar ett till.",
                en: "The file holds one document; another begins here.")
        }
    }

    /// libyaml's words, as a reader of the file says them.
    private static let swedish: [String: String] = [
        "could not find expected ':'": "ett kolon saknas efter nyckeln",
        "did not find expected key": "en nyckel väntades; stämmer indragningen?",
        "did not find expected '-' indicator": "ett `-` väntades; stämmer indragningen?",
        "did not find expected ',' or ']'": "`,` eller `]` väntades",
        "did not find expected ',' or '}'": "`,` eller `}` väntades",
        "did not find expected node content": "ett värde väntades",
        "did not find expected <document start>": "dokumentet är slut, men det står mer här",
        "mapping values are not allowed in this context": "ett kolon kan inte stå här; sätt texten inom citattecken",
        "mapping keys are not allowed in this context": "en nyckel kan inte stå här",
        "block sequence entries are not allowed in this context": "ett `-` kan inte stå här",
        "found unexpected end of stream": "texten tar slut mitt i ett citat",
        "found character that cannot start any token": "tecknet kan inte börja ett värde; sätt texten inom citattecken",
        "found unexpected document indicator": "ett dokument börjar mitt i en text",
        "found unknown escape character": "okänt tecken efter `\\`",
        "found undefined tag handle": "taggen är inte deklarerad",
        "did not find expected alphabetic or numeric character": "ett ankare eller alias ska ha ett namn",
        "did not find expected whitespace or line break": "ett blanksteg väntades",
        "did not find expected comment or line break": "raden skulle ta slut här",
        "found incompatible YAML document": "en okänd version av YAML",
        "invalid Unicode character": "ett tecken som inte finns",
        "did not find expected hexdecimal number": "en hexadecimal siffra väntades efter `\\`",
        "found invalid Unicode character escape code": "`\\` följs av ett tecken som inte finns",
        "found unexpected ':'": "ett kolon kan inte stå här",
    ]
    private static let english: [String: String] = [
        "could not find expected ':'": "a colon is missing after the key",
        "did not find expected key": "a key was expected; is the indentation right?",
        "did not find expected '-' indicator": "a `-` was expected; is the indentation right?",
        "did not find expected ',' or ']'": "`,` or `]` was expected",
        "did not find expected ',' or '}'": "`,` or `}` was expected",
        "did not find expected node content": "a value was expected",
        "did not find expected <document start>": "the document has ended, but more stands here",
        "mapping values are not allowed in this context": "a colon can't stand here; put the text in quotation marks",
        "mapping keys are not allowed in this context": "a key can't stand here",
        "block sequence entries are not allowed in this context": "a `-` can't stand here",
        "found unexpected end of stream": "the text ends within a quotation",
        "found character that cannot start any token":
            "this character can't begin a value; put the text in quotation marks",
        "found unexpected document indicator": "a document begins within a text",
        "found unknown escape character": "an unknown character after `\\`",
        "found undefined tag handle": "the tag is not declared",
        "did not find expected alphabetic or numeric character": "an anchor or alias needs a name",
        "did not find expected whitespace or line break": "a blank was expected",
        "did not find expected comment or line break": "the line should end here",
        "found incompatible YAML document": "an unknown version of YAML",
        "did not find expected hexdecimal number": "a hexadecimal digit was expected after `\\`",
    ]
}
