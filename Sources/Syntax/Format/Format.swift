// The one style of the language: a tree in, the bytes of the file as it should be written out.

import Source

/// The file in its one style, lines at most `width` columns where they can be broken: two-space blocks, the values of a
/// paragraph in one column, one blank line at most, no trailing blanks, LF. Comments stay between the words they stood between.
///
/// A file with syntax errors is given back as it is. So is one whose formatted text would not read as the same tree with the
/// same comments: the result is parsed again and compared before it is handed out.
public func format(_ tree: FileTree, width: Int = 120) -> [UInt8] {
    guard tree.members.allSatisfy({ $0.tree.errors.isEmpty }) else { return tree.text.bytes }
    let bytes = styled(tree, width: width)
    return isSame(tree, parse(Text(path: tree.text.path, bytes: bytes))) ? bytes : tree.text.bytes
}

/// As `format`, without the comparison: what the tests hold to account. The tree has no errors.
package func styled(_ tree: FileTree, width: Int) -> [UInt8] {
    var printer = Printer(bytes: tree.text.bytes, width: width)
    let items = tree.members.filter { $0.tree.rootIndex >= 0 }.map { Item(tree: $0.tree, base: $0.start, node: $0.tree.rootIndex) }
    printer.block(items, from: 0, to: tree.text.bytes.count, indent: 0, isTable: false)
    return printer.finish()
}

/// One member of a file or block, as the printer sees it; token numbers are those of its tree.
struct Item {
    let tree: Tree
    /// The absolute offset of the tree's first byte.
    let base: Int
    let node: Int32
    let first: Int
    /// The last token before the block, or of all.
    let headLast: Int
    let last: Int
    let block: Int32?

    init(tree: Tree, base: Int, node: Int32) {
        self.tree = tree
        self.base = base
        self.node = node
        let own = tree.nodes[Int(node)]
        first = tree.token(at: own.start)
        last = max(first, tree.token(at: own.end) - 1)
        block = tree.child(of: node, .block)
        let open = block.map { Int(tree.nodes[Int($0)].token) } ?? last + 1
        headLast = max(first, open - 1)
    }

    var own: Node { tree.nodes[Int(node)] }
    /// Absolute.
    var start: Int { base + Int(tree.tokens[first].start) }
    var end: Int { base + Int(tree.tokens[last].end) }

    /// The bytes between a block's braces, absolute.
    func inside(_ block: Int32) -> Range<Int> {
        let open = Int(tree.nodes[Int(block)].token)
        return base + Int(tree.tokens[open].end)..<base + Int(tree.tokens[last].start)
    }

    func members(of block: Int32) -> [Item] { tree.children(of: block).map { Item(tree: tree, base: base, node: $0) } }
}
