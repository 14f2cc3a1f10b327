public import Locales
public import Terminology
public import Units

/// Names of the glossary: there, as the editors chose, in a right form.
public struct TermCheck: Check {
  /// Where a name that is missing is an error.
  public enum Scope: String, CaseIterable, Sendable {
    /// Where the whole translated article has no form of it; elsewhere a warning.
    case article
    /// In every segment.
    case segment
  }

  let source: TermMatcher
  let target: TermMatcher
  private let scope: Scope
  private let surroundings: PlaceSurroundings
  private let adjectives: PlaceAdjectives

  /// The rules whose findings the check reports.
  public var rules: [Rule] { Self.allRules }

  static let allRules = [missing, variant, deprecated, termCase]

  /// A check of the glossary's names in two languages.
  public init(_ glossary: Glossary, source: Locale, target: Locale, scope: Scope = .article) {
    self.init(source: TermMatcher(glossary, source), target: TermMatcher(glossary, target), scope: scope)
  }

  /// A check with matchers that were made before: they serve any number of articles.
  public init(source: TermMatcher, target: TermMatcher, scope: Scope = .article) {
    self.init(
      source: source, target: target, scope: scope, surroundings: PlaceSurroundings(source.locale),
      adjectives: PlaceAdjectives(target.locale))
  }

  init(
    source: TermMatcher, target: TermMatcher, scope: Scope, surroundings: PlaceSurroundings,
    adjectives: PlaceAdjectives
  ) {
    self.source = source
    self.target = target
    self.scope = scope
    self.surroundings = surroundings
    self.adjectives = adjectives
  }

  /// Reports the names that are missing, misspelled or not to be used in a translated article.
  public func check(_ bitext: Bitext, report: (Finding) -> Void) {
    var inArticle: Set<Int> = []
    var targets: [[[TermMatch]]] = []
    for unit in bitext.units {
      let matches = unit.segments.map { $0.isIgnorable ? [] : target.matches(in: $0.target?.text ?? []) }
      for match in matches.joined() where match.status != .deprecated { inArticle.insert(match.concept) }
      targets.append(matches)
    }
    for (unit, matches) in zip(bitext.units, targets) where unit.isTranslatable {
      check(unit, matches, inArticle, report)
    }
  }

