public import Locales
internal import Units

/// Tells a text that a translation may keep as it is: one without words, and one that is in another language than its
/// article, such as a quotation.
///
/// A language is told by the small words that open sentences: three of another one stand there, a third of all the words
/// or more, and none of the own one. Two are in many a headline: “Mother, son die; car found” has them of French.
public struct KeptText: Sendable {
  private let own: Set<String>
  private let tag: String
  /// The opening words of every language that has data; read when a text may be in one of them.
  private static let openers = Locale.known.compactMap { tag in
    LanguageTag(tag).map { Locale($0) }.map { (tag: tag, name: $0.string("name") ?? tag, words: words(of: $0)) }
  }
  /// How many small words tell a language, and one of how many words they are.
  private static let (leastCount, leastShare) = (3, 3)

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
    let all = Words(text).map { String(decoding: text[$0], as: UTF8.self) }
    guard own.isDisjoint(with: all.map { $0.lowercased() }) else { return nil }
    // What has a capital inside of a text is a name, which any language may have: “Kim Jong Un visits La Paz”.
    let words = Set(all.prefix(1).map { $0.lowercased() } + all.dropFirst().filter { $0.first?.isUppercase == false })
    let others = Self.openers.lazy.filter { $0.tag != tag }
    let counts = others.map { (name: $0.name, count: $0.words.intersection(words).count) }
    return counts.max { $0.count < $1.count }.flatMap {
      $0.count >= Self.leastCount && $0.count * Self.leastShare >= words.count ? $0.name : nil
    }
  }

  private static func words(of locale: Locale) -> Set<String> {
    Set(locale.strings("sentences.openers").map { $0.lowercased() })
  }
}
