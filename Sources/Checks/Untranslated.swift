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

  private let kept = PerLocale { KeptText($0) }

  var rules: [Rule] { [Self.untranslated, Self.segmentEmpty] }

  init(hasNothingToTranslate: @escaping @Sendable (Content, _ source: LanguageTag, _ target: LanguageTag) -> Bool) {
    self.hasNothingToTranslate = hasNothingToTranslate
  }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    for unit in bitext.units where unit.isTranslatable { check(unit, of: bitext, report) }
  }

  private func check(_ unit: Unit, of bitext: Bitext, _ report: (Finding) -> Void) {
    let kept = kept[bitext.sourceLocale]
    let gaps = unit.translationGaps { source in
      KeptText.hasNoWords(source.text)
        || hasNothingToTranslate(source, bitext.sourceLocale.tag, bitext.targetLocale.tag)
    } mayStay: {
      kept.language(of: $0.text) != nil
    }
    for index in unit.segments.indices {
      switch gaps[index] {
      case .joined, .codesAlone:
        report(
          finding(Self.segmentEmpty, "this sentence is empty, the others of its block are translated", unit, index))
      case .unconfirmed:
        report(finding(Self.untranslated, "a translation from the memory that nobody has confirmed", unit, index))
      case .sourceCopy: report(copy("the source stands in place of a translation", unit, index))
      case nil: reportKept(unit, index, kept, bitext, report)
      case .missing: continue
      }
    }
    let missing = unit.segments.indices.filter { gaps[$0] == .missing }
    guard let first = missing.first else { return }
    let message = missing.count == 1 ? "not translated" : "\(missing.count) sentences not translated"
    report(finding(Self.untranslated, message, unit, first))
  }

  /// Reports a copy of the source that is no error: somebody said that it is translated, or it is in another language.
  private func reportKept(
    _ unit: Unit, _ index: Int, _ kept: KeptText, _ bitext: Bitext, _ report: (Finding) -> Void
  ) {
    let segment = unit.segments[index]
    // A name or a title may well be the same in both languages.
    guard !segment.isIgnorable, let target = segment.target, Folding.equal(segment.source.text, target.text),
      segment.source.hasLowercaseWord, !KeptText.hasNoWords(segment.source.text),
      !hasNothingToTranslate(segment.source, bitext.sourceLocale.tag, bitext.targetLocale.tag)
    else { return }
    let language = kept.language(of: segment.source.text)
    let message =
      "the source stands here as it is" + (language.map { "; it seems to be in another language (\($0))" } ?? "")
    var finding = copy(message, unit, index)
    finding.severity = .warning
    report(finding)
  }

  private func copy(_ message: String, _ unit: Unit, _ index: Int) -> Finding {
    var finding = finding(Self.untranslated, message, unit, index)
    finding.inTarget = TextRange(bytes: Folding.trimmed(unit.segments[index].target?.text ?? []))
    return finding
  }

  private func finding(_ rule: Rule, _ message: String, _ unit: Unit, _ segment: Int) -> Finding {
    Finding(rule: rule.name, severity: rule.severity, message: message, unit: unit.id, segment: segment)
  }
}

extension Content {
  /// Whether a word begins with a small letter, as a sentence has them and a name hasn't.
  fileprivate var hasLowercaseWord: Bool {
    string.split { !$0.isLetter && $0 != "'" }.contains { $0.count > 1 && $0.first?.isLowercase == true }
  }
}
