// Why the run was lawful, as its plan says: who answers for it, on what ground, what people were told, and what was weighed.
import Plan
import Source

public struct LegalRecord: Sendable, Codable, Equatable {
    public var controller: Named
    public var grounds: [GroundRecord]
    public var notices: [NoticeRecord]
    public var optOuts: [Window]
    public var decisions: [DecisionRecord]
    public var assessments: [AssessmentRecord]
    /// Errors that the specification allows, and who answers for each.
    public var allowed: [RequiredApproval]?

    /// Who could opt out, and until when.
    public struct Window: Sendable, Codable, Equatable {
        public var groups: [String]
        public var until: Day?
        public init(groups: [String], until: Day?) { (self.groups, self.until) = (groups, until) }
    }

    public init(_ plan: Plan) {
        (controller, grounds, notices) = (plan.controller, plan.grounds, plan.notices)
        (decisions, assessments) = (plan.decisions, plan.assessments)
        allowed = plan.requiredApprovals
        optOuts = plan.optOuts.map { Window(groups: $0.groups, until: $0.until) }
    }
}
