public import Locales
public import Units
internal import YAML

/// Finds what editors should settle between the entries of a glossary, which may have been read from several files.
///
/// A glossary loads with all of it: concepts may share a name, and a language may be missing. What is an error is what
/// makes `check` contradict itself.
public struct GlossaryLint {
  /// A finding with the file that it is in, and that of the other entry where it is about two.
  public struct Result {
    /// The finding.
    public var finding: Finding
    /// The number of its file, see ``Concept/file``.
    public var file: Int
    /// The number of the other entry's file.
    public var otherFile: Int?
  }

  private let glossary: Glossary
  /// By file the languages that most of its entries have, which the others lack.
  private let languages: [Int: [LanguageTag]]
  private let locale: (LanguageTag) -> Locale
  private let place: (Int, Offset<File>) -> String
  private var results: [Result] = []
  /// The entries that were said to be another one, which they are in every language.
  private var doubles: Set<Entry> = []

  private struct Entry: Hashable {
    var file: Int
    var at: Offset<File>
  }

  /// What is to be settled in `glossary`, by file and in the order of each.
  ///
  /// `locale` gives the facts about a language, `place` names a place of a file in words.
  public static func results(
    in glossary: Glossary, locale: (LanguageTag) -> Locale, place: (_ file: Int, Offset<File>) -> String
  ) -> [Result] {
    withoutActuallyEscaping(locale) { locale in
      withoutActuallyEscaping(place) { place in
        var lint = GlossaryLint(glossary, locale, place)
        lint.run()
        return lint.results.sorted { ($0.file, $0.finding.at.lowerBound) < ($1.file, $1.finding.at.lowerBound) }
      }
    }
  }

  private init(
    _ glossary: Glossary, _ locale: @escaping (LanguageTag) -> Locale, _ place: @escaping (Int, Offset<File>) -> String
  ) {
    self.glossary = glossary
    self.locale = locale
    self.place = place
    let tags = glossary.languages.sorted { $0.bcp47 < $1.bcp47 }
    languages = Dictionary(grouping: glossary.concepts, by: \.file).mapValues { concepts in
      tags.filter { tag in concepts.count { $0.term(in: tag) != nil } * 2 > concepts.count }
    }
  }

  private mutating func run() {
    entries()
    for tag in glossary.languages.sorted(by: { $0.bcp47 < $1.bcp47 }) {
      let locale = locale(tag)
      letters(of: tag, locale)
      clashes(in: tag, TermMatcher(glossary, locale))
    }
  }

  // MARK: - Entries by themselves

  private mutating func entries() {
    var first: [String: Concept] = [:]
    var last: Concept?
    for concept in glossary.concepts {
      if let other = first[concept.id] {
        let twice = other.file == concept.file ? "here twice" : "in \(place(other.file, other.at)), too"
        report(
          "glossary-duplicate-id", .error, "the id \(concept.id) stands \(twice); rename or merge one", concept,
          other: other)
      } else if let before = last, before.file == concept.file, concept.id < before.id {
        report("glossary-unsorted", .note, "\(concept.id) belongs before \(before.id); sort the entries by id", concept)
      }
      first[concept.id] = first[concept.id] ?? concept
      last = concept
      for tag in languages[concept.file] ?? [] where concept.term(in: tag) == nil {
        report("glossary-missing-language", .warning, "\(concept.id) has no name in \(tag)", concept)
      }
      if concept.status == .approved, concept.source.isEmpty {
        report(
          "glossary-no-source", .warning,
          "\(concept.id) is approved and names no source; add where it was verified or make it proposed", concept)
      }
      lists(of: concept)
    }
  }

  /// A form that is listed twice, or both to be used and not to be used.
  private mutating func lists(of concept: Concept) {
    for (tag, term) in concept.terms {
      var seen: [String: Term.Status] = [:]
      for (text, status) in term.all {
        guard let before = seen.updateValue(status, forKey: text) else { continue }
        let isContradiction = (before == .deprecated) != (status == .deprecated)
        report(
          isContradiction ? "glossary-contradiction" : "glossary-duplicate-form", isContradiction ? .error : .warning,
          isContradiction ? "\(text) is allowed and deprecated at once" : "\(text) is listed twice", concept, tag)
      }
    }
  }

  /// Letters of another script in a name, and names that are not the letter-fold of those they are made from.
  private mutating func letters(of tag: LanguageTag, _ locale: Locale) {
    let lookalikes = Set((locale["names.lookalikes"]?.entries ?? []).compactMap { $0.key.string?.unicodeScalars.first })
    let alphabet = Set((locale["names.letters.alphabet"]?.string ?? "").unicodeScalars)
    for concept in glossary.concepts {
      guard let term = concept.terms[tag] else { continue }
      for (text, status) in term.all where status != .deprecated {
        for word in text.split(separator: " ") {
          guard let stray = word.unicodeScalars.first(where: { lookalikes.contains($0) && !alphabet.contains($0) })
          else { continue }
          // A letter of the same script is another language's name, as it is written there.
          let own = word.unicodeScalars.first { alphabet.contains(lowercase([$0])[0]) }
          guard let own, own.isASCII != stray.isASCII else { continue }
          let code = String(stray.value, radix: 16, uppercase: true)
          report(
            "glossary-lookalike", .error,
            "\(word) has the letter \(stray) of another script (U+\(String(repeating: "0", count: 4 - code.count))\(code))",
            concept, tag)
        }
      }
      if concept.kind == .person { fold(term, of: concept, tag, locale) }
    }
  }

