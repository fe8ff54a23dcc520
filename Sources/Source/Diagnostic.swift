// One finding, of syntax, names or law, with what a reader needs to understand and to mend it.

public enum Severity: String, Sendable, Comparable, Codable, CaseIterable {
    case info, warning, error

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// One word wide: findings are gathered, filtered and ordered many times over, and a text may have hundreds of thousands.
public struct Diagnostic: Hashable, Sendable {
    private var said: Said

    public init(
        code: String, slug: String, severity: Severity, place: Place, title: Message, message: Message,
        label: Message? = nil, notes: [Note] = [], advice: Message? = nil, norms: [String] = [], fixes: [Fix] = []
    ) {
        said = Said(
            Words(
                code: code, slug: slug, severity: severity, place: place, title: title, message: message, label: label, notes: notes, advice: advice,
                norms: norms, fixes: fixes))
    }

    /// Stable: a group's letter and three digits, "X003", "P004".
    public var code: String { get { said.words.code } set { own().words.code = newValue } }
    /// The code in words, "not-compatible".
    public var slug: String { get { said.words.slug } set { own().words.slug = newValue } }
    public var severity: Severity { get { said.words.severity } set { own().words.severity = newValue } }
    public var place: Place { get { said.words.place } set { own().words.place = newValue } }
    /// Short, the same for every finding of this code.
    public var title: Message { get { said.words.title } set { own().words.title = newValue } }
    /// One or two sentences about this very finding.
    public var message: Message { get { said.words.message } set { own().words.message = newValue } }
    /// The text under the carets.
    public var label: Message? { get { said.words.label } set { own().words.label = newValue } }
    /// The derivation, in reading order.
    public var notes: [Note] { get { said.words.notes } _modify { yield &own().words.notes } }
    /// What to do.
    public var advice: Message? { get { said.words.advice } set { own().words.advice = newValue } }
    public var norms: [String] { get { said.words.norms } set { own().words.norms = newValue } }
    public var fixes: [Fix] { get { said.words.fixes } _modify { yield &own().words.fixes } }
    /// The text that it stands in may hold personal data: where is told, and the line is not quoted.
    public var hidesText: Bool { get { said.words.hidesText } set { own().words.hidesText = newValue } }

    private struct Words: Hashable {
        var code: String, slug: String
        var severity: Severity
        var place: Place
        var title: Message, message: Message, label: Message?
        var notes: [Note]
        var advice: Message?
        var norms: [String]
        var fixes: [Fix]
        var hidesText = false
    }

    /// INVARIANT: written only where one finding alone holds it.
    private final class Said: Hashable, @unchecked Sendable {
        var words: Words
        init(_ words: Words) { self.words = words }
        static func == (one: Said, other: Said) -> Bool { one === other || one.words == other.words }
        func hash(into hasher: inout Hasher) { words.hash(into: &hasher) }
    }

    /// What may be written: a copy where another finding holds it too.
    private mutating func own() -> Said {
        if !isKnownUniquelyReferenced(&said) { said = Said(said.words) }
        return said
    }
}

/// A step of a derivation: a rule, a definition or a fact; `depth` says what it rests under.
public struct Note: Hashable, Sendable {
    public var text: Message
    public var place: Place?
    public var norm: String?
    public var depth: Int

    public init(text: Message, place: Place? = nil, norm: String? = nil, depth: Int = 0) {
        self.text = text
        self.place = place
        self.norm = norm
        self.depth = depth
    }
}

/// A change of the text that mends a finding.
public struct Fix: Hashable, Sendable {
    public struct Edit: Hashable, Sendable {
        public var place: Place
        public var text: String
        public init(place: Place, text: String) {
            self.place = place
            self.text = text
        }
    }
    public var title: Message
    public var edits: [Edit]
    /// Nothing else can have been meant: `lagrum fix` makes it without asking.
    public var isSafe: Bool

    public init(title: Message, edits: [Edit], isSafe: Bool = false) {
        self.title = title
        self.edits = edits
        self.isSafe = isSafe
    }

    /// What was written, replaced by what was certainly meant.
    public static func replacing(_ place: Place, with text: String, isSafe: Bool = true) -> Fix {
        Fix(title: Message(sv: "Ändra till “\(text)”", en: "Change to “\(text)”"), edits: [.init(place: place, text: text)], isSafe: isSafe)
    }
}
