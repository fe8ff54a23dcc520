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
            compiler.factors.append((factor.name, factor.values))
        }
        let table = table(block, &compiler)
        guard !table.isEmpty else {
            diagnostics.append(PackFinding.noConclusion(name, [], at: block.namePlace))
            return nil
        }
        let listed = words(block, "worst of")
        let named = table.map(\.conclusion)
        var conclusions: [String] = []
        for conclusion in named
        where !listed.contains(where: { $0.text == conclusion }) && !conclusions.contains(conclusion) {
            conclusions.append(conclusion)
        }
        for word in listed {
            if !named.contains(word.text) {
                diagnostics.append(
                    PackFinding.unknownName(
                        word.text, Message(sv: "ingen slutsats i tabellen", en: "no conclusion of the table"),
                        known: named, at: unit.place(word)))
            }
            if !conclusions.contains(word.text) { conclusions.append(word.text) }
        }
        let rows = table.map { row in
            Decision.Row(
                conclusion: conclusions.firstIndex(of: row.conclusion) ?? 0, guardNode: row.guardNode, needs: row.needs,
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
        for (key, member) in block.properties.starting("says ") {
            let parts = key.split(separator: " ").map(String.init)
            guard parts.count == 3, parts[2] == "sv" || parts[2] == "en", let index = values.firstIndex(of: parts[1])
            else {
                diagnostics.append(
                    PackFinding.wrongForm(
                        key,
                        wanted: Message(
                            sv: "`says VÄRDE sv` eller `says VÄRDE en`", en: "`says VALUE sv` or `says VALUE en`"),
                        at: block.unit.place(member.key)))
                continue
            }
            if says[index] == nil { says[index] = compiler.template("says " + parts[1], block, required: true) }
        }
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
            guard member.form == .row, let value = member.values.first, let word = block.word(value, "factor") else {
                if member.form != .row { block.refuse(member) }
                continue
            }
            if !values.contains(word.text) { values.append(word.text) }
            let index = values.firstIndex(of: word.text) ?? 0
            let place = unit.place(member.span)
            if let last = rows.last, last.guardNode == nil {
                diagnostics.append(PackFinding.unreachable(word.text, at: place))
                continue
            }
            if let (guardNode, _) = self.guardNode(member.clauses, place, word.text, &compiler) {
                rows.append((index, guardNode, place))
            }
        }
        if rows.isEmpty || rows.last?.guardNode != nil {
            diagnostics.append(PackFinding.lacks("… otherwise", name.text, at: unit.place(name)))
            if values.isEmpty { values = ["none"] }
        }
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
        for index in against.sorted() where says[index] == nil { block.lacks("says \(values[index]) en") }
        return Decision.Factor(
            name: name.text, title: title, values: values, authority: authority, against: against,
            place: block.namePlace, titles: titles, says: says, rows: rows)
    }

    /// `title VALUE sv: "…"`: how a value reads in a derivation.
    private func titles(_ block: Block, _ values: [String]) -> [Int: Message] {
        var titles: [Int: Message] = [:]
        for (key, member) in block.properties.starting("title ") where !["title sv", "title en"].contains(key) {
            let parts = key.split(separator: " ").map(String.init)
            guard parts.count == 3, parts[2] == "sv" || parts[2] == "en", let index = values.firstIndex(of: parts[1]) else {
                diagnostics.append(
                    PackFinding.wrongForm(
                        key,
                        wanted: Message(sv: "`title VÄRDE sv` eller `title VÄRDE en`", en: "`title VALUE sv` or `title VALUE en`"),
                        at: block.unit.place(member.key)))
                continue
            }
            if titles[index] == nil { titles[index] = block.message("title " + parts[1], required: true) }
        }
        return titles
    }

    private struct TableRow {
        let conclusion: String
        let guardNode: Node?
        let needs: [Node]
        let place: Place
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
                table.append(TableRow(conclusion: conclusion.text, guardNode: nil, needs: [], place: place))
            } else if let (guardNode, needs) = guardNode(
                member.clauses, place, "conclude \(conclusion.text)", &compiler), let guardNode
            {
                table.append(TableRow(conclusion: conclusion.text, guardNode: guardNode, needs: needs, place: place))
            }
        }
        return table
    }

    /// The clauses of a row: `when EXPR`, `needs EXPR, …` or `otherwise`.
    private func guardNode(_ clauses: [Clause], _ place: Place, _ row: String, _ compiler: inout Compiler) -> (
        guardNode: Node?, needs: [Node]
    )? {
        var guardNode: Node?
        var needs: [Node] = []
        var otherwise = false
        for clause in clauses {
            switch clause.word.text {
            case "when" where clause.values.count == 1: guardNode = compiler.condition(clause.values[0])
            case "needs": needs += clause.values.map { compiler.condition($0) }
            case "otherwise": otherwise = true
            default:
                diagnostics.append(
                    PackFinding.unknownMember(
                        clause.word.text, in: row, known: ["when", "needs", "otherwise"],
                        at: compiler.place(clause.word.span)))
            }
        }
        if guardNode == nil, !otherwise {
            diagnostics.append(PackFinding.lacks("when", row, at: place))
            return nil
        }
        return (guardNode, needs)
    }
}
