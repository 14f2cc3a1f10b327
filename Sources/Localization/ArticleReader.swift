import Articles
import Locales
import Units

/// Reads articles and gives their blocks roles, the same way for extraction and for merging.
struct ArticleReader: Sendable {
  private let roles: Roles

  /// Whether the language sets sentences apart by a space.
  let joinsWithSpace: Bool

  init(_ locale: Locale) {
    roles = Roles(locale)
    joinsWithSpace = locale.bool("spaces") ?? true
  }

  func read(_ bytes: [UInt8], as format: any ArticleFormat) throws(Malformed) -> Article {
    var article = try format.read(bytes)
    roles.assign(to: &article)
    return article
  }
}