  /// Where a language's names are those of another one in other letters, says which differ.
  private mutating func fold(_ term: Term, of concept: Concept, _ tag: LanguageTag, _ locale: Locale) {
    for (key, letters) in locale["press.folds"]?.entries ?? [] {
      guard let other = key.string.flatMap({ LanguageTag($0) }), let theirs = concept.term(in: other) else { continue }
      let fold = LetterFold(letters.entries.map { ($0.key.string ?? "", $0.value.string ?? "") })
      // A name without a letter of the language's own is no sign that its bearer's name is of it.
      let folded = fold(term.preferred)
      guard folded != term.preferred, folded != theirs.preferred, !theirs.admitted.contains(folded) else { continue }
      report(
        "glossary-letter-fold", .note,
        "\(theirs.preferred) in \(other) is not \(term.preferred) letter for letter, which would be \(folded)",
        concept, other)
    }
  }

  // MARK: - Entries against each other

  private mutating func clashes(in tag: LanguageTag, _ matcher: TermMatcher) {
    var reported: Set<[Int]> = []
    for (index, concept) in glossary.concepts.enumerated() {
      guard let term = concept.term(in: tag) else { continue }
      for (text, status) in term.all {
        let bytes = Array(text.utf8)
        for match in matcher.matches(in: bytes) where match.range.bytes == bytes.indices && match.concept != index {
          guard match.extent == .whole,
            reported.insert([min(index, match.concept), max(index, match.concept)]).inserted
          else { continue }
          clash(text, status, concept, match, tag)
        }
      }
    }
  }

  private mutating func clash(
    _ text: String, _ status: Term.Status, _ concept: Concept, _ match: TermMatch, _ tag: LanguageTag
  ) {
    let other = glossary.concepts[match.concept]
    switch (status == .deprecated, match.status == .deprecated) {
    case (true, true): return
    case (true, false): contradiction(text, in: concept, match.term, in: other, tag)
    case (false, true): contradiction(match.term, in: other, text, in: concept, tag)
    // Of two entries of one id it was said.
    case (false, false) where concept.id == other.id: return
    case (false, false):
      // A form of one that is another's name (қазақстандық) is told apart by its case.
      let isChosen = status == .preferred && match.status == .preferred && match.term.lowercased() == text.lowercased()
      let isLater = (other.file, other.at) < (concept.file, concept.at)
      let (earlier, later) = isLater ? (other, concept) : (concept, other)
      if isSame(concept, other) {
        guard doubles.insert(Entry(file: later.file, at: later.at)).inserted else { return }
        report(
          "glossary-duplicate", .error,
          "\(later.id) has the names of \(named(earlier, tag, beside: later)); merge them", later, tag, other: earlier)
      } else {
        let hasContext = !concept.context.isEmpty && !other.context.isEmpty
        report(
          "glossary-clash", isChosen && !hasContext ? .warning : .note,
          "\(text) may mean \(later.id) or \(named(earlier, tag, beside: later)): either satisfies a check", later, tag,
          other: earlier)
      }
    }
  }

  private mutating func contradiction(
    _ deprecated: String, in concept: Concept, _ allowed: String, in other: Concept, _ tag: LanguageTag
  ) {
    report(
      "glossary-contradiction", .error,
      "\(deprecated) is deprecated here and \(named(other, tag, beside: concept)) allows it (\(allowed))", concept, tag,
      other: other)
  }

  private func isSame(_ concept: Concept, _ other: Concept) -> Bool {
    let tags = Set((languages[concept.file] ?? []) + (languages[other.file] ?? []))
    return !tags.isEmpty && tags.allSatisfy { other.term(in: $0)?.preferred == concept.term(in: $0)?.preferred }
  }

  /// An entry's id; in another file with its place.
  private func named(_ concept: Concept, _ tag: LanguageTag, beside other: Concept) -> String {
    if concept.file == other.file { return concept.id }
    return "\(concept.id) (\(place(concept.file, concept.places[tag] ?? concept.at)))"
  }

  private mutating func report(
    _ rule: String, _ severity: Finding.Severity, _ message: String, _ concept: Concept, _ tag: LanguageTag? = nil,
    other: Concept? = nil
  ) {
    let at = tag.flatMap { concept.places[$0] } ?? concept.at
    let finding = Finding(rule: rule, severity: severity, message: message, at: at..<at, concept: concept.id)
    results.append(Result(finding: finding, file: concept.file, otherFile: other?.file))
  }
}
