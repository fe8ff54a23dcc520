// A text to a reader, in both languages of the tool.

public enum Language: String, Sendable, CaseIterable, Codable { case sv, en }

/// INVARIANT: both languages are written; a message is never shown half.
public struct Message: Hashable, Sendable, Codable {
    public var sv: String
    public var en: String

    public init(sv: String, en: String) {
        self.sv = sv
        self.en = en
    }

    /// The same in both: a name, a figure, an author's own words.
    public init(both text: String) { self.init(sv: text, en: text) }

    /// Made of parts that are themselves in both.
    public init(_ text: (Language) -> String) { self.init(sv: text(.sv), en: text(.en)) }

    public subscript(language: Language) -> String {
        switch language {
        case .sv: sv
        case .en: en
        }
    }
}
