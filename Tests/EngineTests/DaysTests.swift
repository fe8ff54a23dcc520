// A plan is run on its own days only: not before it begins, not before people could object, not under another law.
import Engine
import Plan
import Source
import Testing

struct DaysTests {
    @Test func fromItsFirstDay() {
        let plan = plan(starts: "2026-03-15")
        #expect(refuses(plan, on: "2026-03-14"))
        #expect(!refuses(plan, on: "2026-03-15"))
        #expect(!refuses(plan, on: "2030-01-01"))
    }

    @Test("The last day to object is theirs") func afterTheLastObjection() {
        let plan = plan(until: "2026-02-28")
        #expect(refuses(plan, on: "2026-02-28"))
        #expect(!refuses(plan, on: "2026-03-01"))
    }

    @Test func whileTheLawIsTheSame() {
        let plan = plan(law: ("2018-05-25", "2027-12-01"))
        #expect(refuses(plan, on: "2018-05-24"))
        #expect(!refuses(plan, on: "2018-05-25"))
        #expect(!refuses(plan, on: "2027-12-01"))
        #expect(refuses(plan, on: "2027-12-02"))
    }

    @Test func withoutDaysOnAnyDay() {
        #expect(!refuses(plan(), on: "1990-01-01"))
    }

    @Test("Before anything is read: a source that does not exist is not even missed") func beforeReading() throws {
        var plan = plan(starts: "2999-01-01")
        plan.inputs = [Input(dataset: "D", source: .csv(path: "none.csv"), tables: [])]
        let scratch = try Scratch()
        do {
            _ = try run(plan, options: RunOptions(base: scratch.path, runs: scratch.path + "/runs")) { _ in }
            Issue.record("it ran")
        } catch {
            #expect((error as? RunError)?.isUntimely == true)
        }
    }

    private func refuses(_ plan: Plan, on day: String) -> Bool {
        do throws(RunError) { try checkDays(of: plan, today: self.day(day)) } catch { return error.isUntimely }
        return false
    }

    private func plan(starts: String? = nil, until: String? = nil, law: (String, String)? = nil) -> Plan {
        let register = TableReference(dataset: "D", table: "register")
        var plan = Plan(
            edition: 2026, activity: Named("A"), controller: Named("C"), purpose: Named("P"),
            law: LawBasis(packs: [], holdsFrom: law.map { day($0.0) }, holdsUntil: law.map { day($0.1) }),
            optOuts: until.map { until in
                [
                    OptOut(
                        name: "o", register: register, person: "person",
                        matchedBy: ColumnReference(table: register, column: "person"), groups: [], until: day(until),
                        excludesUnreached: true)
                ]
            } ?? [])
        plan.starts = starts.map(day)
        return plan
    }

    private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
}
