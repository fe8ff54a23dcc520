// Reads the files of a pack into its typed form. Every mistake becomes a finding at its place, and the rest is read on.
import Model
import Source
import Syntax

/// Loads a pack.
/// - Parameters:
///   - files: the pack's files, in order; what is not law in them (concepts, tests) is left to others.
///   - earlier: the packs that it uses; their norms, definitions, decisions and policy numbers are known in it.
///   - concepts: names of the prelude's concepts.
///   - thorough: whether the tables of decisions are searched for gaps and rows that nothing reaches.
///   - ships: whether it is known to be without mistakes: each of its forms is then read when it is first asked for.
public func loadPack(
    _ name: String, _ files: [(file: FileID, tree: FileTree)], after earlier: [Pack] = [],
    concepts: ConceptNames = ConceptNames(), thorough: Bool = true, ships: Bool = false
) -> Pack {
    let loader = PackLoader(name, earlier, concepts, ships: ships)
    loader.collect(files)
    return loader.load(thorough: thorough)
}

/// The names of the concepts that files declare.
public func conceptNames(in files: [FileTree]) -> ConceptNames {
    var names = ConceptNames()
    for root in files.flatMap(\.members).compactMap(\.tree.root) {
        guard root.form == .declaration, let word = root.word, !PackLoader.forms.contains(word.text) else { continue }
        let path = root.path
        guard path.count == 1 else { continue }
        names.add(path[0].text, kind: word.text, under: root.parents.map { $0.map(\.text).joined(separator: ".") })
    }
    return names
}

/// INVARIANT: lives within one call of `loadPack`.
final class PackLoader {
    static let forms: Set<String> = ["norm", "define", "decision", "rule", "pack", "test"]

    /// A top-level member of one of the pack's files.
    struct Unit: Sendable {
        let file: FileID
        let index: Int32
        let member: Member
        let word: String
        let path: [Name]
        /// The names of its path, joined by dots.
        let id: String

        init(file: FileID, index: Int32, member: Member) {
            (self.file, self.index, self.member, word, path) = (file, index, member, member.word?.text ?? "", member.path)
            id = path.count == 1 ? path[0].text : path.map(\.text).joined(separator: ".")
        }

        func place(_ span: Span) -> Place { Place(file: file, member: index, span: span) }
        func place(_ name: Name?) -> Place { place(name?.span ?? member.span) }
    }

    let earlier: [Pack]
    let ships: Bool
    var pack: Pack
    var diagnostics: [Diagnostic] = []
    private var units: [Unit] = []
    private(set) var concepts: ConceptNames
    private var underWay: [String] = []
    private var failed: Set<String> = []
    private var hasToldSize = false
    private var nameless: Set<String> = []
    private(set) var paths: [FileID: String] = [:]
    /// Of decisions whose tables may lack a last row, what they list and don't come to: told where the table is complete.
    var unused: [String: [Name]] = [:]

    init(_ name: String, _ earlier: [Pack] = [], _ concepts: ConceptNames = ConceptNames(), ships: Bool = false) {
        self.earlier = earlier
        self.concepts = concepts
        self.ships = ships
        pack = Pack(name: name)
        for pack in earlier { self.concepts.merge(pack.concepts) }
    }

    /// To read one form more of a pack.
    init(_ names: PackNames) { (earlier, concepts, pack, ships) = (names.earlier, names.concepts, names.pack, true) }

    // MARK: Names

