// Grammar/lagrum.ebnf is held to the parser: random sentences out of it parse without an error, and its word lists are the parser's.

import FoundationEssentials
import Glibc
import Source
import Syntax
import Testing

@Suite struct GrammarTests {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Grammar/sentences.py").path
    static let hasPython = system("python3 -c 'import sys' >/dev/null 2>&1") == 0

    private func output(_ arguments: String, script: String = GrammarTests.script) -> String? {
        guard let pipe = popen("python3 '\(script)' \(arguments)", "r") else { return nil }
        var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = fread(&buffer, 1, buffer.count, pipe)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return pclose(pipe) == 0 ? String(decoding: bytes, as: UTF8.self) : nil
    }

    @Test(.enabled(if: hasPython, "python3 derives the sentences"), arguments: 1...3)
    func sentencesParse(_ seed: Int) throws {
        let sentences = try #require(output("--count 200 --seed \(seed)")).split(separator: "\n%%\n").map(String.init).filter { !$0.isEmpty }
        #expect(sentences.count == 200)
        for sentence in sentences {
            let file = tree(sentence)
            let wrong = file.members.flatMap { $0.tree.errors.map(\.problem.code) }
            #expect(wrong == [] && file.members.count == 1, "seed \(seed): \(sentence)")
        }
    }

    @Test(.enabled(if: hasPython, "python3 reads the grammar")) func wordListsAgree() {
        #expect(output("--words") == "the word lists agree\n")
    }

    /// What `make grammar` writes is what the language is now.
    @Test(.enabled(if: hasPython, "python3 reads the grammar")) func tablesAndPicturesAreFresh() {
        let script = Self.script.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/tables.py"
        #expect(output("--check", script: script) == "tables: precedence, words and pictures agree with the language\n")
    }
}
