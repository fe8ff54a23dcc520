// `tables: from "cases.odcs.yaml"`: a contract's tables as if they stood in the dataset, and the way back to where they are written.
public import Interchange
public import Source
import Syntax

/// A contract as it was read.
struct ContractFile: Sendable {
    let text: Text
    let contract: DataContract

    init(_ text: Text) { (self.text, contract) = (text, readDataContract(text)) }
}

/// A dataset's `tables: from`.
struct ContractUse {
    var member: Int
    /// Of the path.
    var span: Span
    var path: String
    /// The labels for what the contract leaves out: "as Economy of Client".
    var common: String
}

func contractUses(in tree: FileTree) -> [ContractUse] {
    tree.roots(.dataset).flatMap { index, root -> [ContractUse] in
        root.eachMember.compactMap { part in
            guard part.form == .property, part.hasKey("tables"), let from = part.clauses.first(where: { $0.word.text == "from" }),
                let value = from.values.first, case .text(let path) = value.form
            else { return nil }
            let labels = part.clauses.filter { ["as", "of"].contains($0.word.text) }.map { String(decoding: root.tree.bytes[$0.span.range], as: UTF8.self) }
            return ContractUse(member: index, span: value.span, path: path, common: labels.joined(separator: " "))
        }
    }
}

/// The tables of all contracts of a check.
struct ContractTables {
    /// Members that hold more than their text says, by file and member.
    var trees: [Int: [Int: Tree]] = [:]
    /// The contracts, in the order of their files' numbers.
    var texts: [Text] = []
    /// What the contracts say that can't be taken over, and contracts that can't be read.
    var findings: [Diagnostic] = []
    private var regions: [Key: [Region]] = [:]

    private struct Key: Hashable {
        var file: FileID
        var member: Int32
    }
    /// Bytes of a member that stand in a contract.
    private struct Region {
        var range: Range<Int>
        var map: SourceMap
        var origin: FileID
    }

    /// Findings with their places in the contracts, where that is what they are about.
    func locating(_ findings: [Diagnostic]) -> [Diagnostic] {
        guard !regions.isEmpty else { return findings }
        return findings.map { finding in
            var finding = finding
            if let place = origin(of: finding.place) {
                finding.place = place
                finding.fixes = []
                if finding.code == "N007" {
                    finding.advice = Message(
                        sv: "Säg vad kolumnens klass eller etikett betyder under `classifications` i lagrum.yaml, eller skriv `as` och `of` efter `tables: from`.",
                        en: "Say what the column's classification or tag means under `classifications` in lagrum.yaml, or write `as` and `of` after `tables: from`.")
                }
            }
            finding.notes = finding.notes.map { note in
                var note = note
                if let place = note.place.flatMap({ origin(of: $0) }) { note.place = place }
                return note
            }
            return finding
        }
    }

    private func origin(of place: Place) -> Place? {
        guard let regions = regions[Key(file: place.file, member: place.member)] else { return nil }
        let range = place.span.range
        guard let region = regions.first(where: { $0.range.contains(range.lowerBound) }) else { return nil }
        let local = range.lowerBound - region.range.lowerBound..<max(range.lowerBound, min(range.upperBound, region.range.upperBound)) - region.range.lowerBound
        return region.map.origin(of: local).map { Place(file: region.origin, member: -1, span: $0) }
    }

    /// Puts a member's contracts in front of its closing brace: so no place of its own text moves.
    fileprivate mutating func add(_ parts: [(text: String, map: SourceMap, origin: FileID)], to tree: Tree, file: Int, id: FileID, member: Int, path: String) {
        guard let root = tree.root, root.span.end > 0, tree.bytes[Int(root.span.end) - 1] == UInt8(ascii: "}") else { return }
        var bytes = Array(tree.bytes[0..<Int(root.span.end) - 1]), added: [Region] = []
        bytes.append(0x0A)
        for part in parts {
            let start = bytes.count
            bytes += part.text.utf8
            added.append(Region(range: start..<bytes.count, map: part.map, origin: part.origin))
        }
        bytes.append(UInt8(ascii: "}"))
        let whole = parse(Text(path: path, bytes: bytes))
        guard whole.members.count == 1, let only = whole.members.first, only.tree.root?.form == .declaration else { return }
        trees[file, default: [:]][member] = only.tree
        regions[Key(file: id, member: Int32(member))] = added
    }
}

extension SourceSet {
    /// - Parameter first: the number of the first source among the files; contracts are numbered after the sources.
    func contractTables(first: Int) -> ContractTables {
        var result = ContractTables()
        guard !contracts.isEmpty else { return result }
        let labels = configuration?.labels ?? [:]
        var numbers: [String: FileID] = [:]
        for (index, file) in files.enumerated() {
            let id = FileID(index: Int32(first + index))
            var parts: [Int: [(text: String, map: SourceMap, origin: FileID)]] = [:]
            for use in file.contracts {
                let target = Paths.resolve(use.path, from: file.path)
                switch contracts[target] {
                case nil: continue
                case .failure(let problem):
                    result.findings.append(
                        InterchangeProblem("C020", .error, use.span, problem.message(use.path), advice: Message(sv: "Sökvägen räknas från specifikationens mapp.", en: "The path counts from the specification's folder."))
                            .finding(at: Place(file: id, member: Int32(use.member), span: use.span)))
                case .success(let read):
                    let isNew = numbers[target] == nil
                    let number = numbers[target] ?? FileID(index: Int32(first + files.count + result.texts.count))
                    if isNew {
                        numbers[target] = number
                        result.texts.append(read.text)
                        result.findings += read.contract.problems.map { $0.finding(at: Place(file: number, member: -1, span: $0.span), in: read.text) }
                    }
                    let made = writeTables(read.contract.tables.map { $0.labelled(labels) }, common: use.common, comments: nil)
                    parts[use.member, default: []].append((made.text, made.map, number))
                }
            }
            for (member, parts) in parts { result.add(parts, to: file.tree.members[member].tree, file: index, id: id, member: member, path: file.path) }
        }
        return result
    }
}

extension InterchangeProblem {
    /// As a finding in the file that was read. One that is not what it was said to be may hold anything, rows of persons too.
    public func finding(at place: Place, in text: Text) -> Diagnostic {
        var finding = finding(at: place)
        let isYaml = text.path.hasSuffix(".yaml") || text.path.hasSuffix(".yml")
        finding.hidesText = code == "C026" || !isYaml && ["C021", "C022"].contains(code) || isOfRows
        return finding
    }

    /// As a finding, with the code's own title.
    public func finding(at place: Place) -> Diagnostic {
        let (slug, title): (String, Message) = switch code {
        case "C020": ("contract-unreadable", Message(sv: "Datakontraktet går inte att läsa", en: "The data contract can't be read"))
        case "C021": ("not-yaml", Message(sv: "Går inte att läsa som YAML", en: "Can't be read as YAML"))
        case "C022": ("not-a-contract", Message(sv: "Inget datakontrakt", en: "Not a data contract"))
        case "C026": ("nothing-to-import", Message(sv: "Inget att ta in", en: "Nothing to import"))
        case "C027": ("import-unmapped", Message(sv: "Tas in bara till en del", en: "Imported in part"))
        case "C025": ("contract-unbounded", Message(sv: "Kontraktet säger inga gränser", en: "The contract states no bounds"))
        default: ("contract-unmapped", Message(sv: "Kan inte tas in ur kontraktet", en: "Can't be taken from the contract"))
        }
        return Diagnostic(code: code, slug: slug, severity: severity, place: place, title: title, message: message, advice: advice)
    }
}
