public import Locales
import Units

/// The pass that says what each block is: the same for every format, by the words of the language.
public struct Roles: Sendable {
  private let credits: [[UInt8]]
  private let bylines: [[UInt8]]
  private let furniture: Set<[UInt8]>
  /// The same with a colon: what they say stands behind it, in the same line.
  private let furnitureLabels: [[UInt8]]
  private let attributions: Set<String>
  private let longestAttribution: Int
  private let openingQuotes: [[UInt8]]
  private let closingQuotes: [[UInt8]]
  /// The last byte of each of them.
  private let closingQuoteEnds: [UInt8]
  /// The first two bytes of every label, in either case: most lines begin otherwise and need no closer look.
  private var labelStarts = [Bool](repeating: false, count: 1 << 16)
  /// The bytes of a line that can decide: no label is longer.
  private let labelLength: Int

  /// Roles by the facts about the article's language (`roles` in its file).
  public init(_ locale: Locale) {
    func folded(_ path: String) -> [[UInt8]] { locale.strings(path).map { Array($0.lowercased().utf8) } }
    credits = folded("roles.photo-credit")
    bylines = folded("roles.byline")
    furniture = Set(folded("roles.furniture"))
    furnitureLabels = furniture.map { $0 + [UInt8(ascii: ":")] }
    attributions = Set(locale.strings("roles.attribution").map { $0.lowercased() })
    longestAttribution = attributions.reduce(0) { max($0, $1.utf8.count) }
    openingQuotes = folded("roles.opening-quotes")
    closingQuotes = folded("roles.closing-quotes")
    closingQuoteEnds = Array(Set(closingQuotes.compactMap(\.last)))
    let labels = credits + bylines + furnitureLabels
    labelLength = labels.reduce(0) { max($0, $1.count) } + 2
    for label in labels {
      let text = String(decoding: label, as: UTF8.self)
      let (first, rest) = (String(text.prefix(1)), String(text.dropFirst().prefix(1)))
      for start in [first + rest, first.uppercased() + rest, first.uppercased() + rest.uppercased()] {
        if let start = Self.start(of: Array(start.utf8)) { labelStarts[start] = true }
      }
    }
  }

  /// Gives every block its role, joins a statement with the attribution line that continues it, and tells furniture.
  ///
  /// Furniture stays in the article as blocks with ``Role/furniture``, each stretch of it also an ``Omission``.
  public func assign(to article: inout Article) {
    let labels = article.blocks.indices.map { label(article.blocks[$0].source.text) }
    markFurniture(&article, labels)
    let indices = article.blocks.indices
    var hasHeadline = indices.contains { article.blocks[$0].role == .headline }
    var hasFirstHeading = false
    // Where a page has a headline, what stands above it can't be the lead.
    let start = indices.first { article.blocks[$0].syntax == "h1" && article.blocks[$0].role != .furniture } ?? 0
    var hasLead = indices.contains { article.blocks[$0].role == .lead }
    for index in indices {
      // What a format says of a block holds, but for words that say more.
      let isParagraph = article.blocks[index].role == .paragraph
      guard isParagraph || article.blocks[index].role == .caption else { continue }
      let syntax = article.blocks[index].syntax
      let isLine = syntax == "line"
      if begins(labels[index], with: credits) {
        article.blocks[index].role = .credit
      } else if begins(labels[index], with: bylines) {
        article.blocks[index].role = .byline
      } else if isParagraph, !isLine, let role = Self.role(ofSyntax: syntax) {
        article.blocks[index].role = role
      } else if isParagraph, syntax == "h1" {
        article.blocks[index].role = hasFirstHeading ? .heading : .headline
        hasFirstHeading = true
      } else if !hasHeadline, isLine {
        article.blocks[index].role = .headline
        hasHeadline = true
      } else if !hasLead, isLine || (syntax == "p" && index >= start), isParagraph {
        article.blocks[index].role = .lead
        hasLead = true
      }
    }
    joinStatements(&article)
  }

  /// The role that a format's own name for a block decides by itself.
  private static func role(ofSyntax syntax: String) -> Role? {
    switch syntax {
    case "frontmatter.title", "frontmatter.headline": .headline
    case "h2", "h3", "h4", "h5", "h6": .heading
    case "blockquote": .quotation
    case "th", "td": .cell
    case "title": .label
    case "alt", "frontmatter.alt", "frontmatter.image-alt": .alternativeText
    case "frontmatter.caption": .caption
    default: syntax.hasPrefix("frontmatter.") ? .summary : nil
    }
  }

  /// Whether a block may head furniture: not what stands inside of something else.
  private static func canHeadFurniture(_ syntax: String) -> Bool {
    switch syntax {
    case "line", "p", "li": true
    case "th", "td", "alt", "title": false
    default: !syntax.hasPrefix("frontmatter.")
    }
  }

