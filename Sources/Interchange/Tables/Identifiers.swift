// Names of other systems as names of Lagrum: a real name that can't be one is kept by `named`.
import Syntax

enum Identifier {
    /// A column's or table's name: lower case first, letters, digits and `_`.
    static func lower(_ name: String) -> String {
        var result = cleaned(name)
        let letters = result.filter(\.isLetter)
        if !letters.isEmpty, letters.allSatisfy(\.isUppercase) { result = result.lowercased() }
        if let first = result.first, first.isUppercase { result = first.lowercased() + result.dropFirst() }
        if result.first.map({ !$0.isLetter }) ?? true { result = "c_" + result }
        return reserved.contains(result) ? result + "_" : result
    }

    /// A name that stands after a word, a table's or a key's: one that begins a clause would be read as that.
    static func named(_ name: String) -> String {
        let result = lower(name)
        return Words.clauses.contains(result) ? result + "_" : result
    }

    /// A declaration's name: `order items` is `OrderItems`.
    static func upper(_ name: String) -> String {
        let words = cleaned(name).split(separator: "_").map { word in (word.first.map { $0.uppercased() } ?? "") + word.dropFirst() }
        let result = words.joined()
        return result.first.map { $0.isLetter } ?? false ? result : "D" + result
    }

    /// What can't stand in a name becomes `_`, and never several in a row.
    private static func cleaned(_ name: String) -> String {
        var result = ""
        for character in name {
            if character.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0.properties.numericType != nil && $0.isASCII || $0 == "_" }) && character.unicodeScalars.count == 1 {
                result.append(character)
            } else if result.last != "_" {
                result.append("_")
            }
        }
        while result.last == "_", result.count > 1, name.last != "_" { result.removeLast() }
        return result.isEmpty ? "_" : result
    }

    /// Words that begin a line of another meaning in a table.
    private static let reserved: Set<String> = Set(Words.directives + Words.operators + ["about", "when", "otherwise"])

    /// Words that mean something where a value stands.
    private static let keywords: Set<String> = Set(Words.kinds + Words.verbs + Words.clauses + Words.directives + Words.operators + Words.quantifiers + Words.literals + Words.units)

    /// A choice as a word where it can be one.
    static func choice(_ text: String) -> String {
        let isWord = text.unicodeScalars.first.map { $0.isASCII && $0.properties.isAlphabetic } ?? false
            && text.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_") }
        return isWord && !keywords.contains(text) ? text : quoted(text)
    }

    /// A text of the language.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default: if scalar.value < 0x20 || scalar.value == 0x7F { result += " " } else { result.unicodeScalars.append(scalar) }
            }
        }
        return result + "\""
    }

    /// Text for a comment: one line, without what would end it.
    static func comment(_ text: String) -> String {
        text.split(whereSeparator: { $0.isNewline || $0.isWhitespace }).joined(separator: " ")
    }
}

/// Names that are unique among those that came before: a second `name` is `name_2`.
struct UniqueNames {
    private var taken: Set<String>
    /// The last number given to a name, so that a thousand names alike cost a thousand steps.
    private var counts: [String: Int] = [:]
    init(_ taken: Set<String> = []) { self.taken = taken }

    mutating func name(_ wanted: String) -> String {
        var name = wanted
        while !taken.insert(name).inserted {
            let count = counts[wanted, default: 1] + 1
            counts[wanted] = count
            name = wanted + (wanted.first?.isUppercase == true ? "\(count)" : "_\(count)")
        }
        return name
    }
}
