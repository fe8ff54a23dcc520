// A name for a finding that survives moved lines: what it says of what, never where.
import Plan
import Source
import Syntax

struct FindingMark: Sendable {
    var fingerprint: String
    var declaration: String?
}

/// One mark a finding, in their order.
///
/// A fingerprint is made of the code, the file's last name, the declaration it stands in, the words of its place and the names that its message
/// quotes; equal ones are numbered. Lines, folders, blanks, severities and the wording of messages are not in it.
func fingerprints(of snapshot: Snapshot) -> [FindingMark] {
    var met: [String: Int] = [:]
    return snapshot.findings.map { finding in
        let text = snapshot.files.text(of: finding.place.file)
        let declaration = snapshot.declaration(at: finding.place)
        let words = text.flatMap { text in snapshot.files.range(of: finding.place).map { placeWords(text, $0) } } ?? ""
        let file = text.map { lastName($0.path) } ?? ""
        let parts = [finding.code, file, declaration ?? "", words] + quoted(finding.message.en)
        // A separator that no text of a specification holds unescaped keeps parts apart.
        let key = String(Digest(of: parts.joined(separator: "\u{1F}")).hex.prefix(32))
        let count = (met[key] ?? 0) + 1
        met[key] = count
        return FindingMark(fingerprint: "\(key):\(count)", declaration: declaration)
    }
}

extension Snapshot {
    /// The top-level declaration that a place stands in: its kind and name.
    func declaration(at place: Place) -> String? {
        let index = Int(place.file.index) - firstSource
        guard sources.files.indices.contains(index), place.member >= 0 else { return nil }
        let members = sources.files[index].tree.members
        guard members.indices.contains(Int(place.member)), let root = members[Int(place.member)].tree.root,
            root.form == .declaration,
            let word = root.word
        else { return nil }
        let name = root.path.map(\.text).joined(separator: ".")
        return name.isEmpty ? word.text : "\(word.text) \(name)"
    }
}

/// The first words of a place, whatever stands between them: a longer text may change without making a finding new.
private func placeWords(_ text: Text, _ range: Range<Int>) -> String {
    let bytes = text.bytes[range.clamped(to: 0..<text.bytes.count)].prefix(160)
    if bytes.allSatisfy({ $0 < 0x80 }) {
        return String(decoding: Array(bytes.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.prefix(8).joined(separator: [0x20])), as: UTF8.self)
    }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).prefix(8).joined(separator: " ")
}

/// A path without its folders.
func lastName(_ path: String) -> String {
    String(path[(path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:)) ?? path.startIndex)...])
}

/// What a message quotes between grave accents, in order.
private func quoted(_ message: String) -> [String] {
    message.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map {
        String(Substring($0.element))
    }
}
