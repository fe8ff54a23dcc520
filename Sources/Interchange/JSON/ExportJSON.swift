// The model as JSON: every declaration with its facts, for programs that are not Lagrum. Its schema is Grammar/model.schema.json.
import Model
import Plan
import Privacy
import Source
import Yaml

/// Every declaration of the files asked for.
public func exportModel(_ specification: ExportedSpecification, tool: String) throws -> [UInt8] {
    var declarations: [YamlValue] = []
    for kind in Kinds.all { declarations += specification.all(kind.plural).filter { specification.model.kind(of: $0) == kind.name }.map { declaration($0, kind, specification) } }
    return try CanonicalJSON.bytes(of: JSONForm(.map([.init("format", .number(Exact(1))), .init("tool", .text(tool)), .init("declarations", .list(declarations))])))
}

private func declaration(_ id: EntityID, _ kind: Kind, _ spec: ExportedSpecification) -> YamlValue {
    let model = spec.model
    var pairs: [YamlValue.Pair] = [.init("kind", .text(kind.name)), .init("name", .text(model.name(of: id)))]
    let title = spec.title(id)
    if title != model.name(of: id) { pairs.append(.init("title", .text(title))) }
    let parents = model.parents(of: id).map { YamlValue.text(model.name(of: $0)) }
    if !parents.isEmpty { pairs.append(.init("is", .list(parents))) }
    if let (path, line) = spec.locate(model.place(of: id)) { pairs.append(.init("at", .map([.init("file", .text(path)), .init("line", .number(Exact(Int64(line))))]))) }
    var facts: [YamlValue.Pair] = []
    for property in kind.properties + (kind.under.flatMap { Kinds.named($0)?.properties } ?? []) where model.place(of: property.fact, of: id) != nil {
        guard !facts.contains(where: { $0.key == property.fact }), let value = plain(model.value(property.fact, of: id), spec) else { continue }
        facts.append(.init(property.fact, value))
    }
    if !facts.isEmpty { pairs.append(.init("facts", .map(facts))) }
    if kind.name == "dataset" { pairs.append(.init("tables", .list(model.tables(of: id).map { table($0, spec) }))) }
    if kind.name == "activity" {
        pairs.append(.init("uses", .list(spec.entities("uses", of: id).map { .text(model.name(of: $0)) })))
        pairs.append(.init("steps", .list(spec.entities("steps", of: id).map { step($0, spec) })))
    }
    return .map(pairs)
}

/// A fact; nil for what is not stated. A record is what it is about, with its clauses.
private func plain(_ value: Value, _ spec: ExportedSpecification, depth: Int = 0) -> YamlValue? {
    switch value {
    case .unknown: return nil
    case .none: return .nothing
    case .truth(let truth): return .truth(truth)
    case .number(let number): return .number(number)
    case .date(let day): return .text(day.description)
    case .duration(let period): return .text(period.description)
    case .text(let text), .word(let text), .norm(let text): return .text(text)
    case .list(let values): return .list(values.compactMap { plain($0, spec, depth: depth) })
    case .entity(let id):
        let kind = spec.model.kind(of: id)
        guard Vocabulary.headType(of: kind) != nil, depth < 4 else { return .text(spec.model.name(of: id)) }
        var pairs: [YamlValue.Pair] = []
        if let head = spec.model.head(of: id).flatMap({ plain($0, spec, depth: depth + 1) }) { pairs.append(.init("value", head)) }
        for property in Vocabulary.properties(of: kind) where spec.model.place(of: property.name, of: id) != nil && property.name != "name" {
            if let value = plain(spec.model.value(property.name, of: id), spec, depth: depth + 1) { pairs.append(.init(property.name, value)) }
        }
        return .map(pairs)
    }
}

private func table(_ table: TableModel, _ spec: ExportedSpecification) -> YamlValue {
    var pairs: [YamlValue.Pair] = [.init("name", .text(table.name))]
    if table.named != table.name { pairs.append(.init("named", .text(table.named))) }
    if let key = table.key { pairs.append(.init("by", .text(key))) }
    if let owner = table.manyPer { pairs.append(.init("manyPer", .text("\(owner.table).\(owner.column)"))) }
    pairs.append(
        .init(
            "columns",
            .list(
                table.columns.map { column in
                    var pairs: [YamlValue.Pair] = [.init("name", .text(column.name)), .init("type", .text(column.domain.word))]
                    if column.named != column.name { pairs.append(.init("named", .text(column.named))) }
                    switch column.domain {
                    case .integer(let low, let high): pairs += [.init("low", .text(String(low))), .init("high", .text(String(high)))]
                    case .decimal(let low, let high, let places):
                        pairs += [.init("low", .text(Exact(low, places: places).description)), .init("high", .text(Exact(high, places: places).description)), .init("places", .number(Exact(Int64(places))))]
                    case .date(let low, let high): pairs += [.init("low", .text(Day(number: Int(low)).description)), .init("high", .text(Day(number: Int(high)).description))]
                    case .choice(let levels): pairs.append(.init("choices", .list(levels.map { .text($0) })))
                    default: break
                    }
                    pairs.append(.init("optional", .truth(column.optional)))
                    if let category = column.categories.first { pairs.append(.init("category", .text(spec.model.name(of: category)))) }
                    pairs.append(.init("subjects", .list(column.subjects.map { .text(spec.model.name(of: $0)) })))
                    pairs.append(.init("identifies", .text(column.identifies.rawValue)))
                    return .map(pairs)
                })))
    return .map(pairs)
}

private func step(_ step: EntityID, _ spec: ExportedSpecification) -> YamlValue {
    func names(_ fact: String) -> YamlValue { .list(spec.entities(fact, of: step).map { .text(spec.model.ownName(of: $0)) }) }
    var pairs: [YamlValue.Pair] = [.init("verb", .text(spec.text("verb", of: step) ?? ""))]
    if let method = spec.text("method", of: step) { pairs.append(.init("method", .text(method))) }
    pairs += [.init("inputs", names("inputs")), .init("outputs", names("outputs"))]
    let read = spec.entities("read_columns", of: step).map { YamlValue.text(spec.model.name(of: $0)) }
    if !read.isEmpty { pairs.append(.init("reads", .list(read))) }
    return .map(pairs)
}
