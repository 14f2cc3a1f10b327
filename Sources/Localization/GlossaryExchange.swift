import Terminology
public import Units

/// `l10n glossary import` and `export`: a glossary from one format to another.
public struct GlossaryExchange: Sendable {
  private let glossary: Glossary

  /// The glossary in a file of another tool.
  ///
  /// - Throws: ``Failure`` where it can't be read as `format`, or as what its ending says.
  public init(importing path: String, as format: GlossaryFormat?) throws(Failure) {
    guard let format = format ?? GlossaryFormat(path: path) else {
      throw Failure(path: path, "the format is not known from its name", remedy: "say it with --as csv or --as tbx")
    }
    glossary = try GlossaryFile(reading: path, as: format).glossary()
  }

  /// The glossaries that a command line names, or else the configured ones, as one.
  ///
  /// - Throws: ``Failure`` where there is none, or one can't be read.
  public init(_ configuration: Configuration, glossaries: [String]) throws(Failure) {
    glossary = try GlossaryFiles(reading: try configuration.glossaryPaths(glossaries)).glossary
  }

  /// The number of entries.
  public var count: Int { glossary.concepts.count }

  /// The glossary in a format; OmegaT's is of two languages.
  ///
  /// - Throws: ``Failure`` where a language is needed and missing.
  public func bytes(as format: GlossaryFormat, from: LanguageTag?, to: LanguageTag?) throws(Failure) -> [UInt8] {
    switch format {
    case .yaml: return glossary.yaml
    case .csv: return glossary.csv
    case .tbx: return glossary.tbx
    case .omegat:
      guard let from, let to else {
        throw Failure("OmegaT's glossary is of two languages", remedy: "say them with --from en --to kk")
      }
      for tag in [from, to] where !glossary.concepts.contains(where: { $0.term(in: tag) != nil }) {
        throw Failure("the glossary has no names in \(tag)", remedy: "its languages: \(languages)")
      }
      return glossary.omegat(from: from, to: to)
    }
  }

  private var languages: String { glossary.languages.map(\.bcp47).sorted().joined(separator: ", ") }
}
