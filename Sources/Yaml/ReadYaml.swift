// From a text to its YAML documents, by libyaml's events: no recursion, bounded depth, bounded aliases.
import CYaml
public import Source

/// What a text holds as YAML. A fatal problem ends the reading; documents that were whole before it are kept.
public struct YamlDocuments: Sendable {
    public var text: Text
    /// Roots, one a document; an empty document has none.
    public var roots: [YamlNode] = []
    /// In the order of the text.
    public var problems: [YamlProblem] = []
    public var root: YamlNode? { roots.first }
}

public enum YamlLimit {
    public static let depth = 64
    /// Nodes with aliases followed.
    public static let nodes = 1_000_000
    public static let bytes = 64 << 20
}

/// Reads the documents of a text. Never fails: what is wrong is a problem at its place.
/// - Parameter several: whether more than one document is allowed.
public func readYaml(_ text: Text, several: Bool = false) -> YamlDocuments {
    var result = YamlDocuments(text: text)
    let bytes = text.bytes
    if bytes.count > YamlLimit.bytes {
        result.problems = [YamlProblem(.tooLarge, Span(0..<0))]
        return result
    }
    if let problem = encodingProblem(bytes) {
        result.problems = [problem]
        return result
    }
    // libyaml does not count the mark in front; it is left out, so that its characters and ours are the same.
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var reader = Reader(marks: Marks(bytes, from: start), several: several)
    bytes.withUnsafeBufferPointer { buffer in
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { return }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        var isOpen = true
        while isOpen {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else {
                reader.fail(parser, bytes)
                return
            }
            isOpen = reader.take(event)
            yaml_event_delete(&event)
        }
    }
    result.roots = reader.roots
    result.problems = reader.problems.sorted { $0.span.start < $1.span.start }
    return result
}

/// A byte that is not UTF-8, or a file that is another encoding altogether.
private func encodingProblem(_ bytes: [UInt8]) -> YamlProblem? {
    let head = bytes.prefix(4)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return YamlProblem(.utf16, Span(0..<2)) }
    if head.count >= 2, (head[0] == 0) != (head[1] == 0) { return YamlProblem(.utf16, Span(0..<2)) }
    guard let place = firstInvalid(bytes) else { return nil }
    return YamlProblem(.invalidUTF8, Span(place..<place + 1))
}

/// The offset of the first byte that is no UTF-8 (RFC 3629).
private func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
        let lead = bytes[index]
        if lead < 0x80 {
            index += 1
            continue
        }
        func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < bytes.count && range.contains(bytes[index + offset])
        }
        switch lead {
        case 0xC2...0xDF where follows(1): index += 2
        case 0xE0 where follows(1, 0xA0...0xBF) && follows(2), 0xED where follows(1, 0x80...0x9F) && follows(2):
            index += 3
        case 0xE1...0xEC where follows(1) && follows(2), 0xEE...0xEF where follows(1) && follows(2): index += 3
        case 0xF0 where follows(1, 0x90...0xBF) && follows(2) && follows(3): index += 4
        case 0xF1...0xF3 where follows(1) && follows(2) && follows(3): index += 4
        case 0xF4 where follows(1, 0x80...0x8F) && follows(2) && follows(3): index += 4
        default: return index
        }
    }
    return nil
}

/// libyaml's marks count code points; ours count bytes. INVARIANT: the bytes are UTF-8.
struct Marks {
    private let bytes: [UInt8]
    /// The offset of each 64th character; nil where every character is a byte.
    private let offsets: [Int]?
    private let start: Int

    init(_ bytes: [UInt8], from start: Int) {
        (self.bytes, self.start) = (bytes, start)
        guard bytes[start...].contains(where: { $0 >= 0x80 }) else {
            offsets = nil
            return
        }
        var offsets: [Int] = []
        var count = 0
        for index in start..<bytes.count where bytes[index] & 0xC0 != 0x80 {
            if count % 64 == 0 { offsets.append(index) }
            count += 1
        }
        self.offsets = offsets
    }

