// Completions in real shells: commands, options, values, and specifications by their ending.
import Glibc
import TestKit
import Testing

struct CompletionTests {
    static func has(_ shell: String) -> Bool { system("command -v \(shell) >/dev/null 2>&1") == 0 }

    private let files = ["spec.lagrum": "edition 2026\n", "notes.txt": "", "part/inner.lagrum": "edition 2026\n"]

    /// What bash offers at the end of a line.
    private func offered(_ line: String) throws -> Set<String> {
        let folder = try Folder(files)
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        let quoted = words.map { "'\($0)'" }.joined(separator: " ")
        let said = try folder.shell("""
            lagrum completions bash > done.bash
            cat > ask.bash <<'END'
            shopt -s extglob progcomp
            source ./done.bash
            COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1); COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9; COMP_KEY=9
            spec=$(complete -p lagrum); name=${spec##*-F }; name=${name%% *}
            compopt() { :; }
            "$name" lagrum "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            END
            bash --norc ask.bash
            """)
        #expect(said.code == 0, "\(said)")
        return Set(said.out.split(separator: "\n").map { String($0.split(separator: " ").first ?? "") })
    }

    @Test(.enabled(if: has("bash"), "bash is not installed")) func bash() throws {
        #expect(try offered("lagrum ").isSuperset(of: ["check", "explain", "fmt", "plan", "run", "test", "completions"]))
        #expect(try offered("lagrum check --fo").contains("--format"))
        #expect(try offered("lagrum check --format ").isSuperset(of: ["text", "json", "sarif", "github", "junit"]))
        #expect(try offered("lagrum check --color ") == ["auto", "always", "never"])
        let specifications = try offered("lagrum check ")
        #expect(specifications.contains("spec.lagrum") && specifications.contains("part") && !specifications.contains("notes.txt"), "\(specifications)")
        #expect(try offered("lagrum completions ") == ["bash", "zsh", "fish"])
    }

    @Test(arguments: ["zsh", "fish", "bash"]) func scriptIsRead(_ shell: String) throws {
        guard Self.has(shell) else { return withKnownIssue("\(shell) is not installed") { Issue.record("skipped") } }
        let said = try Folder().shell("lagrum completions \(shell) > done && \(shell) -n done && [ -s done ] && echo read")
        #expect(said.out == "read\n", "\(said)")
    }

    @Test(.enabled(if: has("fish"), "fish is not installed")) func fish() throws {
        let said = try Folder(files).shell("lagrum completions fish > done.fish; HOME=$PWD fish --no-config -c 'source done.fish; complete -C \"lagrum check --format \"; complete -C \"lagrum ch\"'")
        let words = said.out.split(separator: "\n").map { $0.split(separator: "\t").first.map(String.init) ?? "" }
        #expect(words.contains("sarif") && words.contains("check"), "\(said)")
    }
}
