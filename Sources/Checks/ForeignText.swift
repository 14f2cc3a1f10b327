public import Locales
internal import Units

/// Tells a text that is in another language than its article, such as a quotation that a translation keeps.
///
/// By the small words that open sentences: where two of another language stand and none of the own one.
public struct ForeignText: Sendable {
  private let own: Set<String>
  private let others: [(name: String, words: Set<String>)]

  /// Tells what is not in the language of a locale, among the languages that have data.
  public init(_ locale: Locale) {
    own = Self.words(of: locale)
    others = Locale.known.filter { $0 != locale.dataTag }.compactMap { tag in
      LanguageTag(tag).map { Locale($0) }.map { ($0.string("name") ?? tag, Self.words(of: $0)) }
    }
  }

  /// The name of the other language that a text is in; nil where it may be in the own one.
  public func language(of text: [UInt8]) -> String? {
    guard !own.isEmpty else { return nil }
    let words = Set(Words(text).map { String(decoding: text[$0], as: UTF8.self).lowercased() })
    guard own.isDisjoint(with: words) else { return nil }
    let counts = others.map { (name: $0.name, count: $0.words.intersection(words).count) }
    return counts.max { $0.count < $1.count }.flatMap { $0.count >= 2 ? $0.name : nil }
  }

  private static func words(of locale: Locale) -> Set<String> {
    Set(locale.strings("sentences.openers").map { $0.lowercased() })
  }
}
