import Units

/// Finds the blocks of an HTML document: one walk over its tokens.
struct HTMLReader {
  private var tokenizer: HTMLTokenizer
  private var builder: HTMLBlockBuilder
  private var attributes: HTMLAttributeReader
  private var languages: HTMLLanguageReader
  private var open = HTMLOpenElements()
  private(set) var article: Article
  /// Blocks of attributes that lie inside of the block that is being read.
  private var nested: [Block] = []
  /// The entry whose content is protected.
  private var protection: Int?
  /// The outermost entry that is furniture.
  private var furniture: Int?
  /// What an inline element says that the block is.
  private var role: Role?
  private var isLinkedData = false
  private let selectors = HTMLSelectors.standard
  private let selection: HTMLSelection
  private let original: [UInt8]?
  private let isInArticle: Bool
  private var bytes: [UInt8] { article.bytes }

  /// A reader of a document; `selection` is what is said beyond what is usual.
  ///
  /// In HTML within Markdown ``maskByte``s stand for templates, which the `original` has. What stands `isInArticle` has
  /// no header of a site.
  init(_ bytes: [UInt8], _ selection: HTMLSelection, original: [UInt8]? = nil, isInArticle: Bool = false) {
    self.selection = selection
    self.original = original
    self.isInArticle = isInArticle
    tokenizer = HTMLTokenizer(bytes)
    builder = HTMLBlockBuilder(bytes)
    attributes = HTMLAttributeReader(bytes)
    languages = HTMLLanguageReader(bytes)
    article = Article(bytes: bytes, format: HTMLFormat.name, blocks: [])
  }

  /// Reads to the end.
  ///
  /// - Throws: ``Units/Malformed`` where there are more texts than any tool can show.
  mutating func read() throws(Malformed) {
    while let token = tokenizer.next() {
      try article.requireRoom()
      switch token.kind {
      case .text: text(token)
      case .startTag: start(token)
      case .endTag: end(token)
      case .comment: inlineMarkup(token, display: "[comment]")
      case .doctype, .dropped, .characterData: inlineMarkup(token, display: "[markup]")
      }
    }
    close(from: 0, at: bytes.count, through: bytes.count)
    flush()
    if languages.isOtherEncoding, !bytes.contains(where: { $0 >= 0x80 }) { writeInASCII() }
  }

  private mutating func text(_ token: HTMLTokenizer.Token) {
    if protection == nil { return readText(token.range) }
    guard isLinkedData else { return }
    isLinkedData = false
    let values = LinkedData.values(in: bytes, token.range)
    for block in LinkedData.blocks(of: values, in: bytes) { add(block) }
    article.languagePlaces += languages.places(of: values)
  }

  private mutating func readText(_ range: Range<Int>) {
    guard let original else { return builder.text(range) }
    var at = range.lowerBound
    while at < range.upperBound {
      let isMask = bytes[at] == maskByte
      let end = bytes[at..<range.upperBound].firstIndex { ($0 == maskByte) != isMask } ?? range.upperBound
      if isMask {
        builder.standalone(at..<end, display: Template(original[at..<end]).display, isSeen: true)
      } else {
        builder.text(at..<end)
      }
      at = end
    }
  }

  /// A page that says another encoding than UTF-8, and needs none, stays what it says.
  private mutating func writeInASCII() {
    for index in article.blocks.indices {
      article.blocks[index].coding = CodingChain(
        article.blocks[index].coding.layers.map { layer in
          switch layer {
          case is HTMLText: HTMLText(isASCII: true)
          case let attribute as HTMLAttribute: HTMLAttribute(quote: attribute.quote, isASCII: true)
          case is JSONString: JSONString(isInScript: true, isASCII: true)
          default: layer
          }
        })
    }
  }

  /// Markup that is no element is copied where it stands in text.
  private mutating func inlineMarkup(_ token: HTMLTokenizer.Token, display: String) {
    if protection == nil, !builder.isEmpty { builder.standalone(token.range, display: display, isSeen: false) }
  }

