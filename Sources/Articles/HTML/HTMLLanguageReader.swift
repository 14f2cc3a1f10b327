import Units

/// Finds the places where a page says which language it is in.
struct HTMLLanguageReader {
  private let bytes: [UInt8]
  private let attributes: HTMLAttributeReader
  /// The primary language of the page, once a place has said it.
  private var primary: String?
  private var hasPage = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    attributes = HTMLAttributeReader(bytes)
  }

  /// The places in a start tag.
  mutating func places(
    of token: HTMLTokenizer.Token, _ traits: HTMLElement, _ list: [HTMLTokenizer.Attribute]
  ) -> [LanguagePlace] {
    if traits.contains(.page) { return page(token, list) }
    guard !list.isEmpty, attributes.equals(token.name, "meta"), let content = attributes.value("content", of: list)
    else { return [] }
    if let property = attributes.value("property", of: list), attributes.equals(property, "og:locale") {
      return place(content, .locale)
    }
    if let header = attributes.value("http-equiv", of: list), attributes.equals(header, "content-language") {
      return place(content, .tag)
    }
    return []
  }

  /// The places in JSON-LD.
  mutating func places(of values: [LinkedData.Value]) -> [LanguagePlace] {
    values.filter { $0.key == "inLanguage" }.flatMap { place($0.range, .tag) }
  }

  /// `<html lang dir>`, and the same on the parts that hold the article.
  private mutating func page(
    _ token: HTMLTokenizer.Token, _ list: [HTMLTokenizer.Attribute]
  ) -> [LanguagePlace] {
    let isPage = attributes.equals(token.name, "html")
    // A second `<html>` only adds what the first one lacks.
    if isPage, hasPage { return [] }
    hasPage = hasPage || isPage
    var places: [LanguagePlace] = []
    if let value = attributes.value("lang", of: list) { places += place(value, .tag) }
    if let value = attributes.value("xml:lang", of: list) { places += place(value, .tag) }
    if let value = attributes.value("dir", of: list), !value.isEmpty {
      places.append(LanguagePlace(range: FileRange(bytes: value), kind: .direction))
    }
    guard isPage else { return places }
    let end = token.name.upperBound..<token.name.upperBound
    if attributes.value("lang", of: list) == nil {
      places.insert(LanguagePlace(range: FileRange(bytes: end), kind: .missingTag), at: 0)
    }
    if attributes.value("dir", of: list) == nil {
      places.append(LanguagePlace(range: FileRange(bytes: end), kind: .missingDirection))
    }
    return places
  }

  /// The place of a value, unless it says another language than the page: a quotation stays what it is.
  private mutating func place(_ range: Range<Int>, _ kind: LanguagePlace.Kind) -> [LanguagePlace] {
    guard let language = LanguageTag(String(decoding: bytes[range], as: UTF8.self))?.language,
      language == primary ?? language
    else { return [] }
    primary = language
    return [LanguagePlace(range: FileRange(bytes: range), kind: kind)]
  }
}
