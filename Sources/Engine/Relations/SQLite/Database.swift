// SQLite as the engine uses it: open, prepare, bind, step, and errors that carry no data.
import CSQLite
import Glibc

/// INVARIANT: `sqlite3_errmsg` never gets out, since it can quote what it was given; only the code does.
package struct DatabaseError: Error, Equatable, Sendable {
    /// The primary result code.
    package var code: Int32
    package var extended: Int32
    /// The system's error, where it was one.
    package var errno: Int32

    package var isFull: Bool {
        code == SQLITE_FULL || (code == SQLITE_IOERR && [ENOSPC, EFBIG, EDQUOT].contains(errno))
    }
    package var isLocked: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }
    package var isCorrupt: Bool { code == SQLITE_CORRUPT || code == SQLITE_NOTADB }
    package var isInterrupted: Bool { code == SQLITE_INTERRUPT }
    package var isDuplicate: Bool { code == SQLITE_CONSTRAINT }
}

/// One connection. Used by one thread at a time.
package final class Database {
    private let handle: OpaquePointer
    private let poll = Poll()

    /// Called every some thousand instructions of a statement, which ends with `isInterrupted` when it returns true.
    private final class Poll { var isInterrupted: () -> Bool = { false } }

    package enum Mode { case readOnly, create }

    package init(path: String, mode: Mode, waitSeconds: Int = 0) throws(DatabaseError) {
        var opened: OpaquePointer?
        let flags = mode == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard let opened, code == SQLITE_OK else {
            let error = DatabaseError(code: code & 0xFF, extended: code, errno: opened.map(sqlite3_system_errno) ?? 0)
            sqlite3_close_v2(opened)
            throw error
        }
        handle = opened
        sqlite3_busy_timeout(handle, Int32(waitSeconds * 1000))
    }

    deinit { sqlite3_close_v2(handle) }

    package func interruptible(by isInterrupted: @escaping () -> Bool) {
        poll.isInterrupted = isInterrupted
        sqlite3_progress_handler(
            handle, 20_000,
            { context in
                guard let context else { return 0 }
                return Unmanaged<Poll>.fromOpaque(context).takeUnretainedValue().isInterrupted() ? 1 : 0
            }, Unmanaged.passUnretained(poll).toOpaque())
    }

    package func prepare(_ sql: SQL) throws(DatabaseError) -> Statement {
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, sql.text, -1, &prepared, nil)
        guard let prepared, code == SQLITE_OK else { throw error(code == SQLITE_OK ? SQLITE_ERROR : code) }
        let statement = Statement(prepared, of: self)
        for (place, value) in sql.values.enumerated() { try statement.bind(value, at: place) }
        return statement
    }

    /// - Returns: how many rows an insert, update or delete changed.
    @discardableResult
    package func run(_ sql: SQL) throws(DatabaseError) -> Int {
        let statement = try prepare(sql)
        while try statement.next() {}
        return Int(sqlite3_changes64(handle))
    }

    /// How many rows the statement last run changed.
    package var changes: Int { Int(sqlite3_changes64(handle)) }

    package func number(_ sql: SQL) throws(DatabaseError) -> Int {
        let statement = try prepare(sql)
        guard try statement.next(), case .integer(let number) = statement.raw(at: 0) else { return 0 }
        return Int(number)
    }

    package func texts(_ sql: SQL) throws(DatabaseError) -> [String] {
        let statement = try prepare(sql)
        var texts: [String] = []
        while try statement.next() {
            if case .text(let text) = statement.raw(at: 0) { texts.append(text) }
        }
        return texts
    }

    package func transaction(_ body: () throws -> Void) throws {
        try run("BEGIN")
        do { try body() } catch {
            _ = try? run("ROLLBACK")
            throw error
        }
        try run("COMMIT")
    }

    fileprivate func error(_ code: Int32) -> DatabaseError {
        var error = DatabaseError(code: code & 0xFF, extended: sqlite3_extended_errcode(handle), errno: 0)
        if error.code == SQLITE_IOERR || error.code == SQLITE_CANTOPEN { error.errno = sqlite3_system_errno(handle) }
        if error.code == SQLITE_IOERR, error.errno == 0, isAtSizeLimit { error.errno = EFBIG }
        return error
    }

    /// SQLite keeps ENOSPC apart, but loses the cause when a file may grow no more.
    private var isAtSizeLimit: Bool {
        var limit = rlimit()
        var status = stat()
        guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0,
            let name = sqlite3_db_filename(handle, "main"),
            stat(name, &status) == 0
        else { return false }
        return UInt64(limit.rlim_cur) < UInt64(max(0, status.st_size)) + 1 << 20
    }

    /// Makes `name` callable in SQL: a deterministic function of texts and integers to an integer.
    package func define(
        _ name: String, arguments: Int32,
        _ function: @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void
    ) throws(DatabaseError) {
        let code = sqlite3_create_function_v2(
            handle, name, arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil, function, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code) }
    }
}

/// A prepared statement, and the row it stands at.
package final class Statement {
    private let handle: OpaquePointer
    private let database: Database

    fileprivate init(_ handle: OpaquePointer, of database: Database) {
        self.handle = handle
        self.database = database
    }

    deinit { sqlite3_finalize(handle) }

    package func bind(_ value: Value, at place: Int) throws(DatabaseError) {
        let index = Int32(place + 1)
        let code =
            switch value {
            case .missing: sqlite3_bind_null(handle, index)
            case .integer(let number): sqlite3_bind_int64(handle, index, number)
            case .text(let text): sqlite3_bind_text(handle, index, text, Int32(text.utf8.count), transient)
            }
        guard code == SQLITE_OK else { throw database.error(code) }
    }

    /// Steps to the next row; false when there is none.
    package func next() throws(DatabaseError) -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw database.error(code)
    }

    package func reset() { sqlite3_reset(handle) }

    package var columnNames: [String] {
        (0..<sqlite3_column_count(handle)).map { sqlite3_column_name(handle, $0).map { String(cString: $0) } ?? "" }
    }

    package func raw(at place: Int) -> RawValue {
        let index = Int32(place)
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, index))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(handle, index) else { return .missing }
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index)))
            return String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .bytes
        case SQLITE_BLOB: return .bytes
        default: return .missing
        }
    }
}

/// Tells SQLite to copy what it is given.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
