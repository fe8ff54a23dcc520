// The words of a decision: conclusions, their order, the values of factors, and the texts that each of them has.
import Model
import Source
import Syntax

extension PackLoader {
    /// Stands for the values of a factor whose last row is missing.
    static let lostValue = "…"

    /// A condition that can't be read.
    static func lost(_ place: Place) -> Node { Node(.wrong, .truth, Snippet(place: place, text: "")) }

    // MARK: Conclusions

    struct TableRow {
        let conclusion: Name
        let guardNode: Node?
        let needs: [Node]
        let place: Place
    }

    /// Holds the conclusions of the rows against those of `worst of`. One outside counts as better than all: it must be meant, so `says` declares it.
    func rank(_ table: [TableRow], _ listed: [Name], _ block: Block) {
        guard !listed.isEmpty else { return }
        let said = Set(block.properties.starting("says ").compactMap { PackLoader.parts($0.key)?.value })
        var rows: [String: [Name]] = [:]
        for row in table { rows[row.conclusion.text, default: []].append(row.conclusion) }
        var unlisted = rows.filter { name, _ in !said.contains(name) && !listed.contains { $0.text == name } }
        for word in listed where rows[word.text] == nil {
            // The same slip is seen from both sides: it is told where the word stands that is used less.
            let near = nearest(to: word.text, in: unlisted.keys.sorted())
            if let near, unlisted[near]?.count == 1 || said.contains(word.text) { continue }
            if let near { unlisted[near] = nil }
            let known = rows.keys.sorted()
            if near == nil, nearest(to: word.text, in: known) == nil, table.last?.guardNode != nil {
                unused[block.name, default: []].append(word)
            } else {
                report(unused: word, known, block.unit)
            }
        }
        for (name, places) in unlisted.sorted(by: { $0.key < $1.key }) {
            diagnostics.append(PackFinding.unlistedConclusion(name, block.name, listed: listed.map(\.text), at: block.unit.place(places[0])))
        }
    }

    private func report(unused word: Name, _ known: [String], _ unit: Unit) {
        diagnostics.append(
            PackFinding.unknownName(
                word.text, Message(sv: "ingen slutsats i tabellen", en: "no conclusion of the table"), known: known, at: unit.place(word)))
    }

    /// What a table lists and doesn't come to, although all is concluded.
    func tellUnused(_ decision: Decision) {
        guard let unit = pack.declaredDecisions[decision.name]?.unit else { return }
        for word in unused[decision.name] ?? [] { report(unused: word, decision.conclusions, unit) }
    }

    // MARK: Factors

    /// A row that can't be read as one still names its value.
    func lostRow(_ member: Member, _ unit: Unit, _ values: inout [String], _ rows: inout [(value: Int, guardNode: Node?, place: Place)]) {
        let words = member.tree.text(member.span).split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" }).map(String.init)
        guard let value = words.first else { return }
        let place = unit.place(member.span)
        let isMisspelt = words.count > 1 && nearest(to: words[1], in: ["when"]) != nil
        diagnostics.append(PackFinding.rowWithoutWhen(value, isMisspelt: isMisspelt, at: place))
        if !values.contains(value) { values.append(value) }
        rows.append((values.firstIndex(of: value) ?? 0, PackLoader.lost(place), place))
    }

    /// The last row that a factor lacks, of the value that its texts name and no row has; where they name none, of any.
    func supplyOtherwise(_ block: Block, _ name: Name, _ values: inout [String], _ rows: inout [(value: Int, guardNode: Node?, place: Place)]) {
        let named = (block.properties.starting("title ") + block.properties.starting("says ")).compactMap { PackLoader.parts($0.key)?.value }
        var missing: [String] = []
        for value in named where !values.contains(value) && !missing.contains(value) && nearest(to: value, in: values) == nil { missing.append(value) }
        let place = block.unit.place(name)
        diagnostics.append(PackFinding.lacksOtherwise(name.text, missing.count == 1 ? missing[0] : nil, at: place))
        for value in missing.dropLast() {
            values.append(value)
            rows.append((values.count - 1, PackLoader.lost(place), place))
        }
        values.append(missing.last ?? PackLoader.lostValue)
        rows.append((values.count - 1, nil, place))
    }

    // MARK: Texts by value

    /// `title VALUE sv`: the value and the language.
    static func parts(_ key: String) -> (value: String, language: String)? {
        let words = key.split(separator: " ").map(String.init)
        return words.count == 3 && ["sv", "en"].contains(words[2]) ? (words[1], words[2]) : nil
    }

    /// The values that have a text under a prefix; what is not one of them is told once, however many languages it stands in.
    func told(_ block: Block, _ prefix: String, _ values: [String]) -> [Int] {
        var found: Set<Int> = [], unknown: Set<String> = []
        for (key, member) in block.properties.starting(prefix) where ![prefix + "sv", prefix + "en"].contains(key) {
            let place = block.unit.place(member.key)
            guard let (value, _) = PackLoader.parts(key) else {
                diagnostics.append(
                    PackFinding.wrongForm(
                        key, wanted: Message(sv: "`\(prefix)VÄRDE sv` eller `\(prefix)VÄRDE en`", en: "`\(prefix)VALUE sv` or `\(prefix)VALUE en`"),
                        at: place))
                continue
            }
            if let index = values.firstIndex(of: value) {
                found.insert(index)
            } else if unknown.insert(value).inserted, !values.contains(PackLoader.lostValue) {
                diagnostics.append(
                    PackFinding.unknownName(
                        value, Message(sv: "inget värde av `\(block.name)`", en: "no value of `\(block.name)`"), known: values, at: place))
            }
        }
        return found.subtracting(PackLoader.misspelt(block, prefix, values)).sorted()
    }

    /// The values that a misspelt text is meant for.
    static func misspelt(_ block: Block, _ prefix: String, _ values: [String]) -> Set<Int> {
        var found: Set<Int> = []
        guard !block.loader.ships else { return found }
        for (key, _) in block.properties.starting(prefix) {
            guard let value = parts(key)?.value, !values.contains(value), let near = nearest(to: value, in: values) else { continue }
            if let index = values.firstIndex(of: near) { found.insert(index) }
        }
        return found
    }
}
