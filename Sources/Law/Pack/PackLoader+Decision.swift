// Decisions: factors with their rows, and the table of conclusions.
import Model
import Source
import Syntax

extension PackLoader {
    private static let decisionKeys = Block.Keys(["cites", "see", "title sv", "title en", "each", "worst of", "undetermined"], open: ["says "])
    private static let factorKeys = Block.Keys(["cites", "see", "title sv", "title en", "against"], open: ["title ", "says "])

    func decision(_ unit: Unit, _ name: String) -> Decision? {
        let block = Block(
            self, unit, unit.member, name, keys: PackLoader.decisionKeys)
        var compiler = compiler(unit)
        let authority = block.authority(required: false)
        let title = block.message("title", required: false) ?? Message(sv: name, en: name)
        let each = each(block, &compiler)
        // A factor whose word is misspelt has a name too.
        if block.rest.contains(where: { !["factor", "conclude", "otherwise"].contains($0.word?.text) }) { compiler.hasLostNames = true }
        var factors: [Decision.Factor] = []
        for member in block.rest where member.word?.text == "factor" {
            guard let factorName = member.path.first else {
                block.refuse(member)
                continue
            }
            if factors.contains(where: { $0.name == factorName.text }) || compiler.scope[factorName.text] != nil {
                diagnostics.append(
                    PackFinding.duplicate(factorName.text, at: unit.place(factorName), first: block.namePlace))
                continue
            }
            let factor = self.factor(unit, member, factorName, &compiler)
            factors.append(factor)
            compiler.factors.append((factor.name, factor.values, isWhole: !factor.values.contains(PackLoader.lostValue)))
        }
        let table = table(block, &compiler)
        guard !table.isEmpty else {
            diagnostics.append(PackFinding.noConclusion(name, Message(sv: "", en: ""), [], at: block.namePlace))
            return nil
        }
        let listed = words(block, "worst of")
        // Without an order the worst of a group would be the last row's, whatever that says.
        if each != nil, !block.has("worst of") { block.lacks("worst of") }
        let named = table.map(\.conclusion.text)
        var conclusions: [String] = []
        for conclusion in named
        where !listed.contains(where: { $0.text == conclusion }) && !conclusions.contains(conclusion) {
            conclusions.append(conclusion)
        }
        for word in listed where !conclusions.contains(word.text) { conclusions.append(word.text) }
        if !ships { rank(table, listed, block) }
        let rows = table.map { row in
            Decision.Row(
                conclusion: conclusions.firstIndex(of: row.conclusion.text) ?? 0, guardNode: row.guardNode, needs: row.needs,
                place: row.place)
        }
        let says = says(block, conclusions, &compiler)
        var undetermined: String?
        if let value = block.value("undetermined") { undetermined = block.word(value, "undetermined")?.text }
        return Decision(
            name: name, parameters: unit.member.parameters.map { Parameter(kind: $0.kind.text, name: $0.name.text) },
            authority: authority, title: title,
            conclusions: conclusions, factors: factors, undetermined: undetermined, place: block.namePlace,
            documentation: unit.member.documentation,
            pack: pack.name, conclusionSays: says, rows: rows, frame: compiler.slots, each: each,
            ranked: !listed.isEmpty)
    }

    /// `each: s in d.subjects`, where `s` is the last parameter.
    private func each(_ block: Block, _ compiler: inout Compiler) -> (slot: Int, range: Node)? {
        guard let value = block.value("each") else { return nil }
        let unit = block.unit
        guard case .binary(.in, let left, let right) = value.form, case .path(let names) = left.form, names.count == 1,
            names[0].text == unit.member.parameters.last?.name.text, let variable = compiler.scope[names[0].text]
        else {
            block.report(
                PackFinding.wrongForm(
                    "each",
                    wanted: Message(
                        sv: "`x in lista`, där x är den sista parametern",
                        en: "`x in list`, where x is the last parameter"),
                    at: unit.place(value.span)))
            return nil
        }
        let range = compiler.range(right)
        if range.slots.contains(variable.slot) {
            block.report(
                PackFinding.wrongForm(
                    "each",
                    wanted: Message(
                        sv: "en lista som inte hänger på `\(names[0].text)`",
                        en: "a list that does not depend on `\(names[0].text)`"),
                    at: unit.place(right.span)))
            return nil
        }
        return (variable.slot, range)
    }

    private func words(_ block: Block, _ key: String) -> [Name] {
        (block.properties[key]?.values ?? []).compactMap { block.word($0, key) }
    }

    /// `says VALUE sv: "…"`
    private func says(_ block: Block, _ values: [String], _ compiler: inout Compiler) -> [Int: Template] {
        var says: [Int: Template] = [:]
        for index in told(block, "says ", values) { says[index] = compiler.template("says " + values[index], block, required: true) }
        return says
    }

