import SQLite

/// Why a translation memory could not be used, and what to do.
public struct MemoryError: Error, Hashable, Sendable {
  /// What is wrong.
  public var problem: String
  /// What to do about it.
  public var remedy: String

  init(_ problem: String, remedy: String = "") {
    self.problem = problem
    self.remedy = remedy
  }

  init(_ error: SQLiteError) {
    if error.isBusy {
      self.init("another process has been writing to it for too long", remedy: "try again when it is done")
    } else if error.isNoDatabase {
      self.init("is no translation memory, or is broken (\(error.message))", remedy: "restore it, or name another")
    } else {
      self.init(error.message)
    }
  }
}
