// `train` and `audit`: a model, how it treats groups of real people, and the gates on that.
import Evidence
import Plan
import Source

extension Run {
    mutating func train(_ step: TrainStep, _ name: String) throws {
        countIn(step.on)
        let model = try step.model(on: coded(step.on, step.columns.learnt), isInterrupted: options.isInterrupted)
        made[name] = .model(model)
        evidence.models.append(model.record(step: name))
    }

    mutating func audit(_ step: AuditStep, _ name: String) throws {
        guard case .model(let model) = made[step.model] else {
            throw RunError.plan(
                Message(
                    sv: "\(name) granskar \(step.model), som inte är en modell",
                    en: "\(name) audits \(step.model), which is no model"))
        }
        countIn(step.on)
        var columns = model.columns + [model.target]
        for group in step.groups where !columns.contains(where: { $0.name == group }) {
            guard let column = plan.modelColumn(group) else { throw RelationError.unknownColumn(group) }
            columns.append(column)
        }
        let records = try Engine.audit(step, named: name, model: model, on: coded(step.on, columns))
        evidence.audits += records
        evidence.gates += try judge(step.gates, of: records)
    }

    mutating func countIn(_ relation: String) {
        if let rows = rows(of: relation) { account.rowsIn.append(RowCount(of: relation, rows: rows)) }
    }
}

extension Plan {
    /// A column as some step learns, evaluates or trains on it: a group need not be a feature.
    fileprivate func modelColumn(_ name: String) -> ModelColumn? {
        for step in steps {
            let columns: [ModelColumn] =
                switch step.action {
                case .learn(let step): step.columns
                case .evaluate(let step): step.columns
                case .train(let step): step.columns
                default: []
                }
            if let column = columns.first(where: { $0.name == name }) { return column }
        }
        return nil
    }
}
