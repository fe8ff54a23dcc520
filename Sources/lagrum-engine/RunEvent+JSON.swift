// A run's events as JSON, one on a line.
import Engine
import Evidence
import Plan
import Source

extension RunEvent {
    func json(_ language: Language) -> String {
        switch self {
        case .started(let run, let folder, let steps):
            #"{"event":"started","run":\#(quoted(run)),"folder":\#(quoted(folder)),"steps":\#(steps)}"#
        case .stepStarted(let step, let verb, let number, let of):
            #"{"event":"step_started","step":\#(quoted(step)),"verb":\#(quoted(verb)),"number":\#(number),"of":\#(of)}"#
        case .progress(let step, let done, let share):
            #"{"event":"progress","step":\#(quoted(step)),"done":\#(done),"share":\#(share.map { "\($0)" } ?? "null")}"#
        case .warning(let message): #"{"event":"warning","message":\#(quoted(message[language]))}"#
        case .stepFinished(let record): #"{"event":"step_finished","record":\#(encoded(record))}"#
        case .gate(let gate): #"{"event":"gate","record":\#(encoded(gate))}"#
        case .deleted(let record): #"{"event":"deleted","record":\#(encoded(record))}"#
        case .released(let record): #"{"event":"released","record":\#(encoded(record))}"#
        case .finished(let outcome, let folder, let released):
            #"{"event":"finished","outcome":\#(encoded(outcome)),"folder":\#(quoted(folder)),"released":\#(encoded(released))}"#
        }
    }
}

func quoted(_ text: String) -> String { encoded(text) }

/// One line: the canonical form without its line ends, which stand nowhere else in JSON.
private func encoded(_ value: some Encodable) -> String {
    guard let bytes = try? CanonicalJSON.bytes(of: value) else { return "null" }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
}
