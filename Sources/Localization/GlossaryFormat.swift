/// The formats of glossaries' files.
public enum GlossaryFormat: String, CaseIterable, Sendable {
  /// Our own, with all that can be said.
  case yaml
  /// A table; nothing is lost.
  case csv
  /// ISO 30042, dialect TBX-Basic; nothing is lost.
  case tbx
  /// OmegaT's own, of two languages; written only.
  case omegat

  /// The endings of files, without the dot; those of YAML are what has no other.
  public var endings: [String] {
    switch self {
    case .yaml: ["yaml", "yml"]
    case .csv: ["csv", "tsv", "tab"]
    case .tbx: ["tbx", "tbxm", "xml"]
    case .omegat: ["txt", "utf8"]
    }
  }

  /// The format that a path's ending says; nil where it is none of a format's.
  public init?(path: String) {
    guard let ending = Path.ending(path)?.lowercased() else { return nil }
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = format
  }
}
