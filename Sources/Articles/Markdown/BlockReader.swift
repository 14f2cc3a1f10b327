import Markdown
import Units

/// Goes through the events of a document and reads each stretch of inline events as a block.
struct BlockReader {
  private(set) var article: Article
  private let document: InlineReader.Document
  private let html: HTMLBlockReader
  private var coding = MarkdownText()
  private var containers: [(block: MarkdownEvent.Block, level: Int)] = []

  /// A reader that adds to an article.
  init(_ article: Article, _ document: InlineReader.Document, _ html: HTMLBlockReader) {
    self.article = article
    self.document = document
    self.html = html
    coding.hasExpressions = html.hasExpressions
    coding.labels = MarkdownLabels.defined(in: document.original)
  }

  mutating func read(_ events: [MarkdownEvent]) throws(Malformed) {
    var start: Int?
    for (index, event) in events.enumerated() {
      switch event.kind {
      case .enterBlock, .leaveBlock:
        if let first = start { try readInlines(events[first..<index]) }
        try article.requireRoom()
        start = nil
        if case .enterBlock(let block) = event.kind {
          containers.append((block, event.count))
        } else {
          _ = containers.popLast()
        }
      default:
        start = start ?? index
      }
    }
  }

  private mutating func readInlines(_ events: ArraySlice<MarkdownEvent>) throws(Malformed) {
    guard let container = containers.last, container.block != .code else { return }
    if container.block == .html {
      let found = try html.read(events)
      article.omissions += found.omissions
      article.blocks += found.blocks
      return
    }
    var coding = coding
    coding.isHeading = container.block == .heading
    coding.isInCell = container.block == .cell || container.block == .headerCell
    do throws(InlineReader.Unaccountable) {
      let reader = try InlineReader(document, events, coding: coding)
      if let block = reader.block(syntax: syntax) { take(block) } else { leaveOutFigures(events) }
      for block in reader.nested { take(block) }
    } catch {
      leaveOut(events)
    }
  }

  private mutating func take(_ block: Block) {
    if block.source.text.contains(where: { $0 < 0x20 && $0 != 0x09 }) {
      let reason = "a control character, which XLIFF can't hold"
      article.omissions.append(Omission(range: block.raw, reason: reason, isFurniture: false))
    } else {
      article.blocks.append(block)
    }
  }

  private mutating func leaveOutFigures(_ events: ArraySlice<MarkdownEvent>) {
    let texts = events.filter { $0.kind == .text(.normal) }.compactMap(\.range)
    guard let first = texts.first, let last = texts.last,
      texts.contains(where: { document.masked[$0].contains(where: \.isASCIIDigit) })
    else { return }
    article.omissions.append(.figures(FileRange(bytes: first.lowerBound..<last.upperBound)))
  }

  private mutating func leaveOut(_ events: ArraySlice<MarkdownEvent>) {
    let texts = events.compactMap(\.range)
    guard let first = texts.first, let last = texts.last, first.lowerBound < last.upperBound else { return }
    article.omissions.append(
      Omission(
        range: FileRange(bytes: first.lowerBound..<last.upperBound), reason: "markup that could not be told from text",
        isFurniture: false))
  }

  /// What the innermost container that says something is called.
  private var syntax: String {
    for container in containers.reversed() {
      switch container.block {
      case .heading: return "h\(container.level)"
      case .headerCell: return "th"
      case .cell: return "td"
      case .item: return "li"
      case .quote: return "blockquote"
      default: continue
      }
    }
    return "p"
  }
}
