// Texts that a careless algorithm takes too long over, too much memory for, or falls on: each grows as far as asked.

/// A family of inputs: `files(size)` grows about in proportion to the size.
public struct Shape: Sendable {
    public let name: String
    /// A size at which what is more than linear is seen.
    public let large: Int
    /// One that ends at once, and still makes what falls or doubles with every level fall, or go on for ever.
    public var small: Int { large <= 150 ? min(large, 40) : min(large, max(large / 100, 400)) }
    /// "input.lagrum", or the file that the shape is about.
    public let entry: String
    private let make: @Sendable (Int) -> [String: [UInt8]]

    public func files(_ size: Int) -> [String: [UInt8]] { make(size) }

    private init(_ name: String, _ large: Int, _ text: @escaping @Sendable (Int) -> String) {
        (self.name, self.large, entry) = (name, large, "input.lagrum")
        make = { ["input.lagrum": Array(text($0).utf8)] }
    }

    private init(_ name: String, _ large: Int, bytes: @escaping @Sendable (Int) -> [UInt8]) {
        (self.name, self.large, entry) = (name, large, "input.lagrum")
        make = { ["input.lagrum": bytes($0)] }
    }

    private init(_ name: String, _ large: Int, entry: String = "input.lagrum", files: @escaping @Sendable (Int) -> [String: String]) {
        (self.name, self.large, self.entry) = (name, large, entry)
        make = { files($0).mapValues { Array($0.utf8) } }
    }

    /// Many mistakes, most of them in one declaration.
    public static var mistaken: [Shape] { findings }

    public static let all: [Shape] = [nesting, lengths, findings, names, rules, imports, yaml].flatMap { $0 }

    // MARK: Parts

    private static let head = "edition 2026\nuse gdpr, se, ai_act\n"

