internal import Units

/// A name in quotation marks, as newspapers, channels and companies are written.
///
/// What it is made of may be another thing's name: «Вечерняя Москва» is no town.
enum QuotedName {
  /// Whether a place of a text is a part of such a name, which has other words, too.
  static func contains(_ place: Range<Int>, in text: [UInt8]) -> Bool {
    let scalars = Self.scalars(around: place, in: text)
    guard let first = scalars.firstIndex(where: { $0.at >= place.lowerBound }),
      let before = scalars[..<first].lastIndex(where: { Self.isMark($0.scalar) }),
      let after = scalars[first...].firstIndex(where: { $0.at >= place.upperBound && Self.isMark($0.scalar) })
    else { return false }
    // Between two quotations stands a space.
    let inner = scalars[(before + 1)..<after]
    return inner.count < Self.limit && inner.first?.scalar.properties.isUppercase == true
      && !inner.contains { ".!?;:".unicodeScalars.contains($0.scalar) }
      && inner.contains { !place.contains($0.at) && Self.isWord($0.scalar) }
  }

  /// More letters than this are a quotation and no name.
  private static let limit = 40

  /// The letters of a place and so many on both sides, of four bytes each at most, as a name has room for.
  private static func scalars(around place: Range<Int>, in text: [UInt8]) -> [(at: Int, scalar: Unicode.Scalar)] {
    let near = text[max(0, place.lowerBound - 4 * limit)..<min(text.count, place.upperBound + 4 * limit)]
    let whole = near.drop { $0 & 0xC0 == 0x80 }
    var at = whole.startIndex
    return String(decoding: whole, as: UTF8.self).unicodeScalars.map { scalar in
      defer { at += UTF8.width(scalar) }
      return (at, scalar)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    ["\"", "«", "»", "“", "”", "„", "‟", "‹", "›"].contains(scalar)
  }
}
