internal import Locales
internal import Units

/// Links, e-mail addresses and handles, which a translation keeps as they are but for the language in a path.
struct LinkMismatch: Check {
  static let rule = Rule(
    "link-mismatch", .error, summary: "A link, an e-mail address or a handle of the source is missing or changed.",
    examples: [
      Example("en", "Write to desk@example.org.", "ru", "Пишите на desk@example.org."),
      Example("en", "Write to desk@example.org.", "ru", "Пишите на ⟦desc@example.org⟧."),
      Example("en", "See https://example.org/en/news.", "kk", "https://example.org/kk/news сайтын қараңыз."),
      Example("en", "See https://example.org/a1.", "kk", "Сайтты қараңыз.", findsSegment: true),
      Example("en", "Thanks, @example!", "ru", "Спасибо, ⟦@exmple⟧!"),
    ])

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let languages = (bitext.sourceLocale.tag, bitext.targetLocale.tag)
    for unit in bitext.units where unit.isTranslatable { check(unit, languages, report) }
  }

  private func check(_ unit: Unit, _ languages: (LanguageTag, LanguageTag), _ report: (Finding) -> Void) {
    var missing: [(segment: Int, link: String)] = []
    var extra: [(segment: Int, range: Range<Int>, link: String)] = []
    for (index, segment) in unit.segments.enumerated() {
      guard let target = segment.target?.text, !target.isEmpty, !segment.isIgnorable else { continue }
      missing += LinkScanner.links(in: segment.source.text).map {
        (index, String(decoding: segment.source.text[$0], as: UTF8.self))
      }
      extra += LinkScanner.links(in: target).map { (index, $0, String(decoding: target[$0], as: UTF8.self)) }
    }
    missing.removeAll { source in
      guard let index = extra.firstIndex(where: { Self.same(source.link, $0.link, languages) }) else { return false }
      extra.remove(at: index)
      return true
    }
    for source in missing {
      var finding = Finding(
        rule: Self.rule.name, severity: Self.rule.severity, message: "\(source.link) is missing", unit: unit.id,
        segment: source.segment)
      if let index = extra.firstIndex(where: { $0.segment == source.segment }) {
        let target = extra.remove(at: index)
        finding.message = "\(target.link) stands where the source has \(source.link)"
        finding.inTarget = TextRange(bytes: target.range)
        finding.fix = .init(range: TextRange(bytes: target.range), replacement: source.link)
      } else if source.link.hasPrefix("@") {
        // Where there is no other in its place, a handle may have been written as the name that it is: @Twitter.
        finding.severity = .warning
      }
      report(finding)
    }
  }

  /// Whether two links lead to the same place, each in its language.
  private static func same(_ source: String, _ target: String, _ languages: (LanguageTag, LanguageTag)) -> Bool {
    source == target || neutral(source, languages) == neutral(target, languages)
  }

  /// The parts of a link without those that name a language, the scheme and a slash at the end.
  private static func neutral(_ link: String, _ languages: (LanguageTag, LanguageTag)) -> [String] {
    let names = [languages.0, languages.1].flatMap { [$0.bcp47.lowercased(), $0.language] }
    let parts = link.split { "/.:?&=".contains($0) }.map { $0.lowercased() }
    return parts.filter { !names.contains($0) && !["http", "https", "www", "lang"].contains($0) }
  }
}
