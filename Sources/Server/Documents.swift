// The open documents, and the names that editors and files have for each other.

import Checker
import Source

struct OpenDocument: Sendable {
    var uri: String
    var path: String
    var version: Int
    var text: Text
    /// The paths that its last check read: itself and its imports.
    var reads: Set<String> = []
    /// Its last check, for the next one to take over from.
    var snapshot: Snapshot?
    /// Something that it reads has changed since its last check began.
    var isStale = true
    /// Counts the checks that were begun, so that only the newest one's answer is told.
    var stamp = 0
}

enum URIs {
    /// The path of a `file:` address; any other address stands for itself.
    static func path(_ uri: String) -> String {
        guard uri.lowercased().hasPrefix("file:") else { return uri }
        var rest = uri.dropFirst("file:".count)
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            // The host, empty or `localhost`, ends at the path's first slash.
            rest = rest.firstIndex(of: "/").map { rest[$0...] } ?? ""
        }
        return Paths.normal(decoded(rest))
    }

    /// The address of a path; built-in texts have addresses of their own.
    static func uri(_ path: String) -> String {
        if path.hasPrefix("/") { return "file://" + encoded(path) }
        return path.contains(":") ? path : "lagrum:/" + encoded(path)
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = [], rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func encoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8), plain = Set("/-._~!$&'()*+,;=@".utf8)
        var result: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122: result.append(byte)
            case _ where plain.contains(byte): result.append(byte)
            default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// How a client counts columns: agreed when the session begins.
enum PositionEncoding: String, Sendable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"

    /// UTF-8 when the client has it, since texts are kept so; UTF-16 is what every client must have.
    init(offered: [String]?) { self = offered?.contains("utf-8") == true ? .utf8 : .utf16 }

    func position(at offset: Int, in text: Text) -> Position {
        let (line, column) = text.position(at: offset)
        return Position(line: line, character: self == .utf8 ? column : text.utf16Column(at: offset))
    }

    func range(_ range: Swift.Range<Int>, in text: Text) -> Range {
        Range(start: position(at: range.lowerBound, in: text), end: position(at: range.upperBound, in: text))
    }

    /// Places outside the text are drawn to its nearest place.
    func offset(_ position: Position, in text: Text) -> Int {
        if position.line >= text.lineStarts.count { return text.bytes.count }
        return self == .utf8
            ? text.offset(line: position.line, utf8: position.character) : text.offset(line: position.line, utf16: position.character)
    }

    func applying(_ change: DidChangeParams.Change, to text: Text) -> Text {
        guard let range = change.range else { return Text(path: text.path, change.text) }
        let start = offset(range.start, in: text), end = max(start, offset(range.end, in: text))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.bytes.count - (end - start) + change.text.utf8.count)
        bytes += text.bytes[..<start]
        bytes += change.text.utf8
        bytes += text.bytes[end...]
        return Text(path: text.path, bytes: bytes)
    }
}
