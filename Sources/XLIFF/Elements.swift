/// The elements of XLIFF 1.x and 2.x that reading tells apart; the numbers are what the XML reader hands back.
enum Element: Int {
  /// Anything that is not read: extensions, modules, headers.
  case other
  case xliff, file, group, unit, transUnit, segment, ignorable
  case source, segSource, target, note
  /// A subtree that holds sources and targets which are not the unit's: history, native data.
  case aside
  /// A candidate for the translator: `alt-trans`, `match` of the matches module.
  case candidate
  /// An inline code around text: `g`, `pc`.
  case spanning
  /// An inline code that stands alone: `x`, and `ph` of 2.x.
  case standalone
  /// An inline code that opens a span which need not close in the same segment: `bx`, `sc`.
  case opening
  /// Its end: `ex`, `ec`.
  case closing
  /// Native codes of 1.x with their markup as text: `bpt`, `ept`, `ph`, `it`.
  case nativeOpening, nativeClosing, nativeStandalone, nativeIsolated
  /// An annotation, or in 1.2 a segment.
  case mrk
  /// A character that XML can't hold, by its code point (2.x).
  case cp
  /// The native text of a code (2.x).
  case data
  /// How far a segment is, as Trados has it (`sdl:seg`).
  case confirmation
  /// An element that is nothing but the place of others: `header`, `body`, `notes`.
  case container

  init(namespace: String, local: String) {
    guard let family = Namespace.family(of: namespace) else {
      self = Self.namesOfOthers[namespace]?[local] ?? .other
      return
    }
    self = (family == .one ? Self.names1 : Self.names2)[local] ?? .other
  }

  /// The elements of the versions that are written today, with their names.
  static let usual: [(namespace: String, local: String, element: Element)] =
    names1.map { (Namespace.v1_2, $0.key, $0.value) } + names2.map { (Namespace.v2_0, $0.key, $0.value) }

  private static let common: [String: Element] = [
    "xliff": .xliff, "file": .file, "group": .group, "source": .source, "target": .target, "note": .note, "mrk": .mrk,
  ]
  private static let names1 = common.merging([
    "header": .container, "body": .container, "trans-unit": .transUnit, "seg-source": .segSource,
    "alt-trans": .candidate,
    "bin-unit": .aside, "g": .spanning, "x": .standalone, "bx": .opening, "ex": .closing, "bpt": .nativeOpening,
    "ept": .nativeClosing, "ph": .nativeStandalone, "it": .nativeIsolated,
  ]) { $1 }
  private static let names2 = common.merging([
    "notes": .container, "unit": .unit, "segment": .segment, "ignorable": .ignorable, "originalData": .container,
    "data": .data, "skeleton": .aside, "pc": .spanning, "ph": .standalone, "sc": .opening, "ec": .closing, "cp": .cp,
    "sm": .mrk,
  ]) { $1 }
  private static let namesOfOthers: [String: [String: Element]] = [
    VendorStates.trados: ["seg-defs": .container, "seg": .confirmation],
    Namespace.matches: ["matches": .container, "match": .candidate],
  ]
}

/// The namespaces of XLIFF.
enum Namespace {
  static let v1_2 = "urn:oasis:names:tc:xliff:document:1.2"
  static let v2_0 = "urn:oasis:names:tc:xliff:document:2.0"

  /// The module of 2.x for candidates.
  static let matches = "urn:oasis:names:tc:xliff:matches:2.0"
  /// The module of 2.x for what is known of a text.
  static let metadata = "urn:oasis:names:tc:xliff:metadata:2.0"
  /// The module of 2.x for names and terms.
  static let glossary = "urn:oasis:names:tc:xliff:glossary:2.0"
  static let v2_2 = "urn:oasis:names:tc:xliff:document:2.2"
  /// The module for how long texts may be (2.x).
  static let sizeRestriction = "urn:oasis:names:tc:xliff:sizerestriction:2.0"

  /// The namespaces that a document of this version may have; 2.2 keeps the labels of those before it.
  static let ofVersion: [String: [String]] = [
    "1.1": ["urn:oasis:names:tc:xliff:document:1.1"], "1.2": [v1_2], "2.0": [v2_0, v2_2], "2.1": [v2_0, v2_2],
    "2.2": [v2_2],
  ]

  /// The structure that a namespace has; nil for one that is not XLIFF's.
  ///
  /// 1.0 had none.
  static func family(of namespace: String) -> Version.Family? {
    if namespace.isEmpty { return .one }
    let prefix = "urn:oasis:names:tc:xliff:document:"
    guard namespace.utf8.starts(with: prefix.utf8) else { return nil }
    return namespace.utf8.dropFirst(prefix.utf8.count).first == UInt8(ascii: "1") ? .one : .two
  }
}
