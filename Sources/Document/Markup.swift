// HTML and SVG source in which a text can't be taken for markup: what is interpolated is escaped, what is literal is not.

/// INVARIANT: no literal with markup in it stands inside an interpolation, where it would be a text and be escaped; it gets a
/// name of type `Markup` first.
/// INVARIANT: text from outside reaches `source` only through `escaped`; only literals of this module are taken as they are.
struct Markup: Sendable, ExpressibleByStringInterpolation {
    var source: String

    init(stringLiteral value: String) { source = value }
    init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }
    /// Source that the project itself wrote, never a user.
    init(trusted source: String) { self.source = source }
    init(_ parts: [Markup], separator: String = "\n") {
        source = parts.lazy.map(\.source).filter { !$0.isEmpty }.joined(separator: separator)
    }

    struct StringInterpolation: StringInterpolationProtocol {
        var source = ""
        init(literalCapacity: Int, interpolationCount: Int) { source.reserveCapacity(literalCapacity * 2) }
        mutating func appendLiteral(_ literal: String) { source += literal }
        mutating func appendInterpolation(_ text: String) { source += escaped(text) }
        mutating func appendInterpolation(_ markup: Markup) { source += markup.source }
        mutating func appendInterpolation(_ parts: [Markup]) { source += Markup(parts).source }
        mutating func appendInterpolation(_ number: Int) { source += String(number) }
        /// A coordinate or length: two decimals at most.
        mutating func appendInterpolation(_ number: Double) { source += coordinate(number) }
    }
}

/// `&`, `<`, `>` and both quotes by reference; control characters, which HTML forbids, are shown as U+FFFD.
func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        case "\n", "\t": result.unicodeScalars.append(scalar)
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

func coordinate(_ number: Double) -> String {
    guard number.isFinite, number.magnitude < 1e9 else { return "0" }
    let hundredths = Int((number * 100).rounded())
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    let decimals = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (hundredths < 0 ? "-" : "") + String(whole) + decimals
}
