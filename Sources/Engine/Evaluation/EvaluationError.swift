// What can stop an evaluation, a training or an audit. No case holds a value of a row.
import Source

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
    /// Whoever asked for it wants it no more.
    case interrupted
}

extension EvaluationError: CustomStringConvertible {
    public var description: String { message.en }

    /// Without a full stop.
    public var message: Message {
        switch self {
        case .empty(let relation):
            Message(
                sv: "det finns inga \(rows(relation).sv), och därför inget att mäta",
                en: "there are no \(rows(relation).en), so there is nothing to measure")
        case .column(let name, let relation):
            Message(
                sv: "kolumnen \(name) saknas bland \(rows(relation).sv) eller har andra nivåer där",
                en: "the \(rows(relation).en) lack column \(name), or have it with other levels")
        case .codeOutsideLevels(let name, let relation):
            Message(
                sv: "kolumnen \(name) har bland \(rows(relation).sv) en kod utanför sina nivåer",
                en: "column \(name) of the \(rows(relation).en) has a code outside its levels")
        case .targetNotBinary(let name):
            Message(
                sv: "målvariabeln \(name) ska vara ja eller nej eller ett val mellan två",
                en: "target \(name) must be a flag or a choice of two")
        case .targetHasOneClass(let name, let relation):
            Message(
                sv: "alla \(rows(relation).sv) har samma värde på målvariabeln \(name)",
                en: "all \(rows(relation).en) have the same value of target \(name)")
        case .noFeatures(let target):
            Message(
                sv: "ingen kolumn finns kvar att förutsäga \(target) ur", en: "no column is left to predict \(target) from")
        case .unknownMeasure(let name):
            Message(sv: "\(name) är inget mått som ett krav kan gälla", en: "\(name) is no measure of a requirement")
        case .notMeasured(let name):
            Message(sv: "steget har inte mätt \(name)", en: "\(name) was not measured by this step")
        case .library(let answer): Message(sv: "XGBoost svarade: \(answer)", en: "XGBoost answered: \(answer)")
        case .interrupted: Message(sv: "avbruten", en: "interrupted")
        }
    }

    private func rows(_ relation: String) -> Message {
        switch relation {
        case "synthetic": Message(sv: "syntetiska rader", en: "synthetic rows")
        case "reference": Message(sv: "referensrader", en: "reference rows")
        case "holdout": Message(sv: "undanhållna rader", en: "held-out rows")
        case "training": Message(sv: "träningsrader", en: "training rows")
        case "audit": Message(sv: "rader att granska", en: "rows to audit")
        case "scored": Message(sv: "rader att bedöma", en: "rows to score")
        default: Message(sv: "rader i \(relation)", en: "rows of \(relation)")
        }
    }
}
