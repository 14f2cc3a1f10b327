internal import CSQLite

/// A database file of SQLite; one thread at a time.
public final class Database {
  private var handle: OpaquePointer?

  /// Opens the file at `path`, and makes it where that is asked for.
  ///
  /// A write waits up to `patience` milliseconds for other processes to finish theirs.
  ///
  /// - Throws: ``SQLiteError`` where it can't be opened.
  public init(_ path: String, creates: Bool, patience: Int32) throws(SQLiteError) {
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (creates ? SQLITE_OPEN_CREATE : 0)
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK else {
      let error = error(code)
      sqlite3_close_v2(handle)
      handle = nil
      throw error
    }
    sqlite3_busy_timeout(handle, patience)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that give no rows, or whose rows nobody needs.
  public func execute(_ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// A statement that can be run many times.
  public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw error(code) }
    return Statement(statement, of: self)
  }

  /// Runs `body` in a transaction that writes: all of it is done, or nothing.
  public func write<Result>(_ body: () throws(SQLiteError) -> Result) throws(SQLiteError) -> Result {
    try execute("BEGIN IMMEDIATE")
    do throws(SQLiteError) {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // What failed first is what to tell.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// The number of the row that was put in last.
  public var lastRow: Int { Int(sqlite3_last_insert_rowid(handle)) }
  /// How many rows the last statement changed.
  public var changes: Int { Int(sqlite3_changes(handle)) }

  func error(_ code: Int32) -> SQLiteError {
    let message = handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
    return SQLiteError(code: code, message: message ?? String(cString: sqlite3_errstr(code)))
  }
}
