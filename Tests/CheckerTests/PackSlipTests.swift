// One slip in a pack of the house is one finding, at the slip, with what was meant: neither the pack nor a specification is told more of it.
import Checker
import Law
import Source
import Testing

struct PackSlipTests {
    struct Slip: Sendable, CustomTestStringConvertible {
        var name: String
        /// Every one of these stands for the one after it.
        var changes: [(String, String)]
        /// The code, the text that it stands at (its first line), and what the advice holds.
        var finding: String
        var advice: String
        var all = false
        init(_ name: String, _ right: String, _ wrong: String, _ finding: String, _ advice: String = "", all: Bool = false) {
            (self.name, changes, self.finding, self.advice, self.all) = (name, [(right, wrong)], finding, advice, all)
        }
        var testDescription: String { name }
    }

    @Test(arguments: slips)
    func one(_ slip: Slip) throws {
        var text = PackSlipTests.pack
        for (right, wrong) in slip.changes {
            let mistaken = slip.all ? text.replacing(right, with: wrong) : text.replacing(right, with: wrong, maxReplacements: 1)
            try #require(mistaken != text, "the pack no longer holds: \(right)")
            text = mistaken
        }
        let told = try PackSlipTests.told(text)
        #expect(told.map(\.place) == [slip.finding])
        #expect(told.first.map { $0.advice.contains(slip.advice) } ?? false, "\(told.first?.advice ?? "")")
    }

