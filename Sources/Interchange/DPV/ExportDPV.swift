// A specification in the Data Privacy Vocabulary 2, as JSON-LD: processes with purposes, grounds, data, groups, measures.
import Model
import Plan
import Source
import Yaml

/// One graph. Names become addresses below `base`.
/// - Parameter base: the address that names hang on, "https://example.org/register#"; without it they are relative.
public func exportDPV(_ specification: ExportedSpecification, base: String?) throws -> [UInt8] {
    var context = DPV.context.map { YamlValue.Pair($0.prefix, .text($0.iri)) }
    if let base { context.append(.init("@base", .text(base))) }
    let graph = Graph(specification).nodes()
    return try CanonicalJSON.bytes(of: JSONForm(.map([.init("@context", .map(context)), .init("@graph", .list(graph))])))
}

private struct Graph {
    let spec: ExportedSpecification
    var model: Model { spec.model }

    init(_ spec: ExportedSpecification) { self.spec = spec }

    func nodes() -> [YamlValue] {
        var nodes: [YamlValue] = []
        for id in spec.all("controllers") { nodes.append(organisation(id, "dpv:DataController")) }
        for id in spec.all("processors") { nodes.append(organisation(id, "dpv:DataProcessor")) }
        for id in spec.all("recipients") { nodes.append(organisation(id, "dpv:Recipient")) }
        for id in spec.all("purposes") { nodes.append(node(id, [spec.mapped(id, DPV.purposes) ?? "dpv:Purpose"])) }
        for id in spec.all("subjects") { nodes.append(node(id, subject(id))) }
        for id in spec.all("notices") { nodes.append(notice(id)) }
        for id in spec.all("datasets") { nodes.append(dataset(id)) }
        for id in spec.all("activities") { nodes.append(activity(id)) }
        return nodes
    }

    // MARK: Nodes

    /// An adult is not always one whose data are processed, in the vocabulary: both are said.
    private func subject(_ id: EntityID) -> [String] {
        guard let term = spec.mapped(id, DPV.subjects), term != "dpv:DataSubject" else { return ["dpv:DataSubject"] }
        return [term, "dpv:DataSubject"]
    }

    /// The kinds keep names of one kind apart from those of another.
    private func address(_ id: EntityID) -> YamlValue {
        // A concept that the vocabulary has is referred to by its term.
        if case .specification = model.origin(of: id) {} else {
            let table: [String: String] = switch model.kind(of: id) {
            case "subject": DPV.subjects
            case "purpose": DPV.purposes
            case "category": DPV.categories
            default: [:]
            }
            if let term = spec.mapped(id, table) { return .map([.init("@id", .text(term))]) }
        }
        return .map([.init("@id", .text(DPVAddress.of(model.kind(of: id), model.name(of: id))))])
    }

    private func term(_ name: String) -> YamlValue { .map([.init("@id", .text(name))]) }

    private func node(_ id: EntityID, _ types: [String], _ more: [YamlValue.Pair] = []) -> YamlValue {
        var pairs: [YamlValue.Pair] = [
            .init("@id", .text(DPVAddress.of(model.kind(of: id), model.name(of: id)))), .init("@type", .list(types.map { .text($0) })),
            .init("dct:title", .map([.init("@value", .text(spec.title(id)))])),
        ]
        pairs += more
        return .map(pairs)
    }

    private func organisation(_ id: EntityID, _ role: String) -> YamlValue {
        var more: [YamlValue.Pair] = []
        if let country = spec.text("country", of: id) { more.append(.init("dpv:hasCountry", .text(country))) }
        if let dpo = spec.text("dpo", of: id) {
            more.append(.init("dpv:hasDataProtectionOfficer", .map([.init("@type", .text("dpv:DataProtectionOfficer")), .init("dpv:hasContact", .text(dpo))])))
        }
        return node(id, [role], more)
    }

    private func notice(_ id: EntityID) -> YamlValue {
        var more: [YamlValue.Pair] = []
        for subject in spec.entities("to", of: id) { add("dpv:hasDataSubject", address(subject), &more) }
        // Article 13 tells those whom the data come from; article 14 the others.
        let under = spec.texts("under", of: id)
        let types = under.contains { $0.hasPrefix("GDPR.13") } ? ["eu-gdpr:DirectDataCollectionNotice"] : under.contains { $0.hasPrefix("GDPR.14") } ? ["eu-gdpr:IndirectDataCollectionNotice"] : ["dpv:PrivacyNotice"]
        return node(id, types, more)
    }

    private func dataset(_ id: EntityID) -> YamlValue {
        var more: [YamlValue.Pair] = []
        for controller in spec.entities("controller", of: id) { add("dpv:hasDataController", address(controller), &more) }
        for purpose in spec.entities("purposes", of: id) { add("dpv:hasPurpose", address(purpose), &more) }
        let columns = model.tables(of: id).flatMap(\.columns)
        data(columns.flatMap(\.categories), &more)
        for subject in ordered(columns.flatMap(\.subjects)) { add("dpv:hasDataSubject", address(subject), &more) }
        grounds(id, &more)
        add("dpv:hasProcessing", term("dpv:Collect"), &more)
        add("dpv:hasProcessing", term("dpv:Store"), &more)
        if let record = spec.entity("retention", of: id), case .duration(let period)? = model.head(of: record) {
            let months = period.months != 0 ? "\(period.months)M" : "", days = period.days != 0 ? "\(period.days)D" : ""
            add(
                "dpv:hasStorageCondition",
                .map([
                    .init("@type", .text("dpv:StorageDuration")),
                    .init("dpv:hasDuration", .map([.init("@type", .text("http://www.w3.org/2001/XMLSchema#duration")), .init("@value", .text("P" + (months + days).orZero))])),
                ]), &more)
        }
        return node(id, ["dpv:Process"], more)
    }

