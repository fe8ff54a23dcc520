// The pages beside the house's rules: CODE.md in the folder of the file that declares CODE.
import Law
import Source

/// By code; read at the edge, where somebody is to be shown one.
public struct HousePages: Sendable {
    private var pages: [String: String] = [:]

    public init() {}

    /// - Parameters:
    ///   - codes: the rules whose pages are asked for; nil: all of the house's.
    ///   - reader: gives the bytes of a page. One that is not there, or can't be read, is none: the rule's own words stand instead.
    public init(_ snapshot: Snapshot, codes: Set<String>? = nil, reader: (String) throws(ReadProblem) -> [UInt8]) {
        for pack in snapshot.packs where !BuiltIn.names.contains(pack.name) {
            for rule in pack.rules where codes?.contains(rule.code) ?? true && pages[rule.code] == nil {
                guard let path = snapshot.files.text(of: rule.place.file)?.path else { continue }
                do throws(ReadProblem) { pages[rule.code] = String(decoding: try reader(Paths.resolve(rule.code + ".md", from: path)), as: UTF8.self) } catch { continue }
            }
        }
    }

    public subscript(code: String) -> String? { pages[code] }
}
