// The legal grounds and the information of an activity, in an order that does not hang on the text's.
import Model

func grounds(_ activity: EntityID, _ model: Model) -> [GroundRecord] {
    func records(_ fact: String, _ head: String, _ scope: String, _ article: GroundRecord.Article) -> [GroundRecord] {
        model.list(fact, of: activity).compactMap { record in
            guard case .entity(let ground) = model.value(head, of: record) else { return nil }
            return GroundRecord(
                article: article, ground: model.name(of: ground), of: model.list(scope, of: record).map { model.name(of: $0) }.sorted(),
                under: norms("under", of: record, model), because: text("because", of: record, model))
        }
    }
    let all = records("basis", "basis", "groups", .basis) + records("article9", "ground", "categories", .sensitive)
        + records("article10", "ground", "categories", .offences)
    return all.sorted { (Int($0.article.rawValue) ?? 0, $0.ground, $0.of.joined(separator: " ")) < (Int($1.article.rawValue) ?? 0, $1.ground, $1.of.joined(separator: " ")) }
}

func notices(_ activity: EntityID, _ model: Model) -> [NoticeRecord] {
    model.list("notices", of: activity).map { notice in
        var record = NoticeRecord(
            name: model.name(of: notice), to: model.list("to", of: notice).map { model.name(of: $0) }.sorted(),
            under: norms("under", of: notice, model).first)
        if case .date(let day) = model.value("sent", of: notice) { record.sent = day }
        return record
    }.sorted { $0.name < $1.name }
}

private func text(_ fact: String, of id: EntityID, _ model: Model) -> String? {
    if case .text(let text) = model.value(fact, of: id) { text } else { nil }
}

/// One norm or several: the fact is either.
private func norms(_ fact: String, of id: EntityID, _ model: Model) -> [String] {
    func norm(_ value: Value) -> [String] {
        switch value {
        case .norm(let norm): [norm]
        case .list(let values): values.flatMap(norm)
        default: []
        }
    }
    return norm(model.value(fact, of: id)).sorted()
}
