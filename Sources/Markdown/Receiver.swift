internal import CMd4c

/// Takes md4c's callbacks and keeps them as events with offsets.
final class Receiver {
  private let base: UnsafePointer<CChar>
  private let count: Int
  private let document: ParserInput
  private(set) var events: [MarkdownEvent] = []
  /// A hundred megabytes of them; an article has thousands.
  private static let mostEvents = 8_000_000

  /// Whether there are more events than any article has.
  var isFull: Bool { events.count >= Self.mostEvents }

  init(base: UnsafePointer<CChar>, count: Int, _ document: ParserInput) {
    self.document = document
    self.base = base
    self.count = count
    events.reserveCapacity(count / 32 + 16)
  }

  /// Reads `base` to its end; the status is 0 where that worked.
  func run(hasIndentedCode: Bool) -> Int32 {
    var parser = MD_PARSER()
    parser.flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
    if !hasIndentedCode { parser.flags |= UInt32(MD_FLAG_NOINDENTEDCODEBLOCKS) }
    parser.enter_block = { type, detail, context in
      var level: Int32 = 0
      if type == MD_BLOCK_H, let detail {
        level = Int32(detail.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level)
      }
      return receive(context, .enterBlock(Receiver.block(type)), size: level)
    }
    parser.leave_block = { type, _, context in receive(context, .leaveBlock(Receiver.block(type))) }
    parser.enter_span = { type, _, context in receive(context, .enterSpan(Receiver.span(type))) }
    parser.leave_span = { type, _, context in receive(context, .leaveSpan(Receiver.span(type))) }
    parser.text = { type, text, size, context in
      guard let context else { return -1 }
      return Unmanaged<Receiver>.fromOpaque(context).takeUnretainedValue().take(type, text, Int(size))
    }
    return md_parse(base, MD_SIZE(count), &parser, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Adds an event; what is not 0 stops the parser.
  fileprivate func append(_ event: MarkdownEvent) -> Int32 {
    if isFull { return -1 }
    events.append(event)
    return 0
  }

  private func take(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) -> Int32 {
    let kind = MarkdownEvent.Kind.text(MarkdownEvent.Text(rawValue: UInt8(truncatingIfNeeded: type.rawValue)) ?? .other)
    // Line ends and indentation are constants of the parser, not bytes of the document.
    let start = UInt(bitPattern: base)
    let at = UInt(bitPattern: text)
    if at >= start, at + UInt(size) <= start + UInt(count) {
      let place = document.original(Int(at - start))
      let end = document.original(Int(at - start) + size)
      return append(MarkdownEvent(kind, place: Int32(place), size: Int32(end - place)))
    }
    return append(MarkdownEvent(kind, size: Int32(size)))
  }

  private static func block(_ type: MD_BLOCKTYPE) -> MarkdownEvent.Block {
    MarkdownEvent.Block(rawValue: UInt8(truncatingIfNeeded: type.rawValue)) ?? .html
  }

  private static func span(_ type: MD_SPANTYPE) -> MarkdownEvent.Span {
    MarkdownEvent.Span(rawValue: UInt8(truncatingIfNeeded: type.rawValue)) ?? .other
  }
}

private func receive(_ context: UnsafeMutableRawPointer?, _ kind: MarkdownEvent.Kind, size: Int32 = 0) -> Int32 {
  guard let context else { return -1 }
  return Unmanaged<Receiver>.fromOpaque(context).takeUnretainedValue().append(MarkdownEvent(kind, size: size))
}