  private mutating func add(_ block: Block) {
    if builder.isEmpty { article.blocks.append(block) } else if !builder.isOverloaded { nested.append(block) }
  }

  // MARK: - Tags

  private mutating func start(_ token: HTMLTokenizer.Token) {
    let name = HTMLName(bytes[token.name])
    let traits = HTMLElement.named(name)
    let isBlock = traits.contains(.block)
    if tokenizer.isForeign {
      if !traits.contains(.breaksOut) || isInIntegrationPoint { return startForeign(token, name, traits) }
      leaveForeign(at: token.range.lowerBound)
    }
    if isBlock {
      if let index = open.index(endedByStart: name, traits) {
        close(from: index, at: token.range.lowerBound, through: token.range.lowerBound)
      }
      if protection == nil { flush() }
    }
    if let protection {
      let isSame = open.entries[protection].name == name
      if !traits.contains(.void), isBlock || isSame { open.push(entry(token, name, traits)) }
      return tokenizer.enter(traits, named: token.name)
    }
    let isVoid = traits.contains(.void)
    let isProtected = traits.contains(.protected) || isMarkedProtected(name, traits)
    article.languagePlaces += languages.places(of: token, traits, tokenizer.attributes)
    let firstBlock = article.blocks.count
    if !isProtected || isVoid { readAttributes(token, traits) }
    if isVoid {
      if !isBlock { void(token, traits) }
    } else if isProtected || isBlock {
      if !(token.isSelfClosing && traits.contains(.foreign)) {
        push(token, name, traits, firstBlock: firstBlock, isProtected: isProtected)
      } else if !builder.isEmpty {
        builder.standalone(token.range, display: display(token), isSeen: true)
      }
    } else {
      builder.open(name, token.range, display: display(token))
    }
  }

  /// In SVG and MathML only what can end them counts.
  private mutating func startForeign(_ token: HTMLTokenizer.Token, _ name: HTMLName, _ traits: HTMLElement) {
    guard !token.isSelfClosing else { return }
    if traits.contains(.foreign) || traits.contains(.integrationPoint) { open.push(entry(token, name, traits)) }
  }

  private var isInIntegrationPoint: Bool {
    guard let protection else { return false }
    return open.entries[(protection + 1)...].contains { $0.traits.contains(.integrationPoint) }
  }

  private mutating func void(_ token: HTMLTokenizer.Token, _ traits: HTMLElement) {
    if traits.contains(.lineBreak) {
      lineBreak(token)
    } else {
      let isImage = tokenizer.matches("img", at: token.name.lowerBound) && token.name.count == 3
      let isSeen = isImage || tokenizer.matches("input", at: token.name.lowerBound)
      builder.standalone(token.range, display: isImage ? "[image]" : display(token), isSeen: isSeen)
    }
  }

  /// Two line breaks in a row are how old pages write paragraphs.
  private mutating func lineBreak(_ token: HTMLTokenizer.Token) {
    if builder.endsInLineBreak { flush() }
    builder.lineBreak(token.range)
  }

  private mutating func end(_ token: HTMLTokenizer.Token) {
    let name = HTMLName(bytes[token.name])
    let traits = HTMLElement.named(name)
    let isBlock = traits.contains(.block)
    if protection == nil {
      if isBlock {
        flush()
      } else if !traits.contains(.protected) {
        if traits.contains(.lineBreak) { return lineBreak(token) }
        return builder.close(name, token.range, display: display(token))
      }
    }
    if let index = open.index(endedBy: name, traits) {
      close(from: index, at: token.range.lowerBound, through: token.range.upperBound)
    } else if protection == nil, !isBlock {
      inlineMarkup(token, display: display(token))
    }
  }

