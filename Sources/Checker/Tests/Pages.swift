// The examples on the pages of a house pack's rules, run as the tests they are.
import Law
import Source
import Syntax

/// A page `CODE.md` beside the file that declares CODE, in a pack of the house.
public struct RulePage: Sendable {
    public var path: String
    public var bytes: [UInt8]
    /// The pack's files, so that the rule is known.
    public var pack: [(path: String, bytes: [UInt8])]
    /// The specification that the examples change: the pack's EXAMPLE.md. Without one, that of the built-in packs.
    public var example: [UInt8]?

    public init(path: String, bytes: [UInt8], pack: [(path: String, bytes: [UInt8])], example: [UInt8]? = nil) {
        (self.path, self.bytes, self.pack, self.example) = (path, bytes, pack, example)
    }
}

extension RulePage {
    /// The names of the pages that a pack's files may have beside them: of each rule, and of the file itself.
    public static func names(_ file: (path: String, bytes: [UInt8])) -> [String] {
        let own = file.path.split(separator: "/").last.map { String($0.dropLast(7)) } ?? ""
        let codes = parse(Text(path: file.path, bytes: file.bytes)).members.compactMap(\.tree.root)
            .filter { $0.form == .declaration && $0.word?.text == "rule" }.compactMap { $0.path.count == 1 ? $0.path[0].text : nil }
        return codes.contains(own) ? codes : [own] + codes
    }

    /// Every test on the page. Their lines are the page's own.
    public func run(today: Day, clock: (@Sendable () -> UInt64)? = nil) -> [TestOutcome] {
        let base = example.map { RulePage.code(in: $0, keepingLines: false) } ?? Array(BuiltIn.exampleSpecification.utf8)
        let beside = path + ".example.lagrum"
        let text = RulePage.code(in: bytes, keepingLines: true)
        // The page's first line is its heading: nothing of an example stands there.
        let name = beside.split(separator: "/").last.map(String.init) ?? beside
        let whole = Array("edition 2026; import \"\(name)\"".utf8) + Array(text.drop { $0 != UInt8(ascii: "\n") })
        var sources = SourceSet()
        do throws(ReadProblem) {
            try sources.add(path) { (asked) throws(ReadProblem) in asked.hasSuffix(name) ? base : whole }
        } catch { return [] }
        let folder = path.split(separator: "/").dropLast().last.map(String.init) ?? "house"
        sources.housePacks = [
            HousePack(name: folder, files: pack.map { (Paths.normal($0.path), parse(Text(path: Paths.normal($0.path), bytes: $0.bytes))) })
        ]
        return runTests(sources, today: today, clock: clock)
    }

    /// What stands in fences of the language.
    static func code(in page: [UInt8], keepingLines: Bool) -> [UInt8] {
        var out: [UInt8] = []
        var isInside = false
        for line in page.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if !isInside, line.elementsEqual("```lagrum".utf8) {
                isInside = true
            } else if isInside, line.elementsEqual("```".utf8) {
                isInside = false
            } else if isInside {
                out += line
                out.append(UInt8(ascii: "\n"))
                continue
            }
            if keepingLines { out.append(UInt8(ascii: "\n")) }
        }
        return out
    }
}
