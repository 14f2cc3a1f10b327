/// What is wrong with a document, where, and the way out: the one error of every reader.
public struct Malformed: Error, Hashable, Sendable {
  /// Where in the document.
  public var at: Offset<File>
  /// What is wrong, without the place.
  public var problem: String
  /// What to do about it; empty where nothing but mending the file helps.
  public var remedy: String

  /// An error at a byte of a document.
  public init(at: Offset<File>, problem: String, remedy: String = "") {
    self.at = at
    self.problem = problem
    self.remedy = remedy
  }
}

/// Text decoded from raw bytes, and where each piece of it came from.
public struct Decoded: Hashable, Sendable {
  /// UTF-8.
  public var text: [UInt8]
  /// Maps `text` to the raw bytes.
  public var map: OffsetMap

  /// Decoded text with its map.
  public init(text: [UInt8] = [], map: OffsetMap = OffsetMap()) {
    self.text = text
    self.map = map
  }
}

/// One layer of escaping: XML text, a JSON string, an HTML attribute, a line of plain text.
///
/// A new place to hide text is one conformance. Decoding and encoding are tested as a pair: what `encode` writes,
/// `decode` reads back.
public protocol Coding: Sendable {
  /// The text of `raw`.
  ///
  /// - Throws: ``Malformed`` with an offset counted from the start of `raw`.
  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded

  /// The bytes that stand for `text` in this layer.
  func encode(_ text: ArraySlice<UInt8>) -> [UInt8]
}

/// Layers of escaping, the outermost first: `[JSONString(), HTMLText()]` is HTML text in a JSON string.
public struct CodingChain: Sendable {
  /// The layers, outermost first.
  public var layers: [any Coding]

  /// A chain of these layers, outermost first; none is text as it is.
  public init(_ layers: [any Coding] = []) { self.layers = layers }

  /// Decodes through all layers; the map leads from the innermost text to `raw`.
  public func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded {
    var result = Decoded(text: Array(raw), map: OffsetMap(verbatim: raw.count))
    for layer in layers {
      let inner: Decoded
      do { inner = try layer.decode(result.text[...]) } catch {
        let at = result.map.raw(error.at.bytes..<error.at.bytes).lowerBound
        throw Malformed(at: Offset(at), problem: error.problem, remedy: error.remedy)
      }
      result = Decoded(text: inner.text, map: inner.map.through(result.map))
    }
    return result
  }

  /// Encodes through all layers, innermost first.
  public func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    layers.reversed().reduce(Array(text)) { bytes, layer in layer.encode(bytes[...]) }
  }
}
