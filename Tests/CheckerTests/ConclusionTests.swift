// A human's conclusion is one that the decision can come to: another word is a slip, and no other view than the law's.
import Checker
import Law
import Source
import Testing

struct ConclusionTests {
    /// What the word is told as, of an assessment of a kind.
    @Test(arguments: [
        ("Compatibility", "compatibel", ["N005"]), ("Compatibility", "lovely", ["N005"]), ("Compatibility", "not_compatible", ["P023"]),
        ("Compatibility", "compatible_with_conditions", []), ("Interests", "lovely", []),
    ])
    func concluded(_ kind: String, _ word: String, _ told: [String]) throws {
        let text = BuiltIn.exampleSpecification + """
            assessment Weighed is \(kind) {
              of:         Synthesise
              made:       2026-01-05 by "Chief counsel"
              conclusion: \(word) because "told in time, and free to say no"
            }

            """
        var sources = SourceSet()
        try sources.add("a.lagrum") { (_) throws(ReadProblem) in Array(text.utf8) }
        let findings = check(sources, asOf: SampleTests.day).findings.filter { ["N005", "P023"].contains($0.code) }
        #expect(findings.map(\.code) == told)
        #expect(findings.allSatisfy { $0.code == "P023" || $0.advice?.en.contains("compatible") == true })
    }
}
