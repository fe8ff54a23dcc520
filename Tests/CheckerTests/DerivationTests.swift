// What a derivation tells of a decision: the facts under each factor, the row that decides, the values that are possible, in words that name the right things.
import Checker
import Law
import Source
import Testing

struct DerivationTests {
    // MARK: Decisions

    /// What decides stands on facts: also a value that is left when no row before it holds, and one that follows from other factors.
    @Test func everyFactorStandsOnSomething() throws {
        let notes = try Self.notes("P004", Self.example { $0.replacing("  opt out:    Cases.objections until 2026-02-28 for Client, Opponent matched by matters.client_no\n  unreached:  excluded\n", with: "") })
        func below(_ start: String) throws -> [String] {
            let index = try #require(notes.firstIndex { $0.text.en.hasPrefix(start) }, "\(start) is not told")
            return notes[(index + 1)...].prefix { $0.depth > notes[index].depth }.map(\.text.en)
        }
        #expect(try below("safeguards: lacking").first == "`Client` can opt out before `Synthesise` begins: no")
        #expect(try below("safeguards: lacking").contains("there is nothing in `Synthesise.opt_outs`"))
        #expect(try below("special circumstances: strong") == ["follows from context: speaks against and nature of the data: sensitive"])
        #expect(try below("weight against: high") == ["follows from link: natural and special circumstances: strong"])
        #expect(try below("decided by the last row").contains("follows from consequences: anonymous and weight against: high"))
        #expect(try below("decided by the last row").contains("`Client` can opt out, or other safeguards are decided to protect as well: no"))
    }

    /// The row that concludes is told, with the facts that it asks for besides the factors.
    @Test func theRowIsTold() throws {
        let verdict = "\ntest \"x\" as of 2026-11-21 {\n  verdict: compatibility(Synthesise, Cases) is compatible\n}\n"
        var sources = SourceSet()
        try sources.add("x.lagrum") { (_) throws(ReadProblem) in Array((BuiltIn.exampleSpecification + verdict).utf8) }
        let notes = try #require(runTests(sources, today: SampleTests.day).first?.failures.first?.notes)
        let row = "decided by the row: consequences is anonymous and weight against is high and `Client` can opt out, or other safeguards are decided to protect as well"
        let index = try #require(notes.firstIndex { $0.text.en == row }, "\(notes.map(\.text.en))")
        #expect(notes[index].text.sv.hasPrefix("avgörs av raden: konsekvenser är anonyma och tyngd emot är hög och"))
        #expect(notes[index + 1].depth > notes[index].depth)
    }

