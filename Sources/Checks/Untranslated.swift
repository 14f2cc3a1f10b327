internal import Locales
internal import Units

/// Text that nobody has translated: no target, an empty one, or the source again.
struct Untranslated: Check {
  static let untranslated = Rule(
    "untranslated", .error, summary: "A text has no translation, or the source stands in its place.",
    examples: [
      Example("en", "Rain is expected on Friday.", "kk", "", findsSegment: true),
      Example("en", "Rain is expected on Friday.", "kk", "⟦Rain is expected on Friday.⟧"),
      Example("en", "Rain is expected on Friday.", "kk", "Жұма күні жаңбыр күтіледі."),
      Example("en", "Rain is expected.‖It is cold.", "kk", "⟦Rain is expected.⟧‖Суық."),
      Example("en", "2026", "ru", "2026"),
      Example("en", "https://example.org/news", "ru", "https://example.org/news"),
    ])

  static let segmentEmpty = Rule(
    "segment-empty", .warning, summary: "A sentence is empty where the other sentences of its block are translated.",
    examples: [
      Example("en", "Rain is expected.‖It is cold.", "ru", "Дождь и холод.‖", findsSegment: true),
      Example("en", "Rain is expected.‖It is cold.", "ru", "Ожидается дождь.‖Холодно."),
    ])

  /// What the configuration knows to need no translation, such as names that both languages write alike.
  var hasNothingToTranslate: @Sendable (Content, _ source: LanguageTag, _ target: LanguageTag) -> Bool

  private let foreign = PerLocale { ForeignText($0) }

  var rules: [Rule] { [Self.untranslated, Self.segmentEmpty] }

  init(hasNothingToTranslate: @escaping @Sendable (Content, _ source: LanguageTag, _ target: LanguageTag) -> Bool) {
    self.hasNothingToTranslate = hasNothingToTranslate
  }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    for unit in bitext.units where unit.isTranslatable { check(unit, of: bitext, report) }
  }

  private func check(_ unit: Unit, of bitext: Bitext, _ report: (Finding) -> Void) {
    let work = unit.segments.indices.filter { index in
      let segment = unit.segments[index]
      guard !segment.isIgnorable, LinkScanner.hasWords(segment.source.text),
        segment.isEmpty || segment.isSourceCopy
      else { return false }
      return !hasNothingToTranslate(segment.source, bitext.sourceLocale.tag, bitext.targetLocale.tag)
    }
    let empty = work.filter { unit.segments[$0].isEmpty }
    let leftOut = empty.isEmpty ? [] : leftOut(empty, of: unit)
    for index in leftOut {
      report(finding(Self.segmentEmpty, "this sentence is empty, the others of its block are translated", unit, index))
    }
    let missing = empty.filter { !leftOut.contains($0) }
    if let first = missing.first {
      let message = missing.count == 1 ? "not translated" : "\(missing.count) sentences not translated"
      report(finding(Self.untranslated, message, unit, first))
    }
    for index in work where unit.segments[index].isSourceCopy {
      reportCopy(unit, index, foreign[bitext.sourceLocale], report)
    }
  }

  /// Those of the empty segments that merging takes as they are: their neighbours say it all, but for codes.
  private func leftOut(_ empty: [Int], of unit: Unit) -> Set<Int> {
    let kept = unit.isMostlyTranslated ? empty.filter { !unit.segments[$0].hasNoTarget } : []
    return Set(unit.joinedSegments + kept)
  }

  private func reportCopy(_ unit: Unit, _ index: Int, _ foreign: ForeignText, _ report: (Finding) -> Void) {
    let segment = unit.segments[index]
    var finding = finding(Self.untranslated, "the source stands in place of a translation", unit, index)
    finding.inTarget = TextRange(bytes: Folding.trimmed(segment.target?.text ?? []))
    if segment.state >= .translated {
      // Somebody said that it is translated: then a name or a title may well be the same in both languages.
      guard segment.source.hasLowercaseWord else { return }
      finding.severity = .warning
    }
    if let language = foreign.language(of: segment.source.text) {
      finding.message = "the source stands here as it is; it seems to be in another language (\(language))"
      finding.severity = .warning
    }
    report(finding)
  }

  private func finding(_ rule: Rule, _ message: String, _ unit: Unit, _ segment: Int) -> Finding {
    Finding(rule: rule.name, severity: rule.severity, message: message, unit: unit.id, segment: segment)
  }
}

extension Segment {
  /// Whether there is no target, or nothing but white space and codes in it.
  fileprivate var isEmpty: Bool {
    guard let target else { return true }
    return Folding.skipSpace(target.text, 0) == target.text.count
  }

  /// Whether the target is the source again.
  fileprivate var isSourceCopy: Bool {
    guard let target, !isEmpty else { return false }
    return Folding.equal(source.text, target.text)
  }
}

extension Content {
  /// Whether a word begins with a small letter, as a sentence has them and a name hasn't.
  fileprivate var hasLowercaseWord: Bool {
    string.split { !$0.isLetter && $0 != "'" }.contains { $0.count > 1 && $0.first?.isLowercase == true }
  }
}
