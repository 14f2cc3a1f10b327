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

  /// The bytes that stand for `text` between these bytes: for a layer where what must be escaped depends on them.
  func encode(_ text: ArraySlice<UInt8>, between neighbours: Neighbours) -> [UInt8]

  /// Whether the text of a block is encoded in one piece, since how a part of it is written depends on the rest.
  var isWhole: Bool { get }
}

extension Coding {
  /// Encodes without regard to what stands around.
  public func encode(_ text: ArraySlice<UInt8>, between neighbours: Neighbours) -> [UInt8] { encode(text) }

  /// Parts may be encoded by themselves.
  public var isWhole: Bool { false }
}

/// The bytes on both sides of a piece of text, as they are written.
public struct Neighbours: Hashable, Sendable {
  /// The byte before; a line feed where a line begins, nil where the block does.
  public var before: UInt8?
  /// The byte behind; nil where the block ends.
  public var after: UInt8?

  /// Text between these bytes.
  public init(before: UInt8? = nil, after: UInt8? = nil) {
    self.before = before
    self.after = after
  }
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

  /// Encodes through all layers; what stands around the text matters to the innermost one.
  public func encode(_ text: ArraySlice<UInt8>, between neighbours: Neighbours) -> [UInt8] {
    guard let inner = layers.last else { return Array(text) }
    return layers.dropLast().reversed().reduce(inner.encode(text, between: neighbours)) { bytes, layer in
      layer.encode(bytes[...])
    }
  }

  /// Whether the text of a block is encoded in one piece.
  public var isWhole: Bool { layers.contains { $0.isWhole } }
}