    func collect(_ files: [(file: FileID, tree: FileTree)]) {
        for (file, tree) in files {
            if !ships { paths[file] = tree.text.path }
            for (index, top) in tree.members.enumerated() {
                guard let member = top.tree.root, member.form == .declaration else { continue }
                units.append(Unit(file: file, index: Int32(index), member: member))
            }
        }
        var names = ConceptNames()
        for unit in units where !PackLoader.forms.contains(unit.word) && unit.path.count == 1 && !unit.word.isEmpty {
            names.add(unit.id, kind: unit.word, under: unit.member.parents.map { $0.map(\.text).joined(separator: ".") })
        }
        pack.concepts = names
        concepts.merge(names)
        // Norms and policy first: everything else may name them.
        var first: [String: Place] = [:]
        for unit in units {
            let (word, id) = (unit.word, unit.id)
            guard word != "test", PackLoader.forms.contains(word) else { continue }
            let place = unit.place(unit.path.last)
            // That it has no name is told of it as of any declaration.
            if id.isEmpty {
                nameless.insert(word)
                if word == "pack" { policy(unit) }
                continue
            }
            let key = (word == "norm" ? "norm " : word == "rule" ? "rule " : "call ") + id
            let elsewhere = word == "norm" ? knowsNorm(id) : word == "rule" ? false : knows(callable: id)
            // Two norms of one name are told as two declarations of one name are.
            if let known = first[key] {
                if word != "norm" { diagnostics.append(PackFinding.duplicate(id, at: place, first: known)) }
                continue
            }
            if elsewhere, word != "pack" {
                if word != "norm" { diagnostics.append(PackFinding.duplicate(id, at: place, first: elsewherePlace(id) ?? place)) }
                continue
            }
            first[key] = place
            switch word {
            case "norm": if let norm = norm(unit, id) { pack.norms[id] = norm }
            case "define": pack.defines[id] = Callable(unit)
            case "decision": pack.declaredDecisions[id] = Callable(unit)
            case "pack": policy(unit)
            default: break
            }
        }
    }

    private func knows(callable name: String) -> Bool {
        earlier.contains { $0.defines[name] != nil || $0.declaredDecisions[name] != nil }
    }

    private func elsewherePlace(_ id: String) -> Place? { earlier.compactMap { $0.define(id)?.place ?? $0.decision(id)?.place }.first }

    /// Whether a form of this word has no name: one that is not known may be meant to be its.
    func hasNameless(_ word: String) -> Bool { nameless.contains(word) }

    func load(thorough: Bool) -> Pack {
        let rules = units.filter { $0.word == "rule" && !$0.id.isEmpty }
        if ships {
            let names = PackNames(pack, earlier, concepts)
            pack.names = names
            pack.rules = rules.map { rule($0, later: names) }
            return pack
        }
        for name in pack.defines.keys.sorted() { _ = define(name, at: nil) }
        for name in pack.declaredDecisions.keys.sorted() { _ = decision(name, at: nil) }
        pack.rules = rules.compactMap { unit in rule(unit).flatMap { mayHaveItsCode($0, unit) ? $0 : nil } }
        for unit in units where !PackLoader.forms.contains(unit.word) { languages(of: unit) }
        pack.defines = pack.defines.filter { $0.value.form != nil }
        pack.declaredDecisions = pack.declaredDecisions.filter { $0.value.form != nil }
        let codes = Set((earlier + [pack]).flatMap(\.rules).map(\.code) + rules.map(\.id))
        for decision in pack.decisions {
            if let code = decision.undetermined, !codes.contains(code) {
                diagnostics.append(
                    PackFinding.unknownName(
                        code, Message(sv: "ingen regel", en: "no rule"), known: codes.sorted(), at: decision.place))
            }
            let gaps = thorough ? completeness(of: decision) : []
            diagnostics += gaps
            if !gaps.contains(where: { $0.code == "N510" }) { tellUnused(decision) }
        }
        if thorough, !diagnostics.contains(where: { $0.severity == .error && $0.code != "N510" && $0.code != "N511" }) {
            diagnostics += scrutiny()
        }
        pack.diagnostics = diagnostics.sorted(by: LawFinding.precedes)
        return pack
    }

    // MARK: What expressions ask for

