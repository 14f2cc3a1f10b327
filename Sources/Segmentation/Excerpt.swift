package import ICU

/// The parts of a text that its breaks depend on, in UTF-16, which ICU reads fastest.
///
/// Most of a text is words without a terminator, a line feed or a bullet, the signals of a break: nothing can break
/// there. To ICU's rules (`SentenceRules.source`) such a stretch is the same as its last scalar, with what extends it,
/// once a letter and one scalar more stand behind the signals before it: no rule looks farther. An excerpt leaves out the
/// rest, so it has the breaks of the text, at a fraction of the time.
struct Excerpt {
  /// The parts, one behind the other.
  private(set) var units: [UInt16] = []
  /// For each of `units` where its scalar begins in the text, in bytes.
  private(set) var offsets: [Int] = []
  /// How many units are enough.
  private let size: Int

  init(size: Int) { self.size = size }

  /// Excerpts the text from `start`, where it begins or the last excerpt ended, and gives the place where this one ends.
  ///
  /// It ends at the text's end or where it is large enough; nil where it is much too large and may not end yet.
  mutating func read(_ text: borrowing Span<UInt8>, from start: Int) -> Int? {
    units.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    // Most texts are short, and most of each is left out.
    units.reserveCapacity(min(text.count - start, 64))
    offsets.reserveCapacity(min(text.count - start, 64))
    var at = start
    while true {
      let signal = Self.nextSignal(text, from: at)
      if signal == text.count { return signal }
      let last = Self.lastScalar(text, at..<signal)
      if units.count >= size && last > at { return last }
      guard let end = copy(text, from: last) else { return nil }
      at = end
    }
  }

  /// Copies what stands from `start` on through a signal's letter and the scalar behind it.
  private mutating func copy(_ text: borrowing Span<UInt8>, from start: Int) -> Int? {
    var at = start
    var isBehindLetter = false
    while at < text.count {
      let (scalar, end) = text.scalar(at: at)
      append(scalar, at)
      at = end
      if scalar.isSignal {
        if units.count > size * 8 { return nil }
        isBehindLetter = false
      } else if isBehindLetter {
        if !scalar.extendsSentence { return at }
      } else {
        isBehindLetter = scalar.isSentenceLetter
      }
    }
    return at
  }

  private mutating func append(_ scalar: UInt32, _ offset: Int) {
    offsets.append(offset)
    if scalar < 0x10000 { return units.append(UInt16(scalar)) }
    offsets.append(offset)
    units.append(UInt16(0xD7C0 + scalar >> 10))
    units.append(UInt16(0xDC00 | scalar & 0x3FF))
  }

  /// The first signal at `start` or behind it.
  private static func nextSignal(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
    let begins = signalStarts
    var at = start
    while at < text.count {
      if at + 32 <= text.count, !mayBeginSignal(text, from: at) {
        at += 32
        continue
      }
      let end = min(at + 32, text.count)
      while at < end {
        if begins[Int(text[at])] {
          let (scalar, next) = text.scalar(at: at)
          if scalar.isSignal { return at }
          at = next
        } else {
          at += 1
        }
      }
    }
    return at
  }

  /// Where the last scalar of `range` begins that does not extend another one.
  private static func lastScalar(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
    var at = range.upperBound
    while at > range.lowerBound {
      let (scalar, start) = text.scalar(before: at)
      at = start
      if !scalar.extendsSentence { break }
    }
    return at
  }

  /// Whether one of 32 bytes may begin a signal; without branches, so that the compiler makes vectors of it.
  private static func mayBeginSignal(_ text: borrowing Span<UInt8>, from start: Int) -> Bool {
    var may: UInt8 = 0
    for at in start..<start + 32 { may |= mayBeginSignal(text[at]) }
    return may != 0
  }

  /// For each byte, whether the UTF-8 of a signal may begin with it.
  private static let signalStarts = (0...UInt8.max).map { mayBeginSignal($0) != 0 }

  /// 1 where the UTF-8 of a signal may begin with the byte, else 0.
  ///
  /// It does not with one inside of a scalar, or that of a Latin, Greek, Cyrillic, Han or Hangul letter.
  @inline(__always)
  private static func mayBeginSignal(_ byte: UInt8) -> UInt8 {
    let stop: UInt8 = (byte == 0x2E ? 1 : 0) | (byte == 0x21 ? 1 : 0) | (byte == 0x3F ? 1 : 0)
    let feed: UInt8 = (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
    let two: UInt8 = (byte == 0xC2 ? 1 : 0) | (byte &- 0xD6 < 0xE0 - 0xD6 ? 1 : 0)
    let more: UInt8 = (byte &- 0xE0 < 0xE4 - 0xE0 ? 1 : 0) | (byte == 0xEA ? 1 : 0) | (byte >= 0xED ? 1 : 0)
    return stop | feed | two | more
  }
}

extension UInt32 {
  /// What sentences may break at: a terminator, the end of a paragraph, a bullet.
  var isSignal: Bool { isTerminator || isParagraphSeparator || isBullet }

  fileprivate var isSentenceLetter: Bool {
    self < 0x80 ? isLetter : CharacterFacts.isSentenceLetter(self)
  }

  fileprivate var extendsSentence: Bool { self >= 0xAD && CharacterFacts.extendsSentence(self) }
}

extension SentenceRules {
  /// Calls `body` with the offset of each break in the UTF-8 `text`, in rising order, the text's end included.
  ///
  /// ICU is shown excerpts of about `size` units, so memory does not grow with the text; a text that is nothing but
  /// signals for long it reads itself.
  ///
  /// - Throws: ``ICU/ICUError`` where ICU refuses the text, which it does from 2 GiB on.
  package func forEachBreak(
    in text: borrowing Span<UInt8>, byExcerptsOf size: Int, _ body: (Int) -> Void
  ) throws(ICUError) {
    var excerpt = Excerpt(size: size)
    var start = 0
    while start < text.count {
      guard let end = excerpt.read(text, from: start) else {
        return try forEachBreak(in: text.extracting(start...)) { body(start + $0) }
      }
      try forEachBreak(inUTF16: excerpt.units.span) { unit in
        if unit < excerpt.offsets.count { body(excerpt.offsets[unit]) }
      }
      start = end
    }
    if start > 0 { body(start) }
  }
}
