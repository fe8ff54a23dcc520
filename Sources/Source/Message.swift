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

    public subscript(language: Language) -> String {
        switch language {
        case .sv: sv
        case .en: en
        }
    }
}
