// How an opt-out's register is matched with the rows that a pipeline reads.
import Source

/// The register's column that says who, the column that says the same of a row, and the key by which those rows leave.
public struct OptOutMatch: Sendable {
    public var register: TableModel
    public var person: RelationColumn
    public var table: TableModel
    public var column: RelationColumn
}

extension Model {
    /// By `matched by parties.personal_no`; without it, by the one column of the read tables that identifies as the register
    /// does. None when no step that reads its dataset could leave out the rows of a person.
    public func match(of record: EntityID, in pipeline: Pipeline) -> OptOutMatch? {
        guard case .entity(let registerID)? = stated("register", of: record), let register = table(registerID),
            let person = person(in: register),
            let (table, column) = matched(record, register, person, pipeline)
        else { return nil }
        let match = OptOutMatch(register: register, person: person, table: table, column: column)
        return pipeline.steps.contains { filterKey(of: match, at: $0) != nil } ? match : nil
    }

    /// The register's column that says who.
    func person(in register: TableModel) -> RelationColumn? {
        register.columns.first { $0.domain == .personnummer } ?? register.columns.first { $0.name == register.key }
    }

    private func matched(_ record: EntityID, _ register: TableModel, _ person: RelationColumn, _ pipeline: Pipeline) -> (TableModel, RelationColumn)? {
        let read = pipeline.steps.flatMap(\.tables).compactMap { table($0) }
        if case .text(let stated)? = stated("matched_by", of: record) {
            // Any table of a dataset that is read can tell whom a row is about, also one that no step names.
            let reachable = read + read.flatMap { tables(of: $0.dataset) }
            let names = dotted(stated)
            guard names.count >= 2, let table = reachable.first(where: { $0.name == names[names.count - 2] && $0.entity != register.entity }),
                let column = table.columns.first(where: { $0.name == names[names.count - 1] }),
                // A number is never equal to a choice: such a match would leave nobody out, and look as if it did.
                column.domain == person.domain
            else { return nil }
            return (table, column)
        }
        let candidates = read.filter { $0.entity != register.entity }.flatMap { table in
            table.columns.filter { $0.domain == person.domain && $0.identifies == .directly }.map { (table, $0) }
        }
        guard let only = candidates.first, Set(candidates.map(\.1)).count == 1 else { return nil }
        return only
    }

    /// The key by which a step that reads declared tables leaves out the rows of a matched person; nil when it can't.
    public func filterKey(of match: OptOutMatch, at step: PipelineStep) -> String? {
        guard step.tables.contains(where: { table($0)?.dataset == match.table.dataset }) else { return nil }
        let key: String? = switch step.action {
        case .consolidate(let form): form.sources.first?.table == nil ? nil : form.key
        case .clean(let form): form.source.table.flatMap { table($0)?.key }
        default: nil
        }
        return match.table.columns.contains { $0.name == key } ? key : nil
    }
}

/// The names of a path written with dots.
func dotted(_ path: String) -> [String] { path.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) } }
