import SQLite
public import Units

/// A translation memory in a file of SQLite; many processes may use it at once, each of them one thread at a time.
public final class TranslationMemory {
  let database: Database
  private var languages: [LanguageTag: Int] = [:]
  private var lastPair: (source: LanguageTag, target: LanguageTag, number: Int)?
  private let insertion: Statement
  var finder: SketchFinder
  let lookup: Lookup

  /// What looks entries up.
  struct Lookup {
    let byKey: Statement
    let byNumber: Statement
    let source: Statement

    init(_ database: Database) throws(SQLiteError) {
      byKey = try database.prepare("SELECT \(columns) FROM entry WHERE key = ? AND pair = ? ORDER BY id")
      byNumber = try database.prepare("SELECT \(columns) FROM entry WHERE id = ?")
      source = try database.prepare("SELECT source FROM entry WHERE id = ?")
    }
  }

  /// How long a write waits for another process, in milliseconds.
  public static let patience: Int32 = 10_000

  /// Opens the memory at `path`, or makes one.
  ///
  /// - Throws: ``MemoryError`` where that is no memory, one of a newer version, or can't be opened.
  public init(_ path: String, creates: Bool, patience: Int32 = TranslationMemory.patience) throws(MemoryError) {
    do throws(SQLiteError) {
      database = try Database(path, creates: creates, patience: patience)
    } catch { throw MemoryError(error) }
    try MemorySchema.prepare(database)
    do throws(SQLiteError) {
      insertion = try database.prepare(
        """
        INSERT OR IGNORE INTO entry
          (key, pair, variant, source, source_codes, target, target_codes, state, before, after, properties)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
      finder = try SketchFinder(database)
      lookup = try Lookup(database)
    } catch { throw MemoryError(error) }
  }

  /// Adds entries, all or none; those that are there already are not added again.
  ///
  /// - Returns: How many were new.
  /// - Throws: ``MemoryError`` where another process writes for too long, or the disk is full.
  public func add(_ entries: [MemoryEntry]) throws(MemoryError) -> Int {
    do throws(SQLiteError) {
      return try database.write { () throws(SQLiteError) in
        var sketches = SketchBatch()
        var added = 0
        for entry in entries where try insert(entry) {
          added += 1
          sketches.add(SourceSketch(entry.source.text), of: database.lastRow, pair: try pair(of: entry))
        }
        try sketches.write(to: database)
        return added
      }
    } catch {
      // What was undone had numbers that may be given anew.
      languages = [:]
      lastPair = nil
      throw MemoryError(error)
    }
  }

  /// The number of entries for each pair of languages, by the tags.
  public func counts() throws(MemoryError) -> [(source: LanguageTag, target: LanguageTag, count: Int)] {
    do throws(SQLiteError) {
      let tags = try tags()
      let statement = try database.prepare("SELECT pair, count(*) FROM entry GROUP BY pair ORDER BY pair")
      var result: [(source: LanguageTag, target: LanguageTag, count: Int)] = []
      while try statement.step() {
        let pair = statement.int(0)
        guard let source = tags[pair >> 20], let target = tags[pair & 0xFFFFF] else { continue }
        result.append((source, target, statement.int(1)))
      }
      return result
    } catch { throw MemoryError(error) }
  }

  /// Hands over every entry, in the order they came, until `body` says that it is enough.
  ///
  /// - Throws: ``MemoryError`` where the database can't be read.
  public func forEach(_ body: (MemoryEntry) -> Bool) throws(MemoryError) {
    do throws(SQLiteError) {
      let tags = try tags()
      let statement = try database.prepare("SELECT \(Self.columns), pair FROM entry ORDER BY id")
      while try statement.step() {
        let pair = statement.int(Self.columnCount)
        guard let source = tags[pair >> 20], let target = tags[pair & 0xFFFFF] else { continue }
        guard body(Self.entry(statement, source, target)) else { return statement.reset() }
      }
    } catch { throw MemoryError(error) }
  }

  private func insert(_ entry: MemoryEntry) throws(SQLiteError) -> Bool {
    let (sourceCodes, targetCodes) = (
      ContentArchive.bytes(of: entry.source.codes), ContentArchive.bytes(of: entry.target.codes)
    )
    insertion.bind(MemoryEntry.key(of: entry.source.text), at: 1)
    insertion.bind(try pair(of: entry), at: 2)
    insertion.bind(Self.variant(of: entry, targetCodes), at: 3)
    insertion.bind(entry.source.text, at: 4)
    insertion.bind(sourceCodes, at: 5)
    insertion.bind(entry.target.text, at: 6)
    insertion.bind(targetCodes, at: 7)
    insertion.bind(entry.state.rawValue, at: 8)
    insertion.bind(entry.context.before, at: 9)
    insertion.bind(entry.context.after, at: 10)
    insertion.bind(ContentArchive.bytes(of: entry.properties), at: 11)
    _ = try insertion.step()
    return database.changes > 0
  }

  /// What tells apart entries of one source.
  private static func variant(of entry: MemoryEntry, _ codes: [UInt8]) -> Int {
    var variant = MemoryEntry.key(of: entry.target.text)
    for part in [entry.context.before, entry.context.after, entry.state.rawValue, MemoryEntry.key(of: codes)] {
      variant = (variant ^ part) &* 0x100_0000_01b3
    }
    return variant
  }

  /// The number of an entry's languages; mostly they are those of the entry before.
  private func pair(of entry: MemoryEntry) throws(SQLiteError) -> Int {
    if let last = lastPair, last.source == entry.sourceLanguage, last.target == entry.targetLanguage {
      return last.number
    }
    let number = try language(entry.sourceLanguage) << 20 | language(entry.targetLanguage)
    lastPair = (entry.sourceLanguage, entry.targetLanguage, number)
    return number
  }

  /// The number of a language, which it gets when it is first met.
  private func language(_ tag: LanguageTag) throws(SQLiteError) -> Int {
    if let number = languages[tag] { return number }
    let insert = try database.prepare("INSERT OR IGNORE INTO language (tag) VALUES (?)")
    insert.bind(tag.bcp47, at: 1)
    _ = try insert.step()
    let select = try database.prepare("SELECT id FROM language WHERE tag = ?")
    select.bind(tag.bcp47, at: 1)
    guard try select.step() else { return 0 }
    defer { select.reset() }
    languages[tag] = select.int(0)
    return select.int(0)
  }

  /// The languages by their numbers.
  func tags() throws(SQLiteError) -> [Int: LanguageTag] {
    let statement = try database.prepare("SELECT id, tag FROM language")
    var tags: [Int: LanguageTag] = [:]
    while try statement.step() { tags[statement.int(0)] = statement.text(1).flatMap { LanguageTag($0) } }
    return tags
  }

  static let columns = "source, source_codes, target, target_codes, state, before, after, properties"
  private static let columnCount: Int32 = 8

  /// The entry of a row of ``columns``.
  static func entry(_ row: Statement, _ source: LanguageTag, _ target: LanguageTag) -> MemoryEntry {
    let texts = (row.bytes(0), row.bytes(2))
    return MemoryEntry(
      source: Content(text: texts.0, codes: ContentArchive.codes(row.bytes(1), length: texts.0.count)),
      target: Content(text: texts.1, codes: ContentArchive.codes(row.bytes(3), length: texts.1.count)),
      sourceLanguage: source, targetLanguage: target, state: Segment.State(rawValue: row.int(4)) ?? .translated,
      context: MemoryEntry.Context(before: row.int(5), after: row.int(6)),
      properties: ContentArchive.properties(row.bytes(7)))
  }
}
