// The kinds of things as small numbers: those of the kinds table, their records, and what tables and pipelines hold.

extension Kind {
    public struct ID: BitwiseCopyable, Hashable, Sendable, Comparable {
        public let raw: UInt8
        init(raw: UInt8) { self.raw = raw }

        /// nil for what is no kind of thing.
        public init?(named name: String) {
            guard let raw = Vocabulary.tables.kindIDs[name] else { return nil }
            self.init(raw: raw)
        }

        public var name: String { Vocabulary.tables.kindNames[Int(raw)] }
        /// Its row in the kinds table; nil for records and for what tables and pipelines hold.
        public var row: Kind? { Int(raw) < Kinds.all.count ? Kinds.all[Int(raw)] : nil }

        /// Whether something of this kind serves where a thing of `kind` is wanted.
        public func isUnder(_ kind: Kind.ID) -> Bool {
            var own = raw
            while own != kind.raw {
                let next = Vocabulary.tables.under[Int(own)]
                if next == own { return false }
                own = next
            }
            return true
        }

        public static func < (left: Kind.ID, right: Kind.ID) -> Bool { left.raw < right.raw }
    }
}

extension Kind.ID: ExpressibleByStringLiteral {
    /// A kind written in code. INVARIANT: it is in the vocabulary; a test reads every kind that the model makes.
    public init(stringLiteral name: String) { self = Kind.ID(named: name) ?? Kind.ID(raw: .max) }

    public static let activity: Kind.ID = "activity", dataset: Kind.ID = "dataset", category: Kind.ID = "category", subject: Kind.ID = "subject"
    public static let purpose: Kind.ID = "purpose", norm: Kind.ID = "norm", assessment: Kind.ID = "assessment", approval: Kind.ID = "approval"
    public static let controller: Kind.ID = "controller", authority: Kind.ID = "authority", notice: Kind.ID = "notice"
    public static let table: Kind.ID = "table", column: Kind.ID = "column", step: Kind.ID = "step", relation: Kind.ID = "relation", gate: Kind.ID = "gate"
    public static let path: Kind.ID = "path", system: Kind.ID = "system", request: Kind.ID = "request"

    /// Kinds of declaration that tables, pipelines and blocks hold things of too: a pipeline's relation is not the concept of that name.
    static let alsoInner: Set<Kind.ID> = [.table, .relation, "oversight"]
}

extension Kind.ID: CustomStringConvertible {
    public var description: String { name }
}
