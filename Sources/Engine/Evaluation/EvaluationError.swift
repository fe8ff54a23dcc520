// What can stop an evaluation, a training or an audit. No case holds a value of a row.

public enum EvaluationError: Error, Equatable, Sendable {
    /// A relation without rows: `synthetic`, `reference`, `holdout`, `training`, `audit`.
    case empty(relation: String)
    /// The relation lacks a column that the plan names, or has it with other levels.
    case column(String, relation: String)
    /// A code that stands for no level.
    case codeOutsideLevels(column: String, relation: String)
    /// Neither a flag nor a choice of two.
    case targetNotBinary(String)
    case targetHasOneClass(String, relation: String)
    case noFeatures(target: String)
    case unknownMeasure(String)
    /// The step measures nothing by that name: no target, no secret, too few columns.
    case notMeasured(String)
    /// What the learning library answered.
    case library(String)
}

extension EvaluationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty(let relation): "the \(relation) rows are none, so there is nothing to measure"
        case .column(let name, let relation): "the \(relation) rows lack column \(name), or have it with other levels"
        case .codeOutsideLevels(let name, let relation):
            "column \(name) of the \(relation) rows has a code outside its levels"
        case .targetNotBinary(let name): "target \(name) must be a flag or a choice of two"
        case .targetHasOneClass(let name, let relation): "all \(relation) rows have the same value of target \(name)"
        case .noFeatures(let target): "no column is left to predict \(target) from"
        case .unknownMeasure(let name): "\(name) is no measure of a gate"
        case .notMeasured(let name): "\(name) was not measured by this step"
        case .library(let message): "XGBoost: \(message)"
        }
    }
}
