internal import CSQLite

/// What SQLite says went wrong.
public struct SQLiteError: Error, Hashable, Sendable {
  /// SQLite's result code, without what extends it.
  public let code: Int32
  /// What SQLite says.
  public let message: String

  init(code: Int32, message: String) {
    self.code = code & 0xFF
    self.message = message
  }

  /// Another process was writing for too long.
  public var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }
  /// The file is none of SQLite's, or broken.
  public var isNoDatabase: Bool { code == SQLITE_NOTADB || code == SQLITE_CORRUPT }
}
