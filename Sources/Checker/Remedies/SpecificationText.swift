// Edits of a specification's text by names, one after the other, each on the text that the one before left.
import Source
import Syntax

/// The texts of a check while they are being edited. Declarations are found by kind and name, lines by their keys.
struct SpecificationText {
    private(set) var sources: SourceSet
    private(set) var changed: Set<Int> = []

    init(_ sources: SourceSet) { self.sources = sources }

    /// A declaration, or something in one, with the file and the offset that its spans count from.
    struct Found {
        var file: Int
        var base: Int
        var member: Member
        func range(_ span: Span) -> Range<Int> { base + Int(span.start)..<base + Int(span.end) }
    }

    /// What comes new ends its lines as the file does.
    mutating func replace(_ range: Range<Int>, of file: Int, with text: String) {
        let tree = sources.files[file].tree
        var bytes = tree.text.bytes
        let endsWithReturn = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false
        bytes.replaceSubrange(range, with: Array((endsWithReturn ? text.replacing("\n", with: "\r\n") : text).utf8))
        sources = sources.replacing([file: parse(Text(path: tree.text.path, bytes: bytes), after: tree)])
        changed.insert(file)
    }

    func declaration(_ kind: String, _ name: String) -> Found? {
        for (file, source) in sources.files.enumerated() {
            for top in source.tree.members {
                guard let root = top.tree.root, root.form == .declaration, root.word?.text == kind || kind == "controller" && root.word?.text == "authority",
                    root.path.map(\.text).joined(separator: ".") == name
                else { continue }
                return Found(file: file, base: top.start, member: root)
            }
        }
        return nil
    }

    func pipeline(of activity: String) -> Found? {
        guard let owner = declaration("activity", activity), let block = owner.member.members.first(where: { $0.word?.text == "pipeline" }) else { return nil }
        return Found(file: owner.file, base: owner.base, member: block)
    }

    func step(_ name: String, of activity: String) -> Found? {
        guard let flow = pipeline(of: activity), let step = flow.member.members.first(where: { step in step.results.contains { $0.text == name } }) else { return nil }
        return Found(file: flow.file, base: flow.base, member: step)
    }

    func line(_ key: String, in owner: Found, index: Int = 0) -> Found? {
        let lines = owner.member.members.filter { $0.form == .property && $0.key?.text == key }
        guard lines.indices.contains(index) else { return nil }
        return Found(file: owner.file, base: owner.base, member: lines[index])
    }

    /// The line that begins with a value.
    func line(_ key: String, in owner: Found, of head: String) -> Found? {
        guard let line = owner.member.members.first(where: { $0.form == .property && $0.key?.text == key && $0.values.first?.source == head }) else { return nil }
        return Found(file: owner.file, base: owner.base, member: line)
    }

    // MARK: Lines

    private func indent(of offset: Int, in file: Int) -> String {
        let text = sources.files[file].tree.text
        let line = text.range(ofLine: text.line(at: offset))
        return String(decoding: text.bytes[line.lowerBound..<offset].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }

    /// A new line behind the last that has one of the keys, else at the end of the block.
    mutating func add(_ line: String, to owner: Found, after keys: [String] = []) {
        guard let block = owner.member.blockSpan else {
            let end = owner.base + Int(owner.member.span.end)
            return replace(end..<end, of: owner.file, with: " {\n  \(line)\n}")
        }
        let peer = keys.lazy.compactMap { key in owner.member.members.last { $0.form == .property && $0.key?.text == key } }.first
        if let peer, endOfLine(owner.base + Int(peer.span.end), in: owner.file) >= owner.base + Int(block.end) {
            let end = owner.base + Int(peer.span.end)
            return replace(end..<end, of: owner.file, with: "; \(line)")
        }
        if let peer {
            let line = aligned(line, to: peer, in: owner)
            let start = owner.base + Int(peer.span.start), end = endOfComment(behind: owner.base + Int(peer.span.end), in: owner.file)
            return replace(end..<end, of: owner.file, with: "\n\(indent(of: start, in: owner.file))\(line)")
        }
        let close = owner.base + Int(block.end) - 1
        // A block that stands before another (`pipeline`) keeps that last.
        if let inner = owner.member.members.first(where: { $0.form == .declaration }) {
            let start = startOfLine(before: owner.base + Int(inner.span.start), in: owner.file)
            return replace(start..<start, of: owner.file, with: "\(indent(of: owner.base + Int(inner.span.start), in: owner.file))\(line)\n")
        }
        let bytes = sources.files[owner.file].tree.text.bytes
        let outer = indent(of: owner.base + Int(owner.member.span.start), in: owner.file)
        var end = close
        while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        let fresh = end > 0 && bytes[end - 1] == 0x0A
        replace(end..<close, of: owner.file, with: (fresh ? "" : "\n") + "\(outer)  \(line)\n\(outer)")
    }

    /// With its value under its neighbour's, where its key leaves room.
    private func aligned(_ line: String, to peer: Member, in owner: Found) -> String {
        guard let colon = line.firstIndex(of: ":"), let value = peer.values.first else { return line }
        let width = Int(value.span.start) - Int(peer.span.start), key = line[...colon], rest = line[line.index(after: colon)...].drop { $0 == " " }
        return key.utf8.count < width ? key + String(repeating: " ", count: width - key.count) + rest : line
    }

    /// A step before another, or last in the pipeline.
    mutating func insert(step line: String, before next: Member?, in flow: Found) {
        guard let next else { return add(line, to: flow) }
        let start = startOfComments(before: flow.base + Int(next.span.start), in: flow.file)
        let text = line.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + indent(of: start, in: flow.file))
        replace(start..<start, of: flow.file, with: text + "\n" + indent(of: start, in: flow.file))
    }

