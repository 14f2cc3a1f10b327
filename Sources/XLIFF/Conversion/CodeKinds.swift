/// What kinds of codes and resources are called in the two structures.
enum CodeKinds {
  /// The kinds of 1.2 for codes around text, and for those that stand alone, with what they are in 2.x.
  private static let spans = [
    "bold": ("fmt", "xlf:b"), "italic": ("fmt", "xlf:i"), "underlined": ("fmt", "xlf:u"), "link": ("link", nil),
  ]
  private static let placeholders = ["lb": ("fmt", "xlf:lb"), "pb": ("fmt", "xlf:pb"), "image": ("image", nil)]
  /// The beginning of a kind of 1.2 that stands for one of 2.x.
  private static let prefix2 = "x-2-"

  /// The type and the sub-type of 2.x for a `ctype` of 1.2.
  static func words2(for ctype: String) -> (type: String, subType: String?) {
    if let known = spans[ctype] ?? placeholders[ctype] { return known }
    guard ctype.hasPrefix(prefix2) else { return ("other", prefixed(ctype)) }
    let parts = ctype.dropFirst(prefix2.count).split(separator: "=", maxSplits: 1).map(String.init)
    return (parts.first ?? "other", parts.count > 1 ? parts[1] : nil)
  }

  /// The `ctype` of 1.2 for a type and a sub-type of 2.x.
  static func word1(type: String, subType: String?, isSpan: Bool) -> String {
    if let subType, let word = unprefixed(subType) { return word }
    let known = (isSpan ? spans : placeholders).first { $0.value.0 == type && $0.value.1 == subType }
    return known?.key ?? prefix2 + type + (subType.map { "=\($0)" } ?? "")
  }

  /// A word of 1.2 as 2.x writes what is not its own: with a prefix, and without further colons and white space.
  static func prefixed(_ word: String, by prefix: String = KeptWords.prefix) -> String {
    prefix + word.unicodeScalars.map { $0 == ":" || $0 == "%" || $0.value <= 0x20 ? percent($0) : String($0) }.joined()
  }

  /// The word of 1.2 that a prefixed one stands for; nil for one with another prefix.
  static func unprefixed(_ word: String, from prefix: String = KeptWords.prefix) -> String? {
    guard word.hasPrefix(prefix) else { return nil }
    var parts = word.dropFirst(prefix.count).split(separator: "%", omittingEmptySubsequences: false)
    let first = parts.removeFirst()
    return parts.reduce(into: String(first)) { result, part in
      let scalar = UInt32(part.prefix(2), radix: 16).flatMap { Unicode.Scalar($0) }
      result += scalar.map { String($0) + part.dropFirst(2) } ?? "%\(part)"
    }
  }

  private static func percent(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "%" + (digits.count < 2 ? "0" : "") + digits
  }
}
