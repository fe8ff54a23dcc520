// What a pipeline makes and leaves lying, and results that have the name of what is read.
import Source

extension Builder {
    /// INVARIANT: asked of a pipeline without mistakes only: a misspelt name would look unused.
    func checkUse(of pipeline: borrowing Pipeline) {
        var ends = false
        for index in pipeline.steps.indices {
            switch pipeline.steps[index].verb {
            case .release, .disclose, .archive, .delete: ends = true
            default: break
            }
            for table in pipeline.steps[index].tables where pipeline.relations.contains(model.store.headers[Int(table.declaration)].name) {
                let dataset = model.store.headers + Int(table.declaration)
                if let relation = pipeline.relations[dataset.pointee.name] { report(shadows(relation, dataset.pointee.place)) }
            }
        }
        // One that says nowhere how its data leave or end is a sketch: its last result is what it is for.
        guard ends else { return }
        for index in pipeline.steps.indices where Builder.isPreparing(pipeline.steps[index].verb) && !isUsed(index, pipeline) { report(unused(pipeline.steps[index])) }
    }

    private func isUsed(_ step: Int, _ pipeline: borrowing Pipeline) -> Bool {
        if pipeline.steps[step].outputs.isEmpty { return true }
        for later in (step + 1)..<pipeline.steps.count {
            for input in pipeline.steps[later].inputs.indices {
                for output in pipeline.steps[step].outputs.indices where pipeline.steps[step].outputs[output] == pipeline.steps[later].inputs[input] { return true }
            }
            if pipeline.steps[later].verb == .communicate, shows(pipeline.steps[later], pipeline.steps[step].outputs) { return true }
        }
        return false
    }

    private func shows(_ step: PipelineStep, _ outputs: [EntityID]) -> Bool {
        guard case .list(let shown)? = model.stated("shows", of: step.entity) else { return false }
        return outputs.contains { shown.contains(.entity($0)) }
    }

    /// Whether a step is there for what it makes. What says something of persons, or measures, counts by itself.
    private static func isPreparing(_ verb: VerbName) -> Bool {
        switch verb {
        case .consolidate, .clean, .mask, .pseudonymise, .aggregate, .match, .network, .split, .learn, .generate, .train: true
        case .evaluate, .audit, .score, .select, .communicate, .review, .decide, .disclose, .archive, .delete, .release: false
        }
    }

    private func unused(_ step: PipelineStep) -> Diagnostic {
        let names = step.outputs.map { "`\(model.ownName(of: $0))`" }
        return ModelFinding.make(
            "N061", "unused-step", at: model.place(of: step.outputs.first ?? step.entity), severity: .info, title: doc("Steget används inte", "The step is not used"),
            doc("Inget senare steg läser, släpper, lämnar ut eller raderar \(names.joined(separator: " eller ")).", "No later step reads, releases, discloses or deletes \(names.joined(separator: " or "))."),
            advice: doc("Ta bort steget, eller använd det som det ger.", "Remove the step, or use what it makes."))
    }

    private func shadows(_ relation: PipelineRelation, _ dataset: Place) -> Diagnostic {
        ModelFinding.make(
            "N062", "shadowing-step", at: model.place(of: relation.entity), severity: .warning, title: doc("Samma namn som en datamängd", "The same name as a dataset"),
            doc("`\(relation.name)` är också den datamängd som flödet läser; en läsare kan inte se vilken som menas.", "`\(relation.name)` is also the dataset that the pipeline reads; a reader can't tell which is meant."),
            advice: doc("Ge steget ett eget namn.", "Give the step a name of its own."), notes: [Note(text: doc("Datamängden deklareras här.", "The dataset is declared here."), place: dataset)])
    }
}
