/// What a byte of UTF-8 text is to whoever looks for words and numbers.
enum Letters {
  /// Whether a digit stands at `at`.
  static func isDigit(_ text: [UInt8], _ at: Int) -> Bool { at >= 0 && at < text.count && text[at] &- 48 < 10 }

  /// Whether the scalar at `at` is a letter, or a mark that a letter carries.
  ///
  /// Outside ASCII whatever is not known to be punctuation, a sign or a space: enough to tell words from the rest in
  /// every script.
  static func isLetter(_ text: [UInt8], _ at: Int) -> Bool {
    guard at >= 0, at < text.count else { return false }
    switch text[at] {
    case 0..<0x80: return (text[at] | 0x20) &- 97 < 26
    case 0xC2: return at + 1 < text.count && [0xAA, 0xAD, 0xB5, 0xBA].contains(text[at + 1])
    case 0xC3: return at + 1 < text.count && text[at + 1] != 0x97 && text[at + 1] != 0xB7
    case 0xE2: return at + 1 < text.count && text[at + 1] >= 0xB0
    case 0xE3:
      return at + 1 < text.count && !(text[at + 1] == 0x80 && text[at + 2..<min(at + 3, text.count)].first ?? 0 < 0xA0)
    case 0xEF, 0xF0...: return false
    default: return true
    }
  }

  /// Whether the scalar before `end` is a letter.
  static func precedes(_ text: [UInt8], _ end: Int) -> Bool {
    var at = end - 1
    while at > 0, text[at] & 0xC0 == 0x80 { at -= 1 }
    return isLetter(text, at)
  }

  /// Whether no word goes on at `at`.
  static func endsWord(_ text: [UInt8], _ at: Int) -> Bool { !isLetter(text, at) && !isDigit(text, at) }

  /// The number of bytes of the scalar at `at`.
  static func length(_ text: [UInt8], _ at: Int) -> Int {
    switch text[at] {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }

  /// Whether a word begins with a capital.
  static func beginsWithCapital(_ text: [UInt8], _ word: Range<Int>) -> Bool {
    guard let byte = text[word].first else { return false }
    if byte < 0x80 { return byte &- 0x41 < 26 }
    // Cyrillic small letters, which most words of a text begin with: а to п, р to я.
    if byte == 0xD0, word.count > 1, text[word.lowerBound + 1] >= 0xB0 { return false }
    if byte == 0xD1, word.count > 1, text[word.lowerBound + 1] < 0xA0 { return false }
    let scalar = String(decoding: text[word].prefix(4), as: UTF8.self).unicodeScalars.first
    return scalar?.properties.isUppercase ?? false
  }

  /// The end of the letters at `start`.
  static func wordEnd(_ text: [UInt8], _ start: Int) -> Int {
    var at = start
    while isLetter(text, at) { at = min(text.count, at + length(text, at)) }
    return at
  }

  /// The end of the digits at `start`.
  static func digitsEnd(_ text: [UInt8], _ start: Int) -> Int {
    var at = start
    while isDigit(text, at) { at += 1 }
    return at
  }

  /// The length in bytes of one space that doesn't end a line at `at`, of any width; 0 where there is none.
  static func space(_ text: [UInt8], _ at: Int) -> Int {
    guard at < text.count else { return 0 }
    switch text[at] {
    case 0x20: return 1
    case 0xC2: return at + 1 < text.count && text[at + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard at + 2 < text.count, text[at + 1] == 0x80 else { return 0 }
      return text[at + 2] <= 0x8A || text[at + 2] == 0xAF ? 3 : 0
    default: return 0
    }
  }

  /// The length in bytes of one such space that ends at `end`; 0 where there is none.
  static func space(_ text: [UInt8], before end: Int) -> Int {
    (1...3).first { end >= $0 && space(text, end - $0) == $0 } ?? 0
  }

  /// The minus sign, U+2212.
  static let minusSign: [UInt8] = [0xE2, 0x88, 0x92]

  /// The length in bytes of an apostrophe at `at`, straight or curled; 0 where there is none.
  static func apostrophe(_ text: [UInt8], _ at: Int) -> Int {
    guard at < text.count else { return 0 }
    if text[at] == 0x27 { return 1 }
    return text[at...].starts(with: [0xE2, 0x80, 0x99]) ? 3 : 0
  }

  /// The length in bytes of a hyphen or dash at `at`; 0 where there is none.
  static func dash(_ text: [UInt8], _ at: Int) -> Int {
    guard at < text.count else { return 0 }
    if text[at] == 0x2D { return 1 }
    guard text[at] == 0xE2, at + 2 < text.count, text[at + 1] == 0x80 else { return 0 }
    return (0x90...0x95).contains(text[at + 2]) ? 3 : 0
  }

  /// The length in bytes of a minus, a hyphen or a dash that ends at `end`; 0 where there is none.
  static func minus(_ text: [UInt8], before end: Int) -> Int {
    guard end > 0 else { return 0 }
    if text[end - 1] == 0x2D { return 1 }
    guard end > 2 else { return 0 }
    return text[end - 3..<end].elementsEqual(minusSign) || dash(text, end - 3) == 3 ? 3 : 0
  }

  /// Calls `body` with each run of letters, in order.
  static func forEachWord(in text: [UInt8], _ body: (Range<Int>) -> Void) {
    var at = 0
    while at < text.count {
      guard isLetter(text, at) else {
        at += length(text, at)
        continue
      }
      let end = max(wordEnd(text, at), at + 1)
      body(at..<end)
      at = end
    }
  }
}