    private func activity(_ id: EntityID) -> YamlValue {
        var more: [YamlValue.Pair] = []
        for controller in spec.entities("controller", of: id) { add("dpv:hasDataController", address(controller), &more) }
        for processor in spec.entities("processors", of: id) { add("dpv:hasDataProcessor", address(processor), &more) }
        for purpose in spec.entities("purpose", of: id) { add("dpv:hasPurpose", address(purpose), &more) }
        for dataset in spec.entities("uses", of: id) { add("dpv:hasDataSource", address(dataset), &more) }
        let reached = spec.entities("reached", of: id)
        data(reached.flatMap { spec.entities("category", of: $0) }, &more)
        for subject in ordered(reached.flatMap { spec.entities("subjects", of: $0) }) { add("dpv:hasDataSubject", address(subject), &more) }
        grounds(id, &more)
        var verbs: [String] = []
        for step in spec.entities("steps", of: id) { if let verb = spec.text("verb", of: step), let action = DPV.processing[verb], !verbs.contains(action) { verbs.append(action) } }
        for verb in verbs { add("dpv:hasProcessing", term(verb), &more) }
        for notice in spec.entities("notices", of: id) { add("dpv:hasNotice", address(notice), &more) }
        for record in spec.entities("safeguards", of: id) {
            guard let kind = head(record), let measure = spec.mapped(kind, DPV.measures.mapValues(\.term)), let row = DPV.measures.first(where: { $0.value.term == measure }) else { continue }
            add(row.value.property, term(measure), &more)
        }
        if !spec.entities("opt_outs", of: id).isEmpty { add("dpv:hasEntityControl", term("dpv:OptingOutFromProcess"), &more) }
        for assessment in spec.entities("assessments", of: id) {
            switch spec.entity("kind", of: assessment).map({ model.name(of: $0) }) {
            case "Dpia": add("dpv:hasImpactAssessment", .map([.init("@type", .text("dpv:DPIA")), .init("dct:title", .text(spec.title(assessment)))]), &more)
            case "Interests": add("dpv:hasAssessment", .map([.init("@type", .text("dpv:LegitimateInterestAssessment")), .init("dct:title", .text(spec.title(assessment)))]), &more)
            default: add("dpv:hasAssessment", .map([.init("@type", .text("dpv:Assessment")), .init("dct:title", .text(spec.title(assessment)))]), &more)
            }
        }
        if let status = spec.entity("status", of: id) {
            let terms = ["Planned": "dpv:ActivityPlanned", "BeingEstablished": "dpv:ActivityPlanned", "Pilot": "dpv:ActivityOngoing", "InOperation": "dpv:ActivityOngoing", "Retired": "dpv:ActivityCompleted"]
            if let found = spec.mapped(status, terms) { add("dpv:hasActivityStatus", term(found), &more) }
        }
        return node(id, ["dpv:Process"], more)
    }

    // MARK: Parts

    private func grounds(_ id: EntityID, _ pairs: inout [YamlValue.Pair]) {
        for (fact, table) in [("basis", DPV.bases), ("article9", DPV.exceptions)] {
            for record in spec.entities(fact, of: id) {
                if let kind = head(record), let basis = spec.mapped(kind, table) { add("dpv:hasLegalBasis", term(basis), &pairs) }
            }
        }
    }

    private func head(_ record: EntityID) -> EntityID? { spec.head(record) ?? (Vocabulary.headType(of: model.kind(of: record)) == nil ? record : nil) }

    private func data(_ categories: [EntityID], _ pairs: inout [YamlValue.Pair]) {
        for category in ordered(categories) {
            // Data that are about nobody are data, and no personal data.
            guard let term = spec.mapped(category, DPV.categories) else { continue }
            add(term == "dpv:Data" ? "dpv:hasData" : "dpv:hasPersonalData", self.term(term), &pairs)
        }
    }

    private func ordered(_ ids: [EntityID]) -> [EntityID] {
        var seen: Set<EntityID> = []
        return ids.filter { seen.insert($0).inserted }
    }

    /// Adds a value to a property, which may have several; the same one stands once.
    private func add(_ property: String, _ value: YamlValue, _ pairs: inout [YamlValue.Pair]) {
        guard let index = pairs.firstIndex(where: { $0.key == property }) else { return pairs.append(.init(property, .list([value]))) }
        if case .list(let values) = pairs[index].value, !values.contains(value) { pairs[index].value = .list(values + [value]) }
    }
}

enum DPVAddress {
    /// A fragment: names hold letters of any script, which an address writes as bytes.
    static func of(_ kind: String, _ name: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = Array("#\(kind)-".utf8)
        for byte in name.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 95, 46, 45: result.append(byte)
            default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension String {
    /// `P` alone is no duration.
    fileprivate var orZero: String { isEmpty ? "0D" : self }
}
