// One plain line each on a run, a step and a gate, for a terminal and a log, and how their words and numbers are written.
import Document
import Plan
import Source

/// `The run is done, and 2 results are released.`
public func summary(of evidence: Evidence, language: Language) -> String {
    Report(evidence: evidence, language: language).outcomeTitle
}

/// `closed: 61,870 rows in, 9041 left, 17,231 out`
public func summary(of step: StepRecord, language: Language) -> String {
    let numbers = language.numerals
    let lost = step.losses.reduce(0) { $0 + $1.rows }
    var parts: [String] = []
    if !step.rowsIn.isEmpty {
        parts.append(numbers.integer(step.rowsIn.reduce(0) { $0 + $1.rows }) + language.t(" rader in", " rows in"))
    }
    if lost > 0 { parts.append(numbers.integer(lost) + language.t(" bort", " left")) }
    if !step.rowsOut.isEmpty {
        parts.append(step.rowsOut.map { numbers.integer($0.rows) }.joined(separator: " + ") + language.t(" ut", " out"))
    }
    return "\(step.step): " + (parts.isEmpty ? language.verbName(step.verb) : parts.joined(separator: ", "))
}

/// `met: Largest attack risk 1.2% (0.4–2.1%), limit at most 5.0%`
public func summary(of gate: GateRecord, language: Language) -> String {
    let outcome = gate.passed ? language.t("uppfyllt", "met") : language.t("inte uppfyllt", "not met")
    let limit = switch gate.comparison {
    case .atLeast: language.t("gräns minst", "limit at least")
    case .atMost: language.t("gräns högst", "limit at most")
    }
    return "\(outcome): \(language.measureName(gate.measure)) \(language.value(gate.figure.value, of: gate.measure)) "
        + "(\(language.interval(gate.figure, of: gate.measure))), \(limit) \(language.value(gate.limit.double, of: gate.measure))"
}

extension Language {
    /// What a step does, by its verb: `rensar`.
    public func doing(_ verb: String) -> String { verbName(verb) }
    public func integer(_ value: Int) -> String { numerals.integer(value) }
    public func percent(_ share: Double) -> String { numerals.percent(share) }
    public func seconds(_ time: Double) -> String { numerals.seconds(time) }
}

extension Exact {
    func localized(_ numbers: Numerals) -> String { numbers.decimal(double, places: places) }
}
