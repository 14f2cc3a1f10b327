import SQLite

/// How a translation memory lies in its database.
enum MemorySchema {
  /// Marks a database as one of ours: `l10n`.
  static let application = 0x6C31_306E

  /// What leads from each version of the schema to the next; the number of them is the current version.
  static let migrations = [
    """
    CREATE TABLE language (id INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE);
    -- `key` is that of the source's text, `variant` that of target, codes and context: no entry is kept twice.
    CREATE TABLE entry (
      id INTEGER PRIMARY KEY, key INTEGER NOT NULL, pair INTEGER NOT NULL, variant INTEGER NOT NULL,
      source BLOB NOT NULL, source_codes BLOB, target BLOB NOT NULL, target_codes BLOB,
      state INTEGER NOT NULL, before INTEGER NOT NULL, after INTEGER NOT NULL, properties BLOB);
    CREATE UNIQUE INDEX entry_key ON entry (key, pair, variant);
    -- What is needed to find like texts: sketches of texts of about one length, as many as one transaction brought.
    CREATE TABLE sketch (id INTEGER PRIMARY KEY, pair INTEGER NOT NULL, class INTEGER NOT NULL, bytes BLOB NOT NULL);
    CREATE INDEX sketch_class ON sketch (pair, class, id);
    """
  ]

  /// For bulk work: readers go on while one writes, and a crash loses nothing that was committed.
  static let settings = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = -65536;
    PRAGMA wal_autocheckpoint = 8000;
    """

  /// Makes a new database a memory, and an older memory one of the current version.
  ///
  /// - Throws: ``MemoryError`` for a database of another program, and for one of a newer version.
  static func prepare(_ database: Database) throws(MemoryError) {
    do {
      guard try number("PRAGMA user_version", database) <= migrations.count else {
        throw MemoryError("was written by a newer version of l10n", remedy: "update l10n")
      }
      let isEmpty = try number("SELECT count(*) FROM sqlite_master", database) == 0
      guard try isEmpty || number("PRAGMA application_id", database) == application else {
        throw MemoryError("is a database of another program", remedy: "name another file")
      }
      try database.execute(settings)
      guard try number("PRAGMA user_version", database) < migrations.count else { return }
      try database.write { () throws(SQLiteError) in
        // Another process may have made it meanwhile.
        for migration in migrations.dropFirst(try number("PRAGMA user_version", database)) {
          try database.execute(migration)
        }
        try database.execute("PRAGMA application_id = \(application)")
        try database.execute("PRAGMA user_version = \(migrations.count)")
      }
    } catch let error as MemoryError {
      throw error
    } catch let error as SQLiteError {
      throw MemoryError(error)
    } catch { throw MemoryError("\(error)") }
  }

  private static func number(_ sql: String, _ database: Database) throws(SQLiteError) -> Int {
    let statement = try database.prepare(sql)
    defer { statement.reset() }
    return try statement.step() ? statement.int(0) : 0
  }
}
