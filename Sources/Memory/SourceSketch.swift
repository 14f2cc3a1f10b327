/// What is kept of a source to find others that are like it without reading them: its length, and which beginnings of
/// words it has, as bits.
///
/// Two texts of which three letters in four are the same nearly always share about half of the beginnings of their
/// words; of a million sentences a few hundred do.
struct SourceSketch: Hashable {
  /// The number of scalars.
  var length: Int
  /// One bit for each beginning, by its hash.
  var bits: SIMD4<UInt64>
  /// One bit for each digit and what stands before it: these only rank texts that have the same words.
  var digits: UInt32 = 0

  /// How many scalars of a word count: what follows is mostly inflection.
  private static let stem = 4
  /// A run of letters that is longer has no spaces between its words.
  private static let longestWord = 12

  /// The sketch of a text in UTF-8; a number counts as a number, whichever it is.
  init(_ text: [UInt8]) {
    length = 0
    bits = .zero
    var hash: UInt64 = 0
    var run = 0
    var inNumber = false
    var at = 0
    while at < text.count {
      let lead = text[at]
      let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      let end = min(at + width, text.count)
      defer { at = end }
      length += 1
      if lead &- 48 < 10 {
        if !inNumber { set(Self.hash(23, lead: 0)) }
        digits |= 1 << UInt32((Int(lead) + 7 * (at > 0 ? Int(text[at - 1]) : 0)) & 31)
        inNumber = true
        continue
      }
      inNumber = false
      guard Self.isLetter(text, at) else {
        if run > 0, run <= Self.stem { set(hash) }
        run = 0
        continue
      }
      if run == 0 || (run >= Self.longestWord && run % Self.stem == 0) { hash = 0xcbf2_9ce4_8422_2325 }
      if run < Self.stem || run >= Self.longestWord {
        for index in at..<end { hash = Self.hash(hash, lead: text[index]) }
      }
      run += 1
      if run == Self.stem || (run > Self.longestWord && run % Self.stem == 0) { set(hash) }
      // An ideograph is a word.
      if lead >= 0xE3, lead < 0xEA, run < Self.stem {
        set(hash)
        run = 0
      }
    }
    if run > 0, run < Self.stem { set(hash) }
  }

  /// How many beginnings of words there are.
  var count: Int { Self.count(bits) }

  /// How many bits are set.
  @inline(__always)
  static func count(_ bits: SIMD4<UInt64>) -> Int {
    bits.x.nonzeroBitCount + bits.y.nonzeroBitCount + bits.z.nonzeroBitCount + bits.w.nonzeroBitCount
  }

  /// Lengths fall into classes, each a third longer than the one before.
  var lengthClass: Int { Self.lengthClass(of: length) }

  /// The class of a length.
  static func lengthClass(of length: Int) -> Int {
    var (limit, number) = (4, 0)
    while length >= limit, limit < 1 << 40 {
      limit += limit / 3
      number += 1
    }
    return number
  }

  private mutating func set(_ hash: UInt64) {
    let mixed = (hash ^ (hash >> 29)) &* 0xbf58_476d_1ce4_e5b9
    let bit = mixed >> 56
    bits[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  @inline(__always)
  private static func hash(_ hash: UInt64, lead byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Whether a letter begins at a byte, or what is taken for one: everything beyond ASCII but no-break spaces, quotation
  /// marks, dashes and the marks of ideographic scripts.
  private static func isLetter(_ text: [UInt8], _ at: Int) -> Bool {
    switch text[at] {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0xC2: false
    case 0xE2: at + 1 < text.count && text[at + 1] > 0x81
    case 0xE3: at + 1 < text.count && text[at + 1] > 0x80
    case 0xEF: false
    default: text[at] >= 0x80
    }
  }
}
