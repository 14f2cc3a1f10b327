internal import Locales
internal import YAML

/// Grammatical cells as bits: 16 cases in each of four groups (genders and plural, or the states of a suffix graph).
struct Cells: OptionSet, Hashable, Sendable {
  let rawValue: UInt64
  static let all = Cells(rawValue: .max)

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(group: Int, case index: Int) { rawValue = 1 << UInt64((group & 3) * 16 + (index & 15)) }

  static func group(_ group: Int) -> Cells { Cells(rawValue: 0xFFFF << UInt64((group & 3) * 16)) }

  /// The cases as bits, of whatever group.
  var cases: UInt16 {
    UInt16(truncatingIfNeeded: rawValue | rawValue >> 16 | rawValue >> 32 | rawValue >> 48)
  }
}

/// What a word of a name is.
struct WordLabels: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let person = Self("person")
  static let place = Self("place")
  static let title = Self("title")
  static let surname = Self("surname")
  static let given = Self("given")
  static let patronymic = Self("patronymic")
  /// Of a double surname all but its last part.
  static let firstPart = Self("first-part")
  static let abbreviation = Self("abbreviation")
  static let common = Self("common")

  /// The kinds of concepts, which of a person's names it is, and how it is written.
  private static let names =
    Concept.Kind.allCases.map(\.rawValue) + ["surname", "given", "patronymic", "first-part", "abbreviation", "common"]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The label of this name, nothing where there is none.
  init(_ name: String) { rawValue = Self.names.firstIndex(of: name).map { 1 << UInt16($0) } ?? 0 }

  /// The labels that the locale data list; nil, which is every one, where they list none.
  static func listed(_ names: [String]?) -> WordLabels? {
    guard let names, !names.isEmpty else { return nil }
    return names.reduce(into: []) { $0.formUnion(Self($1)) }
  }
}

/// What a word of a name is, for choosing its paradigm.
struct WordRole: Hashable {
  /// The concept's kind and, for a person, which name it is.
  var labels: WordLabels
  var gender: Term.Gender?
  var number: Term.Number?
  var inflect: String?
  var harmony: String?
  var stem: String?
  var isAbbreviation = false
  /// One of several words.
  var isPart = false
}

/// One way to write the beginning of a word, with the endings that hang on it.
struct Stem: Hashable, Sendable {
  var text: [Unicode.Scalar]
  /// The number of the set of endings.
  var endings: Int
  /// The cells that the word may stand in.
  var allowed: Cells
}

/// How the words of a language inflect: the `names` section of its locale, and the sets of endings expanded from it.
struct Inflection {
  enum Agreement: String { case each, last }

  /// The numbers of a harmony, a class of final letters and a state to start from, and what stands before the suffix.
  struct SuffixKey: Hashable {
    var harmony: Int
    var final: Int
    var start: Int
    var opening: Opening
    var prefix: String
  }

  /// Which endings hang on a stem: a stem may be another one before a vowel.
  enum Opening: Hashable { case any, vowel, consonant }

  /// Whether every word of a name inflects or only the last; nil where the language has no data.
  let agreement: Agreement?
  let cases: [String]
  let sets: [String: LetterSet]
  let classes: [DeclensionClass]
  let graph: SuffixGraph?
  let alphabet: LetterSet
  /// The hyphen or what else stands between an abbreviation and its suffix; none where abbreviations stay as they are.
  let abbreviationJoins: [String]
  let quotationJoin: String?
  let doubleSurnames: Bool
  /// The cells of what is derived from a name and begins with a small letter.
  let smallCells: Cells

  /// The sets of endings, each expanded once.
  private(set) var endings: [EndingSet] = [.none]
  private var tableKeys: [DeclensionClass.Key: Int] = [:]
  private var suffixKeys: [SuffixKey: Int] = [:]

  init(_ locale: Locale) {
    agreement = locale["names.inflects"]?.string.flatMap(Agreement.init(rawValue:))
    let cases = locale.strings("names.cases")
    self.cases = cases
    let small = locale.strings("names.small").compactMap { cases.firstIndex(of: $0) }
    smallCells = small.reduce(into: []) { cells, index in
      for group in 0..<4 { cells.insert(Cells(group: group, case: index)) }
    }
    var sets: [String: LetterSet] = [:]
    for (key, value) in locale["names.letters"]?.entries ?? [] {
      sets[key.string ?? ""] = LetterSet(value.string ?? "")
    }
    self.sets = sets
    classes = (locale["names.classes"]?.entries ?? []).map { DeclensionClass($0.key.string ?? "", $0.value, sets) }
    graph = SuffixGraph(locale, sets)
    alphabet = sets["alphabet"] ?? LetterSet("")
    let join = locale["names.join.abbreviation"]
    abbreviationJoins = join?.string.map { [$0] } ?? join?.strings ?? []
    quotationJoin = locale["names.join.quotation"]?.string
    doubleSurnames = locale["names.double-surnames"]?.bool ?? false
  }