    @Test func thePackItselfIsRight() throws { #expect(try PackSlipTests.told(PackSlipTests.pack).map(\.place) == []) }

    @Test("both languages say the same, and no rule of the tool is shown for a code of the house")
    func words() throws {
        for slip in PackSlipTests.slips {
            var text = PackSlipTests.pack
            for (right, wrong) in slip.changes { text = slip.all ? text.replacing(right, with: wrong) : text.replacing(right, with: wrong, maxReplacements: 1) }
            for finding in try PackSlipTests.findings(text) where finding.code.hasPrefix("N5") {
                #expect(finding.message.sv != finding.message.en && (finding.advice.map { $0.sv != $0.en } ?? true), "\(slip.name): \(finding.message.sv)")
                #expect(!finding.message.sv.contains(" is ") && !finding.message.en.contains(" a `a"), "\(slip.name): \(finding.message.sv)")
            }
        }
    }

    @Test("a pack that is not in use is one finding, which tells where else it is needed, whichever file asks for it")
    func notInUse() throws {
        let text = PackSlipTests.pack.replacing("cites: House.1", with: "cites: GDPR.6.4").replacing("cites:      House.1", with: "cites:      GDPR.5.1.b")
        let told = try PackSlipTests.findings(text, "edition 2026\n")
        #expect(told.map(\.code) == ["N503"])
        #expect(told.first?.advice?.en == "Add `use gdpr` at the top of the file.")
        #expect((told.first?.notes.count ?? 0) == text.components("GDPR.") - 1)
        let alone = try PackSlipTests.findings("", text)
        #expect(alone.map(\.code) == ["N503"])
        #expect(alone.first?.fixes.isEmpty == false)
    }

    // MARK: Checking

    private struct Told: Equatable {
        var place: String
        var advice: String
    }

    /// What comes besides the rules of the house themselves.
    private static func told(_ pack: String) throws -> [Told] {
        let snapshot = try snapshot(pack, specification)
        return snapshot.findings.filter { !$0.code.hasPrefix("H") && $0.code != "N048" }.map { finding in
            var place = "?"
            if let text = snapshot.files.text(of: finding.place.file), let range = snapshot.files.range(of: finding.place) { place = text.string(in: range) }
            return Told(place: "\(finding.code) \(place.split(separator: "\n").first ?? "")", advice: finding.advice?.en ?? "")
        }
    }

    private static func findings(_ pack: String, _ text: String = specification) throws -> [Diagnostic] { try snapshot(pack, text).findings }

    private static func snapshot(_ pack: String, _ text: String) throws -> Snapshot {
        var sources = SourceSet()
        try sources.add("spec.lagrum") { (_) throws(ReadProblem) in Array(text.utf8) }
        let reader = SourceReader(bytes: { (_) throws(ReadProblem) in Array(pack.utf8) }, specifications: { (_) throws(ReadProblem) in [] })
        if !pack.isEmpty { try sources.add(pack: "packs/house.lagrum", reader: reader) }
        return check(sources, asOf: SampleTests.day)
    }

    private static let specification = BuiltIn.exampleSpecification

    static let slips: [Slip] = [
        // A conclusion that is misspelt must never be a favour.
        Slip("conclusion misspelt", "conclude stop when size", "conclude stpo when size", "N522 stpo", "`stop`"),
        Slip("conclusion misspelt in every row", "conclude stop when", "conclude stpo when", "N522 stpo", "`stop`", all: true),
        Slip("conclusion that nothing declares", "conclude watch when information", "conclude halt when information", "N522 halt", "`says halt en`"),
        Slip("worst of misspelt", "worst of: fine, watch, stop", "worst of: fine, watch, stpo", "N504 stpo", "`stop`"),
        Slip("no order for a group", "  worst of: fine, watch, stop\n", "", "N502 house_risk", "`worst of: …`"),
        Slip("code of a pack that ships", "rule H102", "rule P004", "N524 P004", "begins with H"),
        Slip("code of the tool", "rule H102", "rule N005", "N524 N005", "begins with H"),
        Slip("code in small letters", "rule H102", "rule h102", "N523 h102", "`H102`"),
        Slip("code without a number", "rule H102", "rule X", "N523 X", "begins with H"),
        Slip("code of several names", "rule H102", "rule House.102", "N523 House.102", "begins with H"),
        Slip("key misspelt", "holds: count", "hold: count", "N501 hold", "`holds`"),
        Slip("for misspelt", "for:        a in activities, d in a.uses", "fro:        a in activities, d in a.uses", "N501 fro", "`for`"),
        Slip("message misspelt", "message en: \"{a} must", "mesage en: \"{a} must", "N501 mesage en", "`message en`"),
        Slip("factor misspelt", "when people is weak and", "when peple is weak and", "N504 peple", "`people`"),
        Slip("value misspelt", "when people is weak and", "when people is weakk and", "N504 weakk", "`weak`"),
        Slip("value that is none", "when people is weak and", "when people is 3 and", "N514 3"),
        Slip("conclusion asked for that is none", "house_risk(a, d) is watch", "house_risk(a, d) is 3", "N514 3"),
        Slip("table without otherwise", "  otherwise fine\n", "", "N510 house_risk", "`otherwise fine`"),
        Slip("factor without otherwise", "    small otherwise\n", "", "N502 size", "`small otherwise`"),
        Slip("when misspelt in a factor", "weak when s.dependent", "weak whne s.dependent", "N526 weak whne", "`when`"),
        Slip("when left out of a factor", "weak when s.dependent", "weak s.dependent", "N526 weak s.dependent or s.minor", "`weak when …`"),
        Slip("when misspelt in a table", "conclude watch when information", "conclude watch whne information", "X015 whne", "“when”"),
        Slip("when left out of a table", "conclude watch when information", "conclude watch information", "N526 conclude watch information is lacking", "`conclude watch when …`"),
        Slip("title of no value", "title small en", "title smal en", "N504 title smal en", "`small`"),
        Slip("texts of no value", "says large", "says larg", "N504 says larg en", "`large`", all: true),
        Slip("factor without rows", "    large when many_columns(a, d)\n    small otherwise\n", "", "N502 size", "`… otherwise`"),
        Slip("factor's word", "factor size {", "facter size {", "X014 facter", "“factor”"),
        Slip("for without in", "for:        a in activities, d in a.uses", "for:        a in activities, d of a.uses", "N514 d"),
        Slip("policy without a value", "least days: 30 days", "least days: Foo", "N514 Foo"),
        Slip("parameter twice", "define told(activity a, subject s)", "define told(activity a, subject a)", "N509 a"),
        Slip("before in parentheses", "a.starts - o.until < policy.least_days", "(o.until before a.starts)", "X017 before"),
        Slip("fact", "with s in n.to", "with s in n.too", "N505 too", "`to`"),
        Slip("fact on both sides of is", "a.status is Pilot", "a.sttus is Pilott", "N505 sttus", "`status`"),
        Slip("policy number", "policy.least_days", "policy.lest_days", "N504 lest_days", "`least_days`"),
        Slip("concept", "a.status is Pilot", "a.status is Pilott", "N504 Pilott", "`Pilot`"),
        Slip("kind of a parameter", "define told(activity a", "define told(activty a", "N504 activty", "`activity`"),
        Slip("rule without for", "  for:        a in activities, d in a.uses\n  when:       house_risk(a, d) is stop", "  when:       house_risk(a, d) is stop", "N502 H101", "`for: …`"),
        Slip("plural", "a in activities, o in", "a in activites, o in", "N504 activites", "`activities`"),
        Slip("norm twice", "norm House.2 {", "norm House.1 { title en: \"x\"; title sv: \"y\"; in force: 2026-01-01 }\nnorm House.2 {", "N006 House.1"),
        Slip("hole of no variable", "{a} must be watched", "{b} must be watched", "N513 b", "`house_risk`"),
        Slip("hole of no fact", "{a} must be watched", "{a.purposse} must be watched", "N513 purposse", "`purpose`"),
        Slip("hole of nothing that a decision tells", "watched: {house_risk.against}", "watched: {house_risk.agianst}", "N513 agianst", "`against`"),
        Slip("hole that calls", "{a} must be watched", "{many_colums(a, d)} must be watched", "N513 many_colums", "`many_columns`"),
        Slip("title in one language", "title en: \"pets\"; title sv: \"husdjur\"", "title en: \"pets\"", "N502 Pets", "`title sv: …`"),
        Slip("title in one language, the other in the head", "category Pets is PrivacySensitive { title en: \"pets\"; title sv: \"husdjur\"", "category Pets \"pets\" is PrivacySensitive { title en: \"pets\"", "N502 Pets", "`title sv: …`"),
        Slip("before", "a.starts - o.until < policy.least_days", "o.until before a.starts", "N525 before", "`o.until < a.starts`"),
        Slip("after", "a.starts - o.until < policy.least_days", "a.starts after o.until", "N525 after", "`a.starts > o.until`"),
        Slip("within a time", "a.starts - o.until < policy.least_days", "a.starts within 30 days", "N525 within", "<= 30 days"),
        Slip("within two days", "a.starts - o.until < policy.least_days", "a.starts within 2026-01-01..2026-12-31", "N525 within", "`a.starts in 2026-01-01..2026-12-31`"),
        Slip("range of another type", "a.starts - o.until < policy.least_days", "a.starts in 1..2", "N506 1"),
        Slip("reaches between columns", "count c in first_read(a, d) > policy.most_columns", "exists c in first_read(a, d) with c reaches c", "N506 c", "`k in c.lineage`"),
    ]

    static let pack = """
        edition 2026

        pack House "House" {
          owner: "Legal"
          least days: 30 days
          most columns: 3
        }

        norm House.1 {
          title en: "Guideline 1"
          title sv: "Riktlinje 1"
          in force: 2026-01-01
        }
        norm House.2 {
          title en: "Guideline 2"
          title sv: "Riktlinje 2"
          in force: 2026-01-01 until 2027-01-01
        }

        category Pets is PrivacySensitive { title en: "pets"; title sv: "husdjur"; identifies: indirectly }

        define many_columns(activity a, dataset d) {
          cites: House.1
          says en: "{a} reads many columns of {d}"
          says sv: "{a} läser många kolumner i {d}"
          holds: count c in first_read(a, d) > policy.most_columns
        }
        define told(activity a, subject s) {
          cites: House.1
          holds: exists n in a.notices with s in n.to
        }

        decision house_risk(activity a, dataset d, subject s) {
          cites: House.1
          title en: "house risk"
          title sv: "husets risk"
          each: s in d.subjects
          worst of: fine, watch, stop
          factor size {
            cites: House.1
            title en: "size"
            title sv: "omfattning"
            title large en: "large"
            title large sv: "stor"
            title small en: "small"
            title small sv: "liten"
            against: large
            says large en: "{a} reads many columns"
            says large sv: "{a} läser många kolumner"
            large when many_columns(a, d)
            small otherwise
          }
          factor people {
            cites: House.1
            title en: "people"
            title sv: "personer"
            title weak en: "weak"
            title weak sv: "svaga"
            title strong en: "strong"
            title strong sv: "starka"
            against: weak
            says weak en: "{s} are dependent or minors"
            says weak sv: "{s} är beroende eller barn"
            weak when s.dependent or s.minor
            strong otherwise
          }
          factor information {
            cites: House.2
            title en: "information"
            title sv: "information"
            title given en: "given"
            title given sv: "lämnad"
            title lacking en: "lacking"
            title lacking sv: "saknas"
            against: lacking
            says lacking en: "{s} are not told"
            says lacking sv: "{s} informeras inte"
            given when told(a, s)
            lacking otherwise
          }
          says fine en: "fine"
          says fine sv: "bra"
          says watch en: "watch"
          says watch sv: "bevaka"
          says stop en: "stop"
          says stop sv: "stopp"
          conclude stop when people is weak and information is lacking
          conclude stop when size is large and information is lacking
          conclude watch when people is weak or size is large
          conclude watch when information is lacking
          otherwise fine
        }

        rule H101 "House risk too high" {
          title sv:   "Husets risk för hög"
          severity:   error
          cites:      House.1
          for:        a in activities, d in a.uses
          when:       house_risk(a, d) is stop
          unless trial {
            cites: House.2
            when: a.status is Pilot
          }
          at:         a.purpose
          message en: "{a} on {d}: {house_risk.against}, for {house_risk.groups}."
          message sv: "{a} på {d}: {house_risk.against}, för {house_risk.groups}."
        }
        rule H102 "Must be watched" {
          title sv:   "Måste bevakas"
          severity:   warning
          cites:      House.1
          for:        a in activities, d in a.uses
          when:       house_risk(a, d) is watch
          message en: "{a} must be watched: {house_risk.against}."
          message sv: "{a} måste bevakas: {house_risk.against}."
        }
        rule H103 "Production stated late" {
          title sv:   "Produktion anges sent"
          severity:   info
          cites:      House.2
          for:        a in activities, o in a.opt_outs
          when:       a.starts - o.until < policy.least_days
          at:         o
          message en: "{a}: only {a.starts} after {o.until}."
          message sv: "{a}: bara {a.starts} efter {o.until}."
        }

        """
}

extension String {
    /// How often a part stands in it.
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
