// Why a run ended before its release, in words that hold no data.
import CSQLite
import Evidence
import Plan
import Source

public enum RunError: Error, Sendable {
    case source(SourceError)
    /// `need`: the result has too few or too many rows.
    case need(result: String, rows: Int, range: RowRange)
    case plan(String)
    /// Today is before the day that the plan begins, or not among those that its law was read for.
    case untimely(Message)
    case repeatedKey(result: String)
    case outsideLevels(relation: String, column: String)
    case full(path: String)
    case file(FileFault)
    case database(String)
    case method(String)
    case unknown(type: String)
    case interrupted

    /// Any error as one of these.
    public init(_ error: any Error, step: String, path: String) {
        switch error {
        case let error as RunError: self = error
        case let error as SourceError: self = .source(error)
        case let error as FileFault: self = error.isFull ? .full(path: error.path) : .file(error)
        case let error as CodingError: self = .outsideLevels(relation: error.relation, column: error.column)
        case let error as RelationError: self = .plan("\(step): \(error)")
        case let error as DatabaseError:
            if error.isInterrupted {
                self = .interrupted
            } else if error.isFull {
                self = .full(path: path)
            } else if error.isDuplicate {
                self = .repeatedKey(result: step)
            } else {
                self = .database(error.text)
            }
        case let error as EvaluationError: self = .method("\(error)")
        case let error as SynthesisError: self = .method("\(error)")
        case is CancellationError: self = .interrupted
        default: self = .unknown(type: String(describing: type(of: error)))
        }
    }

    public var isInterrupted: Bool { if case .interrupted = self { true } else { false } }
    public var isUntimely: Bool { if case .untimely = self { true } else { false } }
    /// The plan's sources can't be read: found before the run began.
    public var isSource: Bool { if case .source = self { true } else { false } }

    public var message: Message {
        switch self {
        case .source(let error): error.message
        case .need(let result, let rows, let range):
            Message(
                sv:
                    "\(result) har \(rows) rader, men specifikationen behöver \(range.low)..\(range.high). Se radredovisningen i rapporten.",
                en:
                    "\(result) has \(rows) rows, and the specification needs \(range.low)..\(range.high). See the row account in the report."
            )
        case .plan(let fault):
            Message(
                sv: "planen går inte att köra: \(fault). Kompilera den på nytt med `lagrum plan`.",
                en: "the plan can't be run: \(fault). Compile it again with `lagrum plan`.")
        case .untimely(let message): message
        case .repeatedKey(let result):
            Message(
                sv:
                    "\(result): tabellen som läggs till har flera rader med samma nyckel. Räkna ihop dem först, eller deklarera nyckeln.",
                en:
                    "\(result): the table that is joined has several rows with the same key. Aggregate them first, or declare the key."
            )
        case .outsideLevels(let relation, let column):
            Message(
                sv:
                    "\(relation).\(column): ett värde faller utanför kolumnens nivåer. Vidga banden eller värdemängden i specifikationen.",
                en:
                    "\(relation).\(column): a value falls outside the column's levels. Widen the bands or the domain in the specification."
            )
        case .full(let path):
            Message(
                sv:
                    "det finns ingen plats kvar för \(path). Frigör utrymme, eller ge en annan mapp med --runs, och kör om.",
                en:
                    "there is no room left for \(path). Free some space, or give another folder with --runs, and run again."
            )
        case .file(let fault):
            Message(sv: "\(fault.path): \(reason(fault.errno)).", en: "\(fault.path): \(reason(fault.errno)).")
        case .database(let text):
            Message(sv: "körningens databas gav fel: \(text).", en: "the run's database failed: \(text).")
        case .method(let text): Message(sv: text, en: text)
        case .unknown(let type):
            Message(
                sv: "ett oväntat fel (\(type)). Det är ett fel i verktyget: rapportera det.",
                en: "an unexpected error (\(type)). That is a fault of the tool: report it.")
        case .interrupted:
            Message(
                sv: "avbruten. Personuppgifterna i körningen är raderade; kör om från början.",
                en: "interrupted. The run's personal data are erased; run it again from the start.")
        }
    }
}
