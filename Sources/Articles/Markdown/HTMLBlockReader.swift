import Markdown
import Units

/// Reads the HTML that stands between the blocks of a Markdown document as HTML.
struct HTMLBlockReader {
  /// The bytes as they are.
  let original: [UInt8]
  /// The same with templates overwritten by ``maskByte``s.
  let masked: [UInt8]
  /// Whether Markdown and expressions stand in it, as in MDX.
  let hasExpressions: Bool
  let selection: HTMLSelection

  /// What is text in the HTML that the events of a block give line by line.
  ///
  /// - Throws: ``Units/Malformed`` where there are more texts than any tool can show.
  func read(_ events: ArraySlice<MarkdownEvent>) throws(Malformed) -> (blocks: [Block], omissions: [Omission]) {
    let lines = events.compactMap(\.range).filter { !$0.isEmpty }
    guard let first = lines.first, let last = lines.last else { return ([], []) }
    let range = first.lowerBound..<last.upperBound
    var reader = HTMLReader(
      Array(masked[range]), selection, original: Array(original[range]), isInArticle: true)
    try reader.read()
    let place = OffsetMap(verbatim: range.count, raw: range.lowerBound)
    let found = reader.article.moved(by: place, in: HTMLInMarkdown())
    let blocks = found.blocks.filter { block in !block.coding.layers.contains { $0 is JSONString } }
    guard !blocks.isEmpty, let reason = reasonToLeave(range, lines) else { return (blocks, found.omissions) }
    return ([], [Omission(range: FileRange(bytes: range), reason: reason, isFurniture: false)])
  }

  /// Why the text in a block of HTML can't be replaced; nil where it can.
  private func reasonToLeave(_ range: Range<Int>, _ lines: [Range<Int>]) -> String? {
    if hasExpressions || masked[range].contains("markdown=") { return "HTML with Markdown in it" }
    // What quotes a line is no HTML, nor is what else stands before a line of it.
    let isWhole = zip(lines, lines.dropFirst()).allSatisfy { line, next in
      original[line.upperBound..<next.lowerBound].allSatisfy { $0.isBlank || $0.isLineEnd }
    }
    let isSame = range.allSatisfy { masked[$0] == original[$0] || masked[$0] == maskByte }
    return isWhole && isSame ? nil : "HTML in lines that something else begins"
  }
}

/// Text of HTML within Markdown: a blank line would end the HTML, and braces would begin a template.
struct HTMLInMarkdown: Coding {
  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded {
    Decoded(text: Array(raw), map: OffsetMap(verbatim: raw.count))
  }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for at in text.indices {
      let next = at + 1 < text.endIndex ? text[at + 1] : UInt8(ascii: "{")
      if text[at] == UInt8(ascii: "{"), "{%#:.=/".utf8.contains(next) {
        result += Array("&#123;".utf8)
      } else {
        result.append(text[at].isLineEnd ? 0x20 : text[at])
      }
    }
    return result
  }
}

extension ArraySlice<UInt8> {
  /// Whether a text of ASCII stands in it.
  func contains(_ text: StaticString) -> Bool { firstRange(of: "\(text)".utf8) != nil }
}
