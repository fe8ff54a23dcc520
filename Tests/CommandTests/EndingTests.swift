// However a command ends — nobody reads, the disk is full, Ctrl-C, files that go — its exit code is the documented one and nothing is
// left half-written.
import Glibc
import TestKit
import Testing

struct EndingTests {
    /// What each command needs, and its exit code when all is well.
    private static let commands: [(line: String, code: Int)] = [
        ("check spec.lagrum", 1), ("check --format json spec.lagrum", 1), ("check --format sarif spec.lagrum", 1), ("check --format github spec.lagrum", 1),
        ("check --format junit spec.lagrum", 1), ("fmt --diff spec.lagrum", 0), ("fmt --check spec.lagrum", 1), ("test good.lagrum", 0), ("remedy spec.lagrum", 0),
        ("remedy --format json spec.lagrum", 0), ("explain P004", 0), ("explain spec.lagrum:3", 0), ("explain --format html P004", 0), ("export json good.lagrum", 0),
        ("config", 0), ("diff-law --from 2026-01-01 --to 2027-01-01 good.lagrum", 0), ("plan good.lagrum", 0), ("fix --diff spec.lagrum", 0), ("completions bash", 0), ("help check", 0),
    ]

    private static func folder() throws -> Folder {
        let many = (0..<120).map { "subject   S\($0) is Nowhere\n" }.joined()
        return try Folder(["spec.lagrum": "edition 2026\nuse gdpr\n" + many, "good.lagrum": Texts.specification() + OutputTests.test])
    }

    /// A reader that leaves, a reader that never came: no error, and the code tells what was found.
    @Test(arguments: commands.map(\.line)) func nobodyReads(_ line: String) throws {
        let folder = try EndingTests.folder(), names = folder.names()
        let whole = try folder.shell("lagrum \(line)").code
        for reader in ["head -n 1", "true"] {
            let said = try folder.shell("{ lagrum \(line); echo $? >&3; } 3>code 2>err | \(reader); cat code err")
            let last = said.out.split(separator: "\n").map(String.init)
            #expect(last.contains("\(whole)"), "\(reader): \(said)")
            #expect(!said.out.contains("roken pipe") && !said.out.contains("can't be written"), "\(reader): \(said)")
        }
        #expect(folder.names() == names + ["code", "err"].filter { !names.contains($0) } || Set(folder.names()) == Set(names + ["code", "err"]))
    }

    /// What can't be written is told, with its reason, and is no success.
    @Test(.enabled(if: access("/dev/full", W_OK) == 0, "needs /dev/full"), arguments: commands.map(\.line)) func fullDisk(_ line: String) throws {
        let folder = try EndingTests.folder()
        // A command that says nothing on standard output has nothing to lose.
        guard try !folder.shell("lagrum \(line)").out.isEmpty else { return }
        for (target, reason) in [("> /dev/full", "no space is left"), (">&-", "it is not open")] {
            let said = try folder.shell("lagrum \(line) \(target)")
            #expect(said.code == 5, "\(target): \(said)")
            #expect(said.error.hasSuffix("lagrum: Standard output can't be written: \(reason).\n"), "\(target): \(said)")
        }
        #expect(try folder.shell("lagrum \(line) > /dev/full", language: "sv_SE.UTF-8").error.hasSuffix("lagrum: Standard ut kan inte skrivas: lagringsutrymmet är slut.\n"))
        #expect(try folder.shell("lagrum \(line) > /dev/full 2> /dev/full").code == 5)
    }

    /// With its streams closed, a command writes its words into no file that it opens.
    @Test func closedStreamsAreNobodysFiles() throws {
        let folder = try Folder(["spec.lagrum": "edition 2026\nsubject   S is Child\nsubject T is Nowhere\n"])
        let said = try folder.shell("\"$LAGRUM\" fmt spec.lagrum <&- >&- 2>&-; echo $?; \"$LAGRUM\" check --output found.txt spec.lagrum <&- >&- 2>&-; echo $?; \"$LAGRUM\" check spec.lagrum <&- >&- 2>&-; echo $?")
        #expect(said.out == "0\n1\n5\n", "\(said)")
        #expect(try folder.read("spec.lagrum") == "edition 2026\nsubject S is Child\nsubject T is Nowhere\n")
        #expect(try folder.read("found.txt").hasPrefix("error[N005]"))
    }

    // MARK: Signals

    /// While standard input is waited for: ended by the signal, as shells tell it.
    @Test(arguments: ["check -", "fmt -", "test -"], [("INT", 130), ("TERM", 143), ("HUP", 129)])
    func signalled(_ line: String, _ signal: (name: String, code: Int)) throws {
        let folder = try Folder()
        let said = try folder.shell("""
            mkfifo hold; sleep 5 > hold & S=$!
            setsid "$LAGRUM" \(line) < hold & P=$!
            sleep 0.4; kill -\(signal.name) -$P; wait $P; C=$?; kill $S; exit $C
            """)
        #expect(said.code == signal.code, "\(said)")
        // The shell names the signal by itself.
        #expect(said.out.isEmpty && ["", "Terminated\n", "Hangup\n"].contains(said.error), "\(said)")
        #expect(folder.names() == ["hold"])
    }

