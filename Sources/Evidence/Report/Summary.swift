// One plain line each on a run, a step and a gate, for a terminal and a log.
import Document
import Plan
import Source

/// `The run is done, and 2 results are released.`
public func summary(of evidence: Evidence, language: Language) -> String {
    Report(evidence: evidence, language: language).outcomeTitle
}

/// `closed: 61 870 rows in, 9041 left, 17 231 out` — counts only.
public func summary(of step: StepRecord, language: Language) -> String {
    let numbers: Numerals = language == .sv ? .swedish : .english
    let lost = step.losses.reduce(0) { $0 + $1.rows }
    var parts: [String] = []
    if !step.rowsIn.isEmpty {
        let rows = numbers.integer(step.rowsIn.reduce(0) { $0 + $1.rows })
        parts.append(language == .sv ? "\(rows) rader in" : "\(rows) rows in")
    }
    if lost > 0 { parts.append(language == .sv ? "\(numbers.integer(lost)) bort" : "\(numbers.integer(lost)) left") }
    if !step.rowsOut.isEmpty {
        let rows = step.rowsOut.map { numbers.integer($0.rows) }.joined(separator: " + ")
        parts.append(language == .sv ? "\(rows) ut" : "\(rows) out")
    }
    return "\(step.step): " + (parts.isEmpty ? step.verb : parts.joined(separator: ", "))
}

/// `met: Largest attack risk 1.2% (0.4%–2.1%), limit at most 5.0%`
public func summary(of gate: GateRecord, language: Language) -> String {
    let numbers: Numerals = language == .sv ? .swedish : .english
    let at = switch gate.comparison {
    case .atLeast: language == .sv ? "gräns minst" : "limit at least"
    case .atMost: language == .sv ? "gräns högst" : "limit at most"
    }
    let outcome = language == .sv ? (gate.passed ? "klarat" : "inte klarat") : (gate.passed ? "met" : "not met")
    let figure = gate.figure
    return "\(outcome): \(gate.measure) \(numbers.percent(figure.value)) "
        + "(\(numbers.percent(figure.low))–\(numbers.percent(figure.high))), \(at) \(numbers.percent(gate.limit.double))"
}

extension Exact {
    func localized(_ numbers: Numerals) -> String { numbers.decimal(double, places: places) }
}
