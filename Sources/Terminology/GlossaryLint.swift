public import Locales
public import Units
internal import YAML

/// Finds what editors should settle between the entries of a glossary.
///
/// A glossary loads with all of it: concepts may share a name, and a language may be missing. What is an error is what
/// makes `check` contradict itself.
public struct GlossaryLint {
  private let glossary: Glossary
  private let languages: [LanguageTag]
  private let locale: (LanguageTag) -> Locale
  private var findings: [Finding] = []
  /// The entries that were said to be another one, which they are in every language.
  private var doubles: Set<String> = []

  /// What is to be settled in `glossary`, in the order of its file; `locale` gives the facts about a language.
  public static func findings(in glossary: Glossary, locale: (LanguageTag) -> Locale) -> [Finding] {
    withoutActuallyEscaping(locale) { locale in
      var lint = GlossaryLint(glossary, locale)
      lint.run()
      return lint.findings.sorted { $0.at.lowerBound < $1.at.lowerBound }
    }
  }

  private init(_ glossary: Glossary, _ locale: @escaping (LanguageTag) -> Locale) {
    self.glossary = glossary
    self.locale = locale
    // A language that most entries have is one that the others lack.
    languages = glossary.languages.sorted { $0.bcp47 < $1.bcp47 }.filter { tag in
      glossary.concepts.count { $0.term(in: tag) != nil } * 2 > glossary.concepts.count
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
      if first[concept.id] != nil {
        report("glossary-duplicate-id", .error, "the id \(concept.id) stands here twice; rename or merge one", concept)
      } else if let before = last, concept.id < before.id {
        report("glossary-unsorted", .note, "\(concept.id) belongs before \(before.id); sort the entries by id", concept)
      }
      first[concept.id] = concept
      last = concept
      for tag in languages where concept.term(in: tag) == nil {
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
    case (true, false):
      report(
        "glossary-contradiction", .error, "\(text) is deprecated here and \(other.id) allows it (\(match.term))",
        concept, tag)
    case (false, true):
      report(
        "glossary-contradiction", .error, "\(match.term) is deprecated here and \(concept.id) allows it (\(text))",
        other, tag)
    case (false, false):
      let isSame = languages.allSatisfy { other.term(in: $0)?.preferred == concept.term(in: $0)?.preferred }
      // A form of one that is another's name (қазақстандық) is told apart by its case.
      let isChosen = status == .preferred && match.status == .preferred && match.term.lowercased() == text.lowercased()
      let later = other.at < concept.at ? concept : other
      let earlier = other.at < concept.at ? other : concept
      if isSame {
        guard doubles.insert(later.id).inserted else { return }
        report("glossary-duplicate", .error, "\(later.id) has the names of \(earlier.id); merge them", later, tag)
      } else {
        let hasContext = !concept.context.isEmpty && !other.context.isEmpty
        report(
          "glossary-clash", isChosen && !hasContext ? .warning : .note,
          "\(text) may mean \(later.id) or \(earlier.id): either satisfies a check", later, tag)
      }
    }
  }

  private mutating func report(
    _ rule: String, _ severity: Finding.Severity, _ message: String, _ concept: Concept, _ tag: LanguageTag? = nil
  ) {
    let at = tag.flatMap { concept.places[$0] } ?? concept.at
    findings.append(Finding(rule: rule, severity: severity, message: message, at: at..<at, concept: concept.id))
  }
}