  private func check(
    _ unit: Unit, _ targets: [[TermMatch]], _ inArticle: Set<Int>, _ report: (Finding) -> Void
  ) {
    for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
      checkCases(targets[index], unit, index, segment.target?.text ?? [], report)
    }
    let inUnit = Set(targets.joined().lazy.filter { $0.status != .deprecated }.map(\.concept))
    let sources = unit.segments.map { $0.isIgnorable ? [] : source.matches(in: $0.source.text) }
    let inSource = Set(sources.joined().lazy.map(\.concept))
    for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable {
      guard let text = segment.target?.text, !text.isEmpty else { continue }
      var seen: Set<Int> = []
      let wanted = sources[index]
      // Several concepts may share a name: any of them satisfies.
      let places = Dictionary(grouping: wanted, by: \.range).sorted { $0.key.lowerBound < $1.key.lowerBound }
      for (range, rivals) in places {
        let concepts = meant(rivals.map(\.concept).filter { hasTerm($0) }, in: segment.source.text)
        // What is derived from one name may be another concept's own: қазақстандық.
        let derived = Set(rivals.lazy.filter { source.isDerived($0) }.map(\.concept))
        guard let concept = concepts.first(where: { !derived.contains($0) }) ?? concepts.first, !seen.contains(concept)
        else { continue }
        seen.formUnion(concepts)
        let found = targets[index].filter { concepts.contains($0.concept) }
        if !deprecated(found, concepts, unit, index, text, report) { continue }
        if !found.isEmpty {
          givenName(found, rivals, unit, index, text, targets[index], report)
          let mentions = wanted.filter { concepts.contains($0.concept) }
          let isFewer = Set(mentions.map(\.range)).count > Set(found.map(\.range)).count
          variant(concept, unit, index, text, targets[index], wanted, beside: isFewer ? .fewer : .enough).map(report)
          continue
        }
        if concepts.contains(where: { target.contains($0, in: text) || isAddress($0, in: text) }) { continue }
        // What another bearer of the name is called is no other thing's name here.
        let others = targets[index].filter { match in !rivals.contains { $0.concept == match.concept } }
        let mention = TermMention(segment.source.text, range.bytes)
        let isLoose = self.isLoose(rivals, mention)
        if let variant = concepts.lazy.compactMap({ variant($0, unit, index, text, others, wanted) }).first {
          report(isLoose ? variant.asWarning : variant)
          continue
        }
        if scope == .article, concepts.contains(where: inUnit.contains) { continue }
        let isAkin = concepts.contains { hasKin(of: $0, in: text) }
        if isLoose && (mention.endsWord || isAkin) || mention.isKept(in: text) { continue }
        let name = String(decoding: segment.source.text[range.bytes], as: UTF8.self)
        let missing = missing(concept, name, unit, index)
        let isElsewhere = scope == .article && concepts.contains(where: inArticle.contains)
        if concepts.contains(where: { adjectives.contains(text, of: placeName($0)) }) { continue }
        let isUnsure = isLoose || isAkin || isPartlyThere(concept, others)
        if !isUnsure, let other = others.first(where: { isOther($0, than: concept, inSource) }) {
          report(replaced(concept, name, other, unit, index, text))
        } else {
          report(isUnsure || isElsewhere ? missing.asWarning : missing)
        }
      }
      deprecatedElsewhere(wanted, targets[index].filter { !seen.contains($0.concept) }, unit, index, text, report)
    }
  }

  /// Whether a name of the source may mean something else than its concept, so that what is wrong about it is not sure.
  ///
  /// An admitted name may mean more (российский, глава), and so may what is derived from one (қазақстандық). A part of a
  /// name in quotation marks is another thing's: «Вечерняя Москва»; and a place's name beside `district` is that of a
  /// district.
  private func isLoose(_ rivals: [TermMatch], _ mention: TermMention) -> Bool {
    rivals.allSatisfy { $0.status == .admitted || source.isDerived($0) } || mention.isQuoted
      || rivals.allSatisfy { source.glossary.concepts[$0.concept].kind == .place } && mention.stands(in: surroundings)
  }

  /// The name of a place in the target's language; nil where a concept is no place.
  private func placeName(_ concept: Int) -> String? {
    let entry = target.glossary.concepts[concept]
    return entry.kind == .place ? entry.term(in: target.locale.tag)?.preferred : nil
  }

  /// Whether a concept's name is an address on the web, and the text has it in small letters: orda.kz.
  private func isAddress(_ concept: Int, in text: [UInt8]) -> Bool {
    guard let name = target.glossary.concepts[concept].term(in: target.locale.tag)?.preferred.lowercased(),
      name.contains("."), !name.contains(" ")
    else { return false }
    return text.firstRange(of: Array(name.utf8)) != nil
  }

  /// Whether a match names another thing of the concept's kind, one that the source does not name.
  private func isOther(_ match: TermMatch, than concept: Int, _ inSource: Set<Int>) -> Bool {
    let (other, entry) = (target.glossary.concepts[match.concept], target.glossary.concepts[concept])
    return match.status == .preferred && !inSource.contains(match.concept) && other.kind == entry.kind
      && other.status == .approved && [.person, .place].contains(entry.kind)
  }

  /// Another name in place of the source's.
  private func replaced(
    _ concept: Int, _ name: String, _ other: TermMatch, _ unit: Unit, _ index: Int, _ text: [UInt8]
  ) -> Finding {
    let found = String(decoding: text[other.range.bytes], as: UTF8.self)
    let preferred = target.glossary.concepts[concept].term(in: target.locale.tag)?.preferred ?? ""
    let message = "\(found) stands where the source has \(name), which is \(preferred)"
    return finding(Self.missing, concept, message, unit, index, other.range, nil)
  }

  /// Whether the target names the place that a larger one is named after: Atyrau of Atyrau Region.
  private func isPartlyThere(_ concept: Int, _ others: [TermMatch]) -> Bool {
    let entry = target.glossary.concepts[concept]
    guard entry.kind == .place, let preferred = entry.term(in: target.locale.tag)?.preferred else { return false }
    return others.contains { target.glossary.concepts[$0.concept].kind == .place && preferred.contains($0.term) }
  }

  /// Whether a word of the target is akin to a name of the concept in one word: американдық to Америка.
  private func hasKin(of concept: Int, in text: [UInt8]) -> Bool {
    guard let term = target.glossary.concepts[concept].term(in: target.locale.tag) else { return false }
    let names = ([term.preferred] + term.admitted).filter { !$0.contains(" ") }.map { Array($0.lowercased()) }
    return Words(text).contains { range in
      let word = Array(String(decoding: text[range], as: UTF8.self).lowercased())
      return names.contains { name in
        let common = zip(name, word).prefix { $0 == $1 }.count
        return common >= 5 || common >= 4 && common >= min(name.count, word.count) - 2
      }
    }
  }

  private func hasTerm(_ concept: Int) -> Bool {
    target.glossary.concepts[concept].term(in: target.locale.tag) != nil
      && target.glossary.concepts[concept].status != .deprecated
  }

  /// What stands instead of a name; nil where nothing does.
  private func variant(
    _ concept: Int, _ unit: Unit, _ index: Int, _ text: [UInt8], _ matches: [TermMatch], _ wanted: [TermMatch],
    beside mentions: RightMentions = .none
  ) -> Finding? {
    guard let diagnosis = target.diagnose(concept, in: text, besides: matches), mentions.leavesRoom(for: diagnosis)
    else { return nil }
    // A word in small letters is derived from the name, or another word; so is an adjective: Атырауский.
    if diagnosis.isDerived || adjectives.contains(Array(diagnosis.found.utf8), of: placeName(concept)) { return nil }
    let source = unit.segments[index].source.text
    if mentions == .enough, target.isRendering(diagnosis, in: source, besides: wanted) { return nil }
    return finding(Self.variant, diagnosis, concept, unit, index)
  }

  /// Reports a given name that is not the person's, or does not agree with the surname.
  private func givenName(
    _ found: [TermMatch], _ wanted: [TermMatch], _ unit: Unit, _ index: Int, _ text: [UInt8], _ matches: [TermMatch],
    _ report: (Finding) -> Void
  ) {
    let isWhole = wanted.contains { $0.extent == .whole } && !found.contains { $0.extent == .whole }
    let places = Dictionary(grouping: found, by: \.range).sorted { $0.key.lowerBound < $1.key.lowerBound }
    for (_, rivals) in places {
      var diagnoses: [(diagnosis: Diagnosis, concept: Int)] = []
      for match in rivals {
        guard let diagnosis = target.diagnoseGivenName(before: match, in: text, besides: matches, whole: isWhole) else {
          break
        }
        diagnoses.append((diagnosis, match.concept))
      }
      // Of namesakes, any given name is right.
      guard diagnoses.count == rivals.count, let best = diagnoses.min(by: { $0.diagnosis.reason < $1.diagnosis.reason })
      else { continue }
      report(finding(Self.variant, best.diagnosis, best.concept, unit, index))
    }
  }

  func finding(
    _ rule: Rule, _ diagnosis: Diagnosis, _ concept: Int, _ unit: Unit, _ index: Int
  ) -> Finding {
    let right = diagnosis.replacement ?? target.glossary.concepts[concept].term(in: target.locale.tag)?.preferred ?? ""
    let wrong = right == diagnosis.found ? "is wrong here" : "should be \(right)"
    let message = "\(diagnosis.found) \(wrong): \(diagnosis.reason.explanation)"
    let fix = diagnosis.reason.isCertain ? diagnosis.replacement : nil
    let result = finding(rule, concept, message, unit, index, diagnosis.range, fix)
    // The word may be a title that the glossary does not have.
    return diagnosis.reason == .otherWord ? result.asWarning : result
  }

  private func missing(_ concept: Int, _ name: String, _ unit: Unit, _ index: Int) -> Finding {
    let preferred = target.glossary.concepts[concept].term(in: target.locale.tag)?.preferred ?? ""
    return finding(Self.missing, concept, "no \(preferred) for \(name) of the source", unit, index, nil, nil)
  }

  func finding(
    _ rule: Rule, _ concept: Int, _ message: String, _ unit: Unit, _ index: Int, _ range: TextRange?, _ fix: String?
  ) -> Finding {
    let entry = target.glossary.concepts[concept]
    let own = Finding.Severity.allCases.first { $0.name == entry.severity }
    return Finding(
      rule: rule.name, severity: entry.status == .proposed ? .note : own ?? rule.severity,
      message: "\(message) (\(entry.id))", unit: unit.id, segment: index, concept: entry.id, inTarget: range,
      fix: range.flatMap { range in fix.map { Finding.Fix(range: range, replacement: $0) } })
  }
}

