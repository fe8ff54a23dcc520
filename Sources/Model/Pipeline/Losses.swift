// One mistake, one finding: what a pipeline lost by one mistake is not told of again where later steps look for it.
import Source
import Syntax

/// Something that later steps can't know, or a finding that may follow from such a thing.
struct Loss: Sendable {
    enum Form: Sendable {
        /// A column that would have been there, had its line been read.
        case column(String)
        /// All columns: a table or relation could not be found.
        case columns
        /// A result without a name.
        case relations
        /// The finding says that there is no column of this name; what is near it was meant, and is missing after it.
        case noColumn(String, near: String?)
        case noRelation(String)
    }
    let form: Form
    /// How many findings the part had: the loss is of what comes after; of a finding, its own index.
    let at: Int
}

extension Builder {
    func lose(_ form: Loss.Form) { part.pointee.losses.append(Loss(form: form, at: part.pointee.findings.count)) }

    func reportNoColumn(_ name: String, candidates: [String], at place: Place) {
        lose(.noColumn(name, near: nearest(to: name, in: candidates)))
        report(ModelFinding.unknownName(name, kind: "column", candidates: candidates, at: place))
    }

    func reportNoRelation(_ name: String, candidates: [String], at place: Place) {
        lose(.noRelation(name))
        report(ModelFinding.unknownName(name, kind: "relation", candidates: candidates, at: place))
    }

    /// Takes away the findings of a pipeline, from `first` on, that follow from those before them.
    func dropConsequences(from first: Int) {
        defer { part.pointee.losses = [] }
        let findings = part.pointee.findings
        guard findings.count > first else { return }
        var losses = part.pointee.losses[...]
        var columns: Set<String> = [], relations: Set<String> = [], noColumns = false, noRelations = false
        var kept: [Diagnostic] = []
        for (index, finding) in findings.enumerated().dropFirst(first) {
            var follows = false
            while let loss = losses.first, loss.at <= index {
                losses.removeFirst()
                switch loss.form {
                case .column(let name): columns.insert(name)
                case .columns: noColumns = true
                case .relations: noRelations = true
                case .noColumn(let name, let near):
                    follows = noColumns || columns.contains(name)
                    if !follows, let near { columns.insert(near) }
                    columns.insert(name)
                case .noRelation(let name): follows = noRelations || !relations.insert(name).inserted
                }
            }
            switch finding.code {
            case "N019", "N029": follows = noColumns
            // A step whose head holds a word that can't stand there has no value that it wants.
            case "N004", "N022", "N045": follows = kept.contains { $0.code == "N008" && $0.place.member == finding.place.member && finding.place.span.start <= $0.place.span.start && $0.place.span.end <= finding.place.span.end }
            default: break
            }
            if !follows { kept.append(finding) }
        }
        part.pointee.findings = Array(findings[..<first]) + kept
    }
}
