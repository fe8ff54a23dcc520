// Models of texts, with the real prelude beside them.
import Model
import Source
import Syntax
import Testing

#if canImport(Glibc)
    import Glibc
#endif

enum Fixture {
    static let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    static func text(_ path: String) -> String {
        guard let file = fopen("/" + root + "/" + path, "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = [], chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }

    static let prelude: [String] = [
        "approvals", "assessments", "bases", "categories", "channels", "classes", "classifications", "confidentialities", "contexts", "exceptions", "exemptions",
        "expectations", "items", "overrides", "purposes", "relations", "risks", "roles", "safeguards", "sectors", "states", "statuses", "subjects", "untolds", "zones",
    ]

    /// The model of a specification's text; norms are those of the tests' own few lines.
    static func model(_ specification: String) -> Model {
        var files: [ModelFile] = []
        func add(_ text: String, _ origin: Entity.Origin, sees: Set<FileID> = []) {
            let id = FileID(index: Int32(files.count))
            files.append(ModelFile(id: id, tree: parse(Text(path: "\(id.index).lagrum", text)), origin: origin, sees: sees))
        }
        for name in prelude { add(text("Sources/Law/Packs/prelude/\(name).lagrum"), .prelude) }
        let norms = FileID(index: Int32(files.count))
        add("norm GDPR.13.3 { title en: \"a\"; title sv: \"a\"; in force: 2016-05-24 }\nnorm GDPR.14.4 { title en: \"a\"; title sv: \"a\"; in force: 2016-05-24 }\n", .pack("gdpr"))
        add(specification, .specification, sees: [norms])
        return buildModel(files)
    }
}
