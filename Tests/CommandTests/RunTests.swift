// Runs by the programs: plan files and their specifications, interruption, gates, and that what comes out is what the text says.
import Glibc
import TestKit
import Testing

struct RunTests {
    private let files = ["spec.lagrum": Texts.specification(), "cases.csv": Texts.rows]

    /// A plan runs with the specification that gives it, and with no other.
    @Test func planFile() throws {
        let folder = try Folder(files)
        #expect(try folder.shell("mkdir plans; lagrum plan spec.lagrum -o plans/act.json").code == 0)
        #expect(folder.names("plans") == ["act.json", "act.sources.json"])
        let origin = try folder.read("plans/act.sources.json")
        #expect(origin.contains("\"specification\" : \"../spec.lagrum\"") && !origin.contains(folder.path))
        #expect(try folder.shell("lagrum run plans/act.json").code == 0)
        #expect(try folder.shell("cd plans; lagrum run act.json --runs ../runs2").code == 0)
        // A comment changes nothing.
        try folder.write(Array(("// a comment\n" + Texts.specification()).utf8), "spec.lagrum")
        #expect(try folder.shell("lagrum run plans/act.json").code == 0)
        // The specification says something else now.
        try folder.write(Array(Texts.specification().replacingAll("integer(0..2000)", "integer(0..2001)").utf8), "spec.lagrum")
        let changed = try folder.shell("lagrum run plans/act.json")
        #expect(changed.code == 4 && changed.error.contains("not what the specification gives now"))
        // The plan does.
        try folder.write(Array(Texts.specification().utf8), "spec.lagrum")
        try folder.write(Array(try folder.read("plans/act.json").replacingAll("\"Cases\"", "\"Kases\"").utf8), "plans/act.json")
        #expect(try folder.shell("lagrum run plans/act.json").code == 4)
        // The specification is gone, or faulty.
        #expect(try folder.shell("rm spec.lagrum; lagrum run plans/act.json").code == 2)
        try folder.write(Array(Texts.specification().replacingAll("Cases.cases", "Cases.case").utf8), "spec.lagrum")
        #expect(try folder.shell("lagrum run plans/act.json").code == 1)
        #expect(folder.names("runs").count == 2)
    }

    /// The same bytes from standard output, from another folder, and by an absolute path.
    @Test func planBytes() throws {
        let folder = try Folder(files)
        let said = try folder.shell("lagrum plan spec.lagrum > a.json; mkdir b; cd b; lagrum plan ../spec.lagrum -o b.json; lagrum plan \"$PWD/../spec.lagrum\" > c.json; cat b.json > /dev/null; cmp ../a.json b.json && cmp b.json c.json && echo same")
        #expect(said.out.hasSuffix("same\n") && said.error.isEmpty)
        #expect(try folder.read("a.json").hasSuffix("}\n"))
    }

    @Test func planOfSeveral() throws {
        let folder = try Folder(["spec.lagrum": Texts.specification() + Texts.specification().split(separator: "activity Act").last.map { "activity Other" + $0 }!, "cases.csv": Texts.rows])
        #expect(try folder.shell("lagrum plan spec.lagrum").code == 2)
        let said = try folder.shell("lagrum plan --activity Other spec.lagrum")
        #expect(said.code == 0 && said.out.contains("\"name\" : \"Other\""))
        #expect(try folder.shell("lagrum plan --activity None spec.lagrum").code == 2)
    }

    /// Data by another path than the specification's.
    @Test func otherData() throws {
        let folder = try Folder(["spec.lagrum": Texts.specification(), "other/rows.csv": Texts.rows])
        #expect(try folder.shell("lagrum run spec.lagrum").code == 2)
        #expect(try folder.shell("lagrum run --data Cases=other/rows.csv spec.lagrum").code == 0)
    }

    /// A specification elsewhere: its data lie beside it, its runs where one stands.
    @Test func pathsCountFromTheSpecification() throws {
        let folder = try Folder(["a/spec.lagrum": Texts.specification(), "a/cases.csv": Texts.rows])
        #expect(try folder.shell("lagrum run a/spec.lagrum").code == 0)
        #expect(folder.names() == ["a", "runs"])
        #expect(folder.names("a") == ["cases.csv", "spec.lagrum"])
    }

    /// A gate that fails: nothing is released, the data are gone, and the code says so.
    @Test func failedGate() throws {
        var rows = "id,days,kind,won\n"
        for row in 0..<600 { rows += "\(row),\(row * 37 % 2000),\(row % 3 == 0 ? "custody" : "contact"),\(row % 2)\n" }
        let pipeline = """
            a = clean Cases.cases { keep: days, kind, won; bands: days into 0, 500, 1000, 2000 }
            b, c = split a by 80%
            s = learn mst from b { epsilon: 1; delta: 1e-9 }
            y = generate 300 from s
            q = evaluate y against b, c { combined with: none because "published"; attacks: 50; require: two_way_similarity >= 100%, worst_risk <= 90% }
            delete a, b, c after q
            release y
            """
        let folder = try Folder(["spec.lagrum": Texts.specification(pipeline: pipeline), "cases.csv": rows])
        let said = try folder.shell("lagrum run spec.lagrum")
        #expect(said.code == 3, "\(said)")
        #expect(said.out.contains("q.two_way_similarity") && said.out.contains("Nothing is released"))
        #expect(try folder.run() == ["evidence.json", "plan.json", "report.html"])
    }

