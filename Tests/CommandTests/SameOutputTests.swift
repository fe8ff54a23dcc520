// The same input gives the same bytes: for any number of threads, and in whatever order the paths stand.
import Glibc
import TestKit
import Testing

struct SameOutputTests {
    private static let samples = TestFile.root() + "/Samples"

    /// An estate that breaks rules here and there, and the project's samples, in each form of output.
    @Test(arguments: ["text", "json", "sarif", "github", "junit"]) func anyJobsAndOrder(_ format: String) throws {
        let folder = try Folder()
        let bench = try Folder.program("lagrum-bench")
        let said = try folder.shell("""
            '\(bench)' estate --files 24 --activities 160 --slips 200 --seed 7 --out estate > /dev/null
            cp -r '\(SameOutputTests.samples)' samples
            for from in estate samples; do
              lagrum check \(OutputTests.day) --format \(format) --jobs 1 $from > $from.first 2> $from.told; echo $? >> $from.told
              for jobs in 2 8; do
                lagrum check \(OutputTests.day) --format \(format) --jobs $jobs $from > again 2> told; echo $? >> told
                cmp again $from.first && cmp told $from.told || echo "$from, $jobs jobs"
              done
              find $from -name '*.lagrum' | sort -r > backwards
              awk 'NR % 3 == 1' backwards > mixed; awk 'NR % 3 == 0' backwards >> mixed; awk 'NR % 3 == 2' backwards >> mixed
              # A folder asked for as a whole says more of what nothing names than its files do one by one (N048).
              sort backwards | xargs "$LAGRUM" check \(OutputTests.day) --format \(format) --jobs 1 > listed 2> told
              for order in backwards mixed; do
                xargs "$LAGRUM" check \(OutputTests.day) --format \(format) --jobs 3 < $order > again 2> told; cmp again listed || echo "$from, $order"
              done
              wc -l < $from.first
            done
            """)
        let lines = said.out.split(separator: "\n").compactMap { Int($0.trimmingPrefix(" ")) }
        #expect(said.out.split(separator: "\n").count == 2 && said.error.isEmpty, "\(said)")
        #expect((lines.first ?? 0) > 20 || format == "json" || format == "sarif" || format == "junit", "the estate has findings: \(said)")
    }

    /// A check of so much that two threads give its memory back ends as one of little does: all is written, and the exit code stands.
    @Test func muchIsToldToItsEnd() throws {
        let said = try Folder().shell("""
            awk 'BEGIN { print "edition 2026\\nuse gdpr"; for (i = 0; i < 120000; i++) print "subject S" i " {\\n  relation: OwnClient\\n}"; print "subject Last { relaton: OwnClient }" }' > much.lagrum
            for jobs in 1 2; do lagrum check \(OutputTests.day) much.lagrum --jobs $jobs > told.$jobs; echo $?; done
            cmp told.1 told.2; tail -n 1 told.2
            """)
        #expect(said.out == "1\n1\n1 error.\n" && said.error.isEmpty, "\(said)")
    }

    /// What a command writes besides findings is the same too.
    @Test(arguments: ["fmt --check", "test", "export json", "remedy"]) func anyOrder(_ line: String) throws {
        let folder = try Folder()
        let said = try folder.shell("""
            cp -r '\(SameOutputTests.samples)/cases' cases; cd cases
            for order in 'C01.lagrum C02.lagrum C25.lagrum' 'C25.lagrum C02.lagrum C01.lagrum' 'C02.lagrum C25.lagrum C01.lagrum'; do
              lagrum \(line) $order > out 2> told; echo $? >> told
              if [ -e first ]; then cmp out first; cmp told first.told; else mv out first; mv told first.told; wc -c < first.told; fi
            done
            """)
        #expect(said.out.split(separator: "\n").count == 1 && said.error.isEmpty, "\(said)")
    }
}
