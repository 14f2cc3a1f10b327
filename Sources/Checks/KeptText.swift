public import Locales
internal import Units

/// Tells a text that a translation may keep as it is: one without words, and one that is in another language than its
/// article, such as a quotation.
///
/// A language is told by the small words that open sentences: two of another one stand there, and none of the own one.
public struct KeptText: Sendable {
  private let own: Set<String>
  private let tag: String
  /// The opening words of every language that has data; read when a text may be in one of them.
  private static let openers = Locale.known.compactMap { tag in
    LanguageTag(tag).map { Locale($0) }.map { (tag: tag, name: $0.string("name") ?? tag, words: words(of: $0)) }
  }

  /// Tells what is not in the language of a locale, among the languages that have data.
  public init(_ locale: Locale) {
    own = Self.words(of: locale)
    tag = locale.dataTag
  }

  /// Whether no letter stands outside links, e-mail addresses, handles and markup.
  public static func hasNoWords(_ text: [UInt8]) -> Bool { !LinkScanner.hasWords(text) }

  /// The name of the other language that a text is in; nil where it may be in the own one.
  public func language(of text: [UInt8]) -> String? {
    guard !own.isEmpty else { return nil }
    let words = Set(Words(text).map { String(decoding: text[$0], as: UTF8.self).lowercased() })
    guard own.isDisjoint(with: words) else { return nil }
    let others = Self.openers.lazy.filter { $0.tag != tag }
    let counts = others.map { (name: $0.name, count: $0.words.intersection(words).count) }
    return counts.max { $0.count < $1.count }.flatMap { $0.count >= 2 ? $0.name : nil }
  }

  private static func words(of locale: Locale) -> Set<String> {
    Set(locale.strings("sentences.openers").map { $0.lowercased() })
  }
}
