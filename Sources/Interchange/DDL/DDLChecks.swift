// Domains that checks state: what CHECK says of one column becomes its bounds or its choices.
import Source

extension DDLReader {
    /// Domains that a check states for the columns that are named: `x IN (…)`, `x BETWEEN a AND b`, `x >= a AND x <= b`, `x = ANY (ARRAY[…])`. Others are left to people.
    func check(_ tokens: ArraySlice<SQLToken>, _ named: (String) -> String?, _ change: (String, (ImportedColumn) -> ImportedColumn) -> Void) {
        // A condition of alternatives states no bound of one column.
        if tokens.contains(where: { $0.key == "OR" || $0.key == "CASE" }) { return }
        let plain = tokens.filter { $0.key != "(" && $0.key != ")" && $0.key != "[" && $0.key != "]" }
        var index = 0
        let list = Array(plain)
        while index < list.count {
            let token = list[index]
            guard token.isName, let name = named(token.text) else {
                index += 1
                continue
            }
            var at = index + 1
            // `kind::text`
            while at + 1 < list.count, list[at].key == "::" { at += list[at + 1].key == "CHARACTER" ? 3 : 2 }
            guard at < list.count else { return }
            switch list[at].key {
            case "IN", "=":
                if list[at].key == "=", !(at + 1 < list.count && list[at + 1].key == "ANY") { break }
                var levels: [String] = [], end = at + 1
                while end < list.count, list[end].key != "AND" {
                    if list[end].kind == .text || list[end].kind == .number { levels.append(list[end].text) }
                    end += 1
                }
                if !levels.isEmpty, Set(levels).count == levels.count { change(name) { $0.with(levels: levels) } }
                at = end
            case "BETWEEN":
                if at + 3 < list.count, list[at + 2].key == "AND" { change(name) { $0.with(low: list[at + 1].text, high: list[at + 3].text) } }
                at += 3
            case ">=", ">":
                if let (value, next) = literal(list, at + 1) { change(name) { $0.with(low: value, isOpen: list[at].key == ">") }; at = next }
            case "<=", "<":
                if let (value, next) = literal(list, at + 1) { change(name) { $0.with(high: value, isOpen: list[at].key == "<") }; at = next }
            default: break
            }
            index = max(index + 1, at)
        }
    }

    private func literal(_ list: [SQLToken], _ at: Int) -> (String, Int)? {
        guard at < list.count else { return nil }
        if list[at].key == "-", at + 1 < list.count, list[at + 1].kind == .number { return ("-" + list[at + 1].text, at + 1) }
        return list[at].kind == .number || list[at].kind == .text ? (list[at].text, at) : nil
    }
}

extension ImportedColumn {
    /// With the values that a check lists.
    fileprivate func with(levels: [String]) -> ImportedColumn {
        guard type != .id, type != .flag else { return self }
        var column = self
        column.type = .choice(levels)
        column.remarks.removeAll { $0 == .unbounded }
        return column
    }

    /// With a bound, where the type has bounds and the text is one.
    fileprivate func with(low: String? = nil, high: String? = nil, isOpen: Bool = false) -> ImportedColumn {
        var column = self
        func number(_ text: String?, _ places: Int, _ step: Int64) -> Int64? {
            guard let value = text.flatMap({ Exact($0) })?.scaled(to: places), abs(value.clamped) < ImportedType.wide else { return nil }
            return value + step
        }
        let inwards: Int64 = isOpen ? 1 : 0
        switch type {
        case .integer(let a, let b): column.type = .integer(low: number(low, 0, inwards) ?? a, high: number(high, 0, -inwards) ?? b)
        case .decimal(let a, let b, let places): column.type = .decimal(low: number(low, places, inwards) ?? a, high: number(high, places, -inwards) ?? b, places: places)
        case .date(let a, let b): column.type = .date(low: low.flatMap { Day($0.prefix(10)) } ?? a, high: high.flatMap { Day($0.prefix(10)) } ?? b)
        default: return self
        }
        if case .integer(let a?, let b?) = column.type, a > b { return self }
        if case .decimal(let a?, let b?, _) = column.type, a > b { return self }
        if case .date(let a?, let b?) = column.type, a > b { return self }
        if !column.type.isUnbounded { column.remarks.removeAll { $0 == .unbounded } }
        return column
    }
}

extension Int64 {
    /// So that its magnitude can be taken.
    fileprivate var clamped: Int64 { self == .min ? .max : self }
}
