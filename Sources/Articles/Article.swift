public import Units

/// An article as it lies on disk, and the places in it that can be translated.
public struct Article: Sendable {
  /// The bytes of the file.
  public let bytes: [UInt8]
  /// The name of the format it was read as.
  public let format: String
  /// The places that can be translated, in order.
  public var blocks: [Block]
  /// What was not read as text although it stands where text could be.
  public var omissions: [Omission]
  /// The places that say which language the article is in, in order.
  public var languagePlaces: [LanguagePlace] = []
  /// What it says of itself that nobody translates, in order: its author, date, address.
  public var facts: [(name: String, value: String)] = []
  /// The front matter that stands before the text; nil where none was read.
  var frontMatter: FrontMatter?

  /// An article with its blocks.
  public init(bytes: [UInt8], format: String, blocks: [Block], omissions: [Omission] = []) {
    self.bytes = bytes
    self.format = format
    self.blocks = blocks
    self.omissions = omissions
  }
}

extension Article {
  /// More texts than any tool can show: what holds more is no article, and would take memory without end.
  static let mostBlocks = 250_000

  /// - Throws: ``Units/Malformed`` where there are more texts than that.
  func requireRoom() throws(Malformed) {
    guard blocks.count + omissions.count > Self.mostBlocks else { return }
    throw Malformed(
      at: blocks.last?.raw.lowerBound ?? Offset(0), problem: "over \(Self.mostBlocks) texts, which no tool can show",
      remedy: "split the file")
  }

  /// What was found in a text that stands in another document, with the places that `map` leads to; `coding` is how text
  /// is written there.
  ///
  /// What is furniture there are whole elements.
  func moved(by map: OffsetMap, in coding: any Coding) -> (blocks: [Block], omissions: [Omission]) {
    func moved(_ range: FileRange) -> FileRange { FileRange(bytes: map.raw(range.bytes)) }
    let blocks = blocks.map { block in
      var block = block
      block.raw = moved(block.raw)
      block.map = block.map.through(map)
      block.codes = block.codes.map(moved)
      block.coding = CodingChain([coding] + block.coding.layers)
      return block
    }
    let omissions = omissions.map { omission in
      var omission = omission
      if omission.isFurniture {
        let elements = HTMLElementFinder.wholeElements(around: omission.range.bytes, in: bytes)
        omission.range = FileRange(bytes: elements)
      }
      omission.range = moved(omission.range)
      return omission
    }
    return (blocks, omissions)
  }
}

/// A stretch of the article that is left as it is, and why.
public struct Omission: Hashable, Sendable {
  /// Where.
  public var range: FileRange
  /// Why, in words that follow "left out as" or "left out:".
  public var reason: String
  /// Whether `--with-furniture` would take it in.
  public var isFurniture: Bool

  /// A stretch that is left out.
  public init(range: FileRange, reason: String, isFurniture: Bool) {
    self.range = range
    self.reason = reason
    self.isFurniture = isFurniture
  }
}

extension Omission {
  /// The reason of a text with more than ``Block/mostCodes``.
  static let tooManyCodes = "more markup than a translator can work with"

  /// A text without a letter: a table's figures, a date in digits.
  static func figures(_ range: FileRange) -> Omission {
    Omission(range: range, reason: "figures alone", isFurniture: false)
  }

  /// Whether it is a text without a letter; tables have many.
  public var isFigures: Bool { self == .figures(range) }
}

/// A place where an article says which language it is in.
public struct LanguagePlace: Hashable, Sendable {
  /// How the language is said there.
  public enum Kind: Hashable, Sendable {
    /// A language tag: `kk`.
    case tag
    /// A language and a territory with an underscore: `kk_KZ`.
    case locale
    /// The direction of its writing: `ltr`, `rtl`.
    case direction
    /// An empty range where an attribute with the tag may be put in, or one with a direction other than the usual.
    case missingTag, missingDirection
  }

  /// The bytes of the value.
  public var range: FileRange
  /// How the language is said there.
  public var kind: Kind

  /// A place that says the language.
  public init(range: FileRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

/// A place of an article that can be translated: a byte range, its text, and how one leads to the other.
public struct Block: Sendable {
  /// Text with inline codes.
  public var source: Content
  /// The bytes the text was decoded from.
  public var raw: FileRange
  /// Maps the text to bytes of the file.
  public var map: OffsetMap
  /// How text is written at this place.
  public var coding: CodingChain
  /// The bytes of each code, parallel to `source.codes`: what a merge copies.
  public var codes: [FileRange]
  /// How a code is written in a translation where not as in the source, by its index.
  ///
  /// A link whose text is its label needs the label beside a translated text.
  public var rewrites: [Int: [UInt8]]
  /// What the format calls it: `line`, `li`, `h1`; the hint that roles start from.
  public var syntax: String
  /// What it is to the reader; ``Roles`` says.
  public var role: Role

  /// More codes than a translator or a tool can work with: no such text is written by people.
  static let mostCodes = 2000

  /// A block; its role is set later.
  public init(
    source: Content, raw: FileRange, map: OffsetMap, coding: CodingChain, codes: [FileRange] = [],
    rewrites: [Int: [UInt8]] = [:], syntax: String, role: Role = .paragraph
  ) {
    self.source = source
    self.raw = raw
    self.map = map
    self.coding = coding
    self.codes = codes
    self.rewrites = rewrites
    self.syntax = syntax
    self.role = role
  }
}
