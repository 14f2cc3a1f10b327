internal import CExpat
import Glibc

/// What is wrong with an XML document, and where.
public struct XMLError: Error, Hashable, Sendable {
  /// What is wrong and what to do about it.
  public let problem: String
  /// Where, in bytes of the document.
  public let offset: Int
  /// Line and column, from 1, of a document that came in pieces; nil where its bytes are at hand.
  public let position: Position?

  /// A line and a column (in scalars), both from 1.
  public struct Position: Hashable, Sendable {
    /// The line.
    public let line: Int
    /// The column.
    public let column: Int
  }

  /// An error at a byte of the document.
  public init(problem: String, offset: Int, position: Position? = nil) {
    self.problem = problem
    self.offset = offset
    self.position = position
  }
}

/// Hears what a document holds, in order.
///
/// All ranges are bytes of the document.
public protocol Receiver: AnyObject {
  /// The names that documents of this kind use, with their numbers, so that they need not be asked for in each.
  static var usualNames: NameTable { get }

  /// A number for the elements of this name; asked once for each name, so that events carry numbers, not strings.
  func number(namespace: String, local: String) -> Int

  /// An element begins.
  func start(_ element: Int, _ tag: borrowing StartTag) throws(XMLError)

  /// An element ends; `range` is its end tag, or its whole empty-element tag.
  func end(_ element: Int, at range: Range<Int>) throws(XMLError)

  /// Whether character data is to be told from here on; asked after each start and each end of an element.
  var wantsText: Bool { get }

  /// Whether character data that is nothing but white space is no matter: it is not told.
  static var ignoresBlankText: Bool { get }

  /// Character data. `replacement` is what the bytes stand for where that differs from the bytes themselves: a
  /// character reference, a CR LF; always, where the document comes in pieces.
  func text(at range: Range<Int>, replacement: [UInt8]?) throws(XMLError)
}

extension Receiver {
  /// None: every name is asked for.
  public static var usualNames: NameTable { NameTable() }
  /// All of it is told.
  public static var ignoresBlankText: Bool { false }
}

/// A start tag with its attributes; lives for the call only.
public struct StartTag: ~Copyable {
  private let attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
  /// The tag, from `<` to `>`.
  public let range: Range<Int>

  init(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>, range: Range<Int>) {
    self.attributes = attributes
    self.range = range
  }

  /// The value of the attribute that has this name and no namespace.
  public subscript(_ name: StaticString) -> String? { value(name) }

  /// Whether the attribute that has this name and no namespace has this value.
  public func has(_ name: StaticString, _ value: String) -> Bool {
    guard var own = pointer(to: name) else { return false }
    for byte in value.utf8 {
      if UInt8(bitPattern: own.pointee) != byte { return false }
      own += 1
    }
    return own.pointee == 0
  }

  /// The value of an attribute in a namespace; `name` is the namespace, a line feed and the local name.
  public subscript(namespaced name: StaticString) -> String? { value(name) }

  /// The number of the name of an attribute, by its place in the tag; nil behind the last one.
  ///
  /// `ask` gives the number of a namespace and a local name that `names` does not have.
  public func number(
    ofAttribute index: Int, by names: inout NameTable, _ ask: (String, String) -> Int
  ) -> Int? {
    attributes[2 * index].map { names.number(of: $0, ask) }
  }

  /// The value of an attribute by its place in the tag, which must be one.
  public func value(at index: Int) -> String { attributes[2 * index + 1].map { String(cString: $0) } ?? "" }

  /// Adds the value of an attribute, by its place in the tag, which must be one.
  public func appendValue(of index: Int, to bytes: inout [UInt8]) {
    guard let value = attributes[2 * index + 1] else { return }
    UnsafeRawBufferPointer(start: value, count: strlen(value)).withMemoryRebound(to: UInt8.self) {
      bytes.append(contentsOf: $0)
    }
  }

  private func value(_ name: StaticString) -> String? { pointer(to: name).map { String(cString: $0) } }

  private func pointer(to name: StaticString) -> UnsafePointer<XML_Char>? {
    var index = 0
    while let key = attributes[index], let value = attributes[index + 1] {
      if !differs(key, name.utf8Start, name.utf8CodeUnitCount + 1) { return value }
      index += 2
    }
    return nil
  }
}

/// Whether two C strings differ: short ones, so no call is worth it.
@inline(__always)
private func differs(_ key: UnsafePointer<XML_Char>, _ name: UnsafePointer<UInt8>, _ count: Int) -> Bool {
  for index in 0..<count {
    let byte = UInt8(bitPattern: key[index])
    if byte != name[index] { return true }
    if byte == 0 { return false }
  }
  return false
}
