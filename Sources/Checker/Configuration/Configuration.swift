// What lagrum.yaml says, as typed values that know where they stand.
public import Interchange
public import Source

/// A value with the bytes of lagrum.yaml that say it.
public struct Sited<Value: Sendable>: Sendable {
    public var value: Value
    public var span: Span
}

/// A configuration file, read. What is wrong in it is in `problems`; the values hold what was right.
public struct Configuration: Sendable {
    public struct Approvals: Sendable {
        public var required: [Sited<String>] = []
        public var allowedSigners: Sited<String>?
    }
    public struct Engine: Sendable {
        public var name: Sited<String>
        public var kind: String
        public var master: String?
        public var connection: String?
        public var path: String?
    }
    public struct Budget: Sendable {
        public var dataset: Sited<String>
        public var epsilon: Exact
        public var delta: Exact?
        public var per: String
    }
    /// What a classification or tag of a data contract means here.
    public struct Classification: Sendable {
        public var name: Sited<String>
        public var category: Sited<String>?
        public var subjects: [Sited<String>] = []
    }
    /// A code of the group C, where, and what it is about.
    public struct Problem: Sendable {
        public var code: String
        public var span: Span
        public var message: Message
        public var advice: Message?
        public var fix: String?
    }

    public let text: Text
    public var edition: Sited<Int>?
    /// Paths are as written; `resolve` gives them as the reader knows them.
    public var sources: [Sited<String>] = []
    public var asOf: Sited<Day>?
    public var language: Sited<Language>?
    public var packs: [Sited<String>] = []
    public var severity: [(code: Sited<String>, severity: Severity)] = []
    public var failOn: Sited<Severity>?
    public var baseline: Sited<String>?
    public var approvals = Approvals()
    public var engines: [Engine] = []
    public var budgets: [Budget] = []
    public var classifications: [Classification] = []
    public var problems: [Problem] = []

    /// The name of the file that is looked for.
    public static let fileName = "lagrum.yaml"

    public init(empty text: Text) { self.text = text }

    /// A path in the file, seen from where the file was found.
    public func resolve(_ path: String) -> String { Paths.resolve(path, from: text.path) }

    /// Names a pack by its file or folder; the others are built in.
    public static func isPath(_ pack: String) -> Bool { pack.contains("/") || pack.hasSuffix(".lagrum") || pack.hasPrefix(".") }

    public func place(_ span: Span, in file: FileID) -> Place { Place(file: file, member: -1, span: span) }
}

extension Configuration {
    /// What classifications and tags mean, by their texts in lower case.
    public var labels: [String: LabelMapping] {
        Dictionary(classifications.map { ($0.name.value.lowercased(), LabelMapping(category: $0.category?.value, subjects: $0.subjects.map(\.value))) }) { first, _ in first }
    }
}
