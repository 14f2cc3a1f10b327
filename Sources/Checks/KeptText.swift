public import Locales
internal import Units

/// Tells a text that a translation may keep as it is: one without words, and one that is in another language than its
/// article, such as a quotation.
///
/// A language is told by the small words that open sentences: two of another one stand there, and none of the own one.
public struct KeptText: Sendable {
  private let own: Set<String>
  private let others: [(name: String, words: Set<String>)]

  /// Tells what is not in the language of a locale, among the languages that have data.
  public init(_ locale: Locale) {
    own = Self.words(of: locale)
    others = Locale.known.filter { $0 != locale.dataTag }.compactMap { tag in
      LanguageTag(tag).map { Locale($0) }.map { ($0.string("name") ?? tag, Self.words(of: $0)) }
    }
  }

  /// Whether no letter stands outside links, e-mail addresses, handles and markup.
  public static func hasNoWords(_ text: [UInt8]) -> Bool { !LinkScanner.hasWords(text) }

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