  /// A heading of the site's own and the list under it, which ends with the first line that is no item.
  private func markFurniture(_ article: inout Article, _ labels: [[UInt8]]) {
    var index = 0
    while index < article.blocks.count {
      let line = labels[index]
      guard !line.isEmpty, Self.canHeadFurniture(article.blocks[index].syntax) else {
        index += 1
        continue
      }
      let isHeading = furniture.contains(line.withoutFinalColon)
      // "Read also: Some other headline" is furniture by itself.
      guard isHeading || begins(line, with: furnitureLabels) else {
        index += 1
        continue
      }
      let start = index
      index += 1
      while isHeading, index < article.blocks.count, article.blocks[index].isListed { index += 1 }
      // In an element that is furniture, the format has said so.
      if article.blocks[start..<index].allSatisfy({ $0.role == .furniture }) { continue }
      for block in start..<index { article.blocks[block].role = .furniture }
      let range = article.blocks[start].raw.lowerBound..<article.blocks[index - 1].raw.upperBound
      article.omissions.append(Omission(range: range, reason: "furniture", isFurniture: true))
    }
  }

  /// A line that ends in a comma and the line that says whose words they are ("…a transit state," / "the minister
  /// said.") become one block with the line break between them, so that a translator may turn them round.
  private func joinStatements(_ article: inout Article) {
    guard !article.blocks.isEmpty else { return }
    var last = 0
    for index in article.blocks.indices.dropFirst() {
      if endsInComma(article.blocks[last].source.text), canJoin(last, index, in: article),
        isAttribution(article.blocks[index].source.text)
      {
        article.blocks[last] = join(article.blocks[last], article.blocks[index])
      } else {
        last += 1
        if last != index { article.blocks.swapAt(last, index) }
      }
    }
    article.blocks.removeSubrange((last + 1)...)
  }

  /// Whether two blocks are lines of the body, the first of which may be the lead.
  private func canJoin(_ first: Int, _ second: Int, in article: Article) -> Bool {
    let role = article.blocks[first].role
    return (role == .paragraph || role == .lead) && article.blocks[second].role == .paragraph
      && article.blocks[first].syntax == "line" && article.blocks[second].syntax == "line"
  }

  private func endsInComma(_ text: [UInt8]) -> Bool {
    guard let last = text.last, last == UInt8(ascii: ",") || closingQuoteEnds.contains(last) else { return false }
    var end = text.count
    for quote in closingQuotes where text[..<end].ends(with: quote) { end -= quote.count }
    return end > 0 && text[end - 1] == UInt8(ascii: ",")
  }

  /// A short line that begins in lower case, or holds a word of saying.
  private func isAttribution(_ text: [UInt8]) -> Bool {
    guard text.count <= 400 else { return false }
    if String(decoding: text.prefix(4), as: UTF8.self).first?.isLowercase == true { return true }
    return text.split { $0 <= 0x2F || (0x3A...0x40).contains($0) }.contains { word in
      word.count <= longestAttribution + 2
        && attributions.contains(String(decoding: word, as: UTF8.self).lowercased())
    }
  }

  private func join(_ first: Block, _ second: Block) -> Block {
    var block = first
    var map = first.map
    let at = first.source.text.count
    let gap = first.raw.upperBound.bytes..<second.raw.lowerBound.bytes
    map.append(.atom(text: at, textCount: 1, raw: gap.lowerBound, rawCount: gap.count))
    for piece in second.map.pieces {
      map.append(
        OffsetMap.Piece(
          text: piece.text + at + 1, raw: piece.raw, textCount: piece.textCount, rawCount: piece.rawCount,
          isVerbatim: piece.isVerbatim))
    }
    block.source.text += [0x0A] + second.source.text
    block.source.codes += second.source.codes.map { code in
      var code = code
      code.at = Offset(code.at.bytes + at + 1)
      return code
    }
    for (index, bytes) in second.rewrites { block.rewrites[index + first.codes.count] = bytes }
    block.codes += second.codes
    block.raw = first.raw.lowerBound..<second.raw.upperBound
    block.map = map
    block.role = openingQuotes.contains { first.source.text.starts(with: $0) } ? .quotation : .statement
    return block
  }

  /// The start of a line in lower case, to compare with labels; empty where no label begins like it.
  private func label(_ text: [UInt8]) -> [UInt8] {
    guard let start = Self.start(of: text), labelStarts[start] else { return [] }
    return text.lowercased(upTo: labelLength)
  }

  private static func start(of text: [UInt8]) -> Int? {
    text.count < 2 ? nil : Int(text[0]) << 8 | Int(text[1])
  }

  private func begins(_ line: [UInt8], with prefixes: [[UInt8]]) -> Bool {
    !line.isEmpty && prefixes.contains { line.starts(with: $0) }
  }
}

extension Block {
  /// Whether it is an item of a list, or an attribute in one.
  fileprivate var isListed: Bool { syntax == "li" || syntax.utf8.contains(UInt8(ascii: "@")) }
}

extension OffsetMap.Piece {
  init(text: Int, raw: Int, textCount: Int, rawCount: Int, isVerbatim: Bool) {
    self =
      isVerbatim
      ? .verbatim(text: text, raw: raw, count: textCount)
      : .atom(text: text, textCount: textCount, raw: raw, rawCount: rawCount)
  }
}

extension [UInt8] {
  /// The first bytes in lower case, about as many as `limit`; whole scalars.
  fileprivate func lowercased(upTo limit: Int) -> [UInt8] {
    var end = Swift.min(count, limit)
    while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
    return Array(String(decoding: self[..<end], as: UTF8.self).lowercased().utf8)
  }

  fileprivate var withoutFinalColon: [UInt8] { last == UInt8(ascii: ":") ? dropLast() : self }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with suffix: [UInt8]) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}
