// Why a run ended before its release, in words that hold no data.
import CSQLite
import Evidence
import Plan
import Source

public enum RunError: Error, Sendable {
    case source(SourceError)
    /// `need`: the result has too few or too many rows.
    case need(result: String, rows: Int, range: RowRange)
    case plan(Message)
    /// Today is before the day that the plan begins, or not among those that its law was read for.
    case untimely(Message)
    case repeatedKey(result: String)
    case outsideLevels(relation: String, column: String)
    case full(path: String)
    case file(FileFault)
    /// What SQLite said of the run's own database.
    case database(code: Int32)
    /// Learning, evaluating or training could not be done.
    case method(Message)
    case unknown(type: String)
    case interrupted

    /// Any error as one of these.
    public init(_ error: any Error, step: String, path: String) {
        switch error {
        case let error as RunError: self = error
        case let error as SourceError: self = .source(error)
        case let error as FileFault: self = error.isFull ? .full(path: error.path) : .file(error)
        case let error as CodingError: self = .outsideLevels(relation: error.relation, column: error.column)
        case let error as RelationError: self = .plan(Message { "\(step): \(error.message[$0])" })
        case let error as DatabaseError:
            if error.isInterrupted {
                self = .interrupted
            } else if error.isFull {
                self = .full(path: path)
            } else if error.isDuplicate {
                self = .repeatedKey(result: step)
            } else {
                self = .database(code: error.code)
            }
        case EvaluationError.interrupted: self = .interrupted
        case let error as EvaluationError: self = .method(error.message)
        case let error as SynthesisError: self = .method(error.message)
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
                    "\(result) har \(rows) rader, men specifikationen kräver \(range.low)..\(range.high). Se redovisningen av rader i rapporten.",
                en:
                    "\(result) has \(rows) rows, and the specification needs \(range.low)..\(range.high). See the row account in the report."
            )
        case .plan(let fault):
            Message(
                sv: "planen går inte att köra: \(fault.sv). Kompilera den på nytt med `lagrum plan`.",
                en: "the plan can't be run: \(fault.en). Compile it again with `lagrum plan`.")
        case .untimely(let message): message
        case .repeatedKey(let result):
            Message(
                sv:
                    "\(result): tabellen som läggs till har flera rader med samma nyckel. Aggregera dem först, eller deklarera nyckeln.",
                en:
                    "\(result): the table that is joined has several rows with the same key. Aggregate them first, or declare the key."
            )
        case .outsideLevels(let relation, let column):
            Message(
                sv:
                    "\(relation).\(column): ett värde faller utanför kolumnens nivåer. Vidga banden eller domänen i specifikationen.",
                en:
                    "\(relation).\(column): a value falls outside the column's levels. Widen the bands or the domain in the specification."
            )
        case .full(let path):
            Message(
                sv:
                    "det finns inget utrymme kvar för \(path). Frigör utrymme, eller ange en annan mapp med --runs, och kör om.",
                en:
                    "there is no room left for \(path). Free some space, or give another folder with --runs, and run again."
            )
        case .file(let fault):
            Message { "\(fault.path): \(systemReason(fault.errno)[$0])." }
        case .database(let code):
            Message(
                sv: "körningens databas gav fel: \(databaseReason(code).sv).",
                en: "the run's database failed: \(databaseReason(code).en).")
        case .method(let fault): Message { "\(fault[$0])." }
        case .unknown(let type):
            Message(
                sv: "ett oväntat fel (\(type)). Det är ett fel i verktyget: anmäl det.",
                en: "an unexpected error (\(type)). That is a fault of the tool: report it.")
        case .interrupted:
            Message(
                sv: "körningen avbröts. Personuppgifterna i den är raderade; kör om den från början.",
                en: "the run was interrupted. Its personal data are erased; run it again from the start.")
        }
    }
}

/// SQLite's primary result codes, as far as a run can meet them.
private func databaseReason(_ code: Int32) -> Message {
    switch code {
    case SQLITE_BUSY, SQLITE_LOCKED: Message(sv: "den är låst", en: "it is locked")
    case SQLITE_NOMEM: Message(sv: "minnet är slut", en: "out of memory")
    case SQLITE_READONLY: Message(sv: "den är skrivskyddad", en: "it is read-only")
    case SQLITE_IOERR: Message(sv: "läs- eller skrivfel på lagringsmediet", en: "input or output error")
    case SQLITE_CORRUPT, SQLITE_NOTADB: Message(sv: "filen är skadad", en: "the file is damaged")
    case SQLITE_CANTOPEN: Message(sv: "filen går inte att öppna", en: "the file can't be opened")
    case SQLITE_TOOBIG: Message(sv: "ett värde är för stort", en: "a value is too large")
    default: Message(sv: "SQLite-fel \(code)", en: "SQLite error \(code)")
    }
}
