import SQLite

/// The sketches of one transaction, to be written as a few rows.
struct SketchBatch {
  /// What the sketches of one row have in common.
  private struct Key: Hashable, Comparable {
    var pair: Int
    var lengthClass: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.pair, left.lengthClass) < (right.pair, right.lengthClass)
    }
  }

  private var records: [Key: [UInt8]] = [:]

  /// Adds the sketch of an entry.
  mutating func add(_ sketch: SourceSketch, of entry: Int, pair: Int) {
    let bits = sketch.bits
    let key = Key(pair: pair, lengthClass: sketch.lengthClass)
    var record: [UInt8] = []
    record.reserveCapacity(SketchFinder.recordSize)
    for word in [UInt64(entry), UInt64(sketch.length) | UInt64(sketch.digits) << 32, bits.x, bits.y, bits.z, bits.w] {
      for shift in 0..<8 { record.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * shift))) }
    }
    records[key, default: []] += record
  }

  /// Writes what was added, a row for each class of length.
  func write(to database: Database) throws(SQLiteError) {
    guard !records.isEmpty else { return }
    let statement = try database.prepare("INSERT INTO sketch (pair, class, bytes) VALUES (?, ?, ?)")
    for (key, bytes) in records.sorted(by: { $0.key < $1.key }) {
      statement.bind(key.pair, at: 1)
      statement.bind(key.lengthClass, at: 2)
      statement.bind(bytes, at: 3)
      _ = try statement.step()
    }
  }
}

/// Finds the entries whose sources may be like a text, by their sketches, which it keeps once they were asked for.
struct SketchFinder {
  /// An entry's number, the length with the bits of digits above it, and the bits, eight bytes each, the lowest first.
  static let recordSize = 48
  /// No more candidates are compared letter by letter: the likeliest.
  private static let most = 600

  /// The sketches of texts of about one length.
  private struct Shelf {
    var lastRow = 0
    var entries: [Int] = []
    var lengths: [Int32] = []
    var digits: [UInt32] = []
    var counts: [Int32] = []
    var bits: [SIMD4<UInt64>] = []

    mutating func append(_ records: [UInt8]) {
      var at = 0
      func word() -> UInt64 {
        var word: UInt64 = 0
        for index in 0..<8 { word |= UInt64(records[at + index]) << UInt64(8 * index) }
        at += 8
        return word
      }
      while at + SketchFinder.recordSize <= records.count {
        entries.append(Int(truncatingIfNeeded: word()))
        let length = word()
        lengths.append(Int32(truncatingIfNeeded: length))
        digits.append(UInt32(length >> 32))
        let own = SIMD4(word(), word(), word(), word())
        bits.append(own)
        counts.append(Int32(SourceSketch.count(own)))
      }
    }
  }

  private var shelves: [[Int]: Shelf] = [:]
  private let rows: Statement

  init(_ database: Database) throws(SQLiteError) {
    rows = try database.prepare("SELECT id, bytes FROM sketch WHERE pair = ? AND class = ? AND id > ? ORDER BY id")
  }

  /// The entries of a pair of languages that may be at least so much like a text, in percent; the likeliest first.
  mutating func candidates(for sketch: SourceSketch, pair: Int, least: Int) throws(SQLiteError) -> [Int] {
    let lengths = Int32(sketch.length * least / 100)...Int32(clamping: sketch.length * 100 / max(1, least) + 1)
    let classes =
      SourceSketch.lengthClass(of: Int(lengths.lowerBound))...SourceSketch.lengthClass(of: Int(lengths.upperBound))
    // What changes a quarter of the letters leaves about half of the words as they begin.
    let shared = Int32(max(20, least - 30))
    let count = Int32(sketch.count)
    var found: [(likeness: Int32, entry: Int)] = []
    for number in classes {
      let shelf = try shelf([pair, number])
      for index in shelf.entries.indices where lengths.contains(shelf.lengths[index]) {
        let common = Int32(SourceSketch.count(shelf.bits[index] & sketch.bits))
        let all = max(count, shelf.counts[index])
        guard common * 100 >= shared * all else { continue }
        // Texts made by one pattern have the same words: there the digits tell which are likelier.
        let digits = (shelf.digits[index] & sketch.digits).nonzeroBitCount
        found.append((common * 1000 / max(1, all) * 32 + Int32(digits), shelf.entries[index]))
      }
    }
    found.sort { ($1.likeness, $0.entry) < ($0.likeness, $1.entry) }
    return found.prefix(Self.most).map(\.entry)
  }

  /// A shelf with what was written to it since the last time, by whatever process.
  private mutating func shelf(_ key: [Int]) throws(SQLiteError) -> Shelf {
    // Taken out, so that it is not copied when it grows.
    var shelf = shelves.removeValue(forKey: key) ?? Shelf()
    rows.bind(key[0], at: 1)
    rows.bind(key[1], at: 2)
    rows.bind(shelf.lastRow, at: 3)
    while try rows.step() {
      shelf.lastRow = rows.int(0)
      shelf.append(rows.bytes(1))
    }
    shelves[key] = shelf
    return shelf
  }
}
