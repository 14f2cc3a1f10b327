/// Character references, as Markdown and HTML write them: `&nbsp;`, `&#8212;`.
enum MarkdownEntities {
  /// The length of the reference that begins at `at`, which holds an ampersand; nil where none does.
  ///
  /// Any name counts, known or not: a reader may know more names than we do.
  static func length(in bytes: some RandomAccessCollection<UInt8>, at start: Int) -> Int? {
    let bytes = bytes.dropFirst(start).prefix(52)
    var index = bytes.index(after: bytes.startIndex)
    func next() -> UInt8? { index < bytes.endIndex ? bytes[index] : nil }
    var count = 0
    if next() == UInt8(ascii: "#") {
      index = bytes.index(after: index)
      let isHex = next().map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
      if isHex { index = bytes.index(after: index) }
      while let byte = next(), isHex ? byte.isHexDigit : byte.isASCIIDigit {
        index = bytes.index(after: index)
        count += 1
      }
      guard count > 0, count <= (isHex ? 6 : 7) else { return nil }
    } else {
      while let byte = next(), byte.isASCIILetter || (count > 0 && byte.isASCIIDigit) {
        index = bytes.index(after: index)
        count += 1
      }
      guard count > 1 else { return nil }
    }
    guard next() == UInt8(ascii: ";") else { return nil }
    return bytes.distance(from: bytes.startIndex, to: index) + 1
  }

  /// The text that a reference stands for; nil where its name is not known, or XML can't hold it.
  static func text(of reference: ArraySlice<UInt8>) -> [UInt8]? {
    let name = reference.dropFirst().dropLast()
    guard name.first == UInt8(ascii: "#") else { return names[String(decoding: name, as: UTF8.self)] }
    let digits = name.dropFirst()
    let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let number = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(number, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value), value >= 0x20,
      value != 0xFFFE, value != 0xFFFF
    else { return nil }
    return Array(String(scalar).utf8)
  }

  /// The names that news copy uses; another one is left as a code.
  private static let names: [String: [UInt8]] = {
    let scalars: [String: UInt32] = [
      "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "iexcl": 0xA1, "cent": 0xA2,
      "pound": 0xA3, "yen": 0xA5, "sect": 0xA7, "copy": 0xA9, "laquo": 0xAB, "shy": 0xAD, "reg": 0xAE, "deg": 0xB0,
      "plusmn": 0xB1, "sup2": 0xB2, "sup3": 0xB3, "micro": 0xB5, "para": 0xB6, "middot": 0xB7, "sup1": 0xB9,
      "raquo": 0xBB, "frac14": 0xBC, "frac12": 0xBD, "frac34": 0xBE, "iquest": 0xBF, "times": 0xD7, "divide": 0xF7,
      "szlig": 0xDF, "agrave": 0xE0, "aacute": 0xE1, "acirc": 0xE2, "atilde": 0xE3, "auml": 0xE4, "aring": 0xE5,
      "aelig": 0xE6, "ccedil": 0xE7, "egrave": 0xE8, "eacute": 0xE9, "ecirc": 0xEA, "euml": 0xEB, "igrave": 0xEC,
      "iacute": 0xED, "icirc": 0xEE, "iuml": 0xEF, "ntilde": 0xF1, "ograve": 0xF2, "oacute": 0xF3, "ocirc": 0xF4,
      "otilde": 0xF5, "ouml": 0xF6, "oslash": 0xF8, "ugrave": 0xF9, "uacute": 0xFA, "ucirc": 0xFB, "uuml": 0xFC,
      "Agrave": 0xC0, "Aacute": 0xC1, "Auml": 0xC4, "Aring": 0xC5, "Ccedil": 0xC7, "Egrave": 0xC8, "Eacute": 0xC9,
      "Ntilde": 0xD1, "Ouml": 0xD6, "Oslash": 0xD8, "Uuml": 0xDC, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009,
      "zwnj": 0x200C, "zwj": 0x200D, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019,
      "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "dagger": 0x2020, "bull": 0x2022,
      "hellip": 0x2026, "permil": 0x2030, "prime": 0x2032, "lsaquo": 0x2039, "rsaquo": 0x203A, "euro": 0x20AC,
      "numero": 0x2116, "trade": 0x2122, "larr": 0x2190, "uarr": 0x2191, "rarr": 0x2192, "darr": 0x2193,
      "minus": 0x2212, "asymp": 0x2248, "ne": 0x2260, "le": 0x2264, "ge": 0x2265,
    ]
    return scalars.compactMapValues { value in Unicode.Scalar(value).map { Array(String($0).utf8) } }
  }()
}

extension UInt8 {
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  var isHexDigit: Bool { isASCIIDigit || (self | 0x20) &- 0x61 < 6 }
  /// What a backslash escapes in Markdown.
  var isASCIIPunctuation: Bool { self > 0x20 && self < 0x7F && !isASCIIDigit && !isASCIILetter }
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}
