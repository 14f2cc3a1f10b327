internal import CExpat
internal import Synchronization

/// Parsers of expat that wait for the next document: an archive has thousands, and making one costs as much as reading
/// two hundred bytes of each.
enum ExpatParsers {
  /// A parser that nobody uses, so that any thread may take it.
  private struct Idle: @unchecked Sendable { let parser: XML_Parser }

  private static let idle = Mutex<[Idle]>([])
  /// As many as there are documents at once; what more there is goes.
  private static let most = 16
  /// The bytes of a document that leaves a parser small enough to keep.
  private static let keptSize = 1_000_000
  /// Stands between a namespace and a name: no name and no namespace has a line feed in it.
  private static let separator = XML_Char(bitPattern: 10)

  /// A parser without handlers, for a document in `encoding`, or in the one that it names itself.
  static func take(_ encoding: String?) -> XML_Parser? {
    guard let parser = idle.withLock({ $0.popLast() })?.parser else {
      return XML_ParserCreateNS(encoding, separator)
    }
    if XML_ParserReset(parser, encoding) != 0 { return parser }
    XML_ParserFree(parser)
    return XML_ParserCreateNS(encoding, separator)
  }

  /// Takes back a parser that has read a document of so many bytes.
  static func give(_ parser: XML_Parser?, size: Int) {
    guard let parser else { return }
    let isKept =
      size <= keptSize
      && idle.withLock { waiting in
        guard waiting.count < most else { return false }
        waiting.append(Idle(parser: parser))
        return true
      }
    if !isKept { XML_ParserFree(parser) }
  }
}
