/// Comparing text as the data model does: white space of any length is one space, canonically equivalent letters are
/// equal (Unicode's NFC), so what a tool re-indents or normalizes is still the same source.
public enum Folding {
  /// The end of `needle` in `text` where it stands at `start`, or nil where it doesn't.
  ///
  /// White space around `needle` is ignored. The end is a byte offset into `text`.
  public static func end(of needle: [UInt8], in text: [UInt8], at start: Int) -> Int? {
    var n = skipSpace(needle, 0)
    let needleEnd = trimmedEnd(needle)
    var t = start
    while n < needleEnd {
      // Nearly always all bytes are the same.
      let limit = min(needleEnd - n, text.count - t)
      let same = needle.span.commonCount(from: n, with: text.span, from: t, limit: limit)
      (n, t) = (n + same, t + same)
      if n == needleEnd { break }
      (n, t) = (scalarStart(needle, n), scalarStart(text, t))
      // White space of another kind or length: both sides are in it, or have just left it.
      let wasSpace = endsInSpace(needle, n)
      let (nextN, nextT) = (skipSpace(needle, n), skipSpace(text, t))
      if wasSpace ? nextN > n || nextT > t : nextN > n && nextT > t {
        (n, t) = (nextN, nextT)
        continue
      }
      return endByGraphemes(of: needle[..<needleEnd], from: n, in: text, at: t)
    }
    // A combining mark that follows in the text makes its last letter another one.
    return t == text.count || !continuesGrapheme(text, t) ? t : nil
  }

  /// Whether two texts are the same but for white space and normalization.
  public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard let end = end(of: left, in: right, at: skipSpace(right, 0)) else { return false }
    return skipSpace(right, end) == right.count
  }

  /// The first place at or after `start` where `needle` stands in `text`.
  public static func range(of needle: [UInt8], in text: [UInt8], from start: Int) -> Range<Int>? {
    guard skipSpace(needle, 0) < needle.count else { return nil }
    for at in start..<max(start, text.count) where text[at] & 0xC0 != 0x80 {
      if let end = end(of: needle, in: text, at: at) { return at..<end }
    }
    return nil
  }

  /// A text that is the same for all that ``equal(_:_:)`` takes for the same: to look one up among many.
  public static func key(_ text: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var at = skipSpace(text, 0)
    while at < text.count {
      result.append(text[at])
      let next = skipSpace(text, at + 1)
      if next > at + 1, next < text.count { result.append(0x20) }
      at = next
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `text` without any white space, to look up what ``equal(_:_:)`` then decides.
  public static func solid(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var at = skipSpace(text, 0)
    while at < text.count {
      result.append(text[at])
      at = skipSpace(text, at + 1)
    }
    return result
  }

  /// The range of `text` without the white space at its ends.
  public static func trimmed(_ text: [UInt8]) -> Range<Int> {
    let start = skipSpace(text, 0)
    return start..<max(start, trimmedEnd(text))
  }

  /// Whether there is nothing but white space.
  public static func isBlank(_ text: [UInt8]) -> Bool { skipSpace(text, 0) == text.count }

  /// The first offset at or after `start` where no white space stands.
  public static func skipSpace(_ text: [UInt8], _ start: Int) -> Int {
    var at = start
    while at < text.count {
      let length = spaceLength(text, at)
      if length == 0 { break }
      at += length
    }
    return at
  }

  /// The length in bytes of the white space scalar at `at`, 0 where there is none.
  ///
  /// XML's four, and those that Unicode and typographers know: U+0085, U+00A0, U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
  static func spaceLength(_ text: [UInt8], _ at: Int) -> Int {
    switch text[at] {
    case 0x20, 0x09, 0x0A, 0x0D: return 1
    case 0xC2: return at + 1 < text.count && (text[at + 1] == 0xA0 || text[at + 1] == 0x85) ? 2 : 0
    case 0xE1: return at + 2 < text.count && text[at + 1] == 0x9A && text[at + 2] == 0x80 ? 3 : 0
    case 0xE2 where at + 2 < text.count:
      let second = text[at + 1]
      let third = text[at + 2]
      if second == 0x80 { return third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0 }
      return second == 0x81 && third == 0x9F ? 3 : 0
    case 0xE3: return at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// Whether white space stands right before `at`.
  private static func endsInSpace(_ text: [UInt8], _ at: Int) -> Bool {
    guard at > 0 else { return false }
    let start = scalarStart(text, at - 1)
    return spaceLength(text, start) == at - start
  }

  /// The start of the scalar that the byte at `at` belongs to.
  private static func scalarStart(_ text: [UInt8], _ at: Int) -> Int {
    var start = at
    while start > 0, start < text.count, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private static func trimmedEnd(_ text: [UInt8]) -> Int {
    var end = text.count
    while end > 0 {
      var at = end - 1
      while at > 0, text[at] & 0xC0 == 0x80 { at -= 1 }
      if spaceLength(text, at) != end - at { break }
      end = at
    }
    return end
  }

  /// The slow way, for letters written in two ways: compares grapheme by grapheme, which Swift does by canonical
  /// equivalence.
  private static func endByGraphemes(of needle: ArraySlice<UInt8>, from n: Int, in text: [UInt8], at t: Int) -> Int? {
    guard t < text.count, needle[n] >= 0x80 || text[t] >= 0x80 else { return nil }
    // One grapheme back: the letter before may be the base of a mark that stands here. Text of a segment is short,
    // so the rest of a block is cut to what it can need.
    let needleStart = graphemeStart(needle, n)
    let textStart = graphemeStart(text[...], t)
    guard n - needleStart == t - textStart else { return nil }
    let limit = min(text.count, textStart + 4 * (needle.endIndex - needleStart) + 64)
    let wanted = String(decoding: needle[needleStart...], as: UTF8.self)
    let given = String(decoding: text[textStart..<limit], as: UTF8.self)
    var g = given.startIndex
    var w = wanted.startIndex
    while w < wanted.endIndex {
      guard g < given.endIndex else { return nil }
      if wanted[w].isWhitespace, given[g].isWhitespace {
        while w < wanted.endIndex, wanted[w].isWhitespace { w = wanted.index(after: w) }
        while g < given.endIndex, given[g].isWhitespace { g = given.index(after: g) }
      } else if wanted[w] == given[g] {
        w = wanted.index(after: w)
        g = given.index(after: g)
      } else {
        return nil
      }
    }
    return textStart + given.utf8.distance(from: given.startIndex, to: g)
  }

  private static func graphemeStart(_ text: ArraySlice<UInt8>, _ at: Int) -> Int {
    var start = at
    repeat {
      guard start > text.startIndex else { return start }
      start -= 1
    } while text[start] & 0xC0 == 0x80 || continuesGrapheme(Array(text[start..<min(start + 4, text.endIndex)]), 0)
    return start
  }

  /// Whether a combining mark of the Latin, Greek and Cyrillic scripts (U+0300 to U+036F) stands at `at`.
  private static func continuesGrapheme(_ text: [UInt8], _ at: Int) -> Bool {
    guard at + 1 < text.count else { return false }
    return text[at] == 0xCC || (text[at] == 0xCD && text[at + 1] <= 0xAF)
  }
}
