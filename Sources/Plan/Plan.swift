// A plan: the whole meaning of one activity, cleared by law, as one document that people approve and the engine runs.
import Privacy
import Source

/// INVARIANT: holds meaning only — no path of a specification, no line number, no data, no secret — so that its canonical
/// bytes are the same for the same meaning on every machine.
public struct Plan: Hashable, Sendable, Codable {
    public var edition: Int
    public var activity: Named
    public var controller: Named
    public var purpose: Named
    public var law: LawBasis
    /// Nothing is read before this day: what was told and asked of people was told and asked with it.
    public var starts: Day?
    /// What stands although no error does: warnings and silenced findings.
    public var findings: [StandingFinding]
    /// Whose signatures the plan asks for besides those of the house: of each error that the specification allows. nil when there is none.
    public var requiredApprovals: [RequiredApproval]?
    /// What it rests on: legal bases, and exceptions for sensitive data.
    public var grounds: [GroundRecord]
    public var notices: [NoticeRecord]
    public var decisions: [DecisionRecord]
    public var assessments: [AssessmentRecord]
    public var inputs: [Input]
    public var optOuts: [OptOut]
    /// In the order in which they run; an input is an earlier step's result.
    public var steps: [Step]
    public var budgets: [Budget]
    public var duties: [Duty]
    /// The data are marked as test data: noise may then take a seed.
    public var testData: Bool

    public init(
        edition: Int, activity: Named, controller: Named, purpose: Named, law: LawBasis, findings: [StandingFinding] = [],
        grounds: [GroundRecord] = [], notices: [NoticeRecord] = [], decisions: [DecisionRecord] = [], assessments: [AssessmentRecord] = [], inputs: [Input] = [], optOuts: [OptOut] = [],
        steps: [Step] = [], budgets: [Budget] = [], duties: [Duty] = [], testData: Bool = false
    ) {
        (self.edition, self.activity, self.controller, self.purpose, self.law) = (edition, activity, controller, purpose, law)
        (self.grounds, self.notices) = (grounds, notices)
        (self.findings, self.decisions, self.assessments, self.inputs) = (findings, decisions, assessments, inputs)
        (self.optOuts, self.steps, self.budgets, self.duties, self.testData) = (optOuts, steps, budgets, duties, testData)
    }
}

/// A declaration's name and, where it has one, its title in the author's words.
public struct Named: Hashable, Sendable, Codable {
    public var name: String
    public var title: String?
    public init(_ name: String, title: String? = nil) { (self.name, self.title) = (name, title) }
}

/// The law that the plan was cleared against.
public struct LawBasis: Hashable, Sendable, Codable {
    public var packs: [PackDigest]
    /// The days over which the norms that the plan rests on stay the same: an approval ends with them.
    public var holdsFrom: Day?
    public var holdsUntil: Day?
    public init(packs: [PackDigest], holdsFrom: Day? = nil, holdsUntil: Day? = nil) {
        (self.packs, self.holdsFrom, self.holdsUntil) = (packs, holdsFrom, holdsUntil)
    }
}

public struct PackDigest: Hashable, Sendable, Codable {
    public var name: String
    public var digest: String
    public init(name: String, digest: String) { (self.name, self.digest) = (name, digest) }
}

public struct StandingFinding: Hashable, Sendable, Codable {
    public var code: String
    public var severity: String
    /// The declaration that it is about.
    public var at: String
    public var message: String
    public var norms: [String]
    public init(code: String, severity: String, at: String, message: String, norms: [String]) {
        (self.code, self.severity, self.at, self.message, self.norms) = (code, severity, at, message, norms)
    }
}

/// An error that the specification allows: it stands, and a named person or role answers for it by signing the plan.
public struct RequiredApproval: Hashable, Sendable, Codable {
    public var by: String
    /// The rule that is not followed, and the declaration where.
    public var code: String
    public var at: String
    public var because: String
    /// The last day.
    public var until: Day?
    public init(by: String, code: String, at: String, because: String, until: Day?) {
        (self.by, self.code, self.at, self.because, self.until) = (by, code, at, because, until)
    }
}

/// A decision's conclusion with its derivation, one line each fact or norm.
public struct DecisionRecord: Hashable, Sendable, Codable {
    public var decision: String
    public var arguments: [String]
    public var conclusion: String
    public var factors: [Factor]
    public var norms: [String]
    public struct Factor: Hashable, Sendable, Codable {
        public var name: String
        public var value: String
        public var norms: [String]
        public init(name: String, value: String, norms: [String]) { (self.name, self.value, self.norms) = (name, value, norms) }
    }
    public init(decision: String, arguments: [String], conclusion: String, factors: [Factor], norms: [String]) {
        (self.decision, self.arguments, self.conclusion) = (decision, arguments, conclusion)
        (self.factors, self.norms) = (factors, norms)
    }
}

/// A human's conclusion, kept beside the computed one.
public struct AssessmentRecord: Hashable, Sendable, Codable {
    public var name: String
    public var kind: String
    public var conclusion: String?
    public var by: String?
    public var made: Day?
    /// Why it concludes so.
    public var because: String?
    /// The named person who decided it, and when.
    public var decidedBy: String?
    public var decided: Day?
    public init(
        name: String, kind: String, conclusion: String?, by: String?, made: Day? = nil, because: String? = nil, decidedBy: String? = nil, decided: Day? = nil
    ) {
        (self.name, self.kind, self.conclusion, self.by, self.made) = (name, kind, conclusion, by, made)
        (self.because, self.decidedBy, self.decided) = (because, decidedBy, decided)
    }
}

/// What the run owes beside its result.
public struct Duty: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable { case delete, inform, review }
    public var kind: Kind
    public var what: String
    public init(kind: Kind, what: String) { (self.kind, self.what) = (kind, what) }
}
