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

public struct Diagnostic: Hashable, Sendable {
    /// Stable: a group's letter and three digits, "X003", "P004".
    public var code: String
    /// The code in words, "not-compatible".
    public var slug: String
    public var severity: Severity
    public var place: Place
    /// Short, the same for every finding of this code.
    public var title: Message
    /// One or two sentences about this very finding.
    public var message: Message
    /// The text under the carets.
    public var label: Message?
    /// The derivation, in reading order.
    public var notes: [Note]
    /// What to do.
    public var advice: Message?
    public var norms: [String]
    public var fixes: [Fix]
    /// The text that it stands in may hold personal data: where is told, and the line is not quoted.
    public var hidesText = false

    public init(
        code: String, slug: String, severity: Severity, place: Place, title: Message, message: Message,
        label: Message? = nil, notes: [Note] = [], advice: Message? = nil, norms: [String] = [], fixes: [Fix] = []
    ) {
        self.code = code
        self.slug = slug
        self.severity = severity
        self.place = place
        self.title = title
        self.message = message
        self.label = label
        self.notes = notes
        self.advice = advice
        self.norms = norms
        self.fixes = fixes
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
