// `train`: a model, as personal as what it was trained on.
import Privacy
import Source
import Syntax

extension Builder {
    mutating func train(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        let here = scope.here
        guard let method = method(member, ["gradient_boosting", "logistic"], &step, scope),
            let on = input(clause("on", of: member)?.values.first, scope, at: here.place(member.span))
        else { return }
        step.inputs.append(on.entity)
        if case .text(let reason)? = property("because", of: member)?.values.first?.form { set("because", .text(reason), on: step.entity) }
        guard let value = property("target", of: member)?.values.first, let target = column(value, of: on.columns, "target", scope),
            let column = on.columns.first(where: { $0.name == target })
        else { return }
        let binary = switch column.domain {
        case .flag: true
        case .choice(let levels): levels.count == 2
        default: false
        }
        if !binary {
            report(ModelFinding.general("N018", "types-disagree", at: here.place(value.span), doc("Målet ska ha två värden", "The target must have two values"),
                doc("`\(target)` är \(column.domain.rowType.words.sv); målet ska vara en flagga eller ett val av två.", "`\(target)` is \(column.domain.rowType.words.en); a target is a flag or a choice of two.")))
        }
        let features = on.columns.filter { $0.name != target && $0.domain != .id && $0.name != on.key }
        guard let result = member.results.first else { return }
        make(result, columns: on.columns, key: nil, state: .model(of: on.state), from: [on.name], &step, &scope)
        guard binary else { return }
        let seed = seed(of: member, scope)
        step.action = .train(Training(method: method, on: on.name, target: target, features: features,
            rounds: count(property("rounds", of: member)?.values.first, "rounds", scope), depth: count(property("depth", of: member)?.values.first, "depth", scope), seed: seed))
    }
}