    func knowsNorm(_ id: String) -> Bool { pack.norms.index(forKey: id) != nil || earlier.contains { $0.norms.index(forKey: id) != nil } }
    func isNormFamily(_ first: String) -> Bool {
        let prefix = first + "."
        return ([pack] + earlier).contains { $0.norms.keys.contains { $0.hasPrefix(prefix) } }
    }
    // In a fixed order: of names that are equally near, the first is offered.
    var normNames: [String] { ([pack] + earlier).flatMap { $0.norms.keys.sorted() } }

    func policyType(_ name: String) -> FactType? {
        guard let value = ([pack] + earlier.reversed()).compactMap({ $0.policy[name] }).first else { return nil }
        return switch value {
        case .number: .number
        case .duration: .duration
        case .date: .date
        case .text: .text
        case .truth: .truth
        default: .anything
        }
    }
    var policyNames: [String] { ([pack] + earlier).flatMap { $0.policy.keys.sorted() } }

    func kinds(ofConcept name: String) -> [String] { concepts.kinds[name] ?? [] }
    func conceptNames(of kind: String?) -> [String] {
        concepts.kinds.filter { entry in
            kind.map { wanted in entry.value.contains { Vocabulary.isKind($0, under: wanted) } } ?? true
        }.map(\.key).sorted()
    }

    var callables: [String] {
        ([pack] + earlier).flatMap { $0.defines.keys.sorted() + $0.declaredDecisions.keys.sorted() }
            + Vocabulary.functions.keys.sorted() + ["min", "max", "count"]
    }

    func isDecision(_ name: String) -> Bool {
        ([pack] + earlier).contains { $0.declaredDecisions[name] != nil }
    }

    func parameters(ofDefine name: String) -> [Parameter]? {
        let declared = ([pack] + earlier).lazy.compactMap { $0.defines[name]?.unit }.first
        return declared?.member.parameters.map { Parameter(kind: $0.kind.text, name: $0.name.text) }
    }

    func define(_ name: String, at place: Place?) -> Define? {
        guard let callable = pack.defines[name] else { return earlier.lazy.compactMap { $0.define(name) }.first }
        if let known = callable.form { return known }
        guard enter(name, at: place) else { return nil }
        var define = define(callable.unit, name)
        if let large = define, isTooLarge(large.body.extent, name, at: large.place) { define = nil }
        leave(name, failed: define == nil)
        return define.map(callable.keep)
    }

    func decision(_ name: String, at place: Place?) -> Decision? {
        guard let callable = pack.declaredDecisions[name] else { return earlier.lazy.compactMap { $0.decision(name) }.first }
        if let known = callable.form { return known }
        guard enter(name, at: place) else { return nil }
        var decision = decision(callable.unit, name)
        if let large = decision, isTooLarge(large.extent, name, at: large.place) { decision = nil }
        leave(name, failed: decision == nil)
        return decision.map(callable.keep)
    }

    /// Definitions don't recurse: the one that closes the circle is told, once.
    private func enter(_ name: String, at place: Place?) -> Bool {
        if failed.contains(name) { return false }
        if let start = underWay.firstIndex(of: name) {
            if let place { diagnostics.append(PackFinding.recursion(Array(underWay[start...]) + [name], at: place)) }
            return false
        }
        if underWay.count >= Extent.longestChain {
            if let place { tellTooLarge(name, at: place) }
            return false
        }
        underWay.append(name)
        return true
    }

    func isTooLarge(_ extent: Extent, _ name: String, at place: Place) -> Bool {
        if extent.isTooLarge { tellTooLarge(name, at: place) }
        return extent.isTooLarge
    }

    /// Once: all that calls it would be as large.
    private func tellTooLarge(_ name: String, at place: Place) {
        if !hasToldSize { diagnostics.append(PackFinding.tooLarge(name, at: place)) }
        hasToldSize = true
    }

    private func leave(_ name: String, failed: Bool) {
        underWay.removeLast()
        if failed { self.failed.insert(name) }
    }
}
