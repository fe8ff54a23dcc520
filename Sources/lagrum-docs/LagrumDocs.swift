// Writes the language reference (`site`) and the manual pages (`man`) out of the tables that the tool itself reads.
import Glibc
import Help
import Source

@main
enum LagrumDocs {
    static func main() {
        let words = Array(CommandLine.arguments.dropFirst())
        do {
            switch (words.first, words.count) {
            case ("site", 2): try writeSite(to: words[1])
            case ("man", 2): try writeManual(to: words[1])
            default: throw DocsProblem("Usage: lagrum-docs site FOLDER | lagrum-docs man FOLDER")
            }
        } catch {
            let text = Array("lagrum-docs: \(error)\n".utf8)
            _ = Glibc.write(2, text, text.count)
            exit(1)
        }
    }
}

struct DocsProblem: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}

/// The repository's folder, where the grammar lies: the working folder, as `make` gives it.
func repositoryFile(_ path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw DocsProblem("\(path): run this in the repository's folder") }
    defer { fclose(file) }
    var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
}

func write(_ text: String, to path: String) throws {
    var folder = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/").dropLast() {
        folder += "/" + part
        mkdir(folder, 0o755)
    }
    guard let file = fopen(path, "w") else { throw DocsProblem("\(path) could not be written") }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw DocsProblem("\(path) could not be written whole") }
}

/// What a program beside this one says that it takes, in a language.
func tool(_ program: String, _ language: Language) throws -> Tool {
    var link = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &link, link.count - 1)
    let own = String(decoding: link[..<max(0, length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = own.split(separator: "/").dropLast().joined(separator: "/")
    guard let pipe = popen("LC_ALL=\(language == .sv ? "sv_SE.UTF-8" : "C") '/\(folder)/\(program)' --experimental-dump-help", "r") else {
        throw DocsProblem("\(program) could not be started")
    }
    var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
    guard pclose(pipe) == 0 else { throw DocsProblem("\(program) is not beside lagrum-docs: swift build makes both") }
    return try Tool(json: String(decoding: bytes, as: UTF8.self))
}
