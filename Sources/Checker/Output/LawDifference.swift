// What changes for a specification between two days, because norms begin or cease to apply.
import Law
import Source

public struct LawDifference: Sendable {
    public var from: Day
    public var to: Day
    /// Findings that are there on the later day alone, and those that are there on the earlier day alone.
    public var coming: [Diagnostic]
    public var going: [Diagnostic]
    /// How many are the same on both days.
    public var staying: Int
    /// The files that their places are in.
    public var files: Files

    public init(_ sources: SourceSet, from: Day, to: Day) {
        let before = check(sources, asOf: from), after = check(sources, asOf: to)
        (self.from, self.to, files) = (from, to, after.files)
        func key(_ finding: Diagnostic) -> String { "\(finding.code) \(finding.severity) \(finding.place) \(finding.message.en)" }
        let earlier = Set(before.findings.map(key)), later = Set(after.findings.map(key))
        coming = after.findings.filter { !earlier.contains(key($0)) }
        going = before.findings.filter { !later.contains(key($0)) }
        staying = after.findings.count - coming.count
    }

    public var worst: Severity? { coming.map(\.severity).max() }

    public func summary(_ language: Language) -> String {
        language == .sv
            ? "Från \(from) till \(to): \(coming.count) tillkommer, \(going.count) faller bort, \(staying) består."
            : "From \(from) to \(to): \(coming.count) new, \(going.count) gone, \(staying) unchanged."
    }
}

extension LawDifference: Encodable {
    private enum Keys: String, CodingKey { case format, from, to, coming, going, staying, code, severity, path, line, message, norms }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(1, forKey: .format)
        try container.encode(from.description, forKey: .from)
        try container.encode(to.description, forKey: .to)
        try container.encode(staying, forKey: .staying)
        for (name, findings) in [(Keys.coming, coming), (.going, going)] {
            var list = container.nestedUnkeyedContainer(forKey: name)
            for finding in findings {
                var row = list.nestedContainer(keyedBy: Keys.self)
                try row.encode(finding.code, forKey: .code)
                try row.encode(finding.severity.rawValue, forKey: .severity)
                if let text = files.text(of: finding.place.file), let range = files.range(of: finding.place) {
                    try row.encode(text.path, forKey: .path)
                    try row.encode(text.line(at: range.lowerBound) + 1, forKey: .line)
                }
                try row.encode(finding.message.en, forKey: .message)
                try row.encode(finding.norms, forKey: .norms)
            }
        }
    }
}
