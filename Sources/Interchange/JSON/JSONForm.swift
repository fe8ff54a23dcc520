// A tree of values as JSON: keys sorted, decimals as texts, so that nothing is rounded.
import Source
public import Yaml

public struct JSONForm: Encodable, Sendable {
    public let value: YamlValue
    public init(_ value: YamlValue) { self.value = value }

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    public func encode(to encoder: any Encoder) throws {
        switch value {
        case .list(let items):
            var container = encoder.unkeyedContainer()
            for item in items { try container.encode(JSONForm(item)) }
        case .map(let pairs):
            var container = encoder.container(keyedBy: Key.self)
            for pair in pairs { try container.encode(JSONForm(pair.value), forKey: Key(stringValue: pair.key)) }
        default:
            var container = encoder.singleValueContainer()
            switch value {
            case .text(let text): try container.encode(text)
            case .truth(let truth): try container.encode(truth)
            case .number(let number):
                if let whole = number.scaled(to: 0) { try container.encode(whole) } else { try container.encode(number.description) }
            default: try container.encodeNil()
            }
        }
    }
}
