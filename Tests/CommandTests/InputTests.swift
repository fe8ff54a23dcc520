// Inputs that are no plain files, readers that leave, and runs that are interrupted: told clearly, and the rest is checked.
import Glibc
import TestKit
import Testing

struct InputTests {
    @Test(arguments: cases)
    func isTold(_ test: ProgramCase) throws {
        let text = try transcript(test.line, shown: test.shown) { try test.folder() }
        #expect(HelpTests.goldens.difference(text, test.golden) == nil)
    }

    private static let good = ["spec.lagrum": "edition 2026\nuse gdpr\n"]
    private static let people = ["spec.lagrum": "edition 2026\nuse gdpr\n", "people.csv": "personnummer;name;diagnosis\n19850101-1234;Anna Andersson;F32.1\n"]
    private static let day = OutputTests.day

    /// Rows of persons never come out, whatever is asked of the file that holds them.
    @Test(arguments: [
        "lagrum check people.csv", "lagrum check spec.lagrum", "lagrum check spec.lagrum --format json", "lagrum check spec.lagrum --format sarif", "lagrum check spec.lagrum --format github",
        "lagrum import odcs people.csv", "lagrum import fides people.csv", "lagrum import ddl people.csv", "lagrum import ddl rows.sql", "lagrum test people.csv", "lagrum plan people.csv", "lagrum explain people.csv:2",
    ])
    func rowsAreNotQuoted(_ line: String) throws {
        let files = ["spec.lagrum": "edition 2026\nuse gdpr\nimport \"people.csv\"\ndataset People {\n  tables: from \"people.csv\"\n}\n", "rows.sql": "INSERT INTO p VALUES ('Anna Andersson', '19850101-1234');\nCREATE TABLE x (a int\n"]
        let said = try Folder(InputTests.people.merging(files) { $1 }).shell(line)
        #expect(said.code != 0 && !(said.out + said.error).isEmpty)
        for value in ["Anna", "19850101", "F32"] { #expect(!(said.out + said.error).contains(value)) }
    }

    /// What a command makes never takes the place of what it was made from.
    @Test(arguments: [
        "lagrum plan spec.lagrum -o spec.lagrum", "lagrum check spec.lagrum -o ./spec.lagrum", "lagrum check spec.lagrum --write-baseline other.lagrum", "lagrum export json spec.lagrum -o link",
        "lagrum export dpv spec.lagrum -o lagrum.yaml",
    ])
    func sourcesAreNotWrittenOver(_ line: String) throws {
        let files = ["spec.lagrum": Texts.specification(), "other.lagrum": "edition 2026\n", "lagrum.yaml": "as of: 2026-11-21\n"]
        let folder = try Folder(files)
        let said = try folder.shell("ln -s spec.lagrum link; \(line)")
        #expect(said.code == 2 && said.error.contains("not written over"), "\(said)")
        for (name, text) in files { #expect(try folder.read(name) == text) }
    }

    /// A name is no line of the log, and paints nothing.
    @Test func namesAreShownAsText() throws {
        let said = try Folder(InputTests.good).shell("printf 'edition 2026\\nsubject S { relaton: OwnClient }\\n' > \"$(printf 'a\\n::error::b\\033[31m.lagrum')\"; lagrum check . \"$(printf 'no\\n::error::c')\"")
        #expect(said.code == 2 && !(said.out + said.error).contains("\n::error") && !(said.out + said.error).contains("\u{1B}"), "\(said)")
    }

    /// A variable that is not set is no path to the folder one stands in.
    @Test(arguments: ["check ''", "check '' spec.lagrum", "check --pack '' spec.lagrum", "test ''", "fmt '' spec.lagrum", "print ''", "plan ''", "run ''", "remedy ''", "fix ''", "config ''", "export json ''", "import ddl ''", "new spec ''", "diff-law --from 2026-01-01 --to 2026-02-01 ''"])
    func emptyPath(_ line: String) throws {
        let text = "edition 2026\nuse   gdpr\n", folder = try Folder(["spec.lagrum": text])
        let english = try folder.shell("lagrum \(line)"), swedish = try folder.shell("lagrum \(line)", language: "sv_SE.UTF-8")
        #expect(english.code == 2 && english.out.isEmpty && english.error == "lagrum: A path is empty: is a variable of the command not set? Give a file or a folder.\n", "\(english)")
        #expect(swedish.error == "lagrum: En sökväg är tom: är en variabel i kommandot inte satt? Ange en fil eller en mapp.\n", "\(swedish)")
        #expect(folder.names() == ["spec.lagrum"])
        #expect(try folder.read("spec.lagrum") == text)
    }

    @Test func modeStays() throws {
        let said = try Folder(InputTests.good).shell("touch out.json; chmod 600 out.json; lagrum check \(InputTests.day) spec.lagrum -o out.json; stat -c %a out.json")
        #expect(said.out == "600\n")
    }

    private static let learning = "a = clean Cases.cases { keep: days, kind }\nb, c = split a by 80%\ns = learn mst from b { epsilon: 1; delta: 1e-9 }\ny = generate 10 from s\nq = evaluate y against b, c { combined with: none because \"published\"; require: two_way_similarity >= 50%, worst_risk <= 50% }\nrelease y"

    @Test func budgetIsHeld() throws {
        let files = ["spec.lagrum": Texts.specification(pipeline: InputTests.learning), "cases.csv": Texts.rows, "lagrum.yaml": "as of: 2026-11-21\nbudgets: { Cases: { epsilon: 0.5, per: run } }\n"]
        let said = try Folder(files).shell("lagrum run spec.lagrum; ls")
        #expect(said.error.contains("would spend ε 1") && said.error.contains("is not run") && !said.out.contains("runs"), "\(said)")
        // Each of the two parts is held, and what has room is run.
        for (budget, isRun) in [("epsilon: 1, delta: 1e-10", false), ("epsilon: 1", true), ("epsilon: 1, delta: 1e-9", true)] {
            let other = try Folder(files.merging(["lagrum.yaml": "as of: 2026-11-21\nbudgets: { Cases: { \(budget), per: run } }\n"]) { $1 }).shell("lagrum run spec.lagrum; ls")
            #expect(other.error.contains("is not run") != isRun && other.out.contains("runs") == isRun, "\(budget): \(other)")
        }
    }

    static let cases: [ProgramCase] = [
        ProgramCase("input-broken-link", "ln -s gone.lagrum link.lagrum; lagrum check \(day) link.lagrum spec.lagrum", good),
        ProgramCase("input-broken-link-below", "ln -s gone.lagrum link.lagrum; lagrum check \(day) .", good),
        ProgramCase("input-link-circle", "ln -s b.lagrum a.lagrum; ln -s a.lagrum b.lagrum; lagrum check \(day) a.lagrum spec.lagrum", good),
        ProgramCase("input-folder-circle", "mkdir part; ln -s .. part/up; ln -s part loop; lagrum check \(day) .", good),
        ProgramCase("input-fifo", "mkfifo pipe.lagrum; lagrum check \(day) pipe.lagrum spec.lagrum", good),
        ProgramCase("input-fifo-below", "mkfifo pipe.lagrum; lagrum check \(day) .", good),
        ProgramCase("input-fifo-imported", "mkfifo pipe.lagrum; lagrum check \(day) spec.lagrum", ["spec.lagrum": "edition 2026\nimport \"pipe.lagrum\"\n"]),
        ProgramCase("input-device", "lagrum check \(day) /dev/zero spec.lagrum", good),
        ProgramCase("input-socket", "python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"talk.lagrum\")'; lagrum check \(day) talk.lagrum spec.lagrum", good),
        ProgramCase("input-handed-over", "exec 3< spec.lagrum; lagrum check \(day) /dev/fd/3", good),
        ProgramCase("input-latin1-name", "printf 'edition 2026\\n' > \"$(printf 'f\\366r.lagrum')\"; lagrum check \(day) .", good),
        ProgramCase("input-latin1-argument", "printf 'edition 2026\\n' > \"$(printf 'f\\366r.lagrum')\"; lagrum check \(day) \"$(printf 'f\\366r.lagrum')\" spec.lagrum", good),
        ProgramCase("input-huge", "truncate -s 3G huge.lagrum; lagrum check \(day) huge.lagrum spec.lagrum", good),
        ProgramCase("input-endless", "tr '\\0' ' ' < /dev/zero | lagrum check \(day) -", good),
        ProgramCase("input-no-stdin", "lagrum check \(day) - <&-", good),
        ProgramCase("input-other-kind", "lagrum check \(day) people.csv spec.lagrum", people),
        ProgramCase("input-import-other-kind", "lagrum check \(day) spec.lagrum", people.merging(["spec.lagrum": "edition 2026\nuse gdpr\nimport \"people.csv\"\ndataset People {\n  tables: from \"people.csv\"\n}\n"]) { $1 }),
        ProgramCase("input-two-spellings", "cd b; lagrum check \(day) . ../a ../link", ["a/x.lagrum": "edition 2026\nimport \"../b/y.lagrum\"\n", "b/y.lagrum": "edition 2026\nuse gdpr\nsubject S { relaton: OwnClient }\n", "link/z.lagrum": "edition 2026\n"]),
        ProgramCase("input-imported-twice", "ln -s y.lagrum link.lagrum; lagrum check \(day) x.lagrum", ["x.lagrum": "edition 2026\nuse gdpr\nimport \"y.lagrum\", \"link.lagrum\"\n", "y.lagrum": "edition 2026\nsubject S { relation: OwnClient }\n"]),
        ProgramCase("input-stdin-path-alone", "lagrum check \(day) spec.lagrum --stdin-path a.lagrum", good),
        ProgramCase("check-unread-document", "lagrum check \(day) gone.lagrum --format junit", good),
        ProgramCase("check-unread-baseline", "lagrum check \(day) gone.lagrum spec.lagrum --write-baseline known.json; ls", good),
        ProgramCase("check-jobs-joined", "lagrum check \(day) -j2 spec.lagrum", good),
        ProgramCase("check-output-dash", "lagrum check \(day) spec.lagrum -o -; ls", good),
        ProgramCase("remedy-unknown", "lagrum remedy \(day) --code Q999 spec.lagrum; lagrum remedy \(day) --at gone.lagrum:3 spec.lagrum", good),
        ProgramCase("explain-no-place", "lagrum explain \(day) spec.lagrum:0", good),
        ProgramCase("fmt-fifo", "mkfifo pipe.lagrum; lagrum fmt pipe.lagrum spec.lagrum", good),
        ProgramCase("fmt-broken-link-below", "ln -s gone.lagrum link.lagrum; lagrum fmt .", good),
        ProgramCase("test-fifo", "mkfifo pipe.lagrum; lagrum test \(day) pipe.lagrum spec.lagrum", ["spec.lagrum": Texts.specification() + OutputTests.test]),
        ProgramCase("explain-fifo", "mkfifo pipe.lagrum; lagrum explain \(day) pipe.lagrum:1", good),
        ProgramCase("plan-fifo", "mkfifo pipe.lagrum; lagrum plan \(day) pipe.lagrum", good),
    ]

    // MARK: As someone who is not root

    static let canBeNobody = geteuid() != 0 || ((try? Folder().shell("setpriv --reuid=65534 --regid=65534 --clear-groups true").code) == 0)

    /// Runs a line as one whom permissions bind: the programs are copied, since where they were built may be closed to others.
    func asNobody(_ folder: Folder, _ line: String) throws -> Said {
        chmod(folder.path, 0o755)
        if geteuid() != 0 { return try folder.shell(line) }
        let bin = try Folder()
        chmod(bin.path, 0o755)
        return try folder.shell("""
            cp "$LAGRUM" "$ENGINE" '\(bin.path)'; chmod 755 '\(bin.path)'/*
            lagrum() { setpriv --reuid=65534 --regid=65534 --clear-groups '\(bin.path)/lagrum' "$@"; }
            \(line)
            """)
    }

    @Test(.enabled(if: canBeNobody, "needs setpriv, or to be someone else than root")) func unreadable() throws {
        let folder = try Folder(["open/a.lagrum": "edition 2026\n", "shut.lagrum": "edition 2026\n", "closed/b.lagrum": "edition 2026\n", "z.lagrum": "subject S is Nowhere\n"])
        chmod(folder.path + "/shut.lagrum", 0)
        chmod(folder.path + "/closed", 0)
        defer { chmod(folder.path + "/closed", 0o755) }
        let said = try asNobody(folder, "lagrum check .")
        #expect(said.code == 2)
        #expect(said.error == "lagrum: The folder `./closed` can't be read: permission denied.\nlagrum: The file `./shut.lagrum` may not be read.\n")
        // The rest is checked.
        #expect(said.out.contains("z.lagrum:1:") && said.out.contains("Nowhere"))
    }

    @Test(.enabled(if: canBeNobody, "needs setpriv, or to be someone else than root"), arguments: [
        ("lagrum fmt spec.lagrum", 2), ("lagrum check --output found.txt spec.lagrum", 5), ("lagrum check --write-baseline known.json spec.lagrum", 5),
        ("lagrum plan spec.lagrum -o plan.json", 5), ("lagrum run spec.lagrum", 5),
    ])
    func readOnlyFolder(_ line: String, _ code: Int) throws {
        let folder = try Folder(["spec.lagrum": Texts.specification().replacingAll("  controller:", " controller:"), "cases.csv": Texts.rows])
        let said = try asNobody(folder, line)
        #expect(said.code == code, "\(said)")
        #expect(said.error.contains("permission denied") || said.error.contains("not allowed"), "\(said)")
        #expect(folder.names() == ["cases.csv", "spec.lagrum"])
    }

    // MARK: Readers that leave

    /// A reader that has had enough is no error, and does not hide the findings.
    @Test(arguments: ["check spec.lagrum", "check --format json spec.lagrum", "check --format sarif spec.lagrum", "fmt --diff spec.lagrum", "explain --format html P004", "--help"])
    func pipedToHead(_ line: String) throws {
        let many = (0..<600).map { "subject   S\($0) is Nowhere\n" }.joined()
        let folder = try Folder(["spec.lagrum": "edition 2026\nuse gdpr\n" + many])
        let said = try folder.shell("{ lagrum \(line); echo $? >&3; } 3>code | head -n 1")
        #expect(said.out.split(separator: "\n").count == 1)
        #expect(!said.error.contains("roken pipe"), "\(said)")
        let expected = line.hasPrefix("check") ? "1\n" : "0\n"
        #expect(try folder.read("code") == expected)
    }

    /// Nobody ever reads: the same, at once.
    @Test func closedOutput() throws {
        let folder = try Folder(["spec.lagrum": "subject S is Nowhere\n"])
        #expect(try folder.shell("{ sleep 0.2; lagrum check spec.lagrum; echo $? >code; } | true; sleep 1; cat code").out == "1\n")
    }

    // MARK: Interrupted

    /// Ctrl-C while standard input is waited for: ended by the signal, which shells tell as 130.
    @Test(arguments: ["check -", "fmt -", "test -"])
    func interrupted(_ line: String) throws {
        let folder = try Folder()
        let said = try folder.shell("""
            mkfifo hold; sleep 5 > hold & S=$!
            setsid "$LAGRUM" \(line) < hold & P=$!
            sleep 0.4; kill -INT -$P; wait $P; C=$?; kill $S; exit $C
            """)
        #expect(said.code == 130, "\(said)")
        #expect(said.out.isEmpty && said.error.isEmpty)
        #expect(folder.names() == ["hold"])
    }

    /// In the middle of writing: the file keeps its old contents, and nothing half-written lies beside it.
    @Test func interruptedWhileWriting() throws {
        let large = "edition 2026\n" + (0..<60_000).map { "subject   S\($0)   is   Child\n" }.joined()
        for delay in ["0.02", "0.1", "0.3", "0.6", "1.0"] {
            let folder = try Folder(["a.lagrum": large, "b.lagrum": large])
            let said = try folder.shell("setsid \"$LAGRUM\" fmt a.lagrum b.lagrum & P=$!; sleep \(delay); kill -INT -$P; wait $P")
            #expect([0, 130].contains(said.code))
            #expect(folder.names() == ["a.lagrum", "b.lagrum"])
            for name in ["a.lagrum", "b.lagrum"] {
                let text = try folder.read(name)
                #expect(text == large || (text.hasSuffix("is Child\n") && !text.contains("   ")))
            }
        }
    }

    /// A pipe or a device as the output is written to, and not replaced by a file.
    @Test func outputThatIsNoFile() throws {
        let folder = try Folder(["spec.lagrum": Texts.specification()])
        let said = try folder.shell("mkfifo out; cat out > came & lagrum plan spec.lagrum -o out > /dev/null; wait; [ -p out ] && cmp came out.sources.json; lagrum plan spec.lagrum | cmp - came && echo same")
        #expect(said.out.hasSuffix("same\n"), "\(said)")
        #expect(folder.names().contains("out"))
        let link = try Folder(["spec.lagrum": Texts.specification()])
        #expect(try link.shell("mkdir there; ln -s there/plan.json plan.json; touch there/plan.json; lagrum plan spec.lagrum -o plan.json > /dev/null; [ -L plan.json ] && [ -s there/plan.json ] && echo kept").out == "kept\n")
    }
}

// MARK: Watching

struct WatchTests {
    /// A round for each change: what is new, what is gone; a file that comes, a configuration that changes; then Ctrl-C.
    @Test func tellsWhatChanges() throws {
        let folder = try Folder(["a.lagrum": "edition 2026\nsubject S is Child\n"])
        let said = try folder.shell("""
            said() { n=0; while [ $n -lt 200 ] && [ "$(grep -c Watching came)" -lt $1 ]; do sleep 0.05; n=$((n + 1)); done; }
            : > came
            setsid "$LAGRUM" check --watch . > came 2>&1 & P=$!
            said 1; printf 'edition 2026\\nsubject S is Chidl\\n' > a.lagrum
            said 2; printf 'edition 2026\\nsubject T is Nowhere\\n' > b.lagrum
            said 3; printf 'edition 2026\\nsubject S is Child\\n' > a.lagrum
            said 4; rm b.lagrum
            said 5; kill -INT -$P; wait $P; echo "exit $?"; cat came
            """)
        let out = said.out
        #expect(out.hasPrefix("exit 130\n"), "\(said)")
        let rounds = out.split(separator: "Watching ", omittingEmptySubsequences: false).map(String.init)
        try #require(rounds.count == 6, "\(out)")
        #expect(rounds[0].contains("No findings."))
        #expect(rounds[1].contains("Chidl") && rounds[1].contains("Did you mean `Child`?"))
        #expect(rounds[2].hasPrefix("1 file.") && rounds[2].contains("Nowhere") && !rounds[2].contains("Chidl"))
        #expect(rounds[3].contains("gone: N005") && !rounds[3].contains("Nowhere"))
        #expect(rounds[4].contains("gone: N005") && rounds[4].contains("No findings."))
    }

    /// What was watched is gone: told once, and watched for; it may come back.
    @Test func goneIsToldOnce() throws {
        let folder = try Folder(["work/a.lagrum": "edition 2026\n"])
        let said = try folder.shell("""
            until_said() { n=0; while [ $n -lt 200 ] && ! grep -q "$1" came; do sleep 0.05; n=$((n + 1)); done; }
            : > came
            setsid "$LAGRUM" check --watch work > came 2>&1 & P=$!
            until_said Watching; mv work away
            until_said 'no file'; sleep 1.5; grep -c 'no file' came
            mv away work; printf 'edition 2026\\nsubject S is Nowhere\\n' > work/a.lagrum
            until_said Nowhere; kill -INT -$P; wait $P; echo "exit $?"; grep -c Nowhere came
            """)
        #expect(said.out.hasPrefix("1\nexit 130\n") && !said.out.hasSuffix("\n0\n"), "\(said)")
    }

    @Test func endsWhenNobodyReads() throws {
        let folder = try Folder(["a.lagrum": "edition 2026\n"])
        let said = try folder.shell("{ timeout 20 \"$LAGRUM\" check --watch a.lagrum; echo $? > code; } | head -n 1; cat code")
        #expect(said.out == "No findings. Watching 1 file.\n0\n", "\(said)")
    }
}