    /// In the middle of work: ended by the signal, or done. Nothing new lies there, and what was there is whole.
    @Test(arguments: [
        "check large.lagrum", "check --format sarif large.lagrum", "check --write-baseline known.json large.lagrum", "test large.lagrum", "remedy large.lagrum",
        "explain large.lagrum:4000", "export json large.lagrum", "fix large.lagrum", "plan -o plan.json large.lagrum",
    ])
    func interruptedAtWork(_ line: String) throws {
        let large = Texts.specification() + OutputTests.test + (0..<8_000).map { "subject S\($0) is Child\nsubject T\($0) is Chidl\n" }.joined()
        for (delay, name, code) in [("0.02", "INT", 130), ("0.15", "TERM", 143), ("0.4", "INT", 130)] {
            let folder = try Folder(["large.lagrum": large])
            let said = try folder.shell("setsid \"$LAGRUM\" \(line) > out 2> err & P=$!; sleep \(delay); kill -\(name) -$P 2>/dev/null; wait $P")
            #expect([0, 1, 2, Int32(code)].contains(said.code), "\(delay): \(said)")
            let done: Set<String> = said.code == code ? [] : ["known.json", "plan.json", "plan.sources.json"]
            #expect(Set(folder.names()).subtracting(done) == ["large.lagrum", "out", "err"], "\(delay)")
            if !line.hasPrefix("fix") { #expect(try folder.read("large.lagrum") == large) }
            #expect(try folder.read("large.lagrum").hasSuffix("\n"))
        }
    }

    // MARK: Files that are not what they seem

    /// A folder by a specification's name is looked into like any other; imported, it is no file, and what it might have declared is no second finding.
    @Test func folderNamedAsAFile() throws {
        let folder = try Folder(["x.lagrum/inner.lagrum": "subject S is Nowhere\n", "spec.lagrum": "edition 2026\nimport \"x.lagrum\"\nsubject T is Nowhere\n"])
        for line in ["lagrum check .", "lagrum check x.lagrum spec.lagrum"] {
            let said = try folder.shell(line)
            #expect(said.code == 1 && said.error.isEmpty, "\(said)")
            #expect(said.out.contains("x.lagrum/inner.lagrum:1:") && said.out.contains("spec.lagrum:2:8") && !said.out.contains("spec.lagrum:3:"), "\(said)")
        }
        #expect(try folder.shell("lagrum fmt x.lagrum").code == 0)
    }

    /// Files that come and go while they are read: told or not, never a crash, and what stays is checked.
    @Test func filesThatGo() throws {
        let folder = try Folder(Dictionary(uniqueKeysWithValues: (0..<40).map { ("gone\($0).lagrum", "edition 2026\n") } + [("stays.lagrum", "edition 2026\nsubject S is Nowhere\n")]))
        let said = try folder.shell("""
            (while [ ! -e stop ]; do rm -f gone*.lagrum; for i in 1 2 3 4 5 6 7 8 9; do echo 'edition 2026' > gone$i.lagrum; done; done) & L=$!
            for i in 1 2 3 4 5 6 7 8 9 10 11 12; do lagrum check . > out 2> err; C=$?; grep -q stays.lagrum:2 out || echo lost; grep -v 'There is no file' err; echo $C; done
            touch stop; wait $L
            """)
        let codes = said.out.split(separator: "\n")
        #expect(codes.count == 12 && codes.allSatisfy { $0 == "1" || $0 == "2" }, "\(said)")
    }

    @Test(.enabled(if: InputTests.canBeNobody, "needs setpriv, or to be someone else than root"), arguments: [
        ("lagrum fix spec.lagrum", 2), ("lagrum new rule H001", 5), ("lagrum new spec other", 5), ("lagrum export json --out out.json good.lagrum", 5),
        ("lagrum import ddl tables.sql --out new.lagrum", 5), ("lagrum remedy --as-of 2026-11-21 --apply 1 claimed.lagrum", 5),
    ].map(\.0))
    func readOnlyFolder(_ line: String) throws {
        let folder = try Folder([
            "spec.lagrum": "edition 2026\nsubject Client is Chidl\n", "good.lagrum": Texts.specification(), "tables.sql": "CREATE TABLE cases (id INTEGER PRIMARY KEY);\n",
            "claimed.lagrum": Texts.specification().replacingAll("  runs in:    Warm\n", "  runs in:    Warm\n  exemption:  Statistics  // as it was before\n"),
        ])
        let names = folder.names()
        let said = try InputTests().asNobody(folder, line)
        #expect([2, 5].contains(said.code), "\(said)")
        #expect(said.error.contains("permission denied") || said.error.contains("not allowed"), "\(said)")
        #expect(folder.names() == names)
        // Reading alone is no trouble.
        #expect(try InputTests().asNobody(folder, "lagrum config && lagrum check good.lagrum").code == 0)
    }
}
