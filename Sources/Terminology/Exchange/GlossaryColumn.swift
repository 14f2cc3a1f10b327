internal import Locales
internal import Units

/// What a column of a glossary's table holds.
enum GlossaryColumn: Hashable {
  /// What is said of a concept.
  enum ConceptField: String, CaseIterable { case id, kind, status, severity, source, context, note, always }

  /// What is said of a name.
  enum TermField: String, CaseIterable {
    case term, admitted, deprecated, abbreviation, gender, number, inflect, harmony, stem
    case letters = "case"
  }

  case concept(ConceptField)
  /// Of a language's name; without a language, of all names of the row.
  case term(TermField, LanguageTag?)
  /// Not read: its heading is empty or begins with `#`.
  case ignored

  /// Other words for fields, as tables have them.
  private static let synonyms = [
    "allowed": "admitted", "variants": "admitted", "synonyms": "admitted", "forbidden": "deprecated",
    "abbr": "abbreviation", "acronym": "abbreviation", "paradigm": "inflect", "type": "kind", "comment": "note",
    "notes": "note", "key": "id",
  ]

  /// The column of a heading: `id`, `kk`, `kk_admitted`, `ru-RU deprecated`, `gender`, `қазақша`; nil where it is no
  /// known one.
  init?(heading: String) {
    let words = heading.split { " _\u{A0}".unicodeScalars.contains($0.unicodeScalars.first ?? "x") }.map {
      $0.lowercased()
    }
    guard let first = words.first, !first.hasPrefix("#") else {
      self = .ignored
      return
    }
    func field(_ word: String) -> String { Self.synonyms[word] ?? word }
    if words.count == 1 {
      if let known = ConceptField(rawValue: field(first)) {
        self = .concept(known)
      } else if let known = TermField(rawValue: field(first)), known == .gender || known == .number {
        self = .term(known, nil)
      } else if let tag = Self.language(first) {
        self = .term(.term, tag)
      } else {
        return nil
      }
      return
    }
    guard words.count == 2, let last = words.last else { return nil }
    if let tag = Self.language(first), let known = TermField(rawValue: field(last)) {
      self = .term(known, tag)
    } else if let tag = Self.language(last), let known = TermField(rawValue: field(first)) {
      self = .term(known, tag)
    } else {
      return nil
    }
  }

  private static func language(_ word: String) -> LanguageTag? {
    let subtag = word.prefix { $0 != "-" }.utf8.count
    if subtag == 2 || subtag == 3 { return LanguageTag(word) }
    return names[word]
  }

  /// The names that the languages have for themselves, lower-case.
  private static let names: [String: LanguageTag] = {
    var result: [String: LanguageTag] = [:]
    for known in Locale.known {
      guard let tag = LanguageTag(known), let name = Locale(tag).string("name") else { continue }
      result[name.lowercased()] = tag
    }
    return result
  }()

  /// The heading that is written for the column.
  var heading: String {
    switch self {
    case .concept(let field): field.rawValue
    case .term(.term, let tag): tag?.bcp47 ?? ""
    case .term(let field, let tag): (tag.map { $0.bcp47 + "_" } ?? "") + field.rawValue
    case .ignored: ""
    }
  }
}
