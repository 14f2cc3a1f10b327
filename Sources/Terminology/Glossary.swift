public import Units

/// The names that editors agreed on, in all languages.
public struct Glossary: Sendable {
  /// The entries, in the order of the file.
  public var concepts: [Concept]

  /// A glossary of these concepts.
  public init(_ concepts: [Concept] = []) { self.concepts = concepts }

  /// The glossary in `yaml`: a mapping with the key `concepts`.
  ///
  /// - Throws: ``Malformed`` with the byte where something is wrong: not YAML, an unknown key, a missing id.
  public init(yaml: [UInt8]) throws(Malformed) {
    let reading = GlossaryReading(yaml: yaml)
    if let first = reading.problems.first { throw first }
    self = reading.glossary
  }

  /// The languages that any concept has a name in.
  public var languages: Set<LanguageTag> { Set(concepts.flatMap(\.terms.keys)) }

  /// The concept of this id.
  public func concept(id: String) -> Concept? { concepts.first { $0.id == id } }
}

extension Glossary {
  /// The parts of two words or more that the names in a language have, as they are written.
  public func parts(in language: LanguageTag) -> Set<String> {
    concepts.reduce(into: Set()) { parts, concept in
      for name in concept.term(in: language)?.all ?? [] {
        let words = name.text.split(separator: " ")
        for start in words.indices {
          for end in words.indices.dropFirst(start + 1) where end - start + 1 < words.count {
            parts.insert(words[start...end].joined(separator: " "))
          }
        }
      }
    }
  }
}