    /// Ctrl-C: to the whole group, as a terminal sends it.
    @Test func interrupt() throws {
        var rows = "id,days,kind,won\n"
        for row in 0..<60_000 { rows += "\(row),\(row % 2000),custody,1\n" }
        let pipeline = """
            a = clean Cases.cases { keep: days, kind, won }
            b, c = split a by 80%
            s = learn mst from b { epsilon: 1; delta: 1e-9 }
            y = generate 200_000 from s
            q = evaluate y against b, c { combined with: none because "published"; attacks: 20_000; require: two_way_similarity >= 1%, worst_risk <= 99% }
            delete a, b, c after q
            release y
            """
        let folder = try Folder(["spec.lagrum": Texts.specification(pipeline: pipeline), "cases.csv": rows])
        // The run's folder is there once the engine listens; a session of its own takes the signal as a terminal's group would.
        let said = try folder.shell("""
            setsid "$LAGRUM" run --lang en spec.lagrum & P=$!
            n=0; while [ $n -lt 600 ] && ! ls runs/*/work >/dev/null 2>&1; do sleep 0.05; n=$((n + 1)); done
            kill -INT -$P; wait $P
            """)
        #expect(said.code == 130, "\(said)")
        #expect(said.error.contains("interrupted"))
        #expect(try folder.run() == ["evidence.json", "plan.json", "report.html"])
    }

    /// From the text of a specification and its tables to the rows that come out.
    @Test(arguments: [
        ("kept", "a = clean Cases.cases { keep: days, kind }", "id,days,kind\n1,10,custody\n2,20,contact\n3,30,custody\n"),
        ("where", "a = clean Cases.cases { keep: days; where: won and days > 10 }", "id,days\n3,30\n"),
        ("choices", "a = clean Cases.cases { keep: days; where: kind in [contact] or custody == kind and not won }", "id,days\n2,20\n"),
        ("rejected", "a = clean Cases.cases { keep: days; reject: days == 20 because \"it is 20\" }", "id,days\n1,10\n3,30\n"),
        ("computed", "a = clean Cases.cases { keep: days; twice = days * 2 within 0..4000; more = twice + 1 within 0..50; long = more > 21 }", "id,days,twice,more,long\n1,10,20,21,false\n2,20,40,41,true\n"),
        ("banded", "a = clean Cases.cases { keep: days; bands: days into 0, 15, 2000 }", "id,days\n1,0\n2,15\n3,15\n"),
        ("distinct", "a = clean Cases.cases { keep: kind; distinct: yes }", "id,kind\n1,custody\n2,contact\n"),
        ("not distinct", "a = clean Cases.cases { keep: kind; distinct: no }", "id,kind\n1,custody\n2,contact\n3,custody\n"),
        ("joined", "a = consolidate Cases.cases, Parties.parties by id { keep: days; n = count(parties) within 0..9; oldest = max(age) within 0..120; ill = any(ill); all = every(ill) }",
            "id,days,n,oldest,ill,all\n1,10,2,50,true,false\n2,20,1,30,true,true\n3,30,0,,false,true\n"),
        ("filtered by the joined", "a = consolidate Cases.cases, Parties.parties by id { keep: days; where: count(parties where age > 20) > 0 and days < 100 }", "id,days\n1,10\n2,20\n"),
        ("one to one", "a = consolidate Cases.cases, Parties.scores by id { keep: cases.days; points = scores.days + 1 within 0..9; both = points + days within 0..100 }",
            "id,days,points,both\n1,10,6,16\n3,30,8,38\n"),
        ("of relations", "c = clean Cases.cases { keep: days }\np = consolidate Parties.parties by party { keep: party, id, age }\na = consolidate c, p by id { keep: days; young = min(age) within 0..120 }",
            "id,days,young\n1,10,20\n2,20,30\n3,30,\n"),
    ])
    func rows(_ name: String, _ steps: String, _ expected: String) throws {
        let parties = """
            dataset Parties {
              controller: Firm; collected for: Keep; state: Anonymous because "published"; source: sqlite("parties.db")
              table parties by party many per cases.id { party: id; id: id; age: integer(0..120); ill: flag }
              table scores by id { id: id; days: integer(0..9) }
            }

            """
        let sql = "CREATE TABLE parties (party, id, age, ill); INSERT INTO parties VALUES ('p1', '1', 20, 0), ('p2', '1', 50, 1), ('p3', '2', 30, 1);"
            + "CREATE TABLE scores (id, days); INSERT INTO scores VALUES ('1', 5), ('3', 7);"
        let folder = try Folder(["spec.lagrum": Texts.specification(pipeline: steps + "\nrelease a") + parties, "cases.csv": Texts.rows, "make.sql": sql])
        let said = try folder.shell("python3 -c 'import sqlite3; c = sqlite3.connect(\"parties.db\"); c.executescript(open(\"make.sql\").read()); c.commit()'\nlagrum run spec.lagrum")
        #expect(said.code == 0, "\(said)")
        let run = try #require(folder.names("runs").first)
        let came = try folder.read("runs/\(run)/release/a.csv").replacingAll("\r\n", "\n")
        // Rows have no order.
        #expect(came.split(separator: "\n").sorted() == expected.split(separator: "\n").sorted())
    }
}
