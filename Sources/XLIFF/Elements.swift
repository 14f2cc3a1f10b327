/// The elements of XLIFF 1.x and 2.x that reading tells apart; the numbers are what the XML reader hands back.
enum Element: Int {
  /// Anything that is not read: extensions, modules, headers.
  case other
  case xliff, file, group, unit, transUnit, segment, ignorable
  case source, segSource, target, note
  /// A subtree that holds sources and targets which are not the unit's: candidates, history, native data.
  case aside
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
  /// An element that is nothing but the place of others: `header`, `body`, `notes`.
  case container

  init(namespace: String, local: String) {
    let family = Namespace.family(of: namespace)
    switch (family, local) {
    case (nil, _): self = .other
    case (_, "xliff"): self = .xliff
    case (_, "file"): self = .file
    case (_, "group"): self = .group
    case (_, "source"): self = .source
    case (_, "target"): self = .target
    case (_, "note"): self = .note
    case (_, "mrk"): self = .mrk
    case (.two?, "unit"): self = .unit
    case (.two?, "segment"): self = .segment
    case (.two?, "ignorable"): self = .ignorable
    case (.two?, "originalData"), (.two?, "skeleton"): self = .aside
    case (.two?, "pc"): self = .spanning
    case (.two?, "ph"): self = .standalone
    case (.two?, "sc"): self = .opening
    case (.two?, "ec"): self = .closing
    case (.two?, "cp"): self = .cp
    case (.one?, "trans-unit"): self = .transUnit
    case (.one?, "seg-source"): self = .segSource
    case (.one?, "alt-trans"), (.one?, "bin-unit"): self = .aside
    case (.one?, "header"), (.one?, "body"), (.two?, "notes"): self = .container
    case (.one?, "g"): self = .spanning
    case (.one?, "x"): self = .standalone
    case (.one?, "bx"): self = .opening
    case (.one?, "ex"): self = .closing
    case (.one?, "bpt"): self = .nativeOpening
    case (.one?, "ept"): self = .nativeClosing
    case (.one?, "ph"): self = .nativeStandalone
    case (.one?, "it"): self = .nativeIsolated
    default: self = .other
    }
  }
}

/// The namespaces of XLIFF.
enum Namespace {
  static let v1_2 = "urn:oasis:names:tc:xliff:document:1.2"
  static let v2_0 = "urn:oasis:names:tc:xliff:document:2.0"

  /// The structure that a namespace has; nil for one that is not XLIFF's.
  ///
  /// 1.0 had none.
  static func family(of namespace: String) -> Version.Family? {
    if namespace.isEmpty { return .one }
    guard namespace.hasPrefix("urn:oasis:names:tc:xliff:document:") else { return nil }
    return namespace.dropFirst("urn:oasis:names:tc:xliff:document:".utf8.count).hasPrefix("1") ? .one : .two
  }
}
