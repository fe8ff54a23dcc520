// Reads lagrum.yaml by the table of its keys: every value has the shape that its row says, or is a problem at its place.
import Law
public import Source
import Yaml

/// Reads a configuration. Never fails: what is wrong is a problem at its place, and the rest counts.
public func readConfiguration(_ text: Text) -> Configuration {
    let documents = readYaml(text)
    var reader = ConfigurationReader(result: Configuration(empty: text))
    for problem in documents.problems { reader.add(problem) }
    if let root = documents.root, !root.isNull { reader.read(root) }
    reader.result.problems.sort { ($0.span.start, $0.code) < ($1.span.start, $1.code) }
    return reader.result
}

struct ConfigurationReader {
    var result: Configuration

    mutating func add(_ problem: YamlProblem) {
        var code = "C001", advice: Message?
        switch problem.kind {
        case .duplicateKey:
            code = "C003"
            advice = Message(sv: "Ta bort den ena.", en: "Remove one of them.")
        case .severalDocuments:
            code = "C002"
            advice = Message(sv: "Ta bort allt från `---`, eller lägg det i en egen fil.", en: "Remove all from `---` on, or move it to a file of its own.")
        default: break
        }
        result.problems.append(.init(code: code, span: problem.span, message: problem.message, advice: advice))
    }

    mutating func read(_ root: YamlNode) {
        if isForeign(root) { return }
        guard let entries = root.entries else {
            return wrong(root, Message(sv: "Filen ska vara nycklar med värden: `packs: [gdpr]`.", en: "The file is keys with values: `packs: [gdpr]`."))
        }
        for (key, entry) in known(entries, ConfigurationKey.table, within: nil) where fits(entry.value, key.shape, entry) {
            take(key.name, entry.value)
        }
    }

    // MARK: Shapes

    /// The entries that the table knows; a finding for each of the others, and for what is missing.
    private mutating func known(_ entries: [YamlEntry], _ table: [ConfigurationKey], within owner: YamlEntry?) -> [(ConfigurationKey, YamlEntry)] {
        var found: [(ConfigurationKey, YamlEntry)] = []
        for entry in entries where !isForeign(entry.key) {
            let name = entry.key.text ?? ""
            if let key = table.first(where: { $0.name == name }) {
                found.append((key, entry))
                continue
            }
            let names = table.map(\.name)
            // `failOn`, `fail-on` and `fail_on` are `fail on`.
            let spaced = name.replacingSeparators
            let near = names.first { $0.replacingSeparators == spaced } ?? nearest(to: name, in: names)
            let list = names.map { "`\($0)`" }.joined(separator: ", ")
            result.problems.append(
                .init(
                    code: "C004", span: entry.key.span,
                    message: owner?.key.text.map { owner in
                        Message(sv: "Nyckeln `\(name)` finns inte i `\(owner)`.", en: "There is no key `\(name)` in `\(owner)`.")
                    } ?? Message(sv: "Nyckeln `\(name)` finns inte.", en: "There is no key `\(name)`."),
                    advice: near.map { Message(sv: "Menade du `\($0)`?", en: "Did you mean `\($0)`?") }
                        ?? Message(sv: "Här kan stå: \(list).", en: "These may stand here: \(list)."),
                    fix: near))
        }
        for key in table where key.required && !found.contains(where: { $0.0.name == key.name }) {
            guard let owner else { continue }
            result.problems.append(
                .init(
                    code: "C005", span: owner.key.span,
                    message: Message(sv: "`\(owner.key.text ?? "")` ska säga `\(key.name)`.", en: "`\(owner.key.text ?? "")` must say `\(key.name)`."),
                    advice: key.documentation))
        }
        return found
    }

