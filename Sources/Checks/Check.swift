public import Locales
public import Units

/// An article in two languages, wherever it was read from.
public struct Bitext: Sendable {
  /// The facts about the source's language.
  public var sourceLocale: Locale
  /// The facts about the target's language.
  public var targetLocale: Locale
  /// The units, in the order of the document.
  public var units: [Unit]

  /// An article in two languages.
  public init(sourceLocale: Locale, targetLocale: Locale, units: [Unit]) {
    self.sourceLocale = sourceLocale
    self.targetLocale = targetLocale
    self.units = units
  }
}

/// One check: a file of its own, with its rules, their examples and nothing of how findings are printed.
public protocol Check: Sendable {
  /// The rules whose findings the check reports.
  var rules: [Rule] { get }

  /// Reports what is wrong with a translated article.
  ///
  /// A finding names its unit, its segment and the range in the target; whoever runs the checks turns that into bytes
  /// of the file (``Finding/at``).
  func check(_ bitext: Bitext, report: (Finding) -> Void)
}

/// A check that compares the articles of a run with each other, too.
protocol ComparingCheck: Check {
  /// Reports what is wrong with an article by itself, and keeps what other articles are compared with.
  func check(_ bitext: Bitext, report: (Finding) -> Void, keep: (ArticleName) -> Void)
}

extension ComparingCheck {
  func check(_ bitext: Bitext, report: (Finding) -> Void) { check(bitext, report: report) { _ in } }
}
