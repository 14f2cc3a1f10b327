import Units

/// What stands before the text of an article: keys and values in YAML (`---`), TOML (`+++`) or JSON (`{`).
struct FrontMatter {
  /// A value that is text, and how it is written.
  struct Field {
    /// The keys that lead to it; `[]` for an item of a list.
    var path: [String]
    /// The bytes that are replaced.
    var raw: Range<Int>
    /// How text is written there.
    var coding: any Coding
    /// The text, as the language's own rules have it.
    var text: [UInt8]?
  }

  /// The bytes from the first fence through the last, with its line end.
  let range: Range<Int>
  /// The values that are text.
  private(set) var fields: [Field] = []
  /// Why the values can't be read; nil where they can.
  private(set) var problem: String?

  /// The front matter that begins at `start`; nil where none does, or where it isn't closed.
  init?(_ bytes: [UInt8], at start: Int) {
    guard start < bytes.count else { return nil }
    let rest = bytes[start...]
    if rest.starts(with: "---".utf8) || rest.starts(with: "+++".utf8) {
      guard let content = Self.fenced(bytes, start) else { return nil }
      range = start..<content.end
      let read = rest.first == UInt8(ascii: "-") ? YAMLFields.read : TOMLFields.read
      take(read(bytes, content.range))
    } else if rest.first == UInt8(ascii: "{") {
      guard let object = JSONFields.read(bytes, start) else { return nil }
      range = start..<object.end
      fields = object.fields
    } else {
      return nil
    }
  }

  private mutating func take(_ result: Result<[Field], Malformed>) {
    switch result {
    case .success(let fields): self.fields = fields
    case .failure(let error): problem = error.problem
    }
  }

  /// The lines between the fence at `start` and the line that is the same; nil where there is none.
  private static func fenced(_ bytes: [UInt8], _ start: Int) -> (range: Range<Int>, end: Int)? {
    let fence = Array(bytes[start..<start + 3])
    var line = start
    var content: Int?
    while line < bytes.count {
      var end = line
      while end < bytes.count, !bytes[end].isLineEnd { end += 1 }
      var next = end
      if next < bytes.count { next += bytes[end] == 13 && end + 1 < bytes.count && bytes[end + 1] == 10 ? 2 : 1 }
      let text = bytes[line..<end]
      let isFence = text.starts(with: fence) || (content != nil && fence[0] == 0x2D && text.starts(with: "...".utf8))
      let isAlone = isFence && text.dropFirst(3).allSatisfy { $0.isBlank }
      if let content {
        if isAlone { return (content..<line, next) }
      } else {
        guard isAlone else { return nil }
        content = next
      }
      line = next
    }
    return nil
  }

  /// The values that are to be translated, as blocks.
  func blocks(of bytes: [UInt8], _ keys: FrontMatterKeys) -> [Block] {
    fields.compactMap { field in
      guard keys.areText(field.path), let key = field.path.last(where: { $0 != "[]" }),
        let decoded = try? field.coding.decode(bytes[field.raw]), field.text == nil || field.text == decoded.text
      else { return nil }
      let trimmed = Folding.trimmed(decoded.text)
      let text = Array(decoded.text[trimmed])
      guard text.hasLetter, !text.contains(where: { $0 < 0x20 && !$0.isBlank && $0 != 0x0A }) else { return nil }
      let map = decoded.map.shifted(by: field.raw.lowerBound).slice(trimmed)
      return Block(
        source: Content(text: text), raw: FileRange(bytes: map.raw(0..<text.count)), map: map,
        coding: CodingChain([field.coding]), syntax: "frontmatter.\(key)")
    }
  }

  /// The values that are no text for readers, by their keys, as far as they are short enough to be read beside it.
  func facts(besides keys: FrontMatterKeys) -> [(name: String, value: String)] {
    let facts = fields.lazy.filter { $0.path.count == 1 && !keys.areText($0.path) }.compactMap { field in
      field.text.map { (name: field.path[0], value: String(decoding: $0, as: UTF8.self)) }
    }
    return Array(
      facts.filter { fact in
        !fact.value.isEmpty && (fact.name + fact.value).utf8.count <= Self.longestFact
          && (fact.name + fact.value).unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE }
      }.prefix(Self.mostFacts))
  }

  private static let longestFact = 200
  private static let mostFacts = 20

  /// The edits that say which language the article is in and who translated it, where it says so.
  func metadata(of bytes: [UInt8], for language: LanguageTag, translator: String?) -> Splice {
    var splice = Splice()
    for field in fields where field.path.count == 1 {
      let value: String?
      switch field.path[0].lowercased() {
      case "lang", "language", "locale": value = tag(of: language, writtenAs: field, bytes)
      case "translator": value = translator
      default: value = nil
      }
      guard let value else { continue }
      splice.replace(FileRange(bytes: field.raw), with: field.coding.encode(Array(value.utf8)[...]))
    }
    return splice
  }

  /// A language as another one is written in a field; nil where the field holds none.
  private func tag(of language: LanguageTag, writtenAs field: Field, _ bytes: [UInt8]) -> String? {
    guard let decoded = try? field.coding.decode(bytes[field.raw]),
      LanguageTag(String(decoding: decoded.text, as: UTF8.self)) != nil
    else { return nil }
    var tag = language.bcp47
    if decoded.text.contains(UInt8(ascii: "_")) { tag = tag.replacing("-", with: "_") }
    if !decoded.text.contains(where: { (0x41...0x5A).contains($0) }) { tag = tag.lowercased() }
    return tag
  }
}
