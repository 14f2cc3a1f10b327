import Units

/// A copy of a document in which paragraphs with more markup than any article has are overwritten with ``maskByte``s.
///
/// md4c keeps each character that may be markup, so a hundred megabytes of brackets would take gigabytes; and what it
/// made of them would be more codes than a translator can work with.
struct OverloadMask {
  /// The masked document.
  private(set) var bytes: [UInt8]
  /// The paragraphs that are masked.
  private(set) var omissions: [Omission] = []
  /// How many characters of a paragraph may be markup.
  private static let most = 1_000_000

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count > Self.most else { return }
    var (start, count) = (0, 0)
    var isBlank = true
    for at in bytes.indices {
      // CR LF ends one line, not two.
      if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { continue }
      if bytes[at].isLineEnd {
        if isBlank {
          maskParagraph(start..<at, count)
          (start, count) = (at + 1, 0)
        }
        isBlank = true
      } else if !bytes[at].isBlank {
        isBlank = false
        if Self.mayBeMarkup(bytes[at]) { count += 1 }
      }
    }
    maskParagraph(start..<bytes.count, count)
  }

  private static func mayBeMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x26, 0x2A, 0x3C, 0x5B, 0x5C, 0x5D, 0x5F, 0x60, 0x7C, 0x7E: true
    default: false
    }
  }

  private mutating func maskParagraph(_ range: Range<Int>, _ count: Int) {
    guard count > Self.most else { return }
    for index in range where !bytes[index].isLineEnd { bytes[index] = maskByte }
    omissions.append(Omission(range: FileRange(bytes: range), reason: Omission.tooManyCodes, isFurniture: false))
  }
}
