// A plan's canonical bytes: sorted keys, no float, LF, UTF-8. The same meaning gives the same bytes on every machine.
import FoundationEssentials

public enum CanonicalJSON {
    public static func bytes<Value: Encodable>(of value: Value) throws -> [UInt8] {
        var bytes = Array(try encoder.encode(value))
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// The same bytes as of a value whose own list `key` holds these elements, and which here is empty. The encoder keeps a tree of all that
    /// it writes, many times as large as the text: a list of any length is written some at a time.
    public static func bytes<Value: Encodable, Element: Encodable>(of value: Value, with elements: [Element], under key: String) throws -> [UInt8] {
        let whole = try bytes(of: value)
        // Where an object's own list stands: no text within it holds a line's end that is not escaped.
        let list = Array("\n  \"\(key)\" : [".utf8), empty = list + Array("\n\n  ]".utf8)
        guard !elements.isEmpty, let start = whole.indices.first(where: { whole[$0] == UInt8(ascii: "\n") && whole[$0...].starts(with: empty) }) else { return whole }
        var result = Array(whole[..<(start + list.count)])
        let encoder = encoder
        for first in stride(from: 0, to: elements.count, by: chunk) {
            if first > 0 { result.append(UInt8(ascii: ",")) }
            // Without the brackets of its own, and one level further in.
            var before: UInt8 = 0
            for byte in try encoder.encode(Array(elements[first..<min(first + chunk, elements.count)])).dropFirst().dropLast(2) {
                // A list of nothing holds an empty line.
                if before == UInt8(ascii: "\n"), byte != before { result += [UInt8(ascii: " "), UInt8(ascii: " ")] }
                result.append(byte)
                before = byte
            }
            if first == 0 { result.reserveCapacity(result.count * (elements.count / chunk + 1)) }
        }
        return result + whole[(start + list.count + 1)...]
    }

    private static let chunk = 256

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return encoder
    }

    public static func value<Value: Decodable>(_ type: Value.Type = Value.self, from bytes: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}

extension Plan {
    public func canonicalBytes() throws -> [UInt8] { try CanonicalJSON.bytes(of: self) }
    public func digest() throws -> Digest { Digest(of: try canonicalBytes()) }
}
