// From a text to its tree: total, lossless, and linear in the text.

public import Source

/// Every text gives a tree: what is wrong is in the members' `errors`.
public func parse(_ text: Text) -> FileTree {
    text.bytes.withUnsafeBufferPointer { bytes in
        var parser = Parser(bytes, of: text.bytes, from: 0), members: [TopMember] = []
        defer { parser.free() }
        while let member = parser.topMember() { members.append(member) }
        return FileTree(text: text, members: members, isClean: parser.isClean)
    }
}

extension Parser {
    /// Files with more broken blocks than this are read by their margin from there on, which keeps the work linear.
    private static let recoveries = 8

    var isClean: Bool { recoveryCount == 0 && !lexer.reachedEndInside }

    /// The next top-level member with everything up to the line's end behind it; nil at the end of the file.
    mutating func topMember() -> TopMember? {
        guard base < bytes.count else { return nil }
        let first = position
        var root = readTop()
        if blockReachedEnd {
            recoveryCount += 1
            recovering = true
            blockReachedEnd = false
            nodes.removeAll()
            errors.removeAll(keepingCapacity: true)
            (position, brackets, depth, quiet) = (first, 0, 0, false)
            root = readTop()
            recovering = recoveryCount >= Parser.recoveries
        }
        let end = cut()
        let start = base
        let tree = tree(root: root, range: start..<end)
        tokens.removeFirst(position)
        position = 0
        nodes.removeAll()
        errors.removeAll(keepingCapacity: true)
        base = end
        return TopMember(start: start, tree: tree)
    }

    private mutating func readTop() -> Int32 {
        if current.kind == .end { return -1 }
        while current.kind == .rightBrace {
            report(.strayCloser("}"), span(current))
            advance()
            if current.startsLine || current.kind == .end { return -1 }
        }
        let before = position
        let root = current.kind == .semicolon ? -1 : member()
        if current.kind != .semicolon || position > before { finishMember(consumed: position > before) }
        while current.kind == .semicolon { advance() }
        return root
    }

    /// Where the member in work ends: behind its last line's end, or behind its last token when more stands on that line.
    private mutating func cut() -> Int {
        let next = current
        if next.kind == .end { return bytes.count }
        var index = position > 0 ? Int(tokens[position - 1].end) : base
        guard next.startsLine else { return index }
        let limit = Int(next.start)
        while index < limit {
            switch bytes[index] {
            case 0x0A: return index + 1
            case 0x0D: return index + 1 < limit && bytes[index + 1] == 0x0A ? index + 2 : index + 1
            case UInt8(ascii: "/") where bytes[index + 1] == UInt8(ascii: "*"):
                index += 2
                while index < limit, !(bytes[index] == UInt8(ascii: "*") && bytes[index + 1] == UInt8(ascii: "/")) { index += 1 }
                index += 2
            case UInt8(ascii: "/"):
                while index < limit, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
            default: index += 1
            }
        }
        return limit
    }

    private func tree(root: Int32, range: Range<Int>) -> Tree {
        let own = UnsafeBufferPointer(rebasing: bytes[range])
        let isShort = isShort(bytes: range.count, tokens: position, nodes: nodes.count)
        let flags = tokens.flags(first: position), tokens = tokens.first(position, relativeTo: UInt32(clamping: base), isShort: isShort)
        var errors = errors
        if flags.contains(.faulty) { errors = withTokenProblems(errors, tokens, own) }
        if hasHighBytes(own) { errors = withEncodingProblems(errors, own, atStart: range.lowerBound == 0) }
        return Tree(bytes: file.map { MemberBytes($0, range) } ?? MemberBytes(copying: own), tokens: tokens, nodes: nodes.all(isShort: isShort), isDocumented: flags.contains(.documented), root: root, errors: errors)
    }

    private func hasHighBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { UTF8Scalar.plainLength(bytes, from: 0) < bytes.count }
}

/// The same tree as `parse(text)`, quicker when `text` differs from `old.text` in one stretch: what stands before and behind keeps
/// its trees.
public func parse(_ text: Text, after old: FileTree) -> FileTree {
    let before = old.text.bytes, now = text.bytes
    guard old.isClean, !old.members.isEmpty else { return parse(text) }
    let limit = min(before.count, now.count)
    let prefix = commonPrefix(before, now, limit)
    let suffix = commonSuffix(before, now, limit - prefix)
    // Where a member ends is told by the next member's first words, so the one before the change is read again too, and one more.
    let changed = old.memberIndex(at: prefix)
    let kept = max(0, changed - 2)
    let shift = now.count - before.count
    return now.withUnsafeBufferPointer { bytes in
        var members = Array(old.members[..<kept])
        var parser = Parser(bytes, of: nil, from: old.members[kept].start)
        defer { parser.free() }
        while let member = parser.topMember() {
            members.append(member)
            guard parser.isClean else { continue }
            let end = member.start + member.tree.bytes.count
            guard end >= now.count - suffix, end < now.count else { continue }
            let index = old.memberIndex(at: end - shift)
            if old.members[index].start == end - shift {
                members += old.members[index...].map { TopMember(start: $0.start + shift, tree: $0.tree, word: $0.word) }
                return FileTree(text: text, members: members, isClean: true)
            }
        }
        return FileTree(text: text, members: members, isClean: parser.isClean)
    }
}

extension FileTree {
    /// The member that holds a byte; the last one for every offset behind the file.
    public func memberIndex(at offset: Int) -> Int {
        var low = 0, high = members.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if members[middle].start <= offset { low = middle } else { high = middle }
        }
        return low
    }
}

private func commonPrefix(_ left: [UInt8], _ right: [UInt8], _ limit: Int) -> Int {
    left.withUnsafeBytes { left in
        right.withUnsafeBytes { right in
            var index = 0
            while index + 8 <= limit,
                left.loadUnaligned(fromByteOffset: index, as: UInt64.self) == right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            { index += 8 }
            while index < limit, left[index] == right[index] { index += 1 }
            return index
        }
    }
}

private func commonSuffix(_ left: [UInt8], _ right: [UInt8], _ limit: Int) -> Int {
    left.withUnsafeBytes { left in
        right.withUnsafeBytes { right in
            var count = 0
            while count + 8 <= limit,
                left.loadUnaligned(fromByteOffset: left.count - count - 8, as: UInt64.self)
                    == right.loadUnaligned(fromByteOffset: right.count - count - 8, as: UInt64.self)
            { count += 8 }
            while count < limit, left[left.count - count - 1] == right[right.count - count - 1] { count += 1 }
            return count
        }
    }
}