    /// The byte offset of a character's number; the end for one beyond it.
    func offset(_ character: Int) -> Int {
        guard let offsets else { return min(start + character, bytes.count) }
        guard character / 64 < offsets.count else { return bytes.count }
        var index = offsets[character / 64]
        var left = character % 64
        while left > 0, index < bytes.count {
            index += 1
            while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
            left -= 1
        }
        return index
    }

    func span(_ from: yaml_mark_t, _ to: yaml_mark_t) -> Span {
        let low = offset(from.index)
        var high = max(low, offset(to.index))
        // A block ends where the next thing begins; what is written ends with its last character.
        while high > low, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[high - 1]) { high -= 1 }
        return Span(low..<high)
    }
}

/// Builds nodes out of events.
private struct Reader {
    let marks: Marks
    let several: Bool
    var roots: [YamlNode] = []
    var problems: [YamlProblem] = []
    private var stack: [Open] = []
    private var anchors: [String: YamlNode] = [:]
    private var total = 0
    private var documents = 0

    /// A sequence or mapping whose end has not come yet.
    private struct Open {
        var isMapping: Bool
        var start: Span
        var anchor: String?
        var tag: String?
        var items: [YamlNode] = []
        var entries: [YamlEntry] = []
        var key: YamlNode?
        /// Mappings that `<<` takes in, the first one winning.
        var merges: [YamlNode] = []
        var seen: [String: Span] = [:]
    }

    init(marks: Marks, several: Bool) { (self.marks, self.several) = (marks, several) }

    mutating func fail(_ parser: yaml_parser_t, _ bytes: [UInt8]) {
        let words = parser.problem.map { String(cString: $0) } ?? "?"
        if parser.error == YAML_READER_ERROR {
            let place = min(Int(parser.problem_offset), max(0, bytes.count - 1))
            return problems.append(
                YamlProblem(
                    words.contains("control") ? .control : .syntax(words), Span(place..<min(place + 1, bytes.count))))
        }
        if parser.error == YAML_MEMORY_ERROR { return problems.append(YamlProblem(.tooLarge, Span(0..<0))) }
        let place = marks.offset(parser.problem_mark.index)
        var end = min(place + 1, bytes.count)
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let isTab = place < bytes.count && bytes[place] == 0x09 || words.contains("tab character")
        problems.append(YamlProblem(isTab ? .tab : .syntax(words), Span(place..<end)))
    }

