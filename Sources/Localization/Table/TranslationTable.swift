import Terminology
import Units
import XLIFF

/// The segments of an XLIFF as a table of two columns with ids, for people without a CAT tool: CSV, or a page to write
/// in.
struct TranslationTable {
  /// A row: a segment.
  struct Row {
    /// The segment's name, with the number of its file where there are several.
    var id: String
    /// The source, its codes as numbers in braces.
    var source: String
    /// The target in the same form; empty where there is none.
    var target: String
    /// Where it stands in the table that it was read from.
    var at = Offset<File>(0)
  }

  private(set) var rows: [Row] = []

  private init(rows: [Row]) { self.rows = rows }

  /// The table of a document; what nobody translates is left out.
  init(_ document: Document) {
    for (place, id) in Self.places(in: document) {
      let segment = document.files[place.file].units[place.unit].segments[place.segment]
      rows.append(
        Row(
          id: id, source: TableText.text(of: segment.source),
          target: segment.target.map { TableText.text(of: $0) } ?? ""))
    }
  }

  private typealias Place = (file: Int, unit: Int, segment: Int)

  private static func places(in document: Document) -> [(place: Place, id: String)] {
    var places: [(place: Place, id: String)] = []
    for (fileIndex, file) in document.files.enumerated() {
      let prefix = document.files.count > 1 ? "\(fileIndex + 1)/" : ""
      for (unitIndex, unit) in file.units.enumerated() where unit.isTranslatable {
        for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable && !segment.source.isEmpty {
          places.append(((fileIndex, unitIndex, index), prefix + unit.name(ofSegment: index)))
        }
      }
    }
    return places
  }

  // MARK: Writing

  /// The table as CSV (RFC 4180), UTF-8 with a byte order mark, which spreadsheets ask for.
  var csv: [UInt8] {
    let lines = rows.map { SeparatedValues.line([$0.id, $0.source, $0.target]) }
    return [0xEF, 0xBB, 0xBF] + Array((SeparatedValues.line(["id", "source", "target"]) + lines.joined()).utf8)
  }

  // MARK: Reading

  /// Reads a table that was written here and worked on: the page as its button saves it, or CSV.
  ///
  /// - Throws: ``Units/Malformed`` where it is neither.
  init(reading bytes: [UInt8]) throws(Malformed) {
    let start = bytes.firstIndex { ![0xEF, 0xBB, 0xBF, 0x20, 0x0A, 0x0D].contains($0) }
    if let start, bytes[start] == UInt8(ascii: "<") {
      self.init(rows: try TablePage.rows(in: bytes))
    } else {
      try self.init(csv: bytes)
    }
  }

  private init(csv bytes: [UInt8]) throws(Malformed) {
    let table = try SeparatedValues(reading: bytes)
    let header = table.rows.first?.map { $0.text.lowercased() } ?? []
    guard let id = header.firstIndex(of: "id"), let source = header.firstIndex(of: "source"),
      let target = header.firstIndex(of: "target")
    else {
      throw Malformed(at: Offset(0), problem: "no table with the columns id, source and target")
    }
    for row in table.rows.dropFirst() where row.indices.contains(id) {
      func text(_ column: Int) -> String {
        row.indices.contains(column) ? row[column].text.replacing("\r\n", with: "\n") : ""
      }
      rows.append(Row(id: text(id), source: text(source), target: text(target), at: row[id].at))
    }
  }

  // MARK: Filling in

  /// What filling a document from a table came to.
  struct Filling {
    /// The targets, as edits of the document.
    var edits = Splice()
    /// The number of targets that were set.
    var count = 0
    /// The rows that fit nowhere, and why.
    var problems: [(row: Row, problem: String)] = []
  }

  /// The edits that give the segments of a document the targets of the table, and the state of what is translated; rows
  /// without another target change nothing.
  func filling(_ document: Document) -> Filling {
    var places: [String: [Place]] = [:]
    for (place, id) in Self.places(in: document).reversed() { places[id, default: []].append(place) }
    var filling = Filling()
    for row in rows {
      guard let place = places[row.id]?.popLast() else {
        filling.problems.append((row, "the XLIFF has no segment \(row.id)"))
        continue
      }
      let segment = document.files[place.file].units[place.unit].segments[place.segment]
      guard Folding.equal(Array(TableText.text(of: segment.source).utf8), Array(row.source.utf8)) else {
        filling.problems.append((row, "the source of \(row.id) is another one in the XLIFF"))
        continue
      }
      if row.target.allSatisfy(\.isWhitespace) || segment.target.map({ TableText.text(of: $0) }) == row.target {
        continue
      }
      let parts = TableText.parts(row.target, codesOf: segment.source)
      guard
        let edit = document.settingTarget(parts, file: place.file, unit: place.unit, segment: place.segment)
      else {
        filling.problems.append((row, "the target of \(row.id) has other segment markers than the source"))
        continue
      }
      filling.edits.append(edit)
      filling.edits.append(document.settingTranslated(file: place.file, unit: place.unit, segment: place.segment))
      filling.count += 1
    }
    return filling
  }
}
