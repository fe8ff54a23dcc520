// SQL text with its bound values. Names are quoted and values bound: nothing of a user's text is ever spliced in.

package struct SQL: Hashable, Sendable, ExpressibleByStringInterpolation {
    package var text: String
    package var values: [Value]

    package init(_ text: String, _ values: [Value] = []) { (self.text, self.values) = (text, values) }

    /// `"name"`, with its own quotes doubled.
    package static func name(_ name: String) -> SQL {
        SQL("\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"")
    }

    package static func names(_ names: [String]) -> SQL { names.map { SQL.name($0) }.joined(", ") }

    package static func value(_ value: Value) -> SQL { SQL("?", [value]) }
    package static func integer(_ number: Int64) -> SQL { SQL("?", [.integer(number)]) }

    package static func + (left: SQL, right: SQL) -> SQL { SQL(left.text + right.text, left.values + right.values) }

    package init(stringLiteral text: StaticString) { self.init(text.description) }

    /// Only SQL goes into SQL, so a user's text can't.
    package init(stringInterpolation: Interpolation) { self = stringInterpolation.sql }

    package struct Interpolation: StringInterpolationProtocol {
        var sql = SQL("")
        package init(literalCapacity: Int, interpolationCount: Int) {}
        package mutating func appendLiteral(_ literal: StaticString) { sql.text += literal.description }
        package mutating func appendInterpolation(_ part: SQL) {
            sql.text += part.text
            sql.values += part.values
        }
    }
}

extension [SQL] {
    package func joined(_ separator: String) -> SQL {
        SQL(map(\.text).joined(separator: separator), flatMap(\.values))
    }
}