  /// Whether the language has paradigms; without them names match only as they are written.
  var isKnown: Bool { agreement != nil }

  /// The stems of a word; the word itself where nothing inflects it.
  mutating func stems(of word: [Unicode.Scalar], role: WordRole) -> (stems: [Stem], isAdjective: Bool) {
    let frozen = [Stem(text: word, endings: 0, allowed: .all)]
    guard isKnown, role.inflect != "none" else { return (frozen, false) }
    if graph != nil { return (suffixed(word, role), false) }
    let lower = lowercase(word)
    for candidate in classes where candidate.fits(role) {
      guard let dropped = candidate.pattern.dropped(from: lower) ?? (role.inflect == nil ? nil : 0) else { continue }
      let allowed = candidate.allowed(role, word: lower, dropped: dropped)
      guard !allowed.isEmpty else { continue }
      let isAnimate = !role.labels.isDisjoint(with: [.person, .title])
      var own = Array(word.dropLast(dropped)) + Array(candidate.then.unicodeScalars)
      if let stem = role.stem { own = Array(stem.unicodeScalars) }
      let whole = endings(of: candidate, animate: isAnimate, onWholeWord: true)
      let changed = endings(of: candidate, animate: isAnimate, onWholeWord: false)
      var stems: [Stem] = []
      if let whole { stems.append(Stem(text: word, endings: whole, allowed: allowed)) }
      if let changed { stems.append(Stem(text: own, endings: changed, allowed: allowed)) }
      return (stems, candidate.isAdjective)
    }
    return (frozen, false)
  }

  /// Every form that hangs on one of the stems.
  func forms(of stems: [Stem]) -> [InflectedWord.Form] {
    stems.flatMap { stem in
      endings[stem.endings].list.compactMap { ending, cells in
        let common = cells.intersection(stem.allowed)
        return common.isEmpty ? nil : (stem.text + ending, common)
      }
    }
  }

  /// The endings of all classes, or of all kinds of stems.
  func everyEnding() -> EndingSet {
    var result = EndingSet()
    for set in graph?.everyEnding() ?? classes.flatMap(\.everyEnding) {
      for ending in set.list { result.insert(ending.text, ending.cells) }
    }
    return result
  }

  private mutating func endings(of row: DeclensionClass, animate: Bool, onWholeWord: Bool) -> Int? {
    let key = DeclensionClass.Key(name: row.name, isAnimate: animate, isWhole: onWholeWord)
    if let known = tableKeys[key] { return known < 0 ? nil : known }
    let set = row.endings(animate: animate, onWholeWord: onWholeWord)
    guard !set.isEmpty else {
      tableKeys[key] = -1
      return nil
    }
    endings.append(set)
    tableKeys[key] = endings.count - 1
    return endings.count - 1
  }

  private mutating func suffixed(_ word: [Unicode.Scalar], _ role: WordRole) -> [Stem] {
    guard let graph else { return [] }
    var result: [Stem] = []
    for (stem, key) in graph.stems(of: word, role: role, alphabet: alphabet, joins: abbreviationJoins) {
      let index: Int
      if let known = suffixKeys[key] {
        index = known
      } else {
        endings.append(graph.endings(key))
        index = endings.count - 1
        suffixKeys[key] = index
      }
      let made = Stem(text: stem, endings: index, allowed: .all)
      if !result.contains(made) { result.append(made) }
    }
    return result
  }
}

func lowercase(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] { word.map(lowercase) }

@inline(__always)
func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  // Most letters by arithmetic: asking for a mapping makes a string.
  switch scalar.value {
  case 0x61...0x7A, 0x430...0x45F, 0x21...0x40: return scalar
  case 0x41...0x5A, 0x410...0x42F: return Unicode.Scalar(scalar.value + 32) ?? scalar
  default: break
  }
  let mapped = scalar.properties.lowercaseMapping.unicodeScalars
  return mapped.count == 1 ? mapped[mapped.startIndex] : scalar
}
