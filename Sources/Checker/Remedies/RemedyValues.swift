// What may be stated for a fact so that a comparison turns: the bound that is asked for, one of few concepts, or words for a human to write.
import Law
import Model
import Source

struct RemedyValues {
    let model: Model
    let today: Day
    /// At most so many ways to state one fact: a longer list is no advice.
    static let most = 6
    /// What a number that is not stated usually is: δ far below one in any number of persons, gradients of length one.
    private static let usual = ["delta": "1e-9", "clip": "1.0"]

    /// - Parameter isDecision: of what people decide: a day is the day on which they do.
    func texts(_ want: Want, _ shape: Shape, isDecision: Bool) -> [RemedyValue] {
        switch shape {
        case .text: words(want)
        case .truth: truths(want)
        case .choice(let words): choices(want, among: words).map { RemedyValue(text: $0, sort: .choice) }
        case .entity(let kind): concepts(want, kind).map { RemedyValue(text: model.name(of: $0), sort: .choice) }
        case .number: numbers(want, "")
        case .duration: durations(want)
        case .date: days(want, isDecision: isDecision)
        case .oneOf(let shapes): shapes.contains(.text) ? words(want) + steps(want) : []
        default: []
        }
    }

    private func words(_ want: Want) -> [RemedyValue] { want == .stated || want == .element([], existing: []) ? [RemedyValue(text: "\"…\"", sort: .words)] : [] }

    /// The step that carries a safeguard out, by the name of its result.
    private func steps(_ want: Want) -> [RemedyValue] {
        guard case .equal(.entity(let step)) = want, model.kind(of: step) == "step", model.value("verb", of: step) != .word(model.ownName(of: step)) else { return [] }
        return [RemedyValue(text: model.ownName(of: step), sort: .choice)]
    }

    private func truths(_ want: Want) -> [RemedyValue] {
        switch want {
        case .equal(.truth(let truth)): [RemedyValue(text: truth ? "yes" : "no", sort: .choice)]
        case .other(.truth(let truth)): [RemedyValue(text: truth ? "no" : "yes", sort: .choice)]
        default: []
        }
    }

    private func choices(_ want: Want, among words: [String]) -> [String] {
        switch want {
        case .equal(.word(let word)): words.filter { $0 == word }
        case .other(.word(let word)): words.filter { $0 != word }
        case .stated: words
        default: []
        }
    }

    // MARK: Concepts

    private func concepts(_ want: Want, _ kind: String) -> [EntityID] {
        switch want {
        case .under(let concepts): concepts
        case .equal(.entity(let concept)): [concept]
        case .notUnder(let concepts): choices(of: kind).filter { one in !concepts.contains { model.isA(one, $0) } }
        case .other(.entity(let concept)): choices(of: kind).filter { $0 != concept }
        case .stated: choices(of: kind)
        default: []
        }
    }

    /// The uppermost concepts of a kind, or what is declared of it; none where they are too many to choose among.
    func choices(of kind: String) -> [EntityID] {
        let isConcept = Kinds.named(kind)?.isConcept ?? false
        let all = model.concepts(of: kind).filter { !isConcept || model.kind(of: $0) == kind && model.parents(of: $0).isEmpty }
        return all.count <= RemedyValues.most ? all : []
    }

    // MARK: Numbers and time

    /// The bound itself where it may be met; else the largest power of ten, from one down, that is within it.
    func numbers(_ want: Want, _ fact: String) -> [RemedyValue] {
        number(want, fact).map { [RemedyValue(text: $0, sort: .number)] } ?? []
    }

    private func number(_ want: Want, _ fact: String) -> String? {
        switch want {
        case .stated: return RemedyValues.usual[fact]
        case .equal(.number(let number)): return number.description
        case .bounded(let bound):
            guard case .number(let limit) = bound.limit else { return nil }
            switch bound.turn {
            case .atMost, .atLeast: if bound.factor == Exact(1) { return limit.description }
            case .above: return limit.places == 0 && bound.factor == Exact(1) ? Exact(limit.digits + 1).description : nil
            case .below: if limit.places == 0, limit > Exact(1), bound.factor == Exact(1) { return Exact(limit.digits - 1).description }
            }
            guard bound.turn != .atLeast else { return nil }
            return (0...12).first { bound.turns(at: Exact(1, places: $0)) }.map { $0 < 4 ? Exact(1, places: $0).description : "1e-\($0)" }
        default: return nil
        }
    }

    private func durations(_ want: Want) -> [RemedyValue] {
        guard case .bounded(let bound) = want, case .duration(var period) = bound.limit else { return [] }
        let step = bound.turn == .below ? -1 : bound.turn == .above ? 1 : 0
        // A month is 30.44 days, so that thirty are less than one.
        if period == Period(months: 1), step < 0 { period = Period(days: 30) } else if period.days != 0 || period.months == 0 { period.days += step } else { period.months += step }
        return period.days < 0 || period.months < 0 ? [] : [RemedyValue(text: period.description, sort: .number)]
    }

    /// Nothing is dated before today: the past is a fact.
    private func days(_ want: Want, isDecision: Bool) -> [RemedyValue] {
        func dated(_ day: Day) -> [RemedyValue] { day < today ? [] : [RemedyValue(text: day.description, sort: isDecision ? .decision : .date)] }
        switch want {
        case .stated: return isDecision ? dated(today) : []
        case .bounded(let bound):
            guard case .date(let limit) = bound.limit else { return [] }
            switch bound.turn {
            case .atMost: return dated(isDecision ? min(today, limit) : limit)
            case .below: return dated(isDecision ? min(today, Day(number: limit.number - 1)) : Day(number: limit.number - 1))
            case .atLeast: return dated(max(limit, today))
            case .above: return dated(max(Day(number: limit.number + 1), today))
            }
        default: return []
        }
    }

    /// A value as it is written.
    static func text(_ value: Value, _ model: Model) -> String? {
        switch value {
        case .entity(let id): model.name(of: id)
        case .word(let word): word
        case .norm(let norm): norm
        case .truth(let truth): truth ? "yes" : "no"
        case .number(let number): number.description
        case .date(let day): day.description
        case .duration(let period): period.description
        case .text(let text): text.contains { "\"\\\n".contains($0) } ? nil : "\"\(text)\""
        case .unknown, .none, .list: nil
        }
    }
}
