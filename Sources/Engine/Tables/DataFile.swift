// A dataset's file: checked before anything is read, then read row by row.
import Glibc
import Plan

/// One source of a plan, with the file that it is in this run.
package struct DataFile: Sendable {
    package var input: Input
    package var path: String
    /// How long to wait for a database that another program has locked.
    package var waitSeconds: Int
    package init(input: Input, path: String, waitSeconds: Int = 5) {
        (self.input, self.path, self.waitSeconds) = (input, path, waitSeconds)
    }

    /// How far the reading of a table has come; 0...1 where that is known.
    package struct Place {
        package var rows: Int
        package var share: Double?
    }

    /// The file is there, can be read, and has every table and column. Opens it, and reads no row.
    package func check() throws(SourceError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw error(errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(errno: errno))
        }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw error(.directory) }
        guard access(path, R_OK) == 0 else { throw error(.unreadable(errno: errno)) }
        guard status.st_mode & S_IFMT != S_IFREG || status.st_size > 0 else { throw error(.empty) }
        switch input.source {
        case .csv:
            let reader = try openCSV()
            for table in input.tables { _ = try places(of: table, in: reader.header) }
        case .sqlite:
            let database = try openDatabase()
            for table in input.tables { try check(table, in: database) }
        }
    }

    /// Every row of a table, as the values of its columns in the plan's order.
    /// - Parameters:
    ///   - row: takes the row. - bad: takes the number of a line that is no record.
    ///   - progress: called every some thousand rows; what it throws ends the reading.
    package func read(
        _ table: Table, row: ([RawValue]) throws -> Void, bad: (Int, CSVReader.Fault) throws -> Void,
        progress: (Place) throws -> Void
    ) throws {
        switch input.source {
        case .csv: try readCSV(table, row: row, bad: bad, progress: progress)
        case .sqlite: try readDatabase(table, row: row, progress: progress)
        }
    }

    func error(_ problem: SourceError.Problem) -> SourceError {
        SourceError(dataset: input.dataset, path: path, problem: problem)
    }
}

// CSV
extension DataFile {
    private func openCSV() throws(SourceError) -> CSVReader {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw error(.unreadable(errno: errno)) }
        let reader = CSVReader(file: file)
        if let failure = reader.failure { throw error(.unreadable(errno: failure)) }
        guard !reader.isUTF16, !reader.hasBadHeader else { throw error(.encoding) }
        guard !reader.header.isEmpty else { throw error(.empty) }
        return reader
    }

    private func places(of table: Table, in header: [String]) throws(SourceError) -> [Int] {
        var places: [Int] = []
        var lacking: [String] = []
        for column in table.columns {
            guard let place = header.firstIndex(of: column.named) else {
                lacking.append(column.named)
                continue
            }
            guard header.lastIndex(of: column.named) == place else { throw error(.repeatedColumn(column.named)) }
            places.append(place)
        }
        guard lacking.isEmpty else {
            if header.count == 1, header[0].contains(";") || header[0].contains("\t") { throw error(.separator) }
            throw error(.noColumns(lacking, table: table.named, existing: []))
        }
        return places
    }

    private func readCSV(
        _ table: Table, row: ([RawValue]) throws -> Void, bad: (Int, CSVReader.Fault) throws -> Void,
        progress: (Place) throws -> Void
    ) throws {
        var status = stat()
        let size = stat(path, &status) == 0 && status.st_size > 0 ? Double(status.st_size) : nil
        var reader = try openCSV()
        let places = try places(of: table, in: reader.header)
        var values = [RawValue](repeating: .missing, count: places.count)
        var rows = 0
        reading: while true {
            switch reader.next() {
            case .end: break reading
            case .bad(let line, let fault): try bad(line, fault)
            case .record:
                for (index, place) in places.enumerated() {
                    let text = reader.text(at: place)
                    values[index] = text.isEmpty ? .missing : .text(text)
                }
                try row(values)
            }
            rows += 1
            if rows % 4096 == 0 {
                try progress(Place(rows: rows, share: size.map { min(1, Double(reader.bytesRead) / $0) }))
            }
        }
        if let failure = reader.failure { throw error(.unreadable(errno: failure)) }
        try progress(Place(rows: rows, share: 1))
    }
}
