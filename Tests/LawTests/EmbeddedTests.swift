// The texts in the binary are the files of Sources/Law/Packs, and what ships has no mistake.
import FoundationEssentials
import Law
import Source
import Testing

struct EmbeddedTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Sources/Law")

    private static func files() throws -> [(path: String, text: String)] {
        let root = sources.appending(path: "Packs")
        var found: [(path: String, text: String)] = []
        for folder in try FileManager.default.contentsOfDirectory(atPath: root.path).sorted() {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
            for name in names.sorted() where name.hasSuffix(".lagrum") {
                let data = try Data(contentsOf: root.appending(path: folder).appending(path: name))
                found.append(("\(folder)/\(name)", String(decoding: data, as: UTF8.self)))
            }
        }
        return found
    }

    @Test("the embedded texts are the packs' files")
    func fresh() throws {
        let files = try EmbeddedTests.files()
        let packs = Set(files.map { String($0.path.prefix { $0 != "/" }) })
        let embedded = packs.flatMap { BuiltIn.texts(of: $0) }
        #expect(embedded.map(\.path).sorted() == files.map(\.path).sorted(), "run make embed")
        for file in files {
            #expect(
                embedded.first { $0.path == file.path }?.string == file.text,
                "\(file.path) is not fresh: run make embed")
        }
    }

    @Test("what ships has no mistake, searched as thoroughly as any pack")
    func clean() {
        var files = Files()
        let library = BuiltIn.load(into: &files, thorough: true)
        for pack in library.packs {
            for finding in pack.diagnostics {
                let text =
                    files.range(of: finding.place).flatMap { range in
                        files.text(of: finding.place.file)?.string(in: range)
                    } ?? ""
                Issue.record("\(pack.name): \(finding.code) at `\(text)`: \(finding.message.en)")
            }
        }
    }
}
