// Plans of texts: specifications that the law clears, compiled in process.
import Checker
import Plan
import Source
import TestKit
import Testing

enum Fixture {
    static let day = Day("2026-11-21") ?? Day(number: 0)

    /// Data that are no longer on persons, and two tables of them.
    static let base = """
        edition 2026
        use gdpr
        controller Firm "The firm" { country: SE; sector: Private }
        recipient Bureau { kind: PublicBody }
        purpose Keep "Keep the firm's cases for as long as their clients need them" is CaseHandling
        purpose Try "Try the road from data to model on rows that are nobody's" is Testing { serves: Keep because "what works is used" }
        dataset Cases {
          controller:    Firm
          collected for: Keep
          state:         Anonymous because "published without anything that identifies"
          source:        sqlite("cases.db")
          table cases by id {
            id:     id
            kind:   choice(custody, contact)
            opened: date(2005-01-01..2026-12-31)
            closed: date(2005-01-01..2026-12-31)?
            days:   integer(0..2000)         named "Dagar"
            cost:   decimal(0..500_000, 2)?
            won:    flag
          }
          table parties by party many per cases.id {
            party:  id
            id:     id
            role:   choice(client, child)
            born:   integer(1930..2026) else missing
            ill:    flag
          }
          table notes by id { id: id; day: date(2005-01-01..2026-12-31); body: text }
          table scores by id { id: id; points: integer(0..10); days: integer(0..7) }
        }
        dataset Judgments {
          controller: Firm
          collected for: Keep
          state:      Anonymous because "published"
          source:     csv("judgments.csv")
          table judgments by number { number: id; days: integer(0..2000) }
        }

        """

    static func activity(_ pipeline: String) -> String {
        "activity Act { controller: Firm; purpose: Try; status: Planned; starts: 2026-11-21; runs in: Warm\npipeline {\n\(pipeline)\n}\n}\n"
    }

    static func snapshot(_ files: [String: String], _ path: String = "spec.lagrum", asOf: Day = day) throws -> Snapshot {
        var sources = SourceSet()
        try sources.add(path) { path throws(ReadProblem) in
            guard let text = files[path] else { throw .missing }
            return Array(text.utf8)
        }
        return check(sources, asOf: asOf)
    }

    static func plan(_ files: [String: String], _ path: String = "spec.lagrum", asOf: Day = day, sourceLocation: SourceLocation = #_sourceLocation) throws -> Plan {
        let snapshot = try snapshot(files, path, asOf: asOf)
        let activity = try #require(snapshot.activities.first, "no activity: \(snapshot.findings.map(\.message.en))", sourceLocation: sourceLocation)
        do { return try snapshot.plan(of: activity) } catch {
            Issue.record("\(error.findings.map { "\($0.code) \($0.message.en)" })", sourceLocation: sourceLocation)
            throw error
        }
    }

    static func plan(_ text: String, asOf: Day = day, sourceLocation: SourceLocation = #_sourceLocation) throws -> Plan {
        try plan(["spec.lagrum": text], asOf: asOf, sourceLocation: sourceLocation)
    }

    /// What stands in the way of a plan.
    static func refusal(_ text: String) throws -> [String] {
        let snapshot = try snapshot(["spec.lagrum": text])
        let activity = try #require(snapshot.activities.first)
        do {
            _ = try snapshot.plan(of: activity)
            return []
        } catch { return error.findings.map { "\($0.code) \($0.message.en)" } }
    }

    static func file(_ path: String) throws -> String {
        String(decoding: try #require(TestFile.read(TestFile.root() + "/" + path), "no \(path)"), as: UTF8.self)
    }

    /// The custody sample, with single blanks, so that how it is laid out is no matter to what a test changes in it.
    static func sample() throws -> String {
        var text = "", last: Character = "\n"
        for character in try file("Samples/custody/custody.lagrum") {
            if character != " " || (last != " " && last != "\n") { text.append(character) }
            last = character
        }
        return text
    }
}

extension String {
    /// The text with an `old` that must be there, wherever it stands, replaced.
    func with(_ old: String, _ new: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        var result = "", rest = self[...], found = false
        while !rest.isEmpty {
            if rest.hasPrefix(old) {
                (result, rest, found) = (result + new, rest.dropFirst(old.count), true)
            } else {
                result.append(rest.removeFirst())
            }
        }
        try #require(found, "the text no longer holds: \(old)", sourceLocation: sourceLocation)
        return result
    }
}
