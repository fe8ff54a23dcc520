// Every specification and pack in the project reads without a syntax error.

import FoundationEssentials
import Source
import Syntax
import Testing

@Suite struct RepositoryTests {
    @Test func everyFileParses() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        var count = 0
        for folder in ["Sources/Law/Packs", "Samples"] {
            let base = root.appending(path: folder).path
            guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: base) else { continue }
            for path in paths where path.hasSuffix(".lagrum") {
                let data = try Data(contentsOf: URL(filePath: base + "/" + path))
                let text = Text(path: path, bytes: [UInt8](data))
                checkInvariants(text, path)
                let wrong = parse(text).members.flatMap(\.tree.errors)
                // A sample that shows a syntax error says so in its name.
                if !path.contains("syntax") { #expect(wrong.isEmpty, "\(path): \(wrong.map(\.problem.message.en))") }
                count += 1
            }
        }
        #expect(count > 20, "the packs are there")
    }
}