    /// Where the comments in the lines above begin that belong to what stands at an offset.
    private func startOfComments(before offset: Int, in file: Int) -> Int {
        let text = sources.files[file].tree.text
        var line = text.line(at: offset), start = offset
        while line > 0 {
            let above = text.range(ofLine: line - 1), words = text.string(in: above).drop { $0 == " " || $0 == "\t" }
            guard words.hasPrefix("//") else { break }
            (line, start) = (line - 1, above.upperBound - words.utf8.count)
        }
        return start
    }

    /// The text of a member with the comment on its line, as it would read at the margin.
    func dedented(_ found: Found) -> String {
        var range = found.range(found.member.span)
        let rest = range.upperBound..<endOfLine(range.upperBound, in: found.file)
        if sources.files[found.file].tree.text.string(in: rest).drop(while: { $0 == " " }).hasPrefix("//") { range = range.lowerBound..<rest.upperBound }
        let margin = indent(of: range.lowerBound, in: found.file)
        let lines = sources.files[found.file].tree.text.string(in: range).replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { $0 > 0 && $1.hasPrefix(margin) ? $1.dropFirst(margin.count) : $1 }.joined(separator: "\n")
    }

    /// Takes a line away, with what ends it.
    mutating func remove(_ found: Found) {
        let bytes = sources.files[found.file].tree.text.bytes
        var range = found.range(found.member.span)
        while range.upperBound < bytes.count, [0x20, 0x09, UInt8(ascii: ";")].contains(bytes[range.upperBound]) { range = range.lowerBound..<range.upperBound + 1 }
        let start = startOfLine(before: range.lowerBound, in: found.file)
        let isAlone = bytes[start..<range.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        let end = endOfLine(range.upperBound, in: found.file)
        if isAlone, end == range.upperBound || bytes[range.upperBound...].starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
            let text = sources.files[found.file].tree.text
            range = start..<text.range(ofLine: text.line(at: end) + 1).lowerBound
        }
        replace(range, of: found.file, with: "")
    }

    private func startOfLine(before offset: Int, in file: Int) -> Int {
        let text = sources.files[file].tree.text
        return text.range(ofLine: text.line(at: offset)).lowerBound
    }

    private func endOfLine(_ offset: Int, in file: Int) -> Int {
        let text = sources.files[file].tree.text
        return text.range(ofLine: text.line(at: offset)).upperBound
    }

    /// The end of the line, but not of a comment that goes on in the next.
    private func endOfComment(behind offset: Int, in file: Int) -> Int {
        let end = endOfLine(offset, in: file), rest = sources.files[file].tree.text.string(in: offset..<end)
        guard let opened = rest.ranges(of: "/*").last, !rest[opened.upperBound...].contains("*/") else { return end }
        return offset
    }

    /// A new declaration before another, in front of the comments that belong to that.
    mutating func declare(_ text: String, before next: Found) {
        let own = next.base + Int(next.member.span.start), tree = sources.files[next.file].tree
        // Another declaration may stand before it on its line.
        let isAlone = tree.text.bytes[startOfLine(before: own, in: next.file)..<own].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        let start = isAlone ? startOfComments(before: own, in: next.file) : own
        replace(start..<start, of: next.file, with: (isAlone ? "" : "\n") + text + "\n\n")
    }

    // MARK: Values

    mutating func set(_ span: Span, in found: Found, to text: String) { replace(found.range(span), of: found.file, with: text) }

    /// Behind the last of a list of values.
    mutating func append(_ values: [String], to list: [Expression], in found: Found) {
        guard let last = list.last else { return }
        let end = found.base + Int(last.span.end)
        replace(end..<end, of: found.file, with: values.map { ", " + $0 }.joined())
    }

    /// The last value of a list goes with its line and the comment there, and with the comma before it; false where it has no line of its own.
    private mutating func takeLine(of value: Span, behind other: Span, in found: Found) -> Bool {
        let text = sources.files[found.file].tree.text, line = text.line(at: found.base + Int(value.start)), before = found.base + Int(other.end)
        let rest = text.string(in: found.base + Int(value.end)..<text.range(ofLine: line).upperBound).drop { $0 == " " }
        guard line > text.line(at: before), rest.isEmpty || rest.hasPrefix("//"), let comma = text.bytes[before...].firstIndex(of: UInt8(ascii: ",")) else { return false }
        replace(text.range(ofLine: line - 1).upperBound..<text.range(ofLine: line).upperBound, of: found.file, with: "")
        replace(comma..<comma + 1, of: found.file, with: "")
        return true
    }

    /// Takes values out of a list; false when nothing would be left.
    mutating func take(_ gone: Set<String>, from list: [Expression], in found: Found) -> Bool {
        let isKept = list.map { !gone.contains($0.source) }
        guard isKept.contains(true) else { return list.isEmpty }
        // From the last to the first, so that what stands before keeps its place; comments between those that stay do too.
        for index in list.indices.reversed() where !isKept[index] {
            let isLast = !isKept[(index + 1)...].contains(true)
            if isLast, takeLine(of: list[index].span, behind: list[index - 1].span, in: found) { continue }
            let range = isLast ? list[index - 1].span.end..<list[index].span.end : list[index].span.start..<list[index + 1].span.start
            replace(found.base + Int(range.lowerBound)..<found.base + Int(range.upperBound), of: found.file, with: "")
        }
        return true
    }
}
