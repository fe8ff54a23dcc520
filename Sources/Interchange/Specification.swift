// What exports ask of a model: the declarations of the files asked for, and facts as plain values.
public import Model
public import Source
import Yaml

/// A checked specification as exports see it.
public struct ExportedSpecification: Sendable {
    public let model: Model
    /// Which files' declarations are exported; the others are only referred to.
    let asked: Set<FileID>
    let language: Language
    /// A place as a reader names it: path and line, from 1.
    let locate: @Sendable (Place) -> (path: String, line: Int)?

    public init(_ model: Model, asked: Set<FileID>, language: Language, locate: @escaping @Sendable (Place) -> (path: String, line: Int)?) {
        (self.model, self.asked, self.language, self.locate) = (model, asked, language, locate)
    }

    func all(_ plural: String) -> [EntityID] { (model.all(plural) ?? []).filter { asked.contains(model.place(of: $0).file) } }

    func entities(_ fact: String, of id: EntityID) -> [EntityID] { ExportedSpecification.entities(model.value(fact, of: id)) }
    func entity(_ fact: String, of id: EntityID) -> EntityID? { entities(fact, of: id).first }

    func text(_ fact: String, of id: EntityID) -> String? {
        switch model.value(fact, of: id) {
        case .text(let text): text
        case .word(let word), .norm(let word): word
        case .date(let day): day.description
        case .duration(let period): period.description
        default: nil
        }
    }

    func texts(_ fact: String, of id: EntityID) -> [String] {
        guard case .list(let values) = model.value(fact, of: id) else { return text(fact, of: id).map { [$0] } ?? [] }
        return values.compactMap {
            switch $0 {
            case .text(let text): text
            case .word(let word), .norm(let word): word
            default: nil
            }
        }
    }

    /// The concept that a record is about.
    func head(_ record: EntityID) -> EntityID? { model.head(of: record).flatMap { ExportedSpecification.entities($0).first } }

    static func entities(_ value: Value) -> [EntityID] {
        switch value {
        case .entity(let id): [id]
        case .list(let values): values.flatMap(entities)
        default: []
        }
    }

    /// The title of the author, or the name.
    func title(_ id: EntityID) -> String { model.title(of: id, language) }

    /// The first of the concept and those above it for which a table has a row.
    func mapped(_ id: EntityID, _ table: [String: String]) -> String? {
        var level = [id], seen: Set<EntityID> = []
        while !level.isEmpty {
            for concept in level { if let found = table[model.name(of: concept)] { return found } }
            level = level.flatMap { model.parents(of: $0) }.filter { seen.insert($0).inserted }
        }
        return nil
    }
}
