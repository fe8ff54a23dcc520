// A specification with a rule of its own, so that the tests of output forms do not move with the law.
import Checker
import Source
import TestKit
import Testing

enum OutputSample {
    /// A path that every form has to escape in its own way.
    static let path = "ett & två/å,1:2 100%.lagrum"

    static let text = """
        edition 2026
        norm HOUSE.1 {
          title sv: "Husets regel"
          title en: "The rule of the house"
          in force: 2026-01-01
          applies:  2026-01-01
        }
        rule H001 "Planned <soon> & not begun: 100%" {
          title sv: "Planerat <snart> & inte börjat: 100 %"
          slug:     planned_not_begun
          severity: error
          cites:    HOUSE.1
          for:      a in activities
          when:     a.status is Planned and not exists n in a.notices
          at:       a.status
          message en: "{a} is planned, nobody is told: \\"100%\\"."
          message sv: "{a} är planerad, ingen är informerad: \\"100 %\\"."
          advice en: "Write `notice: …`."
          advice sv: "Skriv `notice: …`."
        }
        rule H002 "Not begun" {
          title sv: "Inte börjat"
          severity: warning
          cites:    HOUSE.1
          for:      a in activities
          when:     a.status is Planned
          at:       a
          message en: "{a} has not begun."
          message sv: "{a} har inte börjat."
        }
        controller Firm "The firm" { country: SE; sector: Private }
        purpose HandleCases "Handle the client's case from engagement to settlement" is CaseHandling
        activity Train {
          controller: Firm
          purpose:    HandleCases
          status:     Planned
        }
        activity Serve {
          controller: Firm
          purpose:    HandleCases
          status:     Planned
        }

        """

    static func sources(_ text: String = OutputSample.text, _ path: String = OutputSample.path) throws -> SourceSet {
        var sources = SourceSet()
        try sources.add(path) { (_) throws(ReadProblem) in Array(text.utf8) }
        return sources
    }

    static func report(
        _ text: String = OutputSample.text, _ language: Language = .en, path: String = OutputSample.path,
        failOn: Severity = .error,
        unread: [Message] = [], baseline: Baseline? = nil
    ) throws -> Report {
        Report(
            check(try sources(text, path), asOf: SampleTests.day), language: language, toolVersion: "0.0.0",
            unread: unread, failOn: failOn,
            baseline: baseline)
    }
}

private let outputGoldens = Goldens()

/// What a test makes is compared with a file beside it; LAGRUM_BLESS=1 writes the files anew.
func expectOutput(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    if let difference = outputGoldens.difference(text, name) {
        Issue.record("\(difference)", sourceLocation: sourceLocation)
    }
}
