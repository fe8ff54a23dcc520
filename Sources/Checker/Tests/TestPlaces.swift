// What a test may point at: a declaration, and a line, step, relation, table or column of it.
import Model
import Source
import Syntax

struct TestPlaces {
    let model: Model

    /// What the specification declares by a name. Activities and datasets before what shares their name.
    func entity(_ name: String) -> EntityID? {
        for kind in ["activity", "dataset"] {
            if let id = model.lookup(name, kind: kind), model.origin(of: id) == .specification { return id }
        }
        return model.declarations(named: name).first { model.origin(of: $0) == .specification }
    }

    /// The places that `X`, `X.property` or `X.step` may mean.
    func places(_ path: [String]) -> Set<Place> {
        guard let first = path.first, let id = entity(first) else { return [] }
        guard path.count > 1 else { return [model.place(of: id)] }
        let rest = path.dropFirst().joined(separator: " ")
        var places: Set<Place> = []
        if let row = property(rest, of: id), let place = model.place(of: row.fact, of: id) { places.insert(place) }
        if let pipeline = model.pipeline(of: id) {
            for step in pipeline.steps where step.name == rest || model.name(of: step.entity) == rest { places.insert(model.place(of: step.entity)) }
            if let relation = pipeline.relations[rest] { places.insert(model.place(of: relation.entity)) }
        }
        for table in model.tables(of: id) {
            if table.name == rest { places.insert(model.place(of: table.entity)) }
            for column in table.columns where "\(table.name) \(column.name)" == rest { column.entity.map { _ = places.insert(model.place(of: $0)) } }
        }
        return places
    }

    private func property(_ name: String, of id: EntityID) -> Property? {
        Kinds.named(model.kind(of: id))?.properties.first { $0.key == name || $0.fact == name || Property.fact(of: $0.key) == name }
    }

    /// All that may stand after a declaration's name and a dot, whether it is stated or not.
    func parts(of id: EntityID) -> [String] {
        let pipeline = model.pipeline(of: id)
        let steps = (pipeline?.steps ?? []).flatMap { [$0.name, model.name(of: $0.entity)] }
        let relations = (pipeline?.steps ?? []).flatMap(\.outputs).map { model.name(of: $0) }
        let tables = model.tables(of: id).flatMap { table in [table.name] + table.columns.map { "\(table.name).\($0.name)" } }
        return (Kinds.named(model.kind(of: id))?.properties ?? []).flatMap { [$0.fact, $0.key, Property.fact(of: $0.key)] } + steps + relations + tables
    }

    /// The names that the specification declares.
    var names: [String] {
        model.ids.filter { $0.local == 0 && model.origin(of: $0) == .specification }.map { model.name(of: $0) }
    }
}
