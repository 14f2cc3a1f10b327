/// Why a document could not be read as Markdown.
public enum MarkdownError: String, Error, Hashable, Sendable {
  /// The document has over 500 MB.
  case tooLong = "it has over 500 MB"
  /// The document has more markup than any tool can work with.
  case tooMuch = "it has more markup than any tool can work with"
  /// The parser gave up, for want of memory.
  case failed = "memory ran out"
}

/// Reads Markdown: CommonMark with GitHub's tables, strikethrough and task lists.
public enum MarkdownParser {
  /// The events of a document, in its order; where it `hasIndentedCode`, four blanks begin code.
  ///
  /// The parser says where text lies, never where markup does: that is what stands between the texts.
  ///
  /// - Throws: ``MarkdownError`` where the document is too long or has too much markup, or memory runs out.
  public static func events(of bytes: [UInt8], hasIndentedCode: Bool = true) throws(MarkdownError) -> [MarkdownEvent] {
    guard bytes.count < Int32.max / 4 else { throw .tooLong }
    let document = ParserInput(bytes)
    var events: [MarkdownEvent] = []
    var isTooMuch = false
    let status = document.bytes.withUnsafeBufferPointer { buffer -> Int32 in
      guard let base = buffer.baseAddress else { return 0 }
      return base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { text in
        let receiver = Receiver(base: text, count: buffer.count, document)
        let status = receiver.run(hasIndentedCode: hasIndentedCode)
        events = receiver.events
        isTooMuch = receiver.isFull
        return status
      }
    }
    guard status == 0 else { throw isTooMuch ? .tooMuch : .failed }
    return events
  }
}
