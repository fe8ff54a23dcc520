// In which order files that together make one specification are read, whatever order they were named in.

/// By path; where two differ in a number, by its value: the change `V2` was made before `V10`.
public func inReadingOrder(_ paths: [String]) -> [String] {
    paths.map { (path: $0, parts: parts($0)) }.sorted { one, other in
        for (a, b) in zip(one.parts, other.parts) where a != b { return a < b }
        return (one.parts.count, one.path) < (other.parts.count, other.path)
    }.map(\.path)
}

/// A number, of any length, or the text around it; numbers come first, as digits do among letters.
private enum Part: Equatable, Comparable {
    case number(digits: Int, String)
    case text(String)
}

private func parts(_ path: String) -> [Part] {
    var parts: [Part] = [], rest = path[...]
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    while let first = rest.first {
        let run = rest.prefix { isDigit($0) == isDigit(first) }
        let value = run.drop { $0 == "0" }
        parts.append(isDigit(first) ? .number(digits: value.count, String(value)) : .text(String(run)))
        rest = rest[run.endIndex...]
    }
    return parts
}
