// What a relation may name: the columns of tables, of earlier results, and the opt-outs.
import Plan
import Source

package struct Scope: Sendable {
    package var tables: [TableReference: [String]]
    package var results: [String: [String]]
    /// By opt-out, the columns by which its match can be asked.
    package var optOuts: [String: OptOut]

    package init(
        tables: [TableReference: [String]] = [:], results: [String: [String]] = [:], optOuts: [String: OptOut] = [:]
    ) {
        (self.tables, self.results, self.optOuts) = (tables, results, optOuts)
    }

    /// The scope of a plan before its first step.
    package init(of plan: Plan) {
        self.init()
        for input in plan.inputs {
            for table in input.tables {
                tables[TableReference(dataset: input.dataset, table: table.name)] = table.columns.map(\.name)
            }
        }
        for optOut in plan.optOuts { optOuts[optOut.name] = optOut }
    }
}

/// A relation that names what is not there: a fault of the plan, not of the data.
package enum RelationError: Error, Equatable {
    case unknownTable(String)
    case unknownResult(String)
    case unknownColumn(String)
    case unknownOptOut(String)
    case repeatedColumn(String)
    case noOperand(aggregate: String)

    package var message: Message {
        switch self {
        case .unknownTable(let name): Message(sv: "tabellen \(name) finns inte", en: "there is no table \(name)")
        case .unknownResult(let name): Message(sv: "resultatet \(name) finns inte", en: "there is no result \(name)")
        case .unknownColumn(let name): Message(sv: "kolumnen \(name) finns inte", en: "there is no column \(name)")
        case .unknownOptOut(let name):
            Message(sv: "registret över invändningar \(name) finns inte", en: "there is no opt-out \(name)")
        case .repeatedColumn(let name): Message(sv: "kolumnen \(name) finns två gånger", en: "column \(name) is there twice")
        case .noOperand(let name): Message(sv: "\(name) saknar uttryck", en: "\(name) has no expression")
        }
    }
}

extension TableReference {
    /// As row accounts and messages name it.
    package var label: String { "\(dataset).\(table)" }
}

extension Relation {
    /// The relation and all that it is made from, the outermost first.
    package var parts: [Relation] {
        switch self {
        case .table, .result: [self]
        case .filter(let of, _, _), .withoutObjectors(let of, _, _), .project(let of, _), .group(let of, _, _),
            .distinct(let of, _):
            [self] + of.parts
        case .join(let left, let right, _): [self] + left.parts + right.parts
        }
    }
}
