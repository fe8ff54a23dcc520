// An unknown word behind a value is told with the words that may stand there, by the tables of kinds and verbs, nearest first.
import Checker
import Law
import Source
import Testing

struct FollowingWordTests {
    struct Slip: Sendable, CustomTestStringConvertible {
        var right: String
        var wrong: String
        var advice: String
        /// What `lagrum fix` writes without asking.
        var fix: String?
        init(_ right: String, _ wrong: String, _ advice: String, fix: String? = nil) { (self.right, self.wrong, self.advice, self.fix) = (right, wrong, advice, fix) }
        var testDescription: String { wrong }
    }

    static let slips: [Slip] = [
        Slip("Heightened because \"has not", "Heightened becuase \"has not", "Do you mean “because”? These may stand here: because.", fix: "because"),
        Slip("10 years", "10 yers", "Do you mean “years”? These may stand here: years, day, days, week, weeks, month, months, year, after.", fix: "years"),
        Slip("10 years", "10 years aftr matters.made", "Do you mean “after”? These may stand here: after.", fix: "after"),
        Slip("as Name of Client", "as Name off Client", "Do you mean “of”? These may stand here: of, as, named, else.", fix: "of"),
        Slip("by matter_id as", "by matter_id az", "Do you mean “as”? These may stand here: as, by, of, many per, named."),
        Slip("after quality", "aftr quality", "Do you mean “after”? These may stand here: after, passed, under.", fix: "after"),
        Slip("  status:     Planned", "  status:     Planned sinse 2026-01-01", "Do you mean “since”? These may stand here: since.", fix: "since"),
        Slip("  status:     Planned", "  allow D006 because \"x\" untl 2027-01-01\n  status:     Planned", "Do you mean “until”? These may stand here: until, because, by.", fix: "until"),
        Slip("country: SE;", "country: SE off;", "Nothing may follow the value."),
    ]

    @Test(arguments: slips)
    func toldWithWhatMayStand(_ slip: Slip) throws {
        let text = BuiltIn.exampleSpecification, mistaken = text.replacing(slip.right, with: slip.wrong, maxReplacements: 1)
        try #require(mistaken != text)
        var sources = SourceSet()
        try sources.add("x.lagrum") { (_) throws(ReadProblem) in Array(mistaken.utf8) }
        let found = check(sources, asOf: SampleTests.day).findings.filter { $0.code == "X015" }
        #expect(found.map { $0.advice?.en } == [slip.advice])
        let safe = found.first?.fixes.first { $0.isSafe }
        #expect(safe?.edits.first?.text == slip.fix)
        #expect(found.first.map { $0.label == nil } == !slip.advice.hasPrefix("Do you mean"))
    }
}
