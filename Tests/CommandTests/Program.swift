// Drives the built programs as processes: a folder of files and a shell line in, exit code and both outputs out.
import Glibc
import TestKit
import Testing

struct Said {
    var code: Int32
    var out: String
    var error: String
}

/// A folder that is gone when the test is.
final class Folder: Sendable {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        var template = Array("/tmp/lagrum-test-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for (name, text) in files { try write(Array(text.utf8), name) }
    }

    deinit { Folder.remove(path) }

    func write(_ bytes: [UInt8], _ name: String) throws {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
        try #require(TestFile.write(bytes, to: path + "/" + name))
    }

    func read(_ name: String) throws -> String { String(decoding: try #require(TestFile.read(path + "/" + name), "no \(name)"), as: UTF8.self) }

    /// Names below a folder, sorted.
    func names(_ folder: String = "") -> [String] { TestFile.names(in: path + "/" + folder) }

    /// The files of the only run.
    func run() throws -> [String] {
        let runs = names("runs")
        try #require(runs.count == 1)
        return names("runs/" + runs[0])
    }

    /// Runs a shell line in the folder. `lagrum` and `$ENGINE` are the programs; the environment says nothing of the machine.
    func shell(_ line: String, language: String = "C") throws -> Said {
        let output = try Folder([:])
        let head = """
            cd '\(path)'; export LANG='\(language)' COLUMNS=100 TMPDIR='\(output.path)'; unset LC_ALL LC_MESSAGES NO_COLOR LAGRUM_BLESS
            ENGINE='\(try Folder.program("lagrum-engine"))'; LAGRUM='\(try Folder.program("lagrum"))'; lagrum() { "$LAGRUM" "$@"; }
            """
        let script = "\(head)\n{ \(line)\n} >'\(output.path)/out' 2>'\(output.path)/err'"
        var child = pid_t()
        let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(script), nil]
        defer { for argument in arguments { free(argument) } }
        // A test's thread blocks signals, and a child would inherit that.
        var attributes = posix_spawnattr_t(), none = sigset_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        try #require(posix_spawn(&child, "/bin/sh", nil, &attributes, arguments, environ) == 0)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return Said(code: code, out: try output.read("out"), error: try output.read("err"))
    }

    /// The programs stand beside the tests; `swift build` makes them.
    static func program(_ name: String) throws -> String {
        var link = [CChar](repeating: 0, count: 4096)
        let length = readlink("/proc/self/exe", &link, link.count - 1)
        let own = String(decoding: link[..<max(0, length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let candidates = [own, CommandLine.arguments[0]].map { path in path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/" + name }
        return try #require(candidates.first { access($0, X_OK) == 0 }, "\(name) is not built")
    }

    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            chmod(path, 0o700)
            if let directory = opendir(path) {
                while let entry = readdir(directory) {
                    let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
                    if name != ".", name != ".." { remove(path + "/" + name) }
                }
                closedir(directory)
            }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}

/// What differs from run to run: its name, digests, times, folders of the test.
func masked(_ text: String, _ folder: Folder) -> String {
    var text = text
    for (pattern, replacement) in [(folder.path, "FOLDER"), ("\u{1B}", "␛")] { text = text.replacingAll(pattern, replacement) }
    text = text.replacing(#/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-[0-9a-f]+/#) { _ in "RUN" }
    text = text.replacing(#/"seconds" : [0-9.e-]+/#) { _ in "\"seconds\" : 0" }
    text = text.replacing(#/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/#) { _ in "TIME" }
    text = text.replacing(#/\b[0-9a-f]{64}\b/#) { _ in "DIGEST" }
    text = text.replacing(#/\b[0-9a-f]{12}\b/#) { _ in "DIGEST" }
    return text.replacing(#/\b(\d+\sms|\d+([.,]\d+)?\ss|\d+\smin(\s\d+\ss)?)(?=\n)/#) { _ in "TIME" }
}

extension String {
    func replacingAll(_ old: String, _ new: String) -> String {
        var result = "", rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(old) { (result, rest) = (result + new, rest.dropFirst(old.count)) } else { result.append(rest.removeFirst()) }
        }
        return result
    }
}

/// What a command says in both languages, as one text. The languages come from the environment.
func transcript(_ line: String, shown: String? = nil, _ prepare: () throws -> Folder) throws -> String {
    var text = "$ \(shown ?? line)\n"
    for language in ["en_GB.UTF-8", "sv_SE.UTF-8"] {
        let folder = try prepare()
        let said = try folder.shell(line, language: language)
        text += "\n# \(language.prefix(2)), exit \(said.code)\n"
        for (name, output) in [("", said.out), ("! ", said.error)] where !output.isEmpty {
            let lines = masked(output, folder).split(separator: "\n", omittingEmptySubsequences: false)
            text += lines.dropLast(lines.last == "" ? 1 : 0).map { $0.isEmpty ? String(name.dropLast(name.isEmpty ? 0 : 1)) + "\n" : "\(name)\($0)\n" }.joined()
        }
    }
    return text
}

enum Texts {
    /// Data that are nobody's, so that a run needs few words.
    static func specification(_ source: String = "csv(\"cases.csv\")", pipeline: String = "a = clean Cases.cases { keep: days, kind, won }\nrelease a") -> String {
        """
        edition 2026
        use gdpr
        controller Firm "The firm" { country: SE; sector: Private }
        purpose Keep "Keep the firm's cases for as long as their clients need them" is CaseHandling
        purpose Try "Try the road from data to model on rows that are nobody's" is Testing { serves: Keep because "what works is used" }
        dataset Cases {
          controller:    Firm
          collected for: Keep
          state:         Anonymous because "published without anything that identifies"
          source:        \(source)
          table cases by id {
            id:   id
            days: integer(0..2000)
            kind: choice(custody, contact)
            won:  flag
          }
        }
        activity Act {
          controller: Firm
          purpose:    Try
          status:     InOperation
          starts:     2020-01-01
          runs in:    Warm
          pipeline {
        \(pipeline)
          }
        }

        """
    }

    static let rows = "id,days,kind,won\n1,10,custody,1\n2,20,contact,0\n3,30,custody,1\n"
}
