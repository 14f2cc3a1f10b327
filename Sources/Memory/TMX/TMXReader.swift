import Units
import XML

/// Reads TMX 1.1 to 1.4b, inline codes included.
///
/// A translation unit with several languages gives an entry for each but its source's. Units that lack a language or a
/// text are left out and counted.
public final class TMXReader {
  /// How many units had nothing to keep.
  public private(set) var skipped = 0

  private let handler: Handler

  /// A reader that hands over entries, some at a time; what `deliver` throws ends the reading.
  public init(batch: Int = 10_000, deliver: @escaping ([MemoryEntry]) throws -> Void) {
    handler = Handler(batch: batch, deliver: deliver)
  }

  /// Reads a document of any size in pieces, which `next` gives until it gives nil; in UTF-8 or UTF-16.
  ///
  /// - Throws: ``XML/XMLError`` where it is not well-formed or no TMX, and what `next` and `deliver` throw.
  public func read(_ next: () throws -> [UInt8]?) throws {
    defer { skipped = handler.skipped }
    do { try parse(pieces: next, receiver: handler) } catch { throw handler.failure ?? error }
    try handler.flush()
  }
}

/// Builds entries from the XML reader's events.
private final class Handler: Receiver {
  /// What an element is to a memory.
  private enum Element: Int, CaseIterable {
    case other, tmx, header, unit, variant, segment, property, opening, closing, standalone, isolated, highlight
    case subflow

    static let names: [String: Element] = [
      "tmx": .tmx, "header": .header, "tu": .unit, "tuv": .variant, "seg": .segment, "prop": .property,
      "bpt": .opening, "ept": .closing, "ph": .standalone, "it": .isolated, "ut": .standalone, "hi": .highlight,
      "sub": .subflow,
    ]
  }

  /// One language's text of a unit.
  private struct Variant {
    var language: LanguageTag?
    var content = Content()
  }

  private(set) var skipped = 0
  private(set) var failure: (any Error)?
  private(set) var isTMX = false

  private let batch: Int
  private let deliver: ([MemoryEntry]) throws -> Void
  private var entries: [MemoryEntry] = []
  /// The languages met so far, by their tags as they are written.
  private var languages: [String: LanguageTag] = [:]
  private var documentLanguage: LanguageTag?
  private var unitLanguage: LanguageTag?
  private var variants: [Variant] = []
  private var properties: [String: String] = [:]
  private var property: (name: String, value: [UInt8])?
  /// The codes of the unit by what joins them: `x`, or else `i` within one text.
  private var ordinals: [String: Int] = [:]
  private var openings: [String: Int] = [:]
  private var isInSegment = false
  private var code: (kind: Code.Kind, ordinal: Int, isBreak: Bool, display: [UInt8])?
  private var codeDepth = 0

  init(batch: Int, deliver: @escaping ([MemoryEntry]) throws -> Void) {
    self.batch = batch
    self.deliver = deliver
  }

  static let usualNames = NameTable(Element.names.map { ("", $0.key, $0.value.rawValue) })

  func number(namespace: String, local: String) -> Int { (Element.names[local] ?? .other).rawValue }

  var wantsText: Bool { isInSegment || property != nil }

  func start(_ number: Int, _ tag: borrowing StartTag) throws(XMLError) {
    let element = Element(rawValue: number) ?? .other
    if !isTMX {
      guard element == .tmx else {
        throw XMLError(problem: "not TMX: the root element is not tmx; give a TMX file", offset: 0)
      }
      isTMX = true
      return
    }
    if code != nil { return codeDepth += 1 }
    switch element {
    case .header: documentLanguage = language(tag["srclang"])
    case .unit:
      unitLanguage = language(tag["srclang"]) ?? documentLanguage
      (variants, properties, ordinals) = ([], [:], [:])
    case .variant:
      let language = tag[namespaced: "http://www.w3.org/XML/1998/namespace\nlang"] ?? tag["lang"]
      variants.append(Variant(language: self.language(language)))
      openings = [:]
    case .segment: isInSegment = !variants.isEmpty
    // Properties of a text alone are tools' own.
    case .property where variants.isEmpty: property = (tag["type"] ?? "", [])
    case .opening, .closing, .standalone, .isolated:
      if isInSegment { begin(element, tag) }
    default: break
    }
  }

  private func language(_ tag: String?) -> LanguageTag? {
    guard let tag else { return nil }
    if let known = languages[tag] { return known }
    let language = LanguageTag(tag)
    languages[tag] = language
    return language
  }

  private func begin(_ element: Element, _ tag: borrowing StartTag) {
    let kind: Code.Kind =
      switch element {
      case .opening: .open
      case .closing: .close
      case .isolated: tag["pos"] == "end" ? .close : .open
      default: .standalone
      }
    let number: Int
    if element == .closing, let opening = tag["i"].flatMap({ openings[$0] }) {
      number = opening
    } else {
      let key = tag["x"].map { "x\($0)" } ?? tag["i"].map { "i\($0)" } ?? "\(variants.count)/\(ordinals.count)"
      number = ordinals[key] ?? ordinals.count + 1
      ordinals[key] = number
    }
    if element == .opening, let pair = tag["i"] { openings[pair] = number }
    code = (kind, number, tag["type"] == "lb", [])
    codeDepth = 0
  }

  func end(_ number: Int, at range: Range<Int>) throws(XMLError) {
    if let code {
      guard codeDepth == 0 else { return codeDepth -= 1 }
      let last = variants.count - 1
      let place = variants[last].content.text.count
      variants[last].content.codes.append(
        Code(
          at: Offset(place), kind: code.kind, ordinal: code.ordinal,
          display: String(decoding: code.display, as: UTF8.self), equivalent: code.isBreak ? "\n" : ""))
      self.code = nil
      return
    }
    switch Element(rawValue: number) ?? .other {
    case .segment: isInSegment = false
    case .property:
      if let property { properties[property.name] = String(decoding: property.value, as: UTF8.self) }
      property = nil
    case .unit: try endUnit(at: range)
    default: break
    }
  }

  func text(at range: Range<Int>, replacement: [UInt8]?) {
    // A document that comes in pieces has no bytes to point at.
    let text = replacement ?? []
    if code != nil {
      code?.display += text
    } else if isInSegment {
      variants[variants.count - 1].content.text += text
    } else {
      property?.value += text
    }
  }

  private func endUnit(at range: Range<Int>) throws(XMLError) {
    let source = variants.firstIndex { $0.language != nil && $0.language == unitLanguage } ?? variants.startIndex
    guard variants.indices.contains(source), let language = variants[source].language,
      !variants[source].content.text.isEmpty
    else { return skipped += 1 }
    let count = entries.count
    for (index, variant) in variants.enumerated() where index != source && !variant.content.text.isEmpty {
      guard let target = variant.language else { continue }
      entries.append(
        MemoryEntry(
          reading: variants[source].content, variant.content, from: language, to: target, properties))
    }
    if entries.count == count { skipped += 1 }
    if entries.count >= batch {
      do { try flush() } catch {
        failure = error
        throw XMLError(problem: "\(error)", offset: range.lowerBound)
      }
    }
  }

  /// Hands over what was gathered.
  func flush() throws {
    guard !entries.isEmpty else { return }
    defer { entries.removeAll(keepingCapacity: true) }
    try deliver(entries)
  }
}
