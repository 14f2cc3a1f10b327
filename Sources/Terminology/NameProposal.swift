public import Locales
public import Units
internal import YAML

/// Proposes a glossary's entry for a name by the rules of the press: a start for an editor, who decides.
public struct NameProposal: Sendable {
  private let locale: Locale
  private let folds: [(tag: LanguageTag, fold: LetterFold)]
  private let kinds: [(kind: Concept.Kind, words: Set<String>)]
  private let genders: [(gender: Term.Gender, endings: [String])]

  /// Proposals for names of a language; `targets` are the languages wanted, of those that its data have rules for.
  public init(_ locale: Locale, targets: [LanguageTag] = []) {
    self.locale = locale
    folds = (locale["press.spellings"]?.entries ?? []).compactMap { key, rows in
      guard let tag = key.string.flatMap({ LanguageTag($0) }) else { return nil }
      guard targets.isEmpty || targets.contains(where: { $0.matches(tag) }) else { return nil }
      return (tag, LetterFold(rows.entries.map { ($0.key.string ?? "", $0.value.string ?? "") }))
    }
    kinds = (locale["press.kinds"]?.entries ?? []).compactMap { key, words in
      key.string.flatMap(Concept.Kind.init(rawValue:)).map { ($0, Set(words.strings)) }
    }
    genders = (locale["press.genders"]?.entries ?? []).compactMap { key, endings in
      key.string.flatMap(Term.Gender.init(rawValue:)).map { ($0, endings.strings) }
    }
  }

  /// An entry for a name: proposed, its kind and gender guessed, its other spellings made by rule, where `renderings` do
  /// not say what translations have for each word of it.
  public func concept(
    for entry: NameCensus.Entry, renderings: [LanguageTag: [NameSpellings.Occurrence]] = [:]
  ) -> Concept {
    var concept = Concept(id: GlossaryReading.slug(entry.name), kind: kind(of: entry.name), status: .proposed)
    concept.terms[locale.tag] = Term(entry.name)
    let gender = concept.kind == .person ? gender(of: entry.name) : nil
    for (tag, fold) in folds {
      var term = Term(fold(entry.name))
      term.gender = Locale(tag)["names.classes"] == nil ? nil : gender
      concept.terms[tag] = term
    }
    for (tag, words) in renderings {
      var term = concept.terms[tag] ?? Term("")
      if Locale(tag)["names.classes"] != nil { term.gender = gender }
      term.preferred = words.map { lemma(of: $0, concept.kind, gender, tag) }.joined(separator: " ")
      concept.terms[tag] = term
    }
    let mentions = "\(entry.mentions) \(entry.mentions == 1 ? "mention" : "mentions")"
    let articles = "\(entry.articles) \(entry.articles == 1 ? "article" : "articles")"
    let translated = renderings.keys.map(\.bcp47).sorted().joined(separator: ", ")
    let origin = translated.isEmpty ? "other languages by rule" : "\(translated) as translated, others by rule"
    concept.source = "\(mentions) in \(articles); \(origin), to be verified"
    return concept
  }

  /// A word of a translation without its ending, where the letters that the name does not have are one.
  private func lemma(
    of word: NameSpellings.Occurrence, _ kind: Concept.Kind, _ gender: Term.Gender?, _ tag: LanguageTag
  ) -> String {
    let stem = String(String.UnicodeScalarView(word.text.unicodeScalars.prefix(word.stem)))
    guard stem != word.text else { return stem }
    var concept = Concept(id: "", kind: kind)
    concept.terms[tag] = Term(stem)
    concept.terms[tag]?.gender = gender
    let text = Array(word.text.utf8)
    let isForm = TermMatcher(Glossary([concept]), Locale(tag)).matches(in: text).contains {
      $0.range.bytes == text.indices
    }
    return isForm ? stem : word.text
  }

  private func kind(of name: String) -> Concept.Kind {
    let words = name.split(separator: " ").map(String.init)
    if let known = kinds.first(where: { !$0.words.isDisjoint(with: words) }) { return known.kind }
    if name.unicodeScalars.allSatisfy({ !$0.properties.isLowercase }) { return .organization }
    return words.count == 1 ? .place : .person
  }

  private func gender(of name: String) -> Term.Gender? {
    genders.first { row in row.endings.contains { name.hasSuffix($0) } }?.gender
  }
}
