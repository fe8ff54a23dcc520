// `mask` and `pseudonymise`: identifiers are covered or replaced, and what flows on is still personal data.
import Privacy
import Source
import Syntax

extension Builder {
    mutating func mask(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        guard let value = member.values.first else { return _ = input(nil, scope, at: scope.here.place(member.span)) }
        guard let result = member.results.first, let source = source(value, isFirst: true, &step, scope) else { return }
        let stated = property("columns", of: member)
        let masked = stated == nil ? source.columns.filter { $0.domain == .text && $0.identifies < .directly } : named("columns", of: member, in: source.columns, scope)
        for value in stated?.values ?? [] {
            guard let name = word(value), let column = source.columns.first(where: { $0.name == name }), column.domain != .text else { continue }
            report(ModelFinding.general("N018", "types-disagree", at: scope.here.place(value.span), doc("Bara text kan maskeras", "Only text can be masked"),
                doc("`\(name)` är \(column.domain.rowType.words.sv).", "`\(name)` is \(column.domain.rowType.words.en).")))
        }
        if masked.isEmpty, stated == nil {
            report(ModelFinding.general("N022", "nothing-to-mask", at: scope.here.place(value.span), doc("Inget att maskera", "Nothing to mask"),
                doc("`\(source.alias)` har ingen fri text.", "`\(source.alias)` has no free text."), doc("Ange kolumnerna med `columns:`.", "Name the columns with `columns:`.")))
        }
        checkFinds(member, scope)
        var columns = taken(member, source, with: masked, scope)
        for index in columns.indices where masked.contains(where: { $0.name == columns[index].name }) {
            columns[index].identifies = min(columns[index].identifies, .indirectly)
            columns[index].isMasked = true
        }
        for column in columns { step.reads.formUnion(source.table == nil ? [] : column.lineage) }
        step.columnFacts.append(ColumnFact(fact: "masked_columns", columns: masked, relation: source.relation))
        stillIdentifies(columns, step, doc("Lämna den utanför, eller ersätt den med `pseudonymise` först.", "Leave it out, or replace it with `pseudonymise` first."), at: scope.here.place(value.span))
        make(result, columns: columns, key: key(of: source, scope), state: lowered(to: .masked, source, scope), from: [source.relation].compactMap { $0 }, &step, &scope)
    }

    /// `finds:` names kinds of identity: what identifies nobody directly is not looked for.
    private mutating func checkFinds(_ member: Member, _ scope: PipelineScope) {
        guard let identity = model.lookup("Identity", kind: "category") else { return }
        for value in property("finds", of: member)?.values ?? [] {
            guard let name = word(value), let category = find(name, kind: .category, from: scope.here), !model.isA(category, identity) else { continue }
            report(ModelFinding.wrongValue("finds", wanted: doc("ett slag av identitet, till exempel Name eller NationalId", "a kind of identity, such as Name or NationalId"), at: scope.here.place(value.span)))
        }
    }

    mutating func pseudonymise(_ member: Member, _ step: inout PipelineStep, _ scope: inout PipelineScope) {
        guard let value = member.values.first else { return _ = input(nil, scope, at: scope.here.place(member.span)) }
        guard let result = member.results.first, let source = source(value, isFirst: true, &step, scope) else { return }
        let stated = property("columns", of: member)
        let replaced = stated == nil ? source.columns.filter { $0.identifies == .directly } : named("columns", of: member, in: source.columns, scope)
        if replaced.isEmpty, stated == nil {
            report(ModelFinding.general("N022", "nothing-to-replace", at: scope.here.place(value.span), doc("Inget att ersätta", "Nothing to replace"),
                doc("Inget i `\(source.alias)` identifierar direkt.", "Nothing in `\(source.alias)` identifies directly."), doc("Ange kolumnerna med `columns:`.", "Name the columns with `columns:`.")))
        }
        for value in stated?.values ?? [] {
            guard let name = word(value), let column = source.columns.first(where: { $0.name == name }), !column.domain.isDesignation else { continue }
            report(ModelFinding.general("N018", "types-disagree", at: scope.here.place(value.span), doc("Bara beteckningar kan ersättas", "Only designations can be replaced"),
                doc("`\(name)` är \(column.domain.rowType.words.sv); det som ersätts är id, text och nummer som pekar ut någon.", "`\(name)` is \(column.domain.rowType.words.en); what is replaced is ids, texts and numbers that point out somebody.")))
        }
        var columns = taken(member, source, with: replaced, scope)
        for index in columns.indices where replaced.contains(where: { $0.name == columns[index].name }) {
            columns[index].identifies = min(columns[index].identifies, .indirectly)
            columns[index].domain = .id
        }
        for column in columns { step.reads.formUnion(source.table == nil ? [] : column.lineage) }
        step.columnFacts.append(ColumnFact(fact: "replaced_columns", columns: replaced, relation: source.relation))
        stillIdentifies(columns, step, doc("Ta med den i `columns:`, eller lämna den utanför.", "Put it in `columns:`, or leave it out."), at: scope.here.place(value.span))
        make(result, columns: columns, key: key(of: source, scope), state: lowered(to: .pseudonymised, source, scope), from: [source.relation].compactMap { $0 }, &step, &scope)
    }

    func key(of source: Consolidation.Source, _ scope: PipelineScope) -> String? {
        source.relation.flatMap { scope.relation($0)?.key } ?? source.table.flatMap { model.table($0)?.key }
    }

    /// Down the lattice, never up: what was already less personal stays so.
    private func lowered(to state: RelationState, _ source: Consolidation.Source, _ scope: PipelineScope) -> RelationState {
        let before = self.state(of: [source], scope)
        return before.rank > state.rank ? state : before
    }
}

extension Domain {
    /// Whether it holds what somebody is called or numbered by.
    var isDesignation: Bool {
        switch self {
        case .id, .text, .personnummer, .organisationsnummer: true
        default: false
        }
    }
}
