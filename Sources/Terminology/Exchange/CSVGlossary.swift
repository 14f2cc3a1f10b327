internal import Locales
internal import Units

extension GlossaryReading {
  /// The reading of a glossary that editors keep as a table: a row for each concept, a column for each language.
  ///
  /// The first row names the columns: `en`, `ru`, `kk`, and as needed `id`, `kind`, `status`, `note`, `kk_admitted`,
  /// `ru_deprecated`, `ru_gender`… A row without an id gets one from its first name.
  public init(csv bytes: [UInt8]) {
    self.init()
    do throws(Malformed) {
      let table = try SeparatedValues(reading: bytes)
      guard let header = table.rows.first else { return }
      var columns: [GlossaryColumn] = []
      for cell in header { columns.append(column(cell)) }
      guard columns.contains(where: { if case .term(.term, .some) = $0 { true } else { false } }) else {
        throw Malformed(
          at: header[0].at, problem: "no column of the table's first row is a language",
          remedy: "name the columns in it: id, kind, en, ru, kk")
      }
      var ids: [String: Int] = [:]
      for row in table.rows.dropFirst() { read(row, columns, &ids) }
    } catch {
      problems.append(error)
    }
  }

  private mutating func column(_ cell: SeparatedValues.Cell) -> GlossaryColumn {
    if let column = GlossaryColumn(heading: cell.text) { return column }
    problems.append(
      Malformed(
        at: cell.at, problem: "unknown column \(cell.text)",
        remedy:
          "columns are languages (en, kk), kk_admitted, kk_deprecated, kk_abbreviation, kk_gender, id, kind, status, "
          + "source, context, note; begin its name with # to leave it out"))
    return .ignored
  }

  private mutating func read(
    _ row: [SeparatedValues.Cell], _ columns: [GlossaryColumn], _ ids: inout [String: Int]
  ) {
    var concept = Concept(id: "", at: row[0].at)
    var first: String?
    for (cell, column) in zip(row, columns) {
      if case .term(.term, let tag?) = column, !cell.text.isEmpty {
        concept.terms[tag] = Term(cell.text)
        concept.places[tag] = cell.at
        if first == nil { first = cell.text }
      }
    }
    for (cell, column) in zip(row, columns) where !cell.text.isEmpty { set(column, cell, &concept) }
    if row.count > columns.count, let extra = row[columns.count...].first(where: { !$0.text.isEmpty }) {
      report(extra, "more cells than the first row has columns", "quote a cell that holds the separator")
    }
    guard let first else { return report(row[0], "a row without a name in any language", "fill in or remove the row") }
    if concept.id.isEmpty {
      let slug = Self.slug(first)
      let count = ids[slug, default: 0] + 1
      ids[slug] = count
      concept.id = count == 1 ? slug : "\(slug)-\(count)"
    }
    glossary.concepts.append(concept)
  }

  private mutating func set(_ column: GlossaryColumn, _ cell: SeparatedValues.Cell, _ concept: inout Concept) {
    var isValue = true
    switch column {
    case .ignored: return
    case .concept(let field): isValue = concept.set(field, cell.text)
    case .term(let field, let tag):
      if let tag, hasLostLetters(cell.text, tag) {
        return report(
          cell, "“\(cell.text)” has ? for letters that were lost when the table was saved in windows-1251",
          "save the original again as “CSV UTF-8”")
      }
      for tag in tag.map({ [$0] }) ?? Array(concept.terms.keys) {
        guard concept.terms[tag] != nil else {
          report(cell, "the row has no name in \(tag) that this could be said of", "fill in the name or empty the cell")
          return
        }
        isValue = concept.terms[tag]?.set(field, cell.text) ?? true && isValue
      }
    }
    if !isValue { report(cell, "\(cell.text) is no value of \(column.heading)", "see `l10n glossary import --help`") }
  }

  /// Whether `?` stands where a letter was: before a letter, or, in a language with letters that windows-1251 lacks,
  /// behind one.
  private func hasLostLetters(_ text: String, _ tag: LanguageTag) -> Bool {
    guard text.utf8.contains(0x3F) else { return false }
    let alphabet = (Locale(tag).string("names.letters.alphabet") ?? "").unicodeScalars
    let isLossy = alphabet.contains { (0x492...0x52F).contains($0.value) }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.contains { index in
      guard scalars[index] == "?" else { return false }
      if index + 1 < scalars.count, scalars[index + 1].properties.isAlphabetic { return true }
      return isLossy && index > 0 && scalars[index - 1].properties.isAlphabetic
    }
  }

  private mutating func report(_ cell: SeparatedValues.Cell, _ problem: String, _ remedy: String) {
    problems.append(Malformed(at: cell.at, problem: problem, remedy: remedy))
  }

  /// A name as an id: `Kazakhstan Temir Zholy` → `kazakhstan-temir-zholy`.
  static func slug(_ name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "name" : words.joined(separator: "-")
  }
}

extension Glossary {
  /// The glossary as a table that spreadsheets open: commas, CR LF, and a byte order mark, without which they would
  /// take it for windows-1251.
  public var csv: [UInt8] {
    var columns: [GlossaryColumn] = [.concept(.id), .concept(.kind), .concept(.status)]
    for tag in languages.sorted(by: { $0.bcp47 < $1.bcp47 }) {
      for field in GlossaryColumn.TermField.allCases
      where concepts.contains(where: { $0.terms[tag].map { !$0[field].isEmpty } ?? false }) {
        columns.append(.term(field, tag))
      }
    }
    for field in GlossaryColumn.ConceptField.allCases.dropFirst(3)
    where concepts.contains(where: { !$0[field].isEmpty }) {
      columns.append(.concept(field))
    }
    var text = "\u{FEFF}" + SeparatedValues.line(columns.map(\.heading))
    for concept in concepts {
      text += SeparatedValues.line(
        columns.map { column in
          switch column {
          case .concept(let field): concept[field]
          case .term(let field, let tag): tag.flatMap { concept.terms[$0]?[field] } ?? ""
          case .ignored: ""
          }
        })
    }
    return Array(text.utf8)
  }
}
