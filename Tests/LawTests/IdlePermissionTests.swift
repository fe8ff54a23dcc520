// A permission that silences nothing is told only where it is certain.
import Law
import Model
import Source
import Testing

struct IdlePermissionTests {
    private func codes(_ pack: String, _ members: String, asOf: Day = today) -> [String] {
        check(pack, "subject S {\n  \(members)\n}", asOf: asOf).codes.sorted()
    }

    private let allow = "allow K001 because \"weighed\" until 2027-01-01"

    @Test("the rule was asked, waits for nothing and did not fire")
    func idle() throws {
        let checked = check(rule("K001", "s.minor", severity: "warning"), "subject S {\n  minor: no\n  \(allow)\n}")
        #expect(checked.codes == ["N903"])
        let finding = try #require(checked.findings("N903").first)
        #expect(finding.severity == .warning && checked.text(at: finding.place) == allow)
        #expect(codes(rule("K001", "s.minor", severity: "warning"), "minor: yes\n  \(allow)") == [])
    }

    @Test("a rule that waits may fire yet")
    func waiting() {
        #expect(codes(rule("K001", "s.minor", severity: "warning"), allow) == ["N900"])
        #expect(codes(rule("K001", "s.minor", severity: "warning") + rule("K002", "s.dependent", severity: "warning"), "minor: no\n  \(allow)") == ["N900", "N903"])
    }

    @Test("a code that no rule has is told, with the one that was meant; that of a pack that ships and is not in use is not")
    func unknownCode() throws {
        let checked = check(rule("K002", "s.minor", severity: "warning"), "subject S {\n  minor: no\n  \(allow)\n}")
        #expect(checked.codes == ["N064"])
        let finding = try #require(checked.findings("N064").first)
        #expect(checked.text(at: finding.place) == allow && finding.advice?.en == "Did you mean `K002`?")
        #expect(codes(rule("K002", "s.minor", severity: "warning"), "minor: no\n  \(allow.replacing("K001", with: "P014"))") == [])
        #expect(codes(rule("K002", "s.minor", severity: "warning"), "minor: no\n  \(allow.replacing("K001", with: "T001"))") == ["N903"])
    }

    @Test("a rule that does not count on the day, and what is never asked, say nothing")
    func unknown() {
        // T.2 applies from 2027.
        #expect(codes(rule("K001", "s.minor", severity: "warning", cites: "T.2"), "minor: no\n  \(allow)") == [])
        let activities = rule("K001", "a.status is Planned", severity: "warning").replacing("for: s in subjects", with: "for: a in activities")
            .replacing("{s}", with: "{a}")
        #expect(codes(activities, allow) == [], "no activity of this check has to do with the group")
    }

    @Test("an error that no person answers for stands, and the permission says why; an expired one is told as expired")
    func met() {
        #expect(codes(rule("K001", "s.minor"), "minor: yes\n  \(allow)") == ["K001", "N065"])
        #expect(codes(rule("K001", "s.minor"), "minor: yes\n  \(allow) by \"Anna Alm\"") == [])
        #expect(codes(rule("K001", "s.minor"), "minor: yes\n  allow K001 because \"x\" until 2026-01-01") == ["K001", "N902"])
        #expect(codes(rule("K001", "s.minor", severity: "warning"), "minor: yes\n  allow K001 because \"x\" until 2026-01-01") == ["K001", "N902"])
        #expect(codes(rule("K001", "s.minor", severity: "warning"), "minor: no\n  allow K001 because \"x\" until 2026-01-01") == ["N903"])
    }

    @Test("what is found in the text itself can't be allowed")
    func text() throws {
        let finding = try #require(check(rule("K001", "s.minor"), "subject S {\n  minor: no\n  allow N900 because \"x\" until 2027-01-01\n}").findings("N903").first)
        #expect(finding.message.en.contains("can't be allowed"))
    }
}
