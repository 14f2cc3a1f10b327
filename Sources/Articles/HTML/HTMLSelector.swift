public import Units

/// A selector of CSS for one element: `div`, `.class`, `#id`, `[name]`, `[name=value]`, or several of these together.
///
/// Letters compare without regard to case.
public struct HTMLSelector: Hashable, Sendable {
  private var element: HTMLName?
  private var classes: [HTMLName] = []
  private var attributes: [Attribute] = []

  private struct Attribute: Hashable {
    var name: HTMLName
    /// Nil takes any value.
    var value: HTMLName?
  }

  /// The selector that a text is.
  ///
  /// - Throws: ``Units/Malformed`` where it is none, or selects by more than one element.
  public init(_ text: String) throws(Malformed) {
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      switch first {
      case UInt8(ascii: "."):
        rest.removeFirst()
        classes.append(HTMLName(try Self.takeName(&rest)))
      case UInt8(ascii: "#"):
        rest.removeFirst()
        attributes.append(Attribute(name: HTMLName("id"), value: HTMLName(try Self.takeName(&rest))))
      case UInt8(ascii: "["): attributes.append(try Self.takeAttribute(&rest))
      case _ where rest.startIndex == 0: element = HTMLName(try Self.takeName(&rest))
      default: throw Self.malformed(at: rest.startIndex)
      }
    }
    if text.isEmpty { throw Self.malformed(at: 0) }
  }

  private static func takeName(_ rest: inout ArraySlice<UInt8>) throws(Malformed) -> ArraySlice<UInt8> {
    let name = rest.prefix { $0.isASCIIAlphanumeric || "-_".utf8.contains($0) || $0 >= 0x80 }
    guard !name.isEmpty else { throw malformed(at: rest.startIndex) }
    rest = rest[name.endIndex...]
    return name
  }

  private static func takeAttribute(_ rest: inout ArraySlice<UInt8>) throws(Malformed) -> Attribute {
    rest.removeFirst()
    let name = HTMLName(try takeName(&rest))
    var value: HTMLName?
    if rest.first == UInt8(ascii: "=") {
      rest.removeFirst()
      if let quote = rest.first, quote == 0x22 || quote == 0x27 {
        rest.removeFirst()
        let text = rest.prefix { $0 != quote }
        rest = rest[text.endIndex...]
        guard rest.popFirst() == quote else { throw malformed(at: rest.startIndex) }
        value = HTMLName(text)
      } else {
        value = HTMLName(try takeName(&rest))
      }
    }
    guard rest.popFirst() == UInt8(ascii: "]") else { throw malformed(at: rest.startIndex) }
    return Attribute(name: name, value: value)
  }

  private static func malformed(at place: Int) -> Malformed {
    Malformed(
      at: Offset(place), problem: "no selector of one element",
      remedy: "write div, .class, #id, [name=value], or several of these together")
  }

  /// Whether it selects an element with this name and these attributes.
  func selects(_ name: HTMLName, _ list: [HTMLTokenizer.Attribute], in bytes: [UInt8]) -> Bool {
    if let element, element != name { return false }
    func value(_ name: HTMLName) -> ArraySlice<UInt8>? {
      list.first { HTMLName(bytes[$0.name]) == name }.map { bytes[$0.value] }
    }
    for attribute in attributes {
      guard let found = value(attribute.name), attribute.value.map({ $0 == HTMLName(found) }) ?? true else {
        return false
      }
    }
    guard !classes.isEmpty else { return true }
    let own = value(HTMLName("class"))?.split(whereSeparator: \.isHTMLSpace).map { HTMLName($0) } ?? []
    return classes.allSatisfy { own.contains($0) }
  }
}

extension [HTMLSelector] {
  /// Whether one of them selects an element.
  func select(_ name: HTMLName, _ list: [HTMLTokenizer.Attribute], in bytes: [UInt8]) -> Bool {
    contains { $0.selects(name, list, in: bytes) }
  }
}
