import Units

/// What an attribute holds.
enum ValueType: Sendable {
  case text
  case nmtoken, nmtokens
  case yesNo
  case oneOf([String])
  /// One of the words, or one that a tool made: `x-` and more (1.2).
  case oneOrExtension([String])
  /// One of the words, or `prefix:value` (2.x).
  case oneOrUserDefined([String])
  case language
  /// Hexadecimal digits, two for each byte.
  case hex
  case positive(upTo: Int)
  case decimal(upTo: Double)
  /// `1;2;3;4`, each a number or `#` (1.2).
  case coordinates

  /// What is wrong with `value`; nil where nothing is.
  func problem(of value: String) -> String? {
    isValid(value) ? nil : expectation
  }

  private func isValid(_ value: String) -> Bool {
    switch self {
    case .text: true
    case .nmtoken: isNMTOKEN(value)
    case .nmtokens: !value.isEmpty && value.split(separator: " ").allSatisfy { isNMTOKEN($0) }
    case .yesNo: value == "yes" || value == "no"
    case .oneOf(let words): words.contains(value)
    case .oneOrExtension(let words): value.hasPrefix("x-") && value.utf8.count > 2 || words.contains(value)
    case .oneOrUserDefined(let words): words.contains(value) || isUserDefined(value)
    case .language: !value.utf8.contains(UInt8(ascii: "_")) && LanguageTag(value) != nil
    case .hex: !value.isEmpty && value.utf8.count % 2 == 0 && value.allSatisfy(\.isHexDigit)
    case .positive(let most): Int(value).map { 1...most ~= $0 } ?? false
    case .decimal(let most): Double(value).map { 0...most ~= $0 } ?? false
    case .coordinates: isCoordinates(value)
    }
  }

  private var expectation: String {
    switch self {
    case .text: "is text"
    case .nmtoken: "is no NMTOKEN: use letters, digits and . - _ : only"
    case .nmtokens: "is no list of NMTOKENs with a space between them"
    case .yesNo: "is neither yes nor no"
    case .oneOf(let words): "is not one of \(words.joined(separator: ", "))"
    case .oneOrExtension(let words): "is neither one of \(words.joined(separator: ", ")) nor begins with x-"
    case .oneOrUserDefined(let words):
      "is \(words.isEmpty ? "no" : "none of \(words.joined(separator: ", ")), and no") prefix:value"
    case .language: "is no BCP 47 language tag"
    case .hex: "is no even number of hexadecimal digits"
    case .positive(let most): most == .max ? "is no number from 1" : "is no number from 1 to \(most)"
    case .decimal(let most): "is no number from 0 to \(most)"
    case .coordinates: "is not four numbers or # with ; between them"
    }
  }
}

/// Whether `text` may be an NMTOKEN of XML; characters outside of ASCII are taken for letters.
func isNMTOKEN(_ text: some StringProtocol) -> Bool {
  !text.isEmpty
    && text.utf8.allSatisfy {
      ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 || $0 >= 0x80 || [0x2D, 0x2E, 0x3A, 0x5F].contains($0)
    }
}

/// `prefix:value`, each without white space and colons.
private func isUserDefined(_ value: String) -> Bool {
  let parts = value.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
  return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 > 0x20 } }
}

private func isCoordinates(_ value: String) -> Bool {
  let parts = value.split(separator: ";", omittingEmptySubsequences: false)
  return parts.count == 4 && parts.allSatisfy { $0 == "#" || Int($0) != nil }
}
