/// A BCP 47 language tag in its canonical case: `kk`, `ru-RU`, `kk-Latn-KZ`.
public struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
  /// The whole tag.
  public let bcp47: String

  /// The tag in `text`, whatever its case; `_` is taken for `-`, as many tools write it.
  ///
  /// Nil where `text` is not well-formed (RFC 5646: subtags of 1 to 8 letters or digits, the first of 2 to 8 letters).
  public init?(_ text: some StringProtocol) {
    let utf8 = text.utf8
    if utf8.count == 2 || utf8.count == 3, utf8.allSatisfy({ $0 &- 97 < 26 }) {
      bcp47 = String(text)
      return
    }
    let subtags = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard let first = subtags.first, (2...8).contains(first.utf8.count), first.utf8.allSatisfy(\.isASCIILetter),
      subtags.allSatisfy({ (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isASCIIAlphanumeric) })
    else { return nil }
    var canonical = [first.lowercased()]
    for subtag in subtags.dropFirst() {
      let letters = subtag.utf8.allSatisfy(\.isASCIILetter)
      let afterSingleton = canonical.dropFirst().contains { $0.utf8.count == 1 }
      switch subtag.utf8.count {
      case 2 where letters && !afterSingleton: canonical.append(subtag.uppercased())
      case 4 where letters && !afterSingleton:
        canonical.append(subtag.prefix(1).uppercased() + subtag.dropFirst().lowercased())
      default: canonical.append(subtag.lowercased())
      }
    }
    bcp47 = canonical.joined(separator: "-")
  }

  /// The primary language subtag: `kk` of `kk-Latn-KZ`.
  public var language: String { String(bcp47.prefix { $0 != "-" }) }

  /// The tag itself, then ever less of it: `kk-Latn-KZ`, `kk-Latn`, `kk` (RFC 4647, lookup).
  public var fallbacks: [String] {
    var result = [bcp47]
    var rest = bcp47[...]
    while let dash = rest.lastIndex(of: "-") {
      rest = rest[..<dash]
      // A singleton is never the last subtag of a fallback.
      if let before = rest.lastIndex(of: "-"), rest.distance(from: before, to: rest.endIndex) == 2 { continue }
      result.append(String(rest))
    }
    return result
  }

  /// Whether one tag is the other, or the other with a region or a script more: `kk` and `kk-KZ`.
  public func matches(_ other: LanguageTag) -> Bool {
    fallbacks.contains(other.bcp47) || other.fallbacks.contains(bcp47)
  }

  /// The text for people.
  public var description: String { bcp47 }
}

extension UInt8 {
  /// A to Z, in either case.
  var isASCIILetter: Bool { (self | 0x20) &- 97 < 26 }
  /// A to Z in either case, or 0 to 9.
  var isASCIIAlphanumeric: Bool { isASCIILetter || self &- 48 < 10 }
}
