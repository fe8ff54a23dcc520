// What a document says, as plain values: sections of blocks, made into one HTML file by `html`.

public struct Page: Sendable {
    /// BCP 47: `sv`, `en`.
    public var language: String
    /// The small line above the title: what kind of document it is.
    public var kind: String
    public var title: String
    public var lead: [Span]
    /// Beside the title: a name and what it is.
    public var facts: [Fact]
    public var opening: [Block]
    public var contents: String
    public var sections: [Section]
    public var closing: [Span]

    public init(
        language: String, kind: String, title: String, lead: [Span] = [], facts: [Fact] = [], opening: [Block] = [],
        contents: String, sections: [Section], closing: [Span] = []
    ) {
        (self.language, self.kind, self.title, self.lead) = (language, kind, title, lead)
        (self.facts, self.opening, self.contents) = (facts, opening, contents)
        (self.sections, self.closing) = (sections, closing)
    }

    public struct Section: Sendable {
        /// The anchor; unique in its page.
        public var id: String
        public var title: String
        public var blocks: [Block]
        public init(id: String, title: String, blocks: [Block]) { (self.id, self.title, self.blocks) = (id, title, blocks) }
    }

    public struct Fact: Sendable {
        public var name: String
        public var value: [Span]
        public init(_ name: String, _ value: [Span]) { (self.name, self.value) = (name, value) }
    }

    /// A run of text within a paragraph.
    public enum Span: Sendable, ExpressibleByStringLiteral {
        case text(String)
        case strong(String)
        case emphasis(String)
        case code(String)
        /// A long hexadecimal name, which may break anywhere.
        case digest(String)
        case verdict(Verdict, String)
        /// To a place of the same site: `kinds.html#activity`, `#rule-step`.
        case link([Span], to: String)
        /// A place that links lead to; it shows nothing.
        case anchor(String)
        public init(stringLiteral value: String) { self = .text(value) }
    }

    /// Shown by shape and word, never by colour alone.
    public enum Verdict: String, Sendable { case good, bad, caution, neutral }

    public enum Block: Sendable {
        case heading(String)
        case paragraph([Span])
        case small([Span])
        case list([[Span]])
        /// Lines as they stand, in a fixed width.
        case listing(String)
        case table(Table)
        case picture(Picture)
        /// Small pictures beside each other.
        case gallery([Picture])
        case notice(Verdict, title: String, [Span])
        /// A few large figures: what it is, the figure, what it means.
        case highlights([Highlight])
        /// SVG of the project's own making, which is taken as it is, and what it shows in words.
        case drawing(svg: String, label: String)
        /// A heading that links lead to.
        case anchored(id: String, [Span])
        /// Folded away until asked for; shown in print.
        case folded(String, [Block])
    }

    public struct Highlight: Sendable {
        public var name: String
        public var figure: String
        public var note: String
        public init(name: String, figure: String, note: String) { (self.name, self.figure, self.note) = (name, figure, note) }
    }

    public struct Table: Sendable {
        public var caption: String
        public var columns: [Column]
        public var rows: [[[Span]]]
        public init(caption: String, columns: [Column], rows: [[[Span]]]) {
            (self.caption, self.columns, self.rows) = (caption, columns, rows)
        }
    }

    public struct Column: Sendable {
        public enum Alignment: Sendable { case text, number }
        public var name: String
        public var alignment: Alignment
        public init(_ name: String, _ alignment: Alignment = .text) { (self.name, self.alignment) = (name, alignment) }
    }

    public enum Picture: Sendable {
        case bars(PairedBars)
        case intervals(IntervalChart)
        case flow(FlowPicture)
    }
}
