// `FILE:LINE` and `FILE:LINE:COL`, as findings print their places.

public struct ExplainedPlace: Sendable, Equatable {
    public var path: String
    /// From 1.
    public var line: Int
    public var column: Int?

    /// nil when it is no place. A path may hold colons itself: numbers are read from the end.
    public init?(_ text: String) {
        guard let (rest, last) = ExplainedPlace.number(atEndOf: text[...]) else { return nil }
        if let (path, line) = ExplainedPlace.number(atEndOf: rest), !path.isEmpty {
            (self.path, self.line, column) = (String(path), line, last)
        } else if !rest.isEmpty {
            (path, line, column) = (String(rest), last, nil)
        } else {
            return nil
        }
    }

    private static func number(atEndOf text: Substring) -> (rest: Substring, number: Int)? {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let digits = text[text.index(after: colon)...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits), number >= 1
        else { return nil }
        return (text[..<colon], number)
    }
}
