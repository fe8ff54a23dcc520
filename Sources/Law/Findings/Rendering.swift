// Facts and templates as words: names in backticks, lists with a comma and an “and”, in both languages.
import Model
import Source

extension Evaluation {
    func message(_ template: Template, _ frame: [Value]) -> Message {
        Message(sv: text(template, .sv, frame), en: text(template, .en, frame))
    }

    private func text(_ template: Template, _ language: Language, _ frame: [Value]) -> String {
        var frame = frame
        var result = ""
        for piece in template[language] {
            switch piece {
            case .text(let text): result += text
            case .value(let node):
                let words = words(plain(value(node, &frame)), language)
                // Inside what is shown as code, a name has no marks of its own.
                result += result.isInsideCode ? words.replacing("`", with: "") : words
            case .title(let node): result += titles(plain(value(node, &frame)), language)
            case .witnesses(let node, let failing, let value):
                result += words(.list(witnesses(node, failing, value, &frame)), language)
            case .failed(let define, let arguments):
                var inner = self.frame(define.frame, arguments, &frame)
                let failed = define.parts.filter { truth($0.body, &inner) != .yes }
                let parts = inner
                result += joined(failed.map { text($0.says, language, parts) }, language)
            case .decision(let decision, let arguments, let wanted):
                result += words(of: decide(decision, arguments, &frame), wanted, language)
            }
        }
        (undecided, gaps) = (nil, [])
        return result
    }

    /// A value of each element for which the body of an `exists` holds, or that of an `every` fails.
    private func witnesses(_ node: Node, _ failing: Bool, _ wanted: Node, _ frame: inout [Value]) -> [Value] {
        guard case .quantified(_, let slot, let range, let body) = node.form,
            case .known(let list) = value(range, &frame)
        else { return [] }
        var found: [Value] = []
        for element in Evaluation.elements(list) {
            frame[slot] = element
            let holds = body.map { truth($0, &frame) } ?? .yes
            guard failing ? holds != .yes : holds == .yes else { continue }
            let one = plain(value(wanted, &frame))
            if !found.contains(one) { found.append(one) }
        }
        return found
    }

    private func words(of result: DecisionResult, _ wanted: Template.DecisionText, _ language: Language) -> String {
        let worst = result.worst
        switch wanted {
        case .conclusion:
            return result.conclusionText?[language]
                ?? conclusionText(result.source, result.conclusion, worst.first)[language]
        case .against:
            var texts: [String] = []
            for factor in worst.flatMap(\.factors) where factor.against {
                let text = factor.says?[language] ?? "\(factor.title[language]): \(factor.valueTitle?[language] ?? "")"
                if !texts.contains(text) { texts.append(text) }
            }
            return joined(texts, language)
        case .groups: return words(.list(worst.compactMap(\.element)), language)
        case .owed, .conditions:
            var texts: [String] = []
            for condition in result.groups.flatMap(\.conditions) where wanted == .conditions || condition.met != .yes {
                if !texts.contains(condition.text[language]) { texts.append(condition.text[language]) }
            }
            return joined(texts, language)
        case .missing: return joined(result.missing.map { name(of: $0)[language] }, language)
        case .factors:
            var texts: [String] = []
            for factor in result.groups.flatMap(\.factors) where factor.bears && !texts.contains(factor.title[language])
            { texts.append(factor.title[language]) }
            return joined(texts, language)
        }
    }

    func conclusionText(_ decision: Decision, _ conclusion: String?, _ group: DecisionResult.Group?) -> Message {
        guard let conclusion else { return Message(sv: "inte avgjort", en: "undetermined") }
        if let index = decision.conclusions.firstIndex(of: conclusion), let says = decision.conclusionSays[index],
            let group
        {
            return message(says, group.frame)
        }
        let plain = conclusion.replacing("_", with: " ")
        return Message(sv: plain, en: plain)
    }

    /// A fact as an author knows it: the key, and whose.
    func name(of fact: MissingFact) -> Message {
        let owner = words(.entity(fact.entity), .en)
        let key = Evaluation.key(fact.property, model.kind(of: fact.entity))
        return Message(sv: "`\(key)` för \(owner)", en: "`\(key)` of \(owner)")
    }

    static func key(_ property: String, _ kind: String) -> String {
        Vocabulary.property(property, of: kind)?.key ?? property.replacing("_", with: " ")
    }

    // MARK: Values

    func words(_ value: Value, _ language: Language) -> String {
        switch value {
        case .unknown: return language == .sv ? "inte angivet" : "not stated"
        case .none: return language == .sv ? "inget" : "none"
        case .truth(let truth): return language == .sv ? (truth ? "ja" : "nej") : (truth ? "yes" : "no")
        case .number(let number): return number.description
        case .date(let day): return day.description
        case .duration(let duration): return words(duration, language)
        case .text(let text), .word(let text), .norm(let text): return text
        case .entity(let id):
            reads.note(id)
            let kind = model.kind(of: id)
            if let head = model.head(of: id) { return words(head, language) }
            if Evaluation.titled.contains(kind), model[id].origin != .specification {
                return model.title(of: id, language)
            }
            return "`\(model.name(of: id))`"
        case .list(let values):
            return values.isEmpty ? words(.none, language) : joined(values.map { words($0, language) }, language)
        }
    }

    private func titles(_ value: Value, _ language: Language) -> String {
        guard case .entity(let id) = value else {
            if case .list(let values) = value { return joined(values.map { titles($0, language) }, language) }
            return words(value, language)
        }
        reads.note(id)
        return model.title(of: id, language)
    }

    private func words(_ duration: Period, _ language: Language) -> String {
        var parts: [String] = []
        func add(_ count: Int, _ one: (sv: String, en: String), _ many: (sv: String, en: String)) {
            guard count != 0 else { return }
            let noun = abs(count) == 1 ? one : many
            parts.append("\(count) \(language == .sv ? noun.sv : noun.en)")
        }
        add(duration.months / 12, ("år", "year"), ("år", "years"))
        add(duration.months % 12, ("månad", "month"), ("månader", "months"))
        add(duration.days, ("dag", "day"), ("dagar", "days"))
        return parts.isEmpty ? (language == .sv ? "0 dagar" : "0 days") : joined(parts, language)
    }

    func joined(_ parts: [String], _ language: Language) -> String {
        guard let last = parts.last, parts.count > 1 else {
            return parts.first ?? (language == .sv ? "inget" : "nothing")
        }
        return parts.dropLast().joined(separator: ", ") + (language == .sv ? " och " : " and ") + last
    }

    /// Concepts that read as words of the language; purposes and groups are the author's own, and go by name.
    static let titled: Set<String> = [
        "category", "basis", "exception", "safeguard", "context", "confidentiality", "expectation", "zone", "status",
        "sector", "relation", "channel",
        "item", "classification", "risk", "exemption", "override", "untold", "state", "assessment_kind",
        "approval_kind", "class", "role",
    ]
}

extension String {
    fileprivate var isInsideCode: Bool { utf8.count { $0 == UInt8(ascii: "`") } % 2 == 1 }
}
