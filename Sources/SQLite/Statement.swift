internal import CSQLite

/// A statement with places for values, numbered from 1; columns are numbered from 0, as SQLite does.
public final class Statement {
  private let handle: OpaquePointer
  /// Kept open as long as its statements are.
  private let database: Database

  init(_ handle: OpaquePointer, of database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Gives a place a whole number.
  public func bind(_ value: Int, at place: Int32) { sqlite3_bind_int64(handle, place, Int64(value)) }

  /// Gives a place bytes.
  public func bind(_ bytes: [UInt8], at place: Int32) {
    bytes.withUnsafeBytes { _ = l10n_bind_blob(handle, place, $0.baseAddress, Int32(clamping: $0.count)) }
  }

  /// Gives a place a text.
  public func bind(_ text: String, at place: Int32) { _ = l10n_bind_text(handle, place, text) }

  /// Gives a place nothing.
  public func bindNull(at place: Int32) { sqlite3_bind_null(handle, place) }

  /// Goes to the next row; false where there is none.
  ///
  /// - Throws: ``SQLiteError``; the statement can be run again.
  public func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE {
      sqlite3_reset(handle)
      return false
    }
    let error = database.error(code)
    sqlite3_reset(handle)
    throw error
  }

  /// Makes the statement ready to be run again.
  public func reset() { sqlite3_reset(handle) }

  /// A column of the row as a whole number; 0 where it is none.
  public func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  /// A column of the row as text; nil where it is null.
  public func text(_ column: Int32) -> String? { sqlite3_column_text(handle, column).map { String(cString: $0) } }

  /// A column of the row as bytes; empty where it is null.
  public func bytes(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }
}
