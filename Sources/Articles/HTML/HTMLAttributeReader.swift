import Units

/// Makes blocks of the attributes that people read: texts for pictures, hints, descriptions for search engines.
struct HTMLAttributeReader {
  private let bytes: [UInt8]
  private var builder: HTMLBlockBuilder

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    builder = HTMLBlockBuilder(bytes)
  }

  /// The value of the first attribute of a name in lower case; nil where there is none.
  func value(_ name: StaticString, of attributes: [HTMLTokenizer.Attribute]) -> Range<Int>? {
    for attribute in attributes where equals(attribute.name, name) { return attribute.value }
    return nil
  }

  /// Whether a range holds an ASCII word in lower case, in any case.
  func equals(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      word.indices.allSatisfy { word[$0] == bytes[range.lowerBound + $0].asciiLowercased }
    }
  }

  /// Whether a script is JSON-LD.
  func isLinkedData(_ attributes: [HTMLTokenizer.Attribute]) -> Bool {
    value("type", of: attributes).map { equals($0, "application/ld+json") } ?? false
  }

  /// The blocks of a start tag's attributes.
  mutating func blocks(
    of token: HTMLTokenizer.Token, _ attributes: [HTMLTokenizer.Attribute]
  ) -> [Block] {
    if equals(token.name, "meta") { return description(attributes) }
    if equals(token.name, "link") || equals(token.name, "style") { return [] }
    var blocks: [Block] = []
    var seen: [HTMLName] = []
    for attribute in attributes {
      guard let role = role(attribute.name) else { continue }
      // A browser takes the first of several attributes of one name.
      let name = HTMLName(bytes[attribute.name])
      if seen.contains(name) { continue }
      seen.append(name)
      if attribute.value.isEmpty || isFileName(attribute.value) || bytes[attribute.value].contains(maskByte) {
        continue
      }
      if let block = block(attribute, syntax: "\(text(token.name))@\(text(attribute.name))", role) {
        blocks.append(block)
      }
    }
    return blocks
  }

  private func role(_ name: Range<Int>) -> Role? {
    switch name.count {
    case 3: equals(name, "alt") ? .alternativeText : nil
    case 5: equals(name, "title") ? .label : nil
    case 10: equals(name, "aria-label") ? .label : nil
    case 11: equals(name, "placeholder") ? .label : nil
    case 16: equals(name, "aria-description") ? .label : nil
    default: nil
    }
  }

  /// What a content management system writes where nobody wrote an alternative text, or a link.
  private func isFileName(_ range: Range<Int>) -> Bool {
    let value = bytes[range]
    if value.contains(where: \.isHTMLSpace) { return false }
    if value.starts(with: "http://".utf8) || value.starts(with: "https://".utf8) { return true }
    guard let dot = value.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = String(decoding: value[(dot + 1)...].map(\.asciiLowercased), as: UTF8.self)
    return ["jpg", "jpeg", "png", "gif", "webp", "svg", "avif", "bmp", "tif", "tiff", "mp4"].contains(ending)
  }

  /// `<meta name=description content=…>` and its like.
  private mutating func description(_ attributes: [HTMLTokenizer.Attribute]) -> [Block] {
    guard let name = value("property", of: attributes) ?? value("name", of: attributes),
      let content = attributes.first(where: { equals($0.name, "content") }),
      let role = Self.described[HTMLName(bytes[name])]
    else { return [] }
    return [block(content, syntax: "meta[\(text(name))]@content", role)].compactMap { $0 }
  }

  private static let described: [HTMLName: Role] = {
    var table: [HTMLName: Role] = [:]
    for name in ["og:title", "twitter:title", "title", "dc.title", "dcterms.title"] {
      table[HTMLName(name)] = .headline
    }
    for name in ["description", "og:description", "twitter:description", "dc.description", "dcterms.description"] {
      table[HTMLName(name)] = .summary
    }
    for name in ["og:image:alt", "twitter:image:alt"] { table[HTMLName(name)] = .alternativeText }
    return table
  }()

  private mutating func block(_ attribute: HTMLTokenizer.Attribute, syntax: String, _ role: Role) -> Block? {
    builder.text(attribute.value, inAttribute: true)
    let coding = CodingChain([HTMLAttribute(quote: attribute.quote)])
    if case .block(let block) = builder.finish(coding: coding, syntax: syntax, role: role) { return block }
    return nil
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map(\.asciiLowercased), as: UTF8.self)
  }
}