    /// Whether a value has its shape; if not, that is told. In lists and maps what fits counts, and `take` passes over the rest.
    private mutating func fits(_ node: YamlNode, _ shape: ConfigurationShape, _ entry: YamlEntry) -> Bool {
        let key = entry.key.text ?? ""
        // An empty value has no bytes of its own: its key is shown.
        var shown = node
        if node.span.isEmpty { shown.span = entry.key.span }
        if isForeign(node) { return false }
        switch shape {
        case .list(let element):
            guard let items = node.items else { return fits(node, element, entry) }
            for item in items { _ = fits(item, element, entry) }
            return true
        case .map(let names, let element):
            guard let entries = node.entries else {
                wrong(shown, Message(sv: "`\(key)` ska vara en mappning: \(names.sv) och värde.", en: "`\(key)` is a mapping: \(names.en) and value."))
                return false
            }
            for entry in entries where !isForeign(entry.key) { _ = fits(entry.value, element, entry) }
            return true
        case .record(let table):
            guard let entries = node.entries else {
                let list = table.map { "`\($0.name)`" }.joined(separator: ", ")
                wrong(shown, Message(sv: "`\(key)` ska vara en mappning med: \(list).", en: "`\(key)` is a mapping with: \(list)."))
                return false
            }
            for (key, entry) in known(entries, table, within: entry) { _ = fits(entry.value, key.shape, entry) }
            return true
        case .either(let plain, let mapping): return fits(node, node.entries == nil ? plain : mapping, entry)
        default: break
        }
        guard let text = node.text, !node.isNull else {
            wrong(shown, Message(sv: "`\(key)` ska ha ett värde: \(shape.words.sv).", en: "`\(key)` wants a value: \(shape.words.en)."))
            return false
        }
        switch shape {
        case .edition:
            if node.integer == 2026 { return true }
            problem("C011", node, Message(sv: "Denna version känner bara språkets utgåva 2026.", en: "This version knows only edition 2026 of the language."))
        case .day:
            if Day(text) != nil { return true }
            problem(
                "C006", node, Message(sv: "`\(text)` är ingen dag.", en: "`\(text)` is no day."),
                Message(sv: "En dag skrivs ÅÅÅÅ-MM-DD, till exempel `2026-11-21`.", en: "A day is written YYYY-MM-DD, such as `2026-11-21`."))
        case .word(let words):
            if words.contains(text) { return true }
            let list = words.map { "`\($0)`" }.joined(separator: ", ")
            let near = nearest(to: text, in: words)
            problem(
                "C005", node, Message(sv: "`\(key)` kan inte vara `\(text)`.", en: "`\(key)` can't be `\(text)`."),
                near.map { Message(sv: "Menade du `\($0)`?", en: "Did you mean `\($0)`?") }
                    ?? Message(sv: "Något av: \(list).", en: "One of: \(list)."), fix: near)
        case .number(let least, let most):
            if let number = node.number, number >= least, most.map({ number <= $0 }) ?? true { return true }
            wrong(node, Message(sv: "`\(key)` ska vara \(shape.words.sv).", en: "`\(key)` is \(shape.words.en)."))
        case .pack:
            if Configuration.isPath(text) || BuiltIn.names.contains(text) { return true }
            let names = BuiltIn.names.map { "`\($0)`" }.joined(separator: ", ")
            let near = nearest(to: text, in: BuiltIn.names)
            problem(
                "C010", node, Message(sv: "Det finns inget lagpaket `\(text)`.", en: "There is no law pack `\(text)`."),
                near.map { Message(sv: "Menade du `\($0)`?", en: "Did you mean `\($0)`?") }
                    ?? Message(
                        sv: "De inbyggda är \(names); ett eget skrivs som en sökväg, `packs/house.lagrum`.",
                        en: "The built-in ones are \(names); one of your own is written as a path, `packs/house.lagrum`."), fix: near)
        case .path:
            if !text.isEmpty { return true }
            wrong(node, Message(sv: "Sökvägen är tom.", en: "The path is empty."))
        default: return true
        }
        return false
    }

