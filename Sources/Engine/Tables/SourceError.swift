// What can be wrong with a source, and what to do about it.
import Source

/// INVARIANT: names files, tables, columns and line numbers; never a value. A CSV file's header is not shown either: in a file
/// without one, it is a person.
public struct SourceError: Error, Equatable, Sendable {
    public var dataset: String
    public var path: String
    public var problem: Problem
    public init(dataset: String, path: String, problem: Problem) {
        (self.dataset, self.path, self.problem) = (dataset, path, problem)
    }

    public enum Problem: Equatable, Sendable {
        case missing
        case directory
        case unreadable(errno: Int32)
        case empty
        case encoding
        case separator
        case corrupt
        case locked(seconds: Int)
        case changed
        case noTable(String, existing: [String])
        /// `existing` is empty for CSV.
        case noColumns([String], table: String, existing: [String])
        case repeatedColumn(String)
        /// The register of those who opted out has lines that can't be read, so an objection could be lost.
        case registerLines([Int])
    }

    public var message: Message {
        let (sv, en) = sentences
        return Message(sv: "\(dataset): \(path): \(sv)", en: "\(dataset): \(path): \(en)")
    }

    private var sentences: (sv: String, en: String) {
        switch problem {
        case .missing:
            (
                "filen finns inte. Rätta sökvägen i specifikationen eller ge den med --data \(dataset)=SÖKVÄG.",
                "there is no such file. Mend the path in the specification, or give it with --data \(dataset)=PATH."
            )
        case .directory:
            (
                "det är en mapp, inte en fil. Peka ut själva filen.",
                "this is a folder, not a file. Point at the file itself."
            )
        case .unreadable(let code):
            (
                "filen kan inte läsas: \(systemReason(code).sv). Kontrollera rättigheterna.",
                "the file can't be read: \(systemReason(code).en). Check its permissions."
            )
        case .empty:
            ("filen är tom. Exportera den på nytt.", "the file is empty. Export it again.")
        case .encoding:
            ("filen är inte i UTF-8. Spara den som UTF-8.", "the file is not in UTF-8. Save it as UTF-8.")
        case .separator:
            (
                "kolumnerna verkar vara åtskilda med semikolon eller tabbtecken. Spara filen kommaseparerad (RFC 4180).",
                "its columns seem to be separated by semicolons or tabs. Save the file comma-separated (RFC 4180)."
            )
        case .corrupt:
            (
                "filen är skadad eller ingen SQLite-databas. Kör `PRAGMA integrity_check` på den och skaffa en hel kopia.",
                "the file is damaged, or no SQLite database. Run `PRAGMA integrity_check` on it, and fetch a whole copy."
            )
        case .locked(let seconds):
            (
                "databasen är låst av ett annat program; väntade \(seconds) s. Stäng det programmet eller läs en kopia.",
                "the database is locked by another program; waited \(seconds) s. Close that program, or read a copy."
            )
        case .changed:
            (
                "filen ändrades under läsningen. Läs en kopia som ingen skriver i.",
                "the file changed while it was read. Read a copy that nobody writes to."
            )
        case .noTable(let name, let existing):
            (
                "tabellen \(name) finns inte. Här finns: \(list(existing)).",
                "there is no table \(name). There are: \(list(existing))."
            )
        case .noColumns(let names, let table, let existing):
            (
                "tabellen \(table) saknar \(list(names)).\(existing.isEmpty ? " Jämför med filens rubrikrad." : " Den har: \(list(existing)).")",
                "table \(table) lacks \(list(names)).\(existing.isEmpty ? " Compare with the file's header row." : " It has: \(list(existing)).")"
            )
        case .repeatedColumn(let name):
            (
                "rubriken \(name) förekommer två gånger. Döp om den ena.",
                "the header \(name) stands twice. Rename one of them."
            )
        case .registerLines(let lines):
            (
                "registret över invändningar har rader som inte går att läsa (rad \(list(lines.map(String.init)))), så en invändning kan gå förlorad. Rätta raderna.",
                "the register of objections has lines that can't be read (line \(list(lines.map(String.init)))), so an objection could be lost. Mend those lines."
            )
        }
    }
}

/// At most twenty, in order.
func list(_ names: [String]) -> String {
    names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
}
