// Datasets as data contracts of the Open Data Contract Standard 3.1, which `tables: from` reads back unchanged.
import Model
import Privacy
import Source
import Yaml

/// A contract for each dataset of the specification, by name.
public func exportContracts(_ specification: ExportedSpecification) -> [(dataset: String, text: String)] {
    specification.all("datasets").map { (specification.model.name(of: $0), contract($0, specification).document) }
}

private func contract(_ dataset: EntityID, _ spec: ExportedSpecification) -> YamlValue {
    let model = spec.model, name = model.name(of: dataset)
    var pairs: [YamlValue.Pair] = [
        .init("apiVersion", .text("v3.1.0")), .init("kind", .text("DataContract")), .init("id", .text(name)), .init("name", .text(spec.title(dataset))),
        .init("version", .text("1.0.0")), .init("status", .text("active")),
    ]
    if let controller = spec.entity("controller", of: dataset) { pairs.append(.init("tenant", .text(spec.title(controller)))) }
    let purposes = spec.entities("purposes", of: dataset).map(spec.title)
    if !purposes.isEmpty { pairs.append(.init("description", .map([.init("purpose", .text(purposes.joined(separator: "; ")))]))) }
    let tables = model.tables(of: dataset), classification = spec.entity("classification", of: dataset).map { model.name(of: $0).lowercased() }
    if !tables.isEmpty { pairs.append(.init("schema", .list(tables.map { table($0, tables, classification, spec) }))) }
    if let record = spec.entity("retention", of: dataset), case .duration(let period)? = model.head(of: record) {
        let (count, unit) = period.months != 0 ? (period.months % 12 == 0 ? (period.months / 12, "y") : (period.months, "m")) : (period.days, "d")
        pairs.append(.init("slaProperties", .list([.map([.init("property", .text("retention")), .init("value", .number(Exact(Int64(count)))), .init("unit", .text(unit))])])))
    }
    if let owner = spec.text("owner", of: dataset) { pairs.append(custom([("owner", .text(owner))])) }
    return .map(pairs)
}

private func custom(_ rows: [(String, YamlValue)]) -> YamlValue.Pair {
    .init("customProperties", .list(rows.map { .map([.init("property", .text($0.0)), .init("value", $0.1)]) }))
}

private func table(_ table: TableModel, _ all: [TableModel], _ classification: String?, _ spec: ExportedSpecification) -> YamlValue {
    var pairs: [YamlValue.Pair] = [.init("name", .text(table.name))]
    if table.named != table.name { pairs.append(.init("physicalName", .text(table.named))) }
    pairs += [.init("physicalType", .text("table")), .init("logicalType", .text("object"))]
    let title = spec.title(table.entity)
    if title != spec.model.name(of: table.entity) { pairs.append(.init("businessName", .text(title))) }
    if let owner = table.manyPer {
        // A relationship goes from a column: the one that has the owner's name. Where there is none, it is said in words of Lagrum's own.
        if owner.column != table.key, table.columns.contains(where: { $0.name == owner.column }) {
            pairs.append(
                .init(
                    "relationships",
                    .list([.map([.init("type", .text("foreignKey")), .init("from", .text("\(table.name).\(owner.column)")), .init("to", .text("\(owner.table).\(owner.column)"))])])))
        } else {
            pairs.append(custom([("lagrumManyPer", .text("\(owner.table).\(owner.column)"))]))
        }
    }
    pairs.append(.init("properties", .list(table.columns.map { column($0, isKey: $0.name == table.key, classification, spec) })))
    return .map(pairs)
}

private func column(_ column: RelationColumn, isKey: Bool, _ classification: String?, _ spec: ExportedSpecification) -> YamlValue {
    var pairs: [YamlValue.Pair] = [.init("name", .text(column.name))]
    if column.named != column.name { pairs.append(.init("physicalName", .text(column.named))) }
    if isKey { pairs += [.init("primaryKey", .truth(true)), .init("primaryKeyPosition", .number(Exact(1)))] }
    var options: [YamlValue.Pair] = [], logical = "string", quality: [YamlValue] = []
    switch column.domain {
    case .id, .text: break
    case .flag: logical = "boolean"
    case .integer(let low, let high):
        logical = "integer"
        options = [.init("minimum", .number(Exact(low))), .init("maximum", .number(Exact(high)))]
    case .decimal(let low, let high, let places):
        logical = "number"
        options = [.init("minimum", .number(Exact(low, places: places))), .init("maximum", .number(Exact(high, places: places))), .init("multipleOf", .number(Exact(1, places: places)))]
    case .date(let low, let high):
        logical = "date"
        options = [
            .init("format", .text("yyyy-MM-dd")), .init("minimum", .text(Day(number: Int(low)).description)), .init("maximum", .text(Day(number: Int(high)).description)),
        ]
    case .time: logical = "timestamp"
    case .choice(let levels):
        quality = [
            .map([
                .init("type", .text("library")), .init("metric", .text("invalidValues")), .init("mustBe", .number(Exact(0))),
                .init("arguments", .map([.init("validValues", .list(levels.map { .text($0) }))])),
            ])
        ]
    case .personnummer: options = [.init("pattern", .text("^[0-9]{6}([0-9]{2})?[-+]?[0-9]{4}$"))]
    case .organisationsnummer: options = [.init("pattern", .text("^[0-9]{6}-?[0-9]{4}$"))]
    }
    pairs.append(.init("logicalType", .text(logical)))
    if !options.isEmpty { pairs.append(.init("logicalTypeOptions", .map(options))) }
    pairs.append(.init("required", .truth(!column.optional)))
    if isKey { pairs.append(.init("unique", .truth(true))) }
    if let classification { pairs.append(.init("classification", .text(classification))) }
    if !quality.isEmpty { pairs.append(.init("quality", .list(quality))) }
    var labels: [(String, YamlValue)] = []
    if let category = column.categories.first { labels.append(("lagrumCategory", .text(spec.model.name(of: category)))) }
    if !column.subjects.isEmpty { labels.append(("lagrumSubjects", .list(column.subjects.map { .text(spec.model.name(of: $0)) }))) }
    // What ODCS can't tell from a text.
    if [.personnummer, .organisationsnummer].contains(column.domain) || column.domain == .id && !isKey { labels.append(("lagrumType", .text(column.domain.word))) }
    if column.elseMissing { labels.append(("lagrumElse", .text("missing"))) }
    if !labels.isEmpty { pairs.append(custom(labels)) }
    return .map(pairs)
}
