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

/// Reads a document of any size in pieces, which `next` gives until it gives nil: in UTF-8, UTF-16 or ISO 8859-1.
///
/// - Throws: ``XMLError`` as ``parse(_:receiver:)-([UInt8],_)`` does, with the position, and what `next` throws.
public func parse(pieces next: () throws -> [UInt8]?, receiver: any Receiver) throws {
  try Parser(receiver).run(pieces: next)
}

/// Owns expat's parser; the C handlers reach back to it through the user-data pointer.
///
/// Events come one at a time, so that accesses to what they change can't overlap and need no check at run time.
private final class Parser {
  private let expat: XML_Parser?
  private let receiver: any Receiver
  private let ignoresBlankText: Bool
  /// The whole document; nil for one that comes in pieces.
  private let bytes: [UInt8]?
  @exclusivity(unchecked) private var names: NameTable
  @exclusivity(unchecked) private var elements: [Int] = []
  @exclusivity(unchecked) private var listensToText = false
  /// The bytes of text since the last tag.
  @exclusivity(unchecked) private var textLength = 0
  @exclusivity(unchecked) private(set) var failure: XMLError?
  /// Keeps the hash tables of expat from being filled on purpose; asked of the system once.
  private static let salt = UInt.random(in: 1 ... .max)

  init(_ receiver: any Receiver, _ bytes: [UInt8]? = nil) {
    self.receiver = receiver
    ignoresBlankText = type(of: receiver).ignoresBlankText
    self.bytes = bytes
    names = type(of: receiver).usualNames
    // What comes in pieces says its encoding itself.
    expat = ExpatParsers.take(bytes == nil ? nil : "UTF-8")
  }

  deinit { ExpatParsers.give(expat, size: bytes?.count ?? .max) }

  func run() throws(XMLError) {
    setHandlers()
    let bytes = bytes ?? []
    var start = 0
    repeat {
      let end = min(start + tagLimit, bytes.count)
      try feed(bytes, start..<end, isLast: end == bytes.count)
      try refuseLongTag(fed: end)
      start = end
    } while start < bytes.count
  }

  func run(pieces next: () throws -> [UInt8]?) throws {
    setHandlers()
    var waiting: [UInt8] = []
    var (fed, needed) = (0, 0)
    while let piece = try next() {
      waiting += piece
      guard waiting.count >= needed else { continue }
      try feed(waiting, waiting.indices, isLast: false)
      fed += waiting.count
      try refuseLongTag(fed: fed)
      waiting.removeAll(keepingCapacity: true)
      // A token that goes on is looked through again from its start: each time with twice as much of it.
      needed = max(0, fed - Int(XML_GetCurrentByteIndex(expat)))
    }
    try feed(waiting, waiting.indices, isLast: true)
  }

  /// What expat has not got over in all that it was given is one tag.
  private func refuseLongTag(fed: Int) throws(XMLError) {
    let at = Int(XML_GetCurrentByteIndex(expat))
    guard at >= 0, fed - at > tagLimit else { return }
    let problem = "a tag or a comment of over \(tagLimit / 1_000_000) MB, which is refused; split it"
    throw located(XMLError(problem: problem, offset: at))
  }

  private func feed(_ bytes: [UInt8], _ range: Range<Int>, isLast: Bool) throws(XMLError) {
    guard let expat, bytes.count < Int32.max else {
      throw XMLError(problem: "the document is too large (2 GiB or more)", offset: 0)
    }
    let status = bytes.withUnsafeBytes { buffer in
      let piece = UnsafeRawBufferPointer(rebasing: buffer[range])
      return XML_Parse(
        expat, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count), isLast ? 1 : 0)
    }
    if let failure { throw failure }
    guard status == XML_STATUS_OK else {
      let code = XML_GetErrorCode(expat)
      var problem = XML_ErrorString(code).map { String(cString: $0) } ?? "not well-formed"
      if code == XML_ERROR_UNBOUND_PREFIX { problem += " (a tool lost its xmlns:… declaration)" }
      throw located(
        XMLError(problem: "not well-formed XML: \(problem)", offset: max(0, Int(XML_GetCurrentByteIndex(expat)))))
    }
  }

  /// An error with the position where expat is, for a document whose bytes are not at hand.
  private func located(_ error: XMLError) -> XMLError {
    guard bytes == nil else { return error }
    let position = XMLError.Position(
      line: Int(XML_GetCurrentLineNumber(expat)), column: Int(XML_GetCurrentColumnNumber(expat)) + 1)
    return XMLError(problem: error.problem, offset: error.offset, position: position)
  }

  private func setHandlers() {
    guard let expat else { return }
    XML_SetUserData(expat, Unmanaged.passUnretained(self).toOpaque())
    XML_SetHashSalt(expat, Self.salt)
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
    failure = located(error)
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
    if ignoresBlankText, text.allSatisfy({ UInt8(bitPattern: $0) <= 0x20 }) { return }
    let range = range
    textLength += text.count
    guard textLength <= textLimit else {
      return fail("a text of over \(textLimit / 1_000_000) MB between two tags, which is refused; split it")
    }
    // Where nothing had to be decoded, expat hands out the buffer itself.
    let isVerbatim =
      range.count == text.count && bytes.map { $0[range.lowerBound] == UInt8(bitPattern: text[0]) } ?? false
    let replacement = isVerbatim ? nil : text.map { UInt8(bitPattern: $0) }
    do { try receiver.text(at: range, replacement: replacement) } catch { fail(error) }
  }
}
