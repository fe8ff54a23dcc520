// A YAML document as a tree whose every key and value knows its bytes.
public import Source

/// A scalar, a sequence or a mapping, with aliases and merge keys already resolved.
public struct YamlNode: Sendable {
    public enum Form: Sendable {
        case scalar(YamlScalar)
        case sequence([YamlNode])
        case mapping([YamlEntry])
    }
    public var form: Form
    /// Where it is written. An alias's node has the alias's own bytes; what stands within it, those of the anchor.
    public var span: Span
    /// The whole tag, "tag:yaml.org,2002:str" or "!own", where one is written.
    public var tag: String?
    /// Nodes in it, itself included, with aliases followed: what a reader would visit.
    var weight: Int

    init(_ form: Form, _ span: Span, tag: String? = nil) {
        (self.form, self.span, self.tag) = (form, span, tag)
        switch form {
        case .scalar: weight = 1
        case .sequence(let items): weight = items.reduce(1) { $0 + $1.weight }
        case .mapping(let entries): weight = entries.reduce(1) { $0 + $1.key.weight + $1.value.weight }
        }
    }
}

public struct YamlEntry: Sendable {
    public var key: YamlNode
    public var value: YamlNode
    /// Came by `<<` from another mapping.
    public var isMerged = false
}

public struct YamlScalar: Sendable {
    public var text: String
    /// Neither quoted nor a block: only such a text may mean a number, a truth value or nothing.
    public var isPlain: Bool
}

extension YamlNode {
    public var scalar: YamlScalar? { if case .scalar(let scalar) = form { scalar } else { nil } }
    public var items: [YamlNode]? { if case .sequence(let items) = form { items } else { nil } }
    public var entries: [YamlEntry]? { if case .mapping(let entries) = form { entries } else { nil } }

    /// The text of a scalar, whatever it looks like.
    public var text: String? { scalar?.text }

    /// A scalar that says nothing: empty, `~` or `null`.
    public var isNull: Bool {
        guard let scalar, scalar.isPlain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
    }

    /// The text of a scalar that says something: `name: null` has no name.
    public var said: String? { isNull ? nil : text }

    /// YAML 1.2: `true` and `false` alone. (`no` is Norway, `on` is a word.)
    public var truth: Bool? {
        guard let scalar, scalar.isPlain else { return nil }
        switch scalar.text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: return nil
        }
    }

    /// A plain decimal number; exponents are allowed.
    public var number: Exact? {
        guard let scalar, scalar.isPlain else { return nil }
        return Exact(scalar.text.hasPrefix("+") ? String(scalar.text.dropFirst()) : scalar.text)
    }

    public var integer: Int? { number?.scaled(to: 0).flatMap { Int(exactly: $0) } }

    public subscript(key: String) -> YamlNode? { entry(key)?.value }
    public func entry(_ key: String) -> YamlEntry? { entries?.first { $0.key.text == key } }
}
