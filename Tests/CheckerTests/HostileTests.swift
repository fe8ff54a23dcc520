// The worst texts, at sizes that end at once: what is exponential, or falls, is seen here; `lagrum-bench shapes` takes them further.
import Glibc
import Source
import Testing
import Trial

@Suite struct HostileTests {
    @Test(arguments: Shape.all.indices) func ends(_ index: Int) throws {
        let shape = Shape.all[index], files = shape.files(shape.small)
        let findings = try endure(files, entry: shape.entry, day: #require(Day("2026-11-21")))
        // One mistake, one finding: never more than there is text for.
        #expect(findings * 4 <= files.values.reduce(40) { $0 + $1.count }, "\(shape.name)")
    }

    /// Eight times as many mistakes take eight times as long, and not sixty-four: told by the thread's own seconds, which no other program
    /// takes part of.
    @Test(arguments: Shape.mistaken.indices) func growsNoFasterThanItsText(_ index: Int) throws {
        func seconds(_ size: Int) throws -> Double {
            let shape = Shape.mistaken[index], files = shape.files(size)
            func now() -> Double {
                var time = timespec()
                clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
                return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
            }
            let start = now()
            _ = try endure(files, entry: shape.entry, day: #require(Day("2026-11-21")))
            return now() - start
        }
        _ = try seconds(500)
        let small = try seconds(2_000), large = try seconds(16_000)
        #expect(large < 16 * small, "\(Shape.mistaken[index].name): \(small) s, then \(large) s")
    }

    @Test func whatGrowsTooLargeIsTold() throws {
        func codes(_ name: String, _ size: Int) throws -> Set<String> {
            let shape = try #require(Shape.all.first { $0.name == name })
            return Set(Trial().codes(shape.files(size)["input.lagrum"] ?? []))
        }
        #expect(try codes("definitions in a chain", 200).contains("N521"))
        #expect(try !codes("definitions in a chain", 40).contains("N521"))
        #expect(try codes("definitions that ask twice", 64).contains("N521"))
        #expect(try !codes("definitions that ask twice, short", 14).contains("N521"))
        #expect(try codes("concepts in a chain", 200).contains("N055"))
        #expect(try codes("concepts in a chain, from its end", 200).contains("N055"))
        #expect(try !codes("concepts in a chain", 28).contains("N055"))
        #expect(try !codes("concepts in a chain, from its end", 28).contains("N055"))
    }
}
