internal import Locales

/// How a language makes adjectives of places, which name the place as well: Атырауский, тенгизское.
struct PlaceAdjectives: Sendable {
  private let endings: [String]

  init(_ locale: Locale) { endings = locale.strings("names.adjectives") }

  /// Whether a text has an adjective made of a place's name; false where there is no such name.
  func contains(_ text: [UInt8], of name: String?) -> Bool {
    guard !endings.isEmpty, let name = name?.lowercased().unicodeScalars else { return false }
    return Words(text).contains { range in
      let word = String(decoding: text[range], as: UTF8.self).lowercased()
      guard let ending = endings.first(where: word.hasSuffix) else { return false }
      // The name loses its ending, and the adjective has letters between: Караганда, караганд-инский.
      let stem = word.unicodeScalars.dropLast(ending.unicodeScalars.count)
      let common = zip(stem, name).prefix { $0 == $1 }.count
      return common >= 3 && common + 2 >= name.count && common + 3 >= stem.count
    }
  }
}