  private mutating func push(
    _ token: HTMLTokenizer.Token, _ name: HTMLName, _ traits: HTMLElement, firstBlock: Int, isProtected: Bool
  ) {
    var entry = entry(token, name, traits)
    entry.role = ownRole(token) ?? open.last?.role
    entry.firstBlock = firstBlock
    if isProtected {
      entry.scope = .protected
      protection = open.entries.count
      tokenizer.isForeign = traits.contains(.foreign)
      isLinkedData = traits.contains(.script) && attributes.isLinkedData(tokenizer.attributes)
    } else if furniture == nil, isFurniture(token, name, traits) {
      entry.scope = .furniture
      furniture = open.entries.count
    }
    open.push(entry)
    tokenizer.enter(traits, named: token.name)
  }

  private func entry(
    _ token: HTMLTokenizer.Token, _ name: HTMLName, _ traits: HTMLElement
  ) -> HTMLOpenElements.Entry {
    HTMLOpenElements.Entry(name: name, traits: traits, nameRange: token.name, tag: token.range)
  }

  /// Closes the entries from `index` on; the element itself ends at `end`, those left open inside of it at `at`.
  private mutating func close(from index: Int, at: Int, through end: Int) {
    while open.entries.count > index, let entry = open.last {
      let last = open.entries.count - 1
      let entryEnd = last == index ? end : at
      if protection == last {
        protection = nil
        isLinkedData = false
        tokenizer.isForeign = false
        if !entry.traits.contains(.block) {
          let isSeen = !entry.traits.contains(.script) && !entry.traits.contains(.rawText)
          builder.standalone(entry.tag.lowerBound..<entryEnd, display: display(entry, end: at), isSeen: isSeen)
        }
      }
      if entry.traits.contains(.block), protection == nil { flush() }
      if furniture == last {
        furniture = nil
        markFurniture(entry, end: entryEnd)
      }
      open.removeLast()
    }
  }

  /// A start tag of HTML ends SVG or MathML that was left open.
  private mutating func leaveForeign(at: Int) {
    guard let protection else { return }
    close(from: protection, at: at, through: at)
  }

  // MARK: - Blocks

  private mutating func flush() {
    if !builder.isEmpty {
      let syntax = syntax
      switch builder.finish(coding: HTMLFormat.text, syntax: syntax, role: role ?? blockRole(syntax)) {
      case .block(let block): article.blocks.append(block)
      case .nothing: break
      case .figures(let range): article.omissions.append(.figures(FileRange(bytes: range)))
      case .control(let range): leaveOut(range, "a control character, which XLIFF can't hold")
      case .overloaded(let range):
        nested.removeAll()
        leaveOut(range, Omission.tooManyCodes)
      }
    }
    role = nil
    if !nested.isEmpty {
      article.blocks += nested
      nested.removeAll(keepingCapacity: true)
    }
  }

  private mutating func leaveOut(_ range: Range<Int>, _ reason: String) {
    article.omissions.append(Omission(range: FileRange(bytes: range), reason: reason, isFurniture: false))
  }

  /// The name of the element that the text stands in; an item of a list with paragraphs is an item.
  private var syntax: String {
    guard let entry = open.last else { return "body" }
    let name = entry.traits.contains(.paragraph) && isItem(open.entries.count - 2) ? "li" : nil
    return name ?? String(decoding: bytes[entry.nameRange].map(\.asciiLowercased), as: UTF8.self)
  }

  private func isItem(_ index: Int) -> Bool { index >= 0 && open.entries[index].name == Self.item }

  private func blockRole(_ syntax: String) -> Role {
    switch syntax {
    case "h1", "title": .headline
    case "h2", "h3", "h4", "h5", "h6": .heading
    default: open.last?.role ?? .paragraph
    }
  }

  private mutating func ownRole(_ token: HTMLTokenizer.Token) -> Role? {
    switch token.name.count {
    case 7 where tokenizer.matches("caption", at: token.name.lowerBound): return .caption
    case 10 where tokenizer.matches("figcaption", at: token.name.lowerBound): return .caption
    case 10 where tokenizer.matches("blockquote", at: token.name.lowerBound): return .quotation
    default: break
    }
    return attributes.value("class", of: tokenizer.attributes).flatMap { selectors.role(classes: bytes[$0]) }
  }

