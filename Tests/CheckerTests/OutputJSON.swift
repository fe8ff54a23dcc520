// JSON as a value, and as much of JSON Schema as the published schema uses: enough to say where a document breaks it.
import FoundationEssentials

indirect enum JSON: Decodable, Equatable {
    case null
    case truth(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let truth = try? single.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? single.decode(Double.self) {
            self = .number(number)
        } else if let text = try? single.decode(String.self) {
            self = .text(text)
        } else if let list = try? single.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try single.decode([String: JSON].self))
        }
    }

    init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(JSON.self, from: Data(bytes)) }

    subscript(key: String) -> JSON? {
        if case .object(let members) = self { members[key] } else { nil }
    }
    subscript(index: Int) -> JSON? {
        if case .list(let items) = self, items.indices.contains(index) { items[index] } else { nil }
    }
    var items: [JSON] { if case .list(let items) = self { items } else { [] } }
    var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }
    var string: String? { if case .text(let text) = self { text } else { nil } }
    var int: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
}

struct Schema {
    let root: JSON
    static let known: Set<String> = [
        "$schema", "$id", "$defs", "$ref", "title", "description", "type", "required", "additionalProperties",
        "properties", "items", "enum", "const",
        "pattern", "minimum", "maximum", "minItems",
    ]

    /// What breaks the schema, each with its path; empty when the value keeps it.
    func problems(_ value: JSON) throws -> [String] { try problems(value, root, "$") }

    private func problems(_ value: JSON, _ schema: JSON, _ path: String) throws -> [String] {
        var found: [String] = []
        for key in schema.members.keys where !Schema.known.contains(key) {
            found.append("\(path): the test does not know the schema's `\(key)`")
        }
        if let reference = schema["$ref"]?.string {
            guard let target = root["$defs"]?[String(reference.dropFirst("#/$defs/".count))] else {
                return found + ["\(path): no \(reference)"]
            }
            found += try problems(value, target, path)
        }
        if let type = schema["type"]?.string, !Schema.matches(value, type) {
            found.append("\(path): not of type \(type)")
        }
        if let wanted = schema["const"], wanted != value { found.append("\(path): not the constant") }
        if let list = schema["enum"], !list.items.contains(value) { found.append("\(path): not in the enumeration") }
        if let least = schema["minimum"]?.int, let number = value.int, number < least {
            found.append("\(path): below \(least)")
        }
        if case .number(let most)? = schema["maximum"], case .number(let number) = value, number > most { found.append("\(path): above \(most)") }
        if let least = schema["minItems"]?.int, case .list(let items) = value, items.count < least { found.append("\(path): fewer than \(least)") }
        if let pattern = schema["pattern"]?.string, let text = value.string,
            try Regex(pattern).firstMatch(in: text) == nil
        {
            found.append("\(path): does not match \(pattern)")
        }
        for key in schema["required"]?.items.compactMap(\.string) ?? [] where value[key] == nil {
            found.append("\(path): lacks \(key)")
        }
        for (key, member) in value.members {
            if let part = schema["properties"]?[key] {
                found += try problems(member, part, "\(path).\(key)")
            } else if schema["additionalProperties"] == .truth(false) {
                found.append("\(path): has \(key)")
            }
        }
        if let part = schema["items"] {
            for (index, item) in value.items.enumerated() { found += try problems(item, part, "\(path)[\(index)]") }
        }
        return found
    }

    private static func matches(_ value: JSON, _ type: String) -> Bool {
        switch (value, type) {
        case (.object, "object"), (.list, "array"), (.text, "string"), (.truth, "boolean"), (.null, "null"),
            (.number, "number"):
            true
        case (.number, "integer"): value.int != nil
        default: false
        }
    }
}
