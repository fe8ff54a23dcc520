// Types of databases, and names of other systems, as the language writes them.
import Checker
import Interchange
import Source
import Syntax
import Testing

struct TypeTests {
    /// Whatever a column, a table or a choice is called, the text parses and keeps the real name.
    @Test func names() {
        let names = Words.kinds + Words.verbs + Words.clauses + Words.directives + Words.operators + Words.literals + Words.units + ["order id", "ÄRENDE-NR", "1st", "a.b.c", "", "_", "CamelCase", "ÅÄÖ", "🙂", "x\"y\\z", "about", "Name"]
        for name in names {
            var table = ImportedTable(name: name, span: Span(0..<0))
            table.columns = [ImportedColumn(name: name, type: .choice([name, "other"]), span: Span(0..<0)), ImportedColumn(name: name, type: .id, span: Span(0..<0))]
            table.key = name
            let text = "dataset D {\n" + writeTables([table], common: "as Ordinary of Person", comments: .sv).text + "}\n"
            let tree = parse(Text(path: "a.lagrum", text))
            var files = Files()
            let errors = tree.diagnostics(file: files.add(tree.text, memberStarts: tree.memberStarts))
            #expect(errors.isEmpty, "\(name): \(errors.first?.message.en ?? "")\n\(text)")
            var sources = SourceSet()
            try? sources.add("a.lagrum") { (_) throws(ReadProblem) in Array(text.utf8) }
            // Two columns of one name in the source are the source's own mistake.
            let codes = check(sources, asOf: Day(number: 20000)).findings.map(\.code).filter { $0 != "N003" && $0 != "N006" }
            #expect(codes == [], "\(name)\n\(text)")
        }
    }
}
