// A plan's canonical bytes: sorted keys, no float, LF, UTF-8. The same meaning gives the same bytes on every machine.
import FoundationEssentials

public enum CanonicalJSON {
    public static func bytes<Value: Encodable>(of value: Value) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }

    public static func value<Value: Decodable>(_ type: Value.Type = Value.self, from bytes: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}

extension Plan {
    public func canonicalBytes() throws -> [UInt8] { try CanonicalJSON.bytes(of: self) }
    public func digest() throws -> Digest { Digest(of: try canonicalBytes()) }
}
