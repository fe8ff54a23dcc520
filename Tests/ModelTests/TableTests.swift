// The tables that everything reads are whole: no row without its Swedish, its documentation, or its place in the word lists.
import Model
import Source
import Syntax
import Testing

struct KindTableTests {
    static let kinds = Kinds.all + Kinds.forms

    @Test func everyKindAndPropertyIsSaidInBothLanguages() {
        for kind in KindTableTests.kinds {
            expectWords(kind.swedish, kind.documentation, kind.name)
            for property in kind.properties {
                expectWords(property.swedish, property.documentation, "\(kind.name).\(property.key)")
                expectShape(property.shape, "\(kind.name).\(property.key)")
                for clause in property.clauses {
                    #expect(ClauseWords.swedish[clause.word] != nil, "\(kind.name).\(property.key) \(clause.word)")
                    expectShape(clause.shape, "\(kind.name).\(property.key) \(clause.word)")
                }
            }
        }
    }

    @Test func everyVerbIsSaidInBothLanguages() {
        #expect(Set(Verb.table.map(\.name)) == Set(VerbName.allCases) && Verb.table.count == VerbName.allCases.count)
        for verb in Verb.table {
            expectWords(verb.swedish, verb.documentation, verb.name.rawValue)
            #expect(verb.clauseRows.allSatisfy { ClauseWords.swedish[$0.word] != nil }, "\(verb.name)")
            for property in verb.properties {
                expectWords(property.swedish, property.documentation, "\(verb.name).\(property.key)")
                expectShape(property.shape, "\(verb.name).\(property.key)")
                #expect(property.clauseRows.allSatisfy { ClauseWords.swedish[$0.word] != nil }, "\(verb.name).\(property.key)")
            }
        }
    }

    @Test func everyColumnTypeIsSaidInBothLanguages() {
        #expect(ColumnTypes.table.map(\.word).sorted() == ["choice", "date", "decimal", "flag", "id", "integer", "organisationsnummer", "personnummer", "text", "time"])
        for row in ColumnTypes.table { expectWords(row.swedish, row.documentation, row.word) }
    }

    /// One list of words, and a row for each.
    @Test func theWordListsAndTheTablesAgree() {
        #expect(Set(Words.kinds).symmetricDifference(KindTableTests.kinds.map(\.name)).sorted() == [])
        #expect(Set(Words.verbs).subtracting(["conclude", "otherwise", "allow"]) == Set(VerbName.allCases.map(\.rawValue)))
        let joined = Set(Words.joined.map { "\($0.first) \($0.second)" })
        let single = Set(ClauseWords.rows.map(\.word)).subtracting(joined)
        #expect(single.symmetricDifference(Set(Words.clauses).subtracting(["many", "matched"])).sorted() == [])
        #expect(joined.subtracting(ClauseWords.swedish.keys).sorted() == [])
    }

    /// A key is one property of its kind, and a fact means one thing in it.
    @Test func keysAndFactsAreUnique() {
        for kind in KindTableTests.kinds {
            #expect(Set(kind.properties.map(\.key)).count == kind.properties.count, "\(kind.name)")
            #expect(Set(kind.properties.map(\.fact)).count == kind.properties.count, "\(kind.name)")
        }
        #expect(Set(KindTableTests.kinds.map(\.name)).count == KindTableTests.kinds.count)
        for verb in Verb.table { #expect(Set(verb.properties.map(\.key)).count == verb.properties.count, "\(verb.name)") }
    }

    /// Every kind of concept has its concepts in the prelude, each with its title in both languages.
    @Test func everyConceptKindHasConcepts() {
        let model = Fixture.model("").model
        let concepts = model.ids.filter { model.origin(of: $0) == .prelude }
        for kind in Kinds.all where kind.isConcept {
            #expect(concepts.contains { model.kind(of: $0) == kind.name }, "no \(kind.name) in the prelude")
        }
        for id in concepts where Kinds.named(model.kind(of: id)) != nil {
            for language in Language.allCases { #expect(model.value("title_\(language.rawValue)", of: id) != .none, "\(model.kind(of: id)) \(model.name(of: id))") }
        }
    }

    private func expectWords(_ swedish: String, _ documentation: Message, _ row: String) {
        #expect(!swedish.isEmpty, "\(row) has no Swedish")
        for language in Language.allCases { #expect(documentation[language].hasSuffix("."), "\(row): \(documentation[language])") }
        #expect(documentation.sv != documentation.en || row.hasPrefix("reservation") || documentation.sv.utf8.count < 16, "\(row)")
    }

    private func expectShape(_ shape: Shape, _ row: String) {
        switch shape {
        case .choice(let words) where row != "rule.severity": #expect(words.allSatisfy { ChoiceWords.swedish[$0] != nil }, "\(row): \(words)")
        case .entity(let kind): #expect(Kinds.named(kind) != nil, "\(row): \(kind)")
        case .oneOf(let shapes): shapes.forEach { expectShape($0, row) }
        default: break
        }
    }
}
