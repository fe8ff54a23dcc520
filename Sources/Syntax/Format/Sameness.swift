// Whether two files say the same: the same tree and the same comments, whatever stands between the words.

import Source

/// Members, expressions and comments are equal, each in their order; neither file has an error.
package func isSame(_ one: FileTree, _ other: FileTree) -> Bool {
    let left = one.members.filter { $0.tree.rootIndex >= 0 }, right = other.members.filter { $0.tree.rootIndex >= 0 }
    guard left.count == right.count, other.members.allSatisfy({ $0.tree.errors.isEmpty }) else { return false }
    for (one, other) in zip(left, right) {
        guard isSame(one.tree, one.tree.rootIndex, other.tree, other.tree.rootIndex) else { return false }
    }
    return comments(one) == comments(other)
}

private func isSame(_ left: Tree, _ one: Int32, _ right: Tree, _ other: Int32) -> Bool {
    let a = left.nodes[Int(one)], b = right.nodes[Int(other)]
    guard a.kind == b.kind, a.operation == b.operation, a.count == b.count else { return false }
    if a.kind.isMember, documentation(left, a) != documentation(right, b) { return false }
    var child = a.child, peer = b.child
    if child < 0 || peer < 0 || a.kind == .clause || a.kind.isMember {
        // The words of a leaf, of a clause and of a member: up to the first child.
        guard child >= 0 || peer < 0, words(left, a).elementsEqual(words(right, b)) else { return false }
    }
    while child >= 0, peer >= 0 {
        guard isSame(left, child, right, peer) else { return false }
        child = left.nodes[Int(child)].next
        peer = right.nodes[Int(peer)].next
    }
    return child == peer || (child < 0 && peer < 0)
}

/// The tokens of a node that its children don't hold, up to the first of them.
private func words(_ tree: Tree, _ node: Node) -> [ArraySlice<UInt8>] {
    let end = node.child < 0 ? node.end : tree.nodes[Int(node.child)].start
    var result: [ArraySlice<UInt8>] = [], index = tree.token(at: node.start)
    while index < tree.tokens.count, tree.tokens[index].start < end {
        let token = tree.tokens[index]
        if token.kind != .semicolon { result.append(tree.canonical(token)) }
        index += 1
    }
    return result
}

/// The `///` lines before a member, blanks at their ends left out.
private func documentation(_ tree: Tree, _ node: Node) -> [[UInt8]]? {
    tree.documentation(before: tree.token(at: node.start)).map { text in
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            var line = line[...]
            while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
            return Array(line)
        }
    }
}

/// Every comment of a file.
private func comments(_ file: FileTree) -> [[UInt8]] {
    var result: [[UInt8]] = [], end = 0
    for member in file.members {
        for token in member.tree.tokens where token.kind != .end {
            result += Gap(file.text.bytes, end..<member.start + Int(token.start)).comments.map(\.text)
            end = member.start + Int(token.end)
        }
    }
    return result + Gap(file.text.bytes, end..<file.text.bytes.count).comments.map(\.text)
}
