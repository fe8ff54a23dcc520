// Texts as YAML: what is read, where it stands in bytes, and what every kind of mistake says.
import Source
import Testing
import Yaml

struct YamlTests {
    static func read(_ text: String, several: Bool = false) -> YamlDocuments {
        readYaml(Text(path: "a.yaml", text), several: several)
    }

    /// The tree as one line: a way to compare what was read.
    static func shown(_ node: YamlNode?) -> String {
        guard let node else { return "nothing" }
        return switch node.form {
        case .scalar(let scalar): scalar.isPlain ? scalar.text : "'\(scalar.text)'"
        case .sequence(let items): "[" + items.map(shown).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { shown($0.key) + ($0.isMerged ? "<: " : ": ") + shown($0.value) }.joined(separator: ", ")
                + "}"
        }
    }

    @Test(arguments: [
        ("a: 1\nb: [x, 'y z', \"w\"]\n", "{a: 1, b: [x, 'y z', 'w']}"),
        ("- a\n- b: c\n  d: e\n", "[a, {b: c, d: e}]"),
        ("a: |\n  line one\n  line two\nb: >\n  folded\n  text\n", "{a: 'line one\nline two\n', b: 'folded text\n'}"),
        ("\u{FEFF}a: 1\n", "{a: 1}"),
        ("# nothing but words\n", "nothing"),
        ("", "nothing"),
        ("a:\n", "{a: }"),
        ("base: &b {x: 1, y: 2}\nuse: *b\n", "{base: {x: 1, y: 2}, use: {x: 1, y: 2}}"),
        (
            "b: &b {x: 1, y: 2}\nc: &c {y: 3, z: 4}\nd: {<<: [*b, *c], x: 9}\n",
            "{b: {x: 1, y: 2}, c: {y: 3, z: 4}, d: {x: 9, y<: 2, z<: 4}}"
        ),
        ("a: !!str 12\n", "{a: '12'}"),
        ("a: 1\r\nb: 2\r\n", "{a: 1, b: 2}"),
    ])
    func reads(_ text: String, _ tree: String) {
        let documents = YamlTests.read(text)
        #expect(documents.problems == [])
        #expect(YamlTests.shown(documents.root) == tree)
    }

    /// libyaml counts characters: whatever stands in front of a key, its span is its bytes.
    @Test(arguments: [
        "", "# åäö\n", "före: \"å 🙂 é\"\n", "\u{FEFF}# 🙂🙂\n", String(repeating: "# 🙂 å\n", count: 300),
        "före: |\n  🙂\n  å\n\n", "a: 'x'\r\nb: å\r\n",
    ])
    func spansAreBytes(_ before: String) throws {
        let text = before + "nyckel å: [\"värde 🙂\", två]\nsist: {c: d}\n"
        let documents = YamlTests.read(text)
        let entry = try #require(documents.root?.entry("nyckel å"))
        func words(_ span: Span) -> String { documents.text.string(in: span.range) }
        #expect(words(entry.key.span) == "nyckel å")
        #expect(words(entry.value.span) == "[\"värde 🙂\", två]")
        #expect(entry.value.items.map { $0.map { words($0.span) } } == ["\"värde 🙂\"", "två"])
        let last = try #require(documents.root?.entry("sist"))
        #expect(words(last.value.span) == "{c: d}")
        #expect(documents.root.map { words($0.span).hasSuffix("d}") } == true)
    }