  private mutating func readAttributes(_ token: HTMLTokenizer.Token, _ traits: HTMLElement) {
    guard !tokenizer.attributes.isEmpty else { return }
    if attributes.value("rel", of: tokenizer.attributes).map({ attributes.equals($0, "author") }) == true {
      role = .byline
    }
    for block in attributes.blocks(of: token, tokenizer.attributes) { add(block) }
  }

  // MARK: - What is left out

  private func isMarkedProtected(_ name: HTMLName, _ traits: HTMLElement) -> Bool {
    if selection.protected.select(name, tokenizer.attributes, in: bytes) { return true }
    // On the page itself it only keeps browsers from offering a translation.
    guard !tokenizer.attributes.isEmpty, !traits.contains(.root) else { return false }
    if let value = attributes.value("translate", of: tokenizer.attributes), attributes.equals(value, "no") {
      return true
    }
    return attributes.value("class", of: tokenizer.attributes).map { selectors.isProtected(classes: bytes[$0]) }
      ?? false
  }

  private func isFurniture(_ token: HTMLTokenizer.Token, _ name: HTMLName, _ traits: HTMLElement) -> Bool {
    if selection.text.select(name, tokenizer.attributes, in: bytes) { return false }
    if selection.furniture.select(name, tokenizer.attributes, in: bytes) { return true }
    if traits.contains(.page) { return false }
    if traits.contains(.furniture) { return open.last?.role != .quotation }
    let isInArticle = isInArticle || open.contains(Self.article) || open.contains(Self.main)
    if traits.contains(.header), !isInArticle { return true }
    if let value = attributes.value("role", of: tokenizer.attributes),
      selectors.furnitureRoles.contains(HTMLName(bytes[value]))
    {
      return true
    }
    return attributes.value("class", of: tokenizer.attributes).map { selectors.isFurniture(classes: bytes[$0]) }
      ?? false
  }

  /// Furniture stays in the article as blocks; what holds the headline was no furniture.
  private mutating func markFurniture(_ entry: HTMLOpenElements.Entry, end: Int) {
    let blocks = entry.firstBlock..<article.blocks.count
    guard !article.blocks[blocks].contains(where: { $0.syntax == "h1" }) else { return }
    while let last = article.omissions.last, last.isFigures, last.range.lowerBound.bytes >= entry.tag.lowerBound {
      article.omissions.removeLast()
    }
    guard !blocks.isEmpty else { return }
    for index in blocks { article.blocks[index].role = .furniture }
    article.omissions.append(
      Omission(range: FileRange(bytes: entry.tag.lowerBound..<end), reason: "furniture", isFurniture: true))
  }

  // MARK: - Display

  private func display(_ token: HTMLTokenizer.Token) -> String {
    "<\(token.kind == .endTag ? "/" : "")\(displayName(token.name))>"
  }

  /// The text of a protected element where it is short and readable, or else its kind.
  private func display(_ entry: HTMLOpenElements.Entry, end: Int) -> String {
    let content = bytes[entry.tag.upperBound..<max(end, entry.tag.upperBound)]
    let isReadable = !entry.traits.contains(.protected) || entry.traits.contains(.readable)
    guard isReadable, (1...80).contains(content.count), !content.contains(UInt8(ascii: "<")),
      !Array(content).holdsControl
    else { return "[\(displayName(entry.nameRange).lowercased())]" }
    return String(decoding: content, as: UTF8.self)
  }

  private func displayName(_ range: Range<Int>) -> String {
    let name = Array(bytes[range.prefix(40)])
    return name.holdsControl ? "element" : String(decoding: name, as: UTF8.self)
  }

  private static let article = HTMLName("article")
  private static let main = HTMLName("main")
  private static let item = HTMLName("li")
}
