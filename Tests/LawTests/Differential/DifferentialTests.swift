// The evaluator against the naive one, on random packs and specifications.
//
// LAGRUM_DIFFERENTIAL_COUNT=100000 LAGRUM_DIFFERENTIAL_SEED=7 swift test -c release --filter Differential
// runs more; LAGRUM_DIFFERENTIAL_ONLY=<seed> runs one case, and prints it.
import Glibc
import Source
import Testing

private func setting(_ name: String) -> UInt64? { getenv(name).flatMap { UInt64(String(cString: $0)) } }

private func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

struct DifferentialTests {
    /// One case in so many is edited and asked again, with what the edit left taken over.
    private static let editing: UInt64 = 4

    @Test("rules, decisions and what they rest on agree with brute force on random packs and specifications, also after an edit")
    func agreement() {
        let only = setting("LAGRUM_DIFFERENTIAL_ONLY")
        let first = only ?? (setting("LAGRUM_DIFFERENTIAL_SEED") ?? 1) &* 1_000_000_000
        let count = only == nil ? setting("LAGRUM_DIFFERENTIAL_COUNT") ?? 400 : 1
        let start = (wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID))
        var total = Differences(), failed = 0, unreadable = 0
        func ask(_ seed: UInt64, _ test: Case) -> Differences {
            seed % DifferentialTests.editing == 0 ? differences(test, editedBy: seed) : differences(test)
        }
        for seed in first..<(first + count) {
            let test = Generator.makeCase(seed: seed)
            let found = ask(seed, test)
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
            total.edits += found.edits
            guard !found.lines.isEmpty else { continue }
            failed += 1
            guard failed <= 5 else { continue }
            let small = shrunk(test) { ask(seed, $0) }
            Issue.record("seed \(seed): \(ask(seed, small).lines.joined(separator: "\n"))\n\(text(of: small))")
        }
        let wall = seconds(CLOCK_MONOTONIC) - start.wall, cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - start.cpu
        print(
            """
            differential, seeds \(first) to \(first + count - 1)
              evaluations     \(total.evaluations) of rules (\(total.fired) fired, \(total.waiting) facts waited for)
              decisions       \(total.decisions) (\(total.exact) settled by brute force, \(total.open) open)
              specifications  \(count), and \(total.edits) edited ones on what the run before kept
              packs           \(count)
              disagreements   \(failed)
              seconds         \(wall.rounded()) (\(cpu.rounded()) of CPU)
            """)
        #expect(failed == 0)
        #expect(unreadable == 0)
        if only == nil {
            #expect(total.fired > 0 && total.waiting > 0 && total.open > 0 && total.exact * 2 > total.decisions && total.edits > 0, "the cases say something")
        }
    }

    private func text(of test: Case) -> String {
        "as of \(Day(number: test.pack.asOf))\n// prelude\n\(test.world.prelude)\n// pack\n\(test.pack.text(test.world))\n// specification\n\(test.world.specification)"
    }
}