    private func factor(_ unit: Unit, _ member: Member, _ name: Name, _ compiler: inout Compiler) -> Decision.Factor {
        let block = Block(
            self, unit, member, name.text, keys: PackLoader.factorKeys)
        let authority = block.authority(required: false)
        let title = block.message("title", head: member.title, required: false) ?? Message(sv: name.text, en: name.text)
        var values: [String] = []
        var rows: [(value: Int, guardNode: Node?, place: Place)] = []
        for member in block.rest {
            guard member.form == .row, let value = member.values.first else {
                lostRow(member, unit, &values, &rows)
                continue
            }
            guard let word = block.word(value, "factor") else { continue }
            if !values.contains(word.text) { values.append(word.text) }
            let index = values.firstIndex(of: word.text) ?? 0
            let place = unit.place(member.span)
            if let last = rows.last, last.guardNode == nil {
                diagnostics.append(PackFinding.unreachable(word.text, at: place))
                continue
            }
            let (guardNode, _) = self.guardNode(member.clauses, place, word.text, &compiler)
            rows.append((index, guardNode, place))
        }
        if rows.isEmpty || rows.last?.guardNode != nil { supplyOtherwise(block, name, &values, &rows) }
        var against: Set<Int> = []
        for word in words(block, "against") {
            guard let index = values.firstIndex(of: word.text) else {
                diagnostics.append(
                    PackFinding.unknownName(
                        word.text, Message(sv: "inget värde av `\(name.text)`", en: "no value of `\(name.text)`"),
                        known: values, at: unit.place(word)))
                continue
            }
            against.insert(index)
        }
        let titles = titles(block, values)
        let says = says(block, values, &compiler)
        let misspelt = PackLoader.misspelt(block, "says ", values)
        for index in against.sorted() where says[index] == nil && !misspelt.contains(index) { block.lacks("says \(values[index]) en") }
        return Decision.Factor(
            name: name.text, title: title, values: values, authority: authority, against: against,
            place: block.namePlace, titles: titles, says: says, rows: rows)
    }

    /// `title VALUE sv: "…"`: how a value reads in a derivation.
    private func titles(_ block: Block, _ values: [String]) -> [Int: Message] {
        var titles: [Int: Message] = [:]
        for index in told(block, "title ", values) { titles[index] = block.message("title " + values[index], required: true) }
        return titles
    }

    /// `conclude X when … needs …` and the last `otherwise X`.
    private func table(_ block: Block, _ compiler: inout Compiler) -> [TableRow] {
        var table: [TableRow] = []
        for member in block.rest where member.word?.text != "factor" {
            guard let word = member.word?.text, word == "conclude" || word == "otherwise", member.form == .step else {
                block.refuse(member)
                continue
            }
            guard let value = member.values.first, let conclusion = block.word(value, word) else {
                if member.values.isEmpty {
                    diagnostics.append(PackFinding.lacks(word, block.name, at: block.unit.place(member.span)))
                }
                continue
            }
            let place = block.unit.place(member.span)
            if let last = table.last, last.guardNode == nil {
                diagnostics.append(PackFinding.unreachable("\(word) \(conclusion.text)", at: place))
                continue
            }
            if word == "otherwise" {
                table.append(TableRow(conclusion: conclusion, guardNode: nil, needs: [], place: place))
            } else {
                let (guardNode, needs) = guardNode(member.clauses, place, "conclude \(conclusion.text)", &compiler)
                table.append(TableRow(conclusion: conclusion, guardNode: guardNode, needs: needs, place: place))
            }
        }
        return table
    }

    /// The clauses of a row: `when EXPR`, `needs EXPR, …` or `otherwise`, for which there is no condition. One that can't be read is never known.
    private func guardNode(_ clauses: [Clause], _ place: Place, _ row: String, _ compiler: inout Compiler) -> (
        guardNode: Node?, needs: [Node]
    ) {
        var guardNode: Node?
        var needs: [Node] = []
        var otherwise = false, isLost = false
        for (index, clause) in clauses.enumerated() {
            switch clause.word.text {
            case "when" where clause.values.count == 1:
                let isFollowed = index + 1 < clauses.count && !["needs", "when", "otherwise"].contains(clauses[index + 1].word.text)
                if isFollowed { isLost = true } else { guardNode = compiler.condition(clause.values[0]) }
            case "needs": needs += clause.values.map { compiler.condition($0) }
            case "otherwise": otherwise = true
            case let word:
                isLost = true
                let isMisspelt = !Words.clauses.contains(word)
                diagnostics.append(
                    isMisspelt
                        ? PackFinding.rowWithoutWhen(row, isMisspelt: nearest(to: word, in: ["when"]) != nil, at: place)
                        : PackFinding.clause(clause, after: index > 0 ? clauses[index - 1].values.last : nil, in: row, compiler.unit))
            }
        }
        if guardNode == nil, !otherwise {
            if !isLost { diagnostics.append(PackFinding.rowWithoutWhen(row, isMisspelt: false, at: place)) }
            guardNode = PackLoader.lost(place)
        }
        return (guardNode, needs)
    }
}