    /// What is shown as open is what some completion of what is not stated gives, and nothing else.
    @Test func onlyWhatIsPossibleIsOpen() throws {
        let made = try #require(Scaffold.specification("s").files.first?.text)
        let scaffold = try Self.notes("P003", made)
        #expect(scaffold.contains { $0.text.en == "weight against: open (low or middle)" && $0.text.sv == "tyngd emot: inte avgjort (låg eller medel)" })

        let house = #"""

            norm House.1 { title en: "G"; title sv: "R"; in force: 2026-01-01 }
            decision dd(activity a, dataset d, subject s) {
              cites: House.1
              title en: "dd"
              title sv: "dd"
              worst of: good, bad
              factor fa { cites: House.1; w when s.minor; x when s.dependent; z otherwise }
              factor fb { cites: House.1; p when fa is x; q when fa is z; r otherwise }
              conclude bad when fb is r
              otherwise good
            }
            rule H203 "Good" {
              title sv: "Bra"; severity: error; cites: House.1; at: s
              for: a in activities, d in a.uses, s in d.subjects
              when: dd(a, d, s) is good
              message en: "{s} good."
              message sv: "{s} bra."
            }

            """#
        let notes = try Self.notes("H203", Self.example { $0.replacing("  dependent:   no\n", with: "") + house })
        #expect(notes.contains { $0.text.en == "fa: open (x or z)" })
        #expect(notes.contains { $0.text.en == "fb: open (p or q)" }, "\(notes.map(\.text.en))")
    }

    // MARK: Words

    /// A count is stated with what it is compared with, in an order that reads.
    @Test func numbersAreStated() throws {
        let house = Self.rule("count c in first_read(a, d) > 3", "a in activities, d in a.uses")
        let notes = try Self.notes("H001", Self.example { $0 + house })
        #expect(notes.map(\.text.en) == ["the number of columns that `Synthesise` reads in `Cases` is greater than 3: yes (5)"])
        #expect(notes.map(\.text.sv) == ["antalet kolumner som `Synthesise` läser i `Cases` är större än 3: ja (5)"])
    }

    /// The inner variable of two is “it”; the outer one is none of the things that it stands for.
    @Test func outerVariablesNameNobody() throws {
        let house = Self.rule("not (exists n in a.notices with exists o in a.opt_outs with n.sent > o.until)", "a in activities")
        let notes = try Self.notes("H001", Self.example { $0 + house })
        #expect(notes.first?.text.en.contains("`until` is before `sent` of the same notice") == true, "\(notes.map(\.text.en))")
        #expect(notes.first?.text.sv.contains("`until` är före `sent` för samma information") == true, "\(notes.map(\.text.sv))")
    }

    /// No text of a rule, and nothing that is true of anything, stands where facts are told.
    @Test func noRuleTextAndNoTruisms() throws {
        let assessment = "\nassessment Comp is Compatibility {\n  of: Synthesise\n  made: 2026-01-05 by \"Chief counsel\"\n  conclusion: not_compatible because \"too much\"\n}\n"
        let concluded = try Self.notes("P023", Self.example { $0 + assessment })
        #expect(concluded.contains { $0.text.en.contains("is what compatibility with the purpose of collection comes to for `Synthesise` and it") })
        #expect(concluded.contains { $0.text.en == "compatibility with the purpose of collection, `Synthesise` and `Cases`: compatible with conditions" })
        let refused = try Self.notes("P004", Self.example { $0.replacing("  opt out:    Cases.objections until 2026-02-28 for Client, Opponent matched by matters.client_no\n  unreached:  excluded\n", with: "") })
        for text in (concluded + refused).flatMap({ [$0.text.en, $0.text.sv] }) {
            #expect(!text.contains("(a, d") && !text.contains("singling_out is singling_out") && !text.contains("singling_out är singling_out"))
            #expect(!text.contains("`synthetic` is made from `synthetic`"))
        }
    }

    /// A name that a rule puts inside code has no marks of its own.
    @Test func codeHoldsNoCode() throws {
        let twice = Self.example { $0.replacing("    delete kept,", with: "    other       = generate 1_000 from synthesiser\n    delete kept,").replacing("    release synthetic", with: "    release synthetic, other") }
        var sources = SourceSet()
        try sources.add("x.lagrum") { (_) throws(ReadProblem) in Array(twice.utf8) }
        let finding = try #require(check(sources, asOf: SampleTests.day).findings.first { $0.code == "D005" })
        #expect(finding.advice?.en.hasPrefix("Add `evaluate other against reference, holdout`, ") == true, "\(finding.advice?.en ?? "")")
    }

    // MARK: Texts

    private static func example(_ change: (String) -> String) -> String { change(BuiltIn.exampleSpecification) }

    private static func rule(_ condition: String, _ range: String) -> String {
        """

        norm House.1 { title en: "G"; title sv: "R"; in force: 2026-01-01 }
        rule H001 "Told" {
          title sv:   "Sägs"
          severity:   warning
          cites:      House.1
          for:        \(range)
          when:       \(condition)
          at:         a
          message en: "{a}."
          message sv: "{a}."
        }

        """
    }

    private static func notes(_ code: String, _ text: String) throws -> [Note] {
        var sources = SourceSet()
        try sources.add("x.lagrum") { (_) throws(ReadProblem) in Array(text.utf8) }
        let found = check(sources, asOf: SampleTests.day).findings
        return try #require(found.first { $0.code == code }, "\(found.map { "\($0.code) \($0.message.en)" })").notes
    }
}
