// Values to write as YAML: in blocks, one thing a line, or in one line.
public import Source

public enum YamlValue: Sendable, Equatable {
    case text(String)
    case number(Exact)
    case truth(Bool)
    case nothing
    case list([YamlValue])
    /// In this order.
    case map([Pair])

    public struct Pair: Sendable, Equatable {
        public var key: String
        public var value: YamlValue
        public init(_ key: String, _ value: YamlValue) { (self.key, self.value) = (key, value) }
    }
}

extension YamlValue {
    /// As it was read.
    public init(_ node: YamlNode) {
        switch node.form {
        case .scalar(let scalar):
            if node.isNull { self = .nothing } else if let truth = node.truth { self = .truth(truth) } else if let number = node.number { self = .number(number) } else { self = .text(scalar.text) }
        case .sequence(let items): self = .list(items.map { YamlValue($0) })
        case .mapping(let entries): self = .map(entries.map { Pair($0.key.text ?? "", YamlValue($0.value)) })
        }
    }

    /// On one line.
    public var flow: String {
        switch self {
        case .text(let text): YamlValue.scalar(text)
        case .number(let number): number.description
        case .truth(let truth): truth ? "true" : "false"
        case .nothing: "null"
        case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
        case .map(let pairs): pairs.isEmpty ? "{}" : "{ " + pairs.map { YamlValue.scalar($0.key) + ": " + $0.value.flow }.joined(separator: ", ") + " }"
        }
    }

    /// A document: lists of scalars on one line, all else in blocks.
    public var document: String {
        switch self {
        case .map(let pairs) where !pairs.isEmpty: pairs.map { YamlValue.lines($0, 0) }.joined()
        case .list(let items) where !items.isEmpty: YamlValue.lines(items, 0)
        default: flow + "\n"
        }
    }

    private var isOneLine: Bool {
        switch self {
        case .list(let items): items.allSatisfy { if case .map = $0 { false } else if case .list = $0 { false } else { true } } && flow.count <= 100
        case .map(let pairs): pairs.isEmpty
        default: true
        }
    }

    private static func lines(_ pair: Pair, _ depth: Int) -> String {
        let indent = String(repeating: " ", count: depth), key = scalar(pair.key)
        if pair.value.isOneLine { return "\(indent)\(key): \(pair.value.flow)\n" }
        switch pair.value {
        case .map(let pairs): return "\(indent)\(key):\n" + pairs.map { lines($0, depth + 2) }.joined()
        case .list(let items): return "\(indent)\(key):\n" + lines(items, depth + 2)
        default: return "\(indent)\(key): \(pair.value.flow)\n"
        }
    }

    private static func lines(_ items: [YamlValue], _ depth: Int) -> String {
        let indent = String(repeating: " ", count: depth)
        return items.map { item in
            if case .map(let pairs) = item, !pairs.isEmpty {
                let body = pairs.map { lines($0, depth + 2) }.joined()
                return indent + "- " + body.dropFirst(depth + 2)
            }
            if case .list(let inner) = item, !item.isOneLine { return "\(indent)-\n" + lines(inner, depth + 2) }
            return "\(indent)- \(item.flow)\n"
        }.joined()
    }

    /// Plain where every reader of YAML takes it for a text, in quotation marks elsewhere.
    static func scalar(_ text: String) -> String {
        let isWord = !text.isEmpty && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "/"), UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"): true
            default: false
            }
        }
        let first = text.utf8.first ?? 0, last = text.utf8.last ?? 0
        let reserved = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf"].contains(text.lowercased())
        let isLetter = (65...90).contains(first) || (97...122).contains(first)
        if isWord, isLetter, last != 32, !reserved { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            default:
                if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || [0x2028, 0x2029, 0xFEFF].contains(scalar.value) {
                    let digits = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - min(4, digits.count)) + digits
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