    /// Takes an event; false when no more are wanted.
    mutating func take(_ event: yaml_event_t) -> Bool {
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            documents += 1
            anchors = [:]
            if documents == 2, !several {
                problems.append(YamlProblem(.severalDocuments, marks.span(event.start_mark, event.end_mark)))
                return false
            }
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.plain_implicit == 1
            let node = YamlNode(
                .scalar(YamlScalar(text: text, isPlain: isPlain)), marks.span(event.start_mark, event.end_mark), tag: name(scalar.tag))
            return close(node, anchor: name(scalar.anchor))
        case YAML_ALIAS_EVENT:
            guard let name = name(event.data.alias.anchor) else { return true }
            let span = marks.span(event.start_mark, event.end_mark)
            if var node = anchors[name] {
                node.span = span
                return close(node, anchor: nil)
            }
            let isOpen = stack.contains { $0.anchor == name }
            problems.append(YamlProblem(isOpen ? .recursiveAlias(name) : .unknownAnchor(name), span))
            return close(YamlNode(.scalar(YamlScalar(text: "", isPlain: true)), span), anchor: nil)
        case YAML_SEQUENCE_START_EVENT:
            return open(isMapping: false, event, anchor: name(event.data.sequence_start.anchor), tag: name(event.data.sequence_start.tag))
        case YAML_MAPPING_START_EVENT:
            return open(isMapping: true, event, anchor: name(event.data.mapping_start.anchor), tag: name(event.data.mapping_start.tag))
        case YAML_SEQUENCE_END_EVENT:
            guard let open = stack.popLast() else { return true }
            let own = marks.span(event.start_mark, event.end_mark)
            return close(YamlNode(.sequence(open.items), whole(open, own, open.items.last?.span), tag: open.tag), anchor: open.anchor)
        case YAML_MAPPING_END_EVENT:
            guard let open = stack.popLast() else { return true }
            let own = marks.span(event.start_mark, event.end_mark)
            let last = open.entries.last
            // Taking in costs as many steps as there are entries, however short the alias.
            total += open.merges.reduce(0) { $0 + ($1.entries?.count ?? 0) }
            guard total <= YamlLimit.nodes else {
                problems.append(YamlProblem(.tooLarge, own))
                return false
            }
            let entries = open.entries + merged(open)
            return close(YamlNode(.mapping(entries), whole(open, own, last?.value.span), tag: open.tag), anchor: open.anchor)
        case YAML_STREAM_END_EVENT: return false
        default: break
        }
        return true
    }

    private func name(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? { pointer.map { String(cString: $0) } }

    /// From the first byte to the last thing within; brackets, where there are any, count.
    private func whole(_ open: Open, _ end: Span, _ last: Span?) -> Span {
        end.isEmpty ? Span(start: open.start.start, end: max(open.start.end, last?.end ?? 0)) : open.start.union(end)
    }

    private mutating func open(isMapping: Bool, _ event: yaml_event_t, anchor: String?, tag: String?) -> Bool {
        let start = marks.span(event.start_mark, event.end_mark)
        guard stack.count < YamlLimit.depth else {
            problems.append(
                YamlProblem(
                    .tooDeep(limit: YamlLimit.depth), Span(start: start.start, end: max(start.end, start.start + 1))))
            return false
        }
        stack.append(Open(isMapping: isMapping, start: start, anchor: anchor, tag: tag))
        return true
    }

    /// A node is whole: it goes where it belongs.
    private mutating func close(_ node: YamlNode, anchor: String?) -> Bool {
        total += 1
        guard node.weight <= YamlLimit.nodes, total <= YamlLimit.nodes else {
            problems.append(YamlProblem(.tooLarge, node.span))
            return false
        }
        if let anchor { anchors[anchor] = node }
        guard let top = stack.indices.last else {
            roots.append(node)
            return true
        }
        if !stack[top].isMapping {
            stack[top].items.append(node)
            return true
        }
        guard let key = stack[top].key else {
            stack[top].key = node
            return true
        }
        stack[top].key = nil
        guard let scalar = key.scalar else {
            problems.append(YamlProblem(.complexKey, key.span))
            return true
        }
        if scalar.text == "<<", scalar.isPlain {
            merge(node, at: key.span, into: top)
        } else if let first = stack[top].seen[scalar.text] {
            problems.append(YamlProblem(.duplicateKey(scalar.text, first: first), key.span))
        } else {
            stack[top].seen[scalar.text] = key.span
            stack[top].entries.append(YamlEntry(key: key, value: node))
        }
        return true
    }

    private mutating func merge(_ node: YamlNode, at span: Span, into top: Int) {
        let sources = node.items ?? [node]
        for source in sources {
            if source.entries == nil {
                problems.append(YamlProblem(.badMerge, node.span.isEmpty ? span : source.span))
            } else {
                stack[top].merges.append(source)
            }
        }
    }

    /// What `<<` brings that the mapping does not say itself.
    private func merged(_ open: Open) -> [YamlEntry] {
        var seen = Set(open.seen.keys)
        var result: [YamlEntry] = []
        for source in open.merges {
            for entry in source.entries ?? [] where seen.insert(entry.key.text ?? "").inserted {
                var entry = entry
                entry.isMerged = true
                result.append(entry)
            }
        }
        return result
    }
}