    private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }
    private static func each(_ range: Range<Int>, _ text: (Int) -> String) -> String { range.map(text).joined() }
    private static func define(_ condition: String) -> String { head + "define f(activity a) { holds: \(condition) }\n" }
    private static func rule(_ kind: String, _ condition: String, more: String = "") -> String {
        """
        rule K001 "K" {
          title sv: "K"
          severity: error
          cites: GDPR.5.1.b
          for: a in \(kind)
          when: \(condition)
          message en: "{a}"
          message sv: "{a}"
        \(more)}

        """
    }
    private static let dataset = """
        controller C "The firm" { country: SE }
        purpose P "Keep the firm's cases for as long as their clients need them" is CaseHandling
        dataset D { controller: C; collected for: P; source: csv("d.csv") }

        """

    // MARK: What stands inside one another, or in a row

    private static let nesting = [
        Shape("blocks without an end", 50_000) { head + times($0, "dataset A {\n") },
        Shape("blocks without an end, on a line", 50_000) { head + times($0, "dataset A { ") },
        Shape("braces that fit nowhere", 100_000) { "edition 2026\n" + times($0, "subject ? { ]\n") },
        Shape("parentheses", 100_000) { define(times($0, "(") + "yes" + times($0, ")")) },
        Shape("parentheses without an end", 100_000) { define(times($0, "(")) },
        Shape("lists in lists", 100_000) { head + "controller A { country: " + times($0, "[") + times($0, "]") + " }\n" },
        // As deep as may be: what is asked of each level twice would never end.
        Shape("lists in lists, in a condition", 250) { head + "define f(activity a) { holds: a.status == " + times(min($0, 250), "[") + "Planned" + times(min($0, 250), "]") + " }\n" },
        Shape("not not", 100_000) { define(times($0, "not ") + "yes") },
        Shape("and and", 50_000) { define(times($0, "a.status is Planned and ") + "yes") },
        Shape("or in parentheses", 20_000) { define(times($0, "(") + "yes" + times($0, " or a.status is Planned)")) },
        Shape("a long sum", 100_000) { head + "define f(activity a) { gives: " + times($0, "1 + ") + "1 }\n" },
    ]

    private static let lengths = [
        Shape("a long text", 50_000_000) { head + "controller A \"" + times($0, "a") + "\"\n" },
        Shape("a long comment", 50_000_000) { head + "// " + times($0, "a") + "\n" },
        Shape("a long list on a line", 2_000_000) { head + "controller A { country: " + times($0, "a, ") + "b }\n" },
        Shape("a long name", 1_000_000) { head + "subject " + times($0, "A") + " is " + times($0, "B") + "\n" },
        Shape("empty lines", 1_000_000) { times($0, "\n") + "subject S is Nowhere\n" },
        Shape("lone returns", 100_000) { "edition 2026\r" + times($0, "subject S is Child\r") },
        Shape("two-byte lines", 100_000) { "edition 2026\r\n" + times($0, "subject S is Child\r\n") },
        Shape("marks of byte order", 300_000) { times($0, "\u{FEFF}") + head },
        Shape("zeros", 1_000_000, bytes: { Array(head.utf8) + [UInt8](repeating: 0, count: $0) + Array("\nsubject S is Nowhere\n".utf8) }),
        Shape("bytes that are no text", 1_000_000, bytes: { count in Array(head.utf8) + (0..<count).map { [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0xC3][$0 % 6] } }),
        Shape("marks that have no width", 300_000) { head + "controller A \"e" + times($0, "\u{301}") + "\" { sector: Nowhere }\n" },
    ]

    // MARK: Many findings

    private static let findings = [
        Shape("names that nobody has", 100_000) { count in "edition 2026\n" + each(0..<count) { "subject S\($0) is Nowhere\($0)\n" } },
        Shape("names that nobody has, on a line", 20_000) { count in "edition 2026\n" + each(0..<count) { "subject S\($0) is Nowhere\($0); " } + "\n" },
        Shape("the same name again", 100_000) { "edition 2026\n" + times($0, "subject S is Child\n") },
        Shape("near misses", 100_000) { count in
            "edition 2026\n" + each(0..<count) { "subject Group\($0 * 7) is Child\n" } + each(0..<count / 10) { "subject X\($0) is Gruop\($0 * 7)\n" }
        },
        Shape("unknown properties", 50_000) { count in "edition 2026\ncontroller C {\n" + each(0..<count) { "  property\($0): 1\n" } + "}\n" },
        Shape("the same property again", 50_000) { "edition 2026\ncontroller C {\n" + times($0, "  country: SE\n") + "}\n" },
        Shape("values that are none", 50_000) { count in "edition 2026\ncontroller C {\n" + each(0..<count / 2) { "  property\($0): ?\n  other\($0): 1\n" } + "}\n" },
        Shape("texts without an end", 50_000) { "edition 2026\ncontroller C {\n" + times($0, "  country: \"SE\n") + "}\n" },
        Shape("tables with nothing in them", 50_000) { count in "edition 2026\ndataset D {\n" + each(0..<count) { "  table t\($0) by id as Nowhere\($0) { id: id }\n" } + "}\n" },
        Shape("norms of a pack that is not used", 50_000) { count in "edition 2026\n" + each(0..<count) { "notice N\($0) { to: Nobody; under: GDPR.13.3 }\n" } },
        Shape("grounds without number", 50_000) { head + "activity A {\n" + times($0, "  basis: Consent\n") + "}\n" },
        Shape("imports that are not there", 50_000) { count in "edition 2026\n" + each(0..<count) { "import \"none\($0).lagrum\"\n" } },
    ]

    // MARK: Taxonomies

    private static let names = [
        Shape("concepts in a chain", 100_000) { count in "edition 2026\nuse gdpr\nsubject S0 is Child\n" + each(1..<max(2, count)) { "subject S\($0) is S\($0 - 1)\n" } },
        Shape("concepts in a chain, from its end", 100_000) { count in
            "edition 2026\nuse gdpr\n" + each(0..<max(1, count)) { "subject S\(count - $0) is S\(count - $0 - 1)\n" } + "subject S0 is Child\n"
        },
        Shape("concepts in a circle", 100_000) { count in "edition 2026\n" + each(0..<count) { "subject S\($0) is S\(($0 + 1) % count)\n" } },
        Shape("concepts by two ways each", 1_000) { count in
            "edition 2026\nuse gdpr\nsubject A0 is Child\nsubject B0 is Child\n"
                + each(1..<max(2, count)) { "subject A\($0) is A\($0 - 1), B\($0 - 1)\nsubject B\($0) is A\($0 - 1), B\($0 - 1)\n" }
        },
    ]

    // MARK: Rules

    private static let rules = [
        Shape("definitions in a chain", 20_000) { count in
            head + "define f0(activity a) { holds: a.status is Planned }\n" + each(1..<max(2, count)) { "define f\($0)(activity a) { holds: f\($0 - 1)(a) }\n" }
                + rule("activities", "f\(max(2, count) - 1)(a)")
        },
        Shape("definitions that ask twice", 1_000) { count in
            head + "define f0(dataset a) { holds: a.public_record }\n"
                + each(1..<max(2, count)) { "define f\($0)(dataset a) { holds: f\($0 - 1)(a) and f\($0 - 1)(a) }\n" } + rule("datasets", "f\(max(2, count) - 1)(a)") + dataset
        },
        // As large as a condition may be.
        Shape("definitions that ask twice, short", 14) { count in
            head + "define f0(dataset a) { holds: a.public_record }\n"
                + each(1..<max(2, min(count, 14))) { "define f\($0)(dataset a) { holds: f\($0 - 1)(a) and f\($0 - 1)(a) }\n" }
                + rule("datasets", "f\(max(2, min(count, 14)) - 1)(a)") + dataset
        },
        Shape("deep conditions that call deep ones", 900) { count in
            head + "define f\(1000)(activity a) { holds: a.status is Planned }\n"
                + each(0..<min(count, 900)) { "define f\($0 + 100)(activity a) { holds: \(times(240, "("))f\($0 + 101)(a)\(times(240, " and a.status is Planned)")) }\n" }
        },
        Shape("exceptions", 5_000) { count in
            head + rule("activities", "a.status is Planned", more: each(0..<count) { "  unless e\($0) { cites: GDPR.5.1.b; when: a.status is InOperation }\n" })
        },
        Shape("factors", 12) { count in
            let factors = min(count, 12)
            let weighed = each(0..<factors) { factor in "  factor f\(factor) {\n" + each(0..<9) { "    v\(factor)_\($0) when a.status is Planned\n" } + "    v\(factor)_9 otherwise\n  }\n" }
            let rows = each(0..<5) { row in
                let terms = (0..<factors).map { factor in "f\(factor) in [v\(factor)_\((factor + row) % 10), v\(factor)_\(row * 3 % 10)]" }
                return "  conclude good when \(terms.joined(separator: " and "))\n"
            }
            return "\(head)decision d(activity a) {\n  cites: GDPR.6.4\n  worst of: good, bad\n\(weighed)\(rows)  otherwise bad\n}\n"
        },
        Shape("factors that are not known", 12) { count in
            let factors = min(count, 12)
            let weighed = each(0..<factors) { factor in
                "  factor f\(factor) {\n    x\(factor) when a.context is Confidential and a.public_record\n    y\(factor) when a.zone is Cold\n    z\(factor) otherwise\n  }\n"
            }
            let terms = (0..<factors).map { "f\($0) is x\($0)" }
            let decision = "decision d(dataset a) {\n  cites: GDPR.6.4\n  worst of: good, bad\n\(weighed)  conclude good when \(terms.joined(separator: " or "))\n  otherwise bad\n}\n"
            return "\(head)\(decision)\(rule("datasets", "d(a) is bad"))\(dataset)"
        },
    ]

    // MARK: Several files

    private static let imports = [
        Shape("imports in a chain", 20_000, files: { count in
            Dictionary(uniqueKeysWithValues: (0..<count).map { ($0 == 0 ? "input.lagrum" : "f\($0).lagrum", "edition 2026\n" + ($0 + 1 < count ? "import \"f\($0 + 1).lagrum\"\n" : "")) })
        }),
        Shape("imports in a circle", 20_000, files: { count in
            Dictionary(uniqueKeysWithValues: (0..<count).map { ($0 == 0 ? "input.lagrum" : "f\($0).lagrum", "edition 2026\nimport \"\($0 + 1 < count ? "f\($0 + 1)" : "input").lagrum\"\n") })
        }),
        Shape("files that all import all", 150, files: { count in
            let names = (0..<count).map { $0 == 0 ? "input.lagrum" : "f\($0).lagrum" }
            return Dictionary(uniqueKeysWithValues: names.map { name in (name, "edition 2026\n" + names.filter { $0 != name }.map { "import \"\($0)\"\n" }.joined()) })
        }),
    ]

    // MARK: Configurations

    private static let yaml = [
        Shape("references that multiply", 40, entry: "lagrum.yaml", files: { count in
            ["lagrum.yaml": "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + each(1..<max(2, count)) { level in "a\(level): &a\(level) [\((0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ", "))]\n" } + "sources: *a\(max(2, count) - 1)\n"]
        }),
        Shape("merges that multiply", 40, entry: "lagrum.yaml", files: { count in
            ["lagrum.yaml": "a0: &a0 {x: 1}\n" + each(1..<max(2, count)) { level in "a\(level): &a\(level) {<<: [\((0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ", "))], y\(level): 1}\n" } + "policy: *a\(max(2, count) - 1)\n"]
        }),
        Shape("sequences in sequences", 100_000, entry: "lagrum.yaml", files: { ["lagrum.yaml": "sources: " + times($0, "[") + times($0, "]") + "\n"] }),
        Shape("keys that nobody knows", 20_000, entry: "lagrum.yaml", files: { count in ["lagrum.yaml": each(0..<count) { "key\($0): \($0)\n" }] }),
        Shape("the same key again", 20_000, entry: "lagrum.yaml", files: { ["lagrum.yaml": times($0, "sources: [a.lagrum]\n")] }),
    ]
}