/// How many mentions of a name the target has, all right ones.
private enum RightMentions {
  /// None: whatever is like the name was meant for it.
  case none
  /// Fewer than the source, so that one more is looked for.
  case fewer
  /// As many as the source. A translator may name again what the source calls he or the company.
  case enough

  /// Whether something else that is like the name was surely meant for it, too.
  func leavesRoom(for diagnosis: Diagnosis) -> Bool {
    switch self {
    case .none: true
    case .fewer: diagnosis.reason.isCertain && diagnosis.reason != .otherLanguage
    case .enough: diagnosis.reason == .spelling && diagnosis.found.unicodeScalars.count >= 7
    }
  }
}

extension Finding {
  /// The finding where it may be none: no more than a warning.
  fileprivate var asWarning: Finding {
    var result = self
    result.severity = min(severity, .warning)
    return result
  }
}

extension Diagnosis {
  /// Whether what stands there is no name at all, but a word in small letters that is like it.
  fileprivate var isDerived: Bool {
    guard let first = found.unicodeScalars.first, first.properties.isLowercase else { return false }
    return reason != .capitals && reason != .lookalike
  }
}

extension Diagnosis.Reason {
  /// Why a form is wrong, in words for the editor.
  var explanation: String {
    switch self {
    case .lookalike: "letters of another script"
    case .capitals: "other capitals"
    case .otherLanguage: "the spelling of another language"
    case .deprecated: "not to be used"
    case .ending: "an ending that the name does not take"
    case .agreement: "the words of the name do not agree"
    case .spelling, .distantSpelling: "another spelling"
    case .givenName, .otherWord: "another given name"
    case .uninflected: "the preposition before it takes another case"
    }
  }

  /// Whether the right form is sure.
  ///
  /// What a distant spelling was meant to be, and which of two words that do not agree is right, are guesses: they are
  /// said, never done.
  var isCertain: Bool {
    switch self {
    case .lookalike, .capitals, .otherLanguage, .deprecated, .ending, .spelling, .uninflected: true
    case .agreement, .distantSpelling, .givenName, .otherWord: false
    }
  }
}