    /// `«kind text»`: the problem, and what it is about.
    @Test(arguments: [
        ("a: 1\na: 2\n", "duplicateKey a"),
        ("a: 1\n--- \nb: 2\n", "severalDocuments ---"),
        ("a:\n\t- b\n", "tab \t"),
        ("\ta: b\n", "tab \t"),
        ("a: *x\n", "unknownAnchor *x"),
        ("a: &x [*x]\n", "recursiveAlias *x"),
        ("a: {<<: 3}\n", "badMerge 3"),
        ("? [a, b]\n: c\n", "complexKey [a, b]"),
        ("a: b: c\n", "syntax :"),
        ("a: [b\n", "syntax "),
        ("åå: \"x\ny: 1\n", "syntax "),
        ("å: 1\nåå: }\n", "syntax }"),
        ("a: \u{7}\n", "control \u{7}"),
    ])
    func problems(_ text: String, _ expected: String) {
        let documents = YamlTests.read(text)
        #expect(documents.problems.count == 1)
        for problem in documents.problems {
            let kind = "\(problem.kind)".prefix { $0.isLetter }
            #expect("\(kind) \(documents.text.string(in: problem.span.range))" == expected)
            #expect(
                !problem.message.sv.isEmpty && !problem.message.en.isEmpty && problem.message.sv != problem.message.en)
        }
    }

    @Test(
        arguments: [
            ([0x61, 0x3A, 0x20, 0xE5, 0x0A], 3, "invalidUTF8"), ([0xFF, 0xFE, 0x61, 0x00], 0, "utf16"),
            ([0x61, 0x00, 0x3A, 0x00], 0, "utf16"),
            ([0xC0, 0x80], 0, "invalidUTF8"), ([0x61, 0xED, 0xA0, 0x80], 1, "invalidUTF8"),
            ([0x61, 0xF0, 0x9F, 0x99], 1, "invalidUTF8"), ([0x61, 0x01], 1, "control"),
        ] as [([UInt8], Int, String)])
    func otherEncodings(_ bytes: [UInt8], _ place: Int, _ kind: String) {
        let documents = readYaml(Text(path: "a.yaml", bytes: bytes))
        #expect(documents.problems.map { "\($0.kind)" } == [kind])
        #expect(documents.problems.first.map { Int($0.span.start) } == place)
    }

    @Test func severalDocumentsWhereAllowed() {
        let documents = YamlTests.read("a: 1\n---\nb: 2\n", several: true)
        #expect(documents.problems == [] && documents.roots.map(YamlTests.shown) == ["{a: 1}", "{b: 2}"])
    }

    /// Short texts that unfold without end: told, and in no time.
    @Test func bombs() {
        var laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            laughs +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                + "]\n"
        }
        #expect(YamlTests.read(laughs).problems.map(\.kind) == [.tooLarge])
        let big = "b: &b {" + (0..<2000).map { "k\($0): 1" }.joined(separator: ", ") + "}\n"
        #expect(
            YamlTests.read(big + (0..<3000).map { "m\($0): {<<: *b}\n" }.joined()).problems.map(\.kind) == [.tooLarge])
        for text in [
            String(repeating: "[", count: 200_000), String(repeating: "{a: ", count: 50_000),
            String(repeating: "- ", count: 100_000),
            (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        ] {
            #expect(YamlTests.read(text).problems.map(\.kind) == [.tooDeep(limit: YamlLimit.depth)])
        }
    }

    @Test func scalars() throws {
        let root = try #require(
            YamlTests.read("i: 12\nd: -1.5\ne: 1e-6\nt: true\nn: no\nq: '12'\nz: ~\ne1: 1e-9223372036854775808\n").root)
        #expect(
            root["i"]?.integer == 12 && root["d"]?.number == Exact(-15, places: 1)
                && root["e"]?.number == Exact(1, places: 6))
        #expect(
            root["t"]?.truth == true && root["n"]?.truth == nil && root["q"]?.number == nil && root["z"]?.isNull == true
                && root["e1"]?.number == nil)
    }

    /// Any bytes give documents and problems, never a crash; every span lies within the text.
    @Test func mutations() {
        let seeds = [
            "a: &x [1, {b: *x}]\n# å\nc: \"🙂\\n\"\n<<: {d: e}\n", "? k\n: |-\n  t\n- x\n",
            "%YAML 1.2\n---\na: !!str 'b'\n...\n",
        ].map { Array($0.utf8) }
        var state: UInt64 = 20_261_121
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let signs = Array("[]{}:,&*!|>'\"%@`-? \n\t#<~å🙂\0".utf8)
        for round in 0..<4000 {
            var bytes = seeds[round % seeds.count]
            for _ in 0...random(4) {
                let place = random(bytes.count)
                switch random(3) {
                case 0: bytes[place] = signs[random(signs.count)]
                case 1: bytes.insert(signs[random(signs.count)], at: place)
                default: if bytes.count > 1 { bytes.remove(at: place) }
                }
            }
            let documents = readYaml(Text(path: "m", bytes: bytes))
            for problem in documents.problems where Int(problem.span.end) > bytes.count {
                Issue.record("seed 20261121, round \(round): \(problem)")
            }
            func visit(_ node: YamlNode) {
                if Int(node.span.end) > bytes.count { Issue.record("seed 20261121, round \(round): \(node.span)") }
                node.items?.forEach(visit)
                node.entries?.forEach {
                    visit($0.key)
                    visit($0.value)
                }
            }
            documents.roots.forEach(visit)
        }
    }
}
