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
            let title = name.hasPrefix(verb) ? language.doing(verb) : "\(name): \(language.doing(verb))"
            step = ("\(place) \(title)", .now, .now, .now)
        case .progress(_, let done, let share): progress(done, share)
        case .warning(let message): line(Message(sv: "! \(message.sv)", en: "! \(message.en)"))
        case .stepFinished(let record): finished(record)
        case .gate(let gate): line(Message { "    \(gate.passed ? "✓" : "✗") \(summary(of: gate, language: $0))" })
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
            line(Message(both: bar(done, share, now)))
        }
    }

    private func bar(_ done: Int, _ share: Double?, _ now: ContinuousClock.Instant) -> String {
        let seconds = max(0.001, step.begun.duration(to: now) / .seconds(1))
        var text = step.title
        if let share {
            let full = Int((share * 20).rounded(.down))
            text +=
                "  [" + String(repeating: "█", count: full) + String(repeating: "·", count: 20 - full) + "] "
                + language.percent(share)
        }
        if done > 0 { text += "  \(language.integer(done))  \(language.integer(Int(Double(done) / seconds)))/s" }
        if let share, share > 0.02, seconds > 1 {
            let left = seconds * (1 - share) / share
            text +=
                Message(sv: "  \(Int(left.rounded(.up))) s kvar", en: "  \(Int(left.rounded(.up))) s left")[language]
        }
        return text
    }

    private func finished(_ record: StepRecord) {
        func rows(_ counts: [RowCount]) -> String {
            counts.map { "\($0.of) \(language.integer($0.rows))" }.joined(separator: ", ")
        }
        var text = step.title
        if !record.rowsIn.isEmpty { text += "  \(rows(record.rowsIn))" }
        if !record.rowsOut.isEmpty { text += "  → \(rows(record.rowsOut))" }
        text += "  " + language.seconds(record.seconds)
        line(Message(both: text))
        for loss in record.losses {
            line(Message { "    −\($0.integer(loss.rows))  \(loss.from)  \(loss.reason[$0])" })
        }
    }

    private func concluded(_ outcome: Evidence.Outcome, _ folder: String, _ released: [String]) {
        guard style != .json else { return }
        clear()
        switch outcome {
        case .released: tell(Message(sv: "Körningen är klar.", en: "The run is done."))
        case .gateFailed(let gates):
            tell(
                Message {
                    let one = gates.count == 1
                    let first =
                        one
                        ? Message(sv: "Ett krav är inte uppfyllt", en: "One requirement is not met")
                        : Message(sv: "\(gates.count) krav är inte uppfyllda", en: "\(gates.count) requirements are not met")
                    let rest = Message(
                        sv: "Inget är frigivet; personuppgifterna är raderade.",
                        en: "Nothing is released; the personal data are erased.")
                    return "\(first[$0]): \(gates.joined(separator: ", ")). \(rest[$0])"
                })
        case .failed(let step, let reason):
            complain(
                Message(
                    sv: "Körningen misslyckades i steget \(step): \(reason.sv)", en: "The run failed at step \(step): \(reason.en)")[language])
        case .interrupted: complain(capitalised(RunError.interrupted.message[language]))
        }
        for (path, word) in [
            ("report.html", Message(sv: "Rapport", en: "Report")),
            ("evidence.json", Message(sv: "Redovisning", en: "Evidence")),
        ]
        where access("\(folder)/\(path)", F_OK) == 0 {
            tell(Message { "\(word[$0]): \(folder)/\(path)" })
        }
        for path in released { tell(Message(sv: "Frigivet: \(path)", en: "Released: \(path)")) }
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

/// A message that begins small, since it can stand after a colon.
private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
