// The verbs table as the reader of pipelines wants it: verbs and clause words by number, keys by their hash.
import Syntax

/// INVARIANT: written once and never freed, and plain pointers all through: reading or copying a row counts no reference.
struct VerbRow {
    let verb: UnsafePointer<Verb>
    let properties: UnsafePointer<VerbPropertyRow>
    /// Indices of the properties that must be stated.
    let required: UnsafeBufferPointer<Int>
    let clauses: VerbClauses
    /// What `params` may list, in the order of the alphabet.
    let parameters: UnsafeBufferPointer<String>
    private let count: Int

    init(_ verb: Verb) {
        let names = Set(verb.clauseRows.map { Property.fact(of: $0.word) } + verb.properties.map { Property.fact(of: $0.key) }).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        parameters = immortalTable(names)
        self.verb = immortal([verb])
        let rows = verb.properties.map { VerbPropertyRow($0, ranks) }
        (properties, count) = (immortal(rows), rows.count)
        required = immortalTable(rows.indices.filter { rows[$0].row.required })
        clauses = VerbClauses(verb.clauseRows, ranks)
    }

    /// Which property a member's key names.
    func property(_ member: Member) -> Int? {
        let hash = member.keyHash
        return (0..<count).first { properties[$0].hash == hash && member.hasKey(properties[$0].key) }
    }

    nonisolated(unsafe) private static let all = immortal(Verb.table.map(VerbRow.init))
    /// By the number of the verb's word: an index into `all`, −1 for other words.
    nonisolated(unsafe) private static let byWord: UnsafePointer<Int> = {
        var rows = [Int](repeating: -1, count: Word.count)
        for (index, verb) in Verb.table.enumerated() { if let word = Word(verb.name.rawValue) { rows[word.index] = index } }
        return immortal(rows)
    }()

    static func of(_ word: Word) -> UnsafePointer<VerbRow>? {
        let index = byWord[word.index]
        return index < 0 ? nil : all + index
    }
}

struct VerbPropertyRow {
    let row: VerbProperty
    /// The key's bytes, and their hash.
    let key: UnsafeBufferPointer<UInt8>
    let hash: UInt64
    let fact: Fact?
    let usual: UsualShape
    /// Its place among what `params` may list.
    let parameter: Int
    let clauses: VerbClauses

    init(_ row: VerbProperty, _ ranks: [String: Int]) {
        (self.row, key, hash) = (row, immortalTable(Array(row.key.utf8)), Syntax.hash(of: row.key))
        (fact, usual) = (row.fact.map { Fact($0) }, UsualShape(row.shape))
        parameter = ranks[Property.fact(of: row.key)] ?? 0
        clauses = VerbClauses(row.clauseRows, [:])
    }
}

/// The clauses that may follow, found by the numbers of their words.
struct VerbClauses {
    struct Row {
        let form: VerbClause
        let fact: Fact?
        let usual: UsualShape
        /// Its place among what `params` may list; of a property's clause it says nothing.
        let parameter: Int
        fileprivate let first: Word
        fileprivate let second: Word

        init(_ form: VerbClause, _ ranks: [String: Int]) {
            (self.form, fact, usual) = (form, form.fact.map { Fact($0) }, UsualShape(form.shape))
            parameter = ranks[Property.fact(of: form.word)] ?? 0
            let words = form.word.split(separator: " ").map { Word(String($0)) ?? .unknown }
            (first, second) = (words.first ?? .unknown, words.count > 1 ? words[1] : .unknown)
        }
    }

    private let rows: UnsafePointer<Row>
    private let count: Int

    init(_ forms: [VerbClause], _ ranks: [String: Int]) { (rows, count) = (immortal(forms.map { Row($0, ranks) }), forms.count) }

    subscript(clause: Clause) -> UnsafePointer<Row>? {
        let (first, second) = (clause.wordID, clause.secondWordID)
        if first == .unknown { return nil }
        for index in 0..<count where rows[index].first == first && rows[index].second == second { return rows + index }
        return nil
    }
}

enum PipelineWords {
    static let pipeline = Word("pipeline") ?? .unknown
}
