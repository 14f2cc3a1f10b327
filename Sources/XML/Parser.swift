internal import CExpat

/// How deep elements may lie in each other.
///
/// XLIFF of real tools has up to 65 levels.
private let depthLimit = 1_000

/// How long a tag or a comment may be: hundreds of thousands of attributes take expat seconds and much memory.
///
/// A longer one is refused before its end is read; one that is not twice as long may pass.
private let tagLimit = 1_000_000

/// How long the text between two tags may be that is asked for.
private let textLimit = 16_000_000

/// Reads `bytes`, a whole document in UTF-8, and tells `receiver` what is in it.
///
/// Entities that a document declares itself, and external ones, are refused: they are how small files fill the memory
/// and how a file reads another one. Undeclared entities are errors, never silently dropped.
///
/// - Throws: ``XMLError`` where the document is not well-formed (XML 1.0, Namespaces in XML), and what `receiver`
///   throws.
public func parse(_ bytes: [UInt8], receiver: any Receiver) throws(XMLError) {
  try Parser(receiver, bytes).run()
}

/// Reads a document in any encoding that ICU knows; every range is one of its text in UTF-8.
///
/// - Throws: ``XMLError`` as ``parse(_:receiver:)-([UInt8],_)`` does, and where the file breaks its encoding.
public func parse(_ text: DecodedText, receiver: any Receiver) throws(XMLError) {
  if let error = text.error { throw error }
  try Parser(receiver, text.bytes).run()
}

/// Owns expat's parser; the C handlers reach back to it through the user-data pointer.
///
/// Events come one at a time, so that accesses to what they change can't overlap and need no check at run time.
private final class Parser {
  private let expat: XML_Parser?
  private let receiver: any Receiver
  private let bytes: [UInt8]
  @exclusivity(unchecked) private var names: NameTable
  @exclusivity(unchecked) private var elements: [Int] = []
  @exclusivity(unchecked) private var listensToText = false
  /// The bytes of text since the last tag.
  @exclusivity(unchecked) private var textLength = 0
  @exclusivity(unchecked) private(set) var failure: XMLError?
  /// Keeps the hash tables of expat from being filled on purpose; asked of the system once.
  private static let salt = UInt.random(in: 1 ... .max)

  init(_ receiver: any Receiver, _ bytes: [UInt8]) {
    self.receiver = receiver
    self.bytes = bytes
    names = type(of: receiver).usualNames
    expat = XML_ParserCreateNS("UTF-8", XML_Char(bitPattern: 10))
  }

  deinit { XML_ParserFree(expat) }

  func run() throws(XMLError) {
    guard let expat, bytes.count < Int32.max else {
      throw XMLError(problem: "the document is too large (2 GiB or more)", offset: 0)
    }
    XML_SetUserData(expat, Unmanaged.passUnretained(self).toOpaque())
    XML_SetHashSalt(expat, Self.salt)
    setHandlers(expat)
    let status = parsePieces(expat)
    if let failure { throw failure }
    guard status == XML_STATUS_OK else {
      let code = XML_GetErrorCode(expat)
      var problem = XML_ErrorString(code).map { String(cString: $0) } ?? "not well-formed"
      if code == XML_ERROR_UNBOUND_PREFIX { problem += " (a tool lost its xmlns:… declaration)" }
      throw XMLError(problem: "not well-formed XML: \(problem)", offset: max(0, Int(XML_GetCurrentByteIndex(expat))))
    }
  }

  /// Gives expat the document by pieces of the longest tag that is allowed, so that a longer one is seen in time.
  private func parsePieces(_ expat: XML_Parser) -> XML_Status {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while true {
        let end = min(start + tagLimit, buffer.count)
        let piece = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
        let isLast: Int32 = end == buffer.count ? 1 : 0
        let status = XML_Parse(
          expat, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count), isLast)
        if status != XML_STATUS_OK || isLast == 1 { return status }
        // What expat has not got over in a whole piece is one tag.
        let at = Int(XML_GetCurrentByteIndex(expat))
        if at >= 0, at + tagLimit < end {
          failure = XMLError(
            problem: "a tag or a comment of over \(tagLimit / 1_000_000) MB, which is refused; split it", offset: at)
          return XML_STATUS_ERROR
        }
        start = end
      }
    }
  }

  private func setHandlers(_ expat: XML_Parser) {
    XML_SetElementHandler(
      expat,
      { data, name, attributes in
        if let name, let attributes { Parser.from(data)?.start(name, attributes) }
      },
      { data, _ in Parser.from(data)?.end() })
    XML_SetEntityDeclHandler(expat) { data, _, _, _, _, _, _, _, _ in
      Parser.from(data)?.fail("the document declares entities of its own, which is refused; write the characters out")
    }
    XML_SetSkippedEntityHandler(expat) { data, name, _ in
      let name = name.map { String(cString: $0) } ?? ""
      Parser.from(data)?.fail("the entity &\(name); is not defined; write the character itself")
    }
    XML_SetExternalEntityRefHandler(expat) { _, _, _, _, _ in 0 }
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> Parser? {
    data.map { Unmanaged<Parser>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The bytes of the event that expat tells of.
  private var range: Range<Int> {
    let start = Int(XML_GetCurrentByteIndex(expat))
    return start..<start + Int(XML_GetCurrentByteCount(expat))
  }

  private func fail(_ problem: String) { fail(XMLError(problem: problem, offset: range.lowerBound)) }

  private func fail(_ error: XMLError) {
    guard failure == nil else { return }
    failure = error
    XML_StopParser(expat, XML_Bool(0))
  }

  private func start(
    _ name: UnsafePointer<XML_Char>, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
  ) {
    guard failure == nil else { return }
    guard elements.count < depthLimit else {
      return fail("elements are nested over \(depthLimit) levels deep, which is refused")
    }
    let element = names.number(of: name) { receiver.number(namespace: $0, local: $1) }
    elements.append(element)
    textLength = 0
    do { try receiver.start(element, StartTag(attributes, range: range)) } catch { fail(error) }
    listenToText()
  }

  private func end() {
    guard failure == nil, let element = elements.popLast() else { return }
    textLength = 0
    do { try receiver.end(element, at: range) } catch { fail(error) }
    listenToText()
  }

  /// Most text is the white space between elements, which nobody asks for: expat need not hand it out.
  private func listenToText() {
    let wants = receiver.wantsText
    guard wants != listensToText else { return }
    listensToText = wants
    XML_SetCharacterDataHandler(expat, wants ? Self.textHandler : nil)
  }

  private static let textHandler: XML_CharacterDataHandler = { data, text, count in
    if let text { Parser.from(data)?.text(UnsafeBufferPointer(start: text, count: Int(count))) }
  }

  private func text(_ text: UnsafeBufferPointer<XML_Char>) {
    guard failure == nil else { return }
    let range = range
    textLength += text.count
    guard textLength <= textLimit else {
      return fail("a text of over \(textLimit / 1_000_000) MB between two tags, which is refused; split it")
    }
    // Where nothing had to be decoded, expat hands out the buffer itself.
    let isVerbatim = range.count == text.count && bytes[range.lowerBound] == UInt8(bitPattern: text[0])
    let replacement = isVerbatim ? nil : text.map { UInt8(bitPattern: $0) }
    do { try receiver.text(at: range, replacement: replacement) } catch { fail(error) }
  }
}
