// `release`: what may leave, made beside the release folder and moved there in one piece when everything else is done.
import Evidence
import Glibc
import Plan
import Source

extension Run {
    mutating func release(_ step: ReleaseStep, _ name: String) throws {
        try makeFolder(folder.staging)
        for result in step.results {
            let record: ReleaseRecord
            switch made[result] {
            case .drawn(let table):
                record = try releaseRows(result, table.rows) { writer in try write(table, called: result, to: &writer) }
            case .relation(let columns, _, let rows):
                record = try releaseRows(result, rows) { writer in try write(columns, of: result, to: &writer) }
            case .model(let model):
                record = try releaseFile(result, "json", rows: nil) { try $0.write(model.modelJSON()) }
            case .synthesiser, nil: throw RunError.plan(Message(sv: "\(result) kan inte friges", en: "\(result) can't be released"))
            }
            evidence.releases.append(record)
            events(.released(record))
            if let rows = record.rows { account.rowsOut.append(RowCount(of: result, rows: rows)) }
        }
        evidence.releases.append(
            try releaseFile("gates", "json", rows: nil) { try $0.write(CanonicalJSON.bytes(of: gates)) })
    }

    /// The staged folder becomes the release.
    mutating func publish() -> RunError? {
        var status = stat()
        guard lstat(folder.staging, &status) == 0 else { return nil }
        guard rename(folder.staging, folder.release) == 0 else {
            return RunError(FileFault(path: folder.release, errno: errno), step: "release", path: folder.release)
        }
        do { try syncFolder(of: folder.release) } catch {
            return RunError(error, step: "release", path: folder.release)
        }
        return nil
    }

    /// Nothing leaves: neither what is staged, nor what is published.
    mutating func withdraw() {
        for path in [folder.staging, folder.release] where access(path, F_OK) == 0 { _ = try? eraseFolder(path) }
        evidence.releases = []
    }

    private func releaseRows(_ result: String, _ rows: Int, _ body: (inout FileWriter) throws -> Void) throws
        -> ReleaseRecord
    {
        try releaseFile(result, "csv", rows: rows, body)
    }

    private func releaseFile(_ result: String, _ ending: String, rows: Int?, _ body: (inout FileWriter) throws -> Void)
        throws -> ReleaseRecord
    {
        let file = "\(result).\(ending)"
        let path = folder.staging + "/" + file
        try writeWhole(path, body)
        let bytes = try readWhole(path)
        return ReleaseRecord(
            result: result, path: "release/" + file, rows: rows, bytes: bytes.count, sha256: Digest(of: bytes).hex)
    }

    private func write(_ table: CodedTable, called name: String, to writer: inout FileWriter) throws {
        try writer.write(table.columns.map { csvField($0.named) }.joined(separator: ",") + "\n")
        let columns = table.decoded(seed: seed("release \(name)"))
        for row in 0..<table.rows {
            var line = ""
            for (place, column) in columns.enumerated() {
                if place > 0 { line += "," }
                line += csvField(column.field(row) ?? "")
            }
            try writer.write(line + "\n")
            if row % 8192 == 0 { try progress(row, Double(row) / Double(max(1, table.rows))) }
        }
    }

    private func write(_ columns: [Column], of result: String, to writer: inout FileWriter) throws {
        try writer.write(columns.map { csvField($0.named) }.joined(separator: ",") + "\n")
        try work.rows(of: WorkName.result(result), columns.map(\.name)) { row in
            let fields = zip(columns, row).map { column, value in
                switch value {
                case .integer(let number): column.domain.text(of: number)
                case .text(let text): csvField(text)
                case .missing, .real, .bytes: ""
                }
            }
            try writer.write(fields.joined(separator: ",") + "\n")
        }
    }

    /// Which gates passed at which thresholds: the figures themselves are computed from personal data and stay inside.
    private var gates: [ReleasedGate] {
        evidence.gates.map {
            ReleasedGate(
                step: $0.step, measure: $0.measure, comparison: $0.comparison.rawValue, limit: $0.limit.description,
                passed: $0.passed)
        }
    }
}

private struct ReleasedGate: Encodable {
    var step: String
    var measure: String
    var comparison: String
    var limit: String
    var passed: Bool
}