    /// Whether a tag makes another thing of a value than it is: that is told, and the value is not taken.
    private mutating func isForeign(_ node: YamlNode) -> Bool {
        guard let tag = node.foreignTag else { return false }
        var shown = node
        // A list or mapping goes on below.
        if node.scalar == nil {
            let written = result.text.bytes[node.span.range].prefix { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
            shown.span = Span(start: node.span.start, end: node.span.start + UInt32(written.count))
        }
        problem("C005", shown, Message(sv: "Taggen `\(tag)` betyder inget här.", en: "The tag `\(tag)` means nothing here."), Message(sv: "Ta bort den.", en: "Remove it."))
        return true
    }

    private mutating func wrong(_ node: YamlNode, _ message: Message) { problem("C005", node, message) }

    private mutating func problem(_ code: String, _ node: YamlNode, _ message: Message, _ advice: Message? = nil, fix: String? = nil) {
        // One mistake, one finding: what YAML could not give is no value of the wrong kind too.
        if result.problems.contains(where: { $0.span == node.span && !node.span.isEmpty }) { return }
        result.problems.append(.init(code: code, span: node.span, message: message, advice: advice, fix: fix))
    }

    // MARK: Values

    /// What was told already is passed over: a value that is there has its shape.
    private mutating func take(_ key: String, _ node: YamlNode) {
        switch key {
        case "edition": result.edition = node.integer.map { Sited(value: $0, span: node.span) }
        case "sources": result.sources = texts(node)
        case "as of": result.asOf = node.text.flatMap { Day($0) }.map { Sited(value: $0, span: node.span) }
        case "language": result.language = node.text.flatMap(Language.init(rawValue:)).map { Sited(value: $0, span: node.span) }
        case "packs": result.packs = texts(node).filter { Configuration.isPath($0.value) || BuiltIn.names.contains($0.value) }
        case "fail on": result.failOn = node.text.flatMap(Severity.init(rawValue:)).map { Sited(value: $0, span: node.span) }
        case "baseline": result.baseline = texts(node).first
        case "severity":
            for entry in node.entries ?? [] {
                guard let code = entry.key.text, let severity = entry.value.text.flatMap(Severity.init(rawValue:)) else { continue }
                result.severity.append((Sited(value: code, span: entry.key.span), severity))
            }
        case "approvals":
            result.approvals = .init(
                required: node["required"].map(texts) ?? [], allowedSigners: node["allowed signers"].flatMap { texts($0).first })
        case "engines":
            for entry in node.entries ?? [] {
                guard let name = entry.key.text, let kind = entry.value["kind"]?.text else { continue }
                let more = entry.value
                result.engines.append(
                    .init(
                        name: Sited(value: name, span: entry.key.span), kind: kind, master: more["master"]?.text,
                        connection: more["connection"]?.text, path: more["path"]?.text))
            }
        case "budgets":
            for entry in node.entries ?? [] {
                guard let name = entry.key.text, let epsilon = entry.value["epsilon"]?.number, let per = entry.value["per"]?.text else { continue }
                result.budgets.append(
                    .init(dataset: Sited(value: name, span: entry.key.span), epsilon: epsilon, delta: entry.value["delta"]?.number, per: per))
            }
        case "classifications":
            for entry in node.entries ?? [] {
                guard let name = entry.key.text else { continue }
                var row = Configuration.Classification(name: Sited(value: name, span: entry.key.span))
                let category = entry.value.entries == nil ? entry.value : entry.value["as"]
                row.category = category.flatMap { texts($0).first }
                row.subjects = entry.value["of"].map(texts) ?? []
                result.classifications.append(row)
            }
        default: break
        }
    }

    private func texts(_ node: YamlNode) -> [Sited<String>] {
        (node.items ?? [node]).compactMap { item in
            guard let text = item.text, !item.isNull, !text.isEmpty else { return nil }
            return Sited(value: text, span: item.span)
        }
    }
}

extension YamlNode {
    /// A tag that says another thing than the value's own form, as it is written: `!own`, `!!python/object`, `!!map` on a list.
    fileprivate var foreignTag: String? {
        guard let tag else { return nil }
        let core = "tag:yaml.org,2002:"
        guard tag.hasPrefix(core) else { return tag }
        let name = String(tag.dropFirst(core.count))
        let own =
            switch form {
            case .scalar: ["str", "int", "float", "bool", "null", "timestamp"]
            case .sequence: ["seq"]
            case .mapping: ["map"]
            }
        return own.contains(name) ? nil : "!!" + name
    }
}

extension String {
    /// `failOn`, `fail-on`, `fail_on` and `fail on` are one.
    fileprivate var replacingSeparators: String { lowercased().filter { !" -_".contains($0) } }
}

extension ConfigurationShape {
    /// What may stand, in words.
    public var words: Message {
        switch self {
        case .edition: Message(sv: "en utgåva, `2026`", en: "an edition, `2026`")
        case .day: Message(sv: "en dag, ÅÅÅÅ-MM-DD", en: "a day, YYYY-MM-DD")
        case .text: Message(sv: "en text", en: "a text")
        case .path: Message(sv: "en sökväg från filens mapp", en: "a path from the file's folder")
        case .pack: Message(sv: "ett lagpaket, eller en sökväg till ett eget", en: "a law pack, or a path to one of your own")
        case .word(let words): Message(sv: words.joined(separator: " | "), en: words.joined(separator: " | "))
        case .number(let least, let most):
            most.map { Message(sv: "ett tal från \(least) till \($0)", en: "a number from \(least) to \($0)") }
                ?? Message(sv: "ett tal, minst \(least)", en: "a number, at least \(least)")
        case .list(let element): Message(sv: "en lista: \(element.words.sv)", en: "a list: \(element.words.en)")
        case .map(let names, let element):
            Message(sv: "en mappning från \(names.sv) till: \(element.words.sv)", en: "a mapping from \(names.en) to: \(element.words.en)")
        case .record(let keys):
            Message(sv: keys.map { "`\($0.name)`" }.joined(separator: ", "), en: keys.map { "`\($0.name)`" }.joined(separator: ", "))
        case .either(let plain, let mapping): Message(sv: "\(plain.words.sv), eller \(mapping.words.sv)", en: "\(plain.words.en), or \(mapping.words.en)")
        }
    }
}
