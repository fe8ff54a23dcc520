// Tells a run's events: bars on a terminal, lines elsewhere, JSON for programs.
import Engine
import Evidence
import Glibc
import Source

/// Bars and lines go to standard error, so that standard output holds the result; JSON lines go to standard output.
final class Teller {
    private let style: Style
    private let language: Language
    private var step = (title: "", begun: ContinuousClock.now, drawn: ContinuousClock.now, told: ContinuousClock.now)
    private var barShown = false

    private enum Style { case bars, lines, json, none }

    init(_ progress: RunCommand.Progress, _ language: Language) {
        self.language = language
        style =
            switch progress {
            case .auto: isatty(STDERR_FILENO) == 1 ? .bars : .lines
            case .plain: .lines
            case .json: .json
            case .none: .none
            }
    }

    func fail(_ message: Message) {
        if style == .json { say(#"{"event":"failed","message":\#(quoted(message[language]))}"#) }
        complain(message[language])
    }

    func tell(_ event: RunEvent) {
        if style == .json { say(event.json(language)) }
        switch event {
        case .started(_, let folder, _): line(Message(sv: "Körning \(folder)", en: "Run \(folder)"))
        case .stepStarted(let name, let verb, let number, let of):
            let width = String(of).count
            let place = String(repeating: " ", count: width - String(number).count) + "\(number)/\(of)"
            step = ("\(place) \(verb) \(name == verb ? "" : name)", .now, .now, .now)
        case .progress(_, let done, let share): progress(done, share)
        case .warning(let message): line(Message(sv: "! \(message.sv)", en: "! \(message.en)"))
        case .stepFinished(let record): finished(record)
        case .gate(let gate):
            let sign = gate.comparison == .atLeast ? "≥" : "≤"
            let mark = gate.passed ? "✓" : "✗"
            line(
                Message(
                    sv:
                        "    \(mark) \(gate.measure) \(percent(gate.worst)) \(sign) \(percent(gate.limit.double)) (värsta änden av intervallet)",
                    en:
                        "    \(mark) \(gate.measure) \(percent(gate.worst)) \(sign) \(percent(gate.limit.double)) (worse end of the interval)"
                ))
        case .deleted, .released: break
        case .finished(let outcome, let folder, let released): concluded(outcome, folder, released)
        }
    }

    private func progress(_ done: Int, _ share: Double?) {
        let now = ContinuousClock.now
        if style == .bars, step.drawn.duration(to: now) > .milliseconds(100) {
            step.drawn = now
            put("\r\u{1B}[K" + bar(done, share, now), on: STDERR_FILENO)
            barShown = true
        }
        if style == .lines, step.told.duration(to: now) > .seconds(10) {
            step.told = now
            line(Message(en: bar(done, share, now)))
        }
    }

    private func bar(_ done: Int, _ share: Double?, _ now: ContinuousClock.Instant) -> String {
        let seconds = max(0.001, step.begun.duration(to: now) / .seconds(1))
        var text = step.title
        if let share {
            let full = Int((share * 20).rounded(.down))
            text +=
                "  [" + String(repeating: "█", count: full) + String(repeating: "·", count: 20 - full) + "] "
                + percent(share)
        }
        if done > 0 { text += "  \(grouped(done))  \(grouped(Int(Double(done) / seconds)))/s" }
        if let share, share > 0.02, seconds > 1 {
            let left = seconds * (1 - share) / share
            text +=
                Message(sv: "  \(Int(left.rounded(.up))) s kvar", en: "  \(Int(left.rounded(.up))) s left")[language]
        }
        return text
    }

    private func finished(_ record: StepRecord) {
        func rows(_ counts: [RowCount]) -> String {
            counts.map { "\($0.of) \(grouped($0.rows))" }.joined(separator: ", ")
        }
        var text = step.title
        if !record.rowsIn.isEmpty || !record.rowsOut.isEmpty {
            text += "  \(rows(record.rowsIn)) → \(rows(record.rowsOut))"
        }
        text += "  " + seconds(record.seconds)
        line(Message(en: text))
        for loss in record.losses { line(Message(en: "    − \(grouped(loss.rows))  \(loss.from)  \(loss.reason)")) }
    }

    private func concluded(_ outcome: Evidence.Outcome, _ folder: String, _ released: [String]) {
        guard style != .json else { return }
        clear()
        switch outcome {
        case .released: tell(Message(sv: "Klart.", en: "Done."))
        case .gateFailed(let gates):
            tell(
                Message(
                    sv:
                        "En grind höll inte: \(gates.joined(separator: ", ")). Ingenting lämnas ut; personuppgifterna är raderade.",
                    en:
                        "A gate failed: \(gates.joined(separator: ", ")). Nothing is released; the personal data are erased."
                ))
        case .failed(let step, let reason):
            complain(
                Message(sv: "Körningen misslyckades i \(step): \(reason)", en: "The run failed at \(step): \(reason)")[
                    language])
        case .interrupted: complain(RunError.interrupted.message[language])
        }
        for (path, word) in [
            ("report.html", Message(sv: "Rapport", en: "Report")),
            ("evidence.json", Message(sv: "Underlag", en: "Evidence")),
        ]
        where access("\(folder)/\(path)", F_OK) == 0 {
            tell(Message(en: "\(word[language]): \(folder)/\(path)"))
        }
        for path in released { tell(Message(sv: "Utlämnat: \(path)", en: "Released: \(path)")) }
    }

    private func tell(_ message: Message) { say(message[language]) }

    private func line(_ message: Message) {
        guard style == .bars || style == .lines else { return }
        clear()
        complain(message[language])
    }

    private func clear() {
        if barShown { put("\r\u{1B}[K", on: STDERR_FILENO) }
        barShown = false
    }
}

extension Message {
    /// The same in both languages: names and figures.
    init(en both: String) { self.init(sv: both, en: both) }
}

func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10) %"
}

func seconds(_ time: Double) -> String { "\(Int(time)).\(Int(time * 10) % 10) s" }

/// Thousands apart, by a space.
func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = ""
    for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place) % 3 == 0 { text += " " }
        text.append(digit)
    }
    return (number < 0 ? "-" : "") + text
}
