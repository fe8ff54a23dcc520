// The evaluator against the naive one, on random packs and specifications.
//
// LAGRUM_DIFFERENTIAL_COUNT=100000 LAGRUM_DIFFERENTIAL_SEED=7 swift test -c release --filter Differential
// runs more; LAGRUM_DIFFERENTIAL_ONLY=<seed> runs one case, and prints it.
import Glibc
import Source
import Testing

private func setting(_ name: String) -> UInt64? { getenv(name).flatMap { UInt64(String(cString: $0)) } }

struct DifferentialTests {
    @Test("rules, decisions and what they rest on agree with brute force on random packs and specifications")
    func agreement() {
        let only = setting("LAGRUM_DIFFERENTIAL_ONLY")
        let first = only ?? (setting("LAGRUM_DIFFERENTIAL_SEED") ?? 1) &* 1_000_000_000
        let count = only == nil ? setting("LAGRUM_DIFFERENTIAL_COUNT") ?? 400 : 1
        var total = Differences(), failed = 0, unreadable = 0
        for seed in first..<(first + count) {
            let test = Generator.makeCase(seed: seed)
            let found = differences(test)
            if only != nil { print(text(of: test)) }
            if let problem = found.unreadable {
                unreadable += 1
                if unreadable <= 3 { Issue.record("seed \(seed) does not load: \(problem)\n\(text(of: test))") }
                continue
            }
            total.evaluations += found.evaluations
            total.decisions += found.decisions
            total.exact += found.exact
            total.open += found.open
            total.fired += found.fired
            total.waiting += found.waiting
            guard !found.lines.isEmpty else { continue }
            failed += 1
            guard failed <= 5 else { continue }
            let small = shrunk(test)
            Issue.record("seed \(seed): \(differences(small).lines.joined(separator: "\n"))\n\(text(of: small))")
        }
        print(
            "differential: \(count) cases, \(total.evaluations) rule evaluations (\(total.fired) fired, \(total.waiting) facts waited for), "
                + "\(total.decisions) decisions (\(total.exact) settled by brute force, \(total.open) open), \(failed) cases disagree")
        #expect(failed == 0)
        #expect(unreadable == 0)
        if only == nil {
            #expect(total.fired > 0 && total.waiting > 0 && total.open > 0 && total.exact * 2 > total.decisions, "the cases say something")
        }
    }

    private func text(of test: Case) -> String {
        "as of \(Day(number: test.pack.asOf))\n// prelude\n\(test.world.prelude)\n// pack\n\(test.pack.text(test.world))\n// specification\n\(test.world.specification)"
    }
}
