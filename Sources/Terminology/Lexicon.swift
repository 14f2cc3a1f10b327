/// The words of a glossary's names in one language, and the names made of them, in flat arrays.
///
/// Tens of thousands of names take some megabytes: every text is a part of one array of bytes, every list a part of
/// one array of numbers.
struct Lexicon: Sendable {
  /// A part of the bytes of all texts.
  struct Text: Sendable {
    var start: UInt32
    var count: UInt32
  }

  /// A word of names, in one role.
  struct Word: Sendable {
    var text: Text
    var firstStem: Int32
    var isCaseExact: Bool
    /// Capitals don't matter: titles and common words.
    var isCaseless: Bool
    /// What is derived from it begins with a small letter: a place.
    var hasSmallDerivations: Bool
    /// Which of its first 64 letters are capitals.
    var capitals: UInt64 = 0
  }

  /// One way to write the beginning of a word, see ``Stem``.
  struct StemRecord: Sendable {
    var word: Int32
    var text: Text
    /// The number of the set of endings.
    var endings: UInt16
    /// The number of the cells that the word may stand in.
    var allowed: UInt16
    /// The next stem that is written like this one; -1 for none.
    var next: Int32 = -1
  }

  /// A word of a name: its number, and whether a hyphen stands before it and not a space.
  struct Part: Comparable, Sendable {
    private let number: UInt32

    init(word: Int32, isHyphenated: Bool) { number = UInt32(bitPattern: word) << 1 | (isHyphenated ? 1 : 0) }

    var word: Int32 { Int32(number >> 1) }
    var isHyphenated: Bool { number & 1 != 0 }

    /// By the numbers of the words; the order means nothing but that equals stand together.
    static func < (left: Self, right: Self) -> Bool { left.number < right.number }
  }

  /// A name as its words; persons have more of them, for the surname alone.
  struct Pattern: Sendable {
    var concept: Int32
    var firstPart: Int32
    var count: Int32
    var status: Term.Status
    var extent: TermMatch.Extent
    /// The number of the given name's first letter, for initials; 0 where there is none.
    var initial: Alphabet.Symbol = 0
    /// The name that it is made of, whole.
    var text: String

    /// The positions of its words.
    var positions: Range<Int> { 0..<Int(count) }
    /// The position of its last word, which is a person's surname.
    var last: Range<Int> { Int(count) - 1..<Int(count) }
  }

  private(set) var words: ContiguousArray<Word> = []
  private(set) var stems: ContiguousArray<StemRecord> = []
  private(set) var patterns: ContiguousArray<Pattern> = []
  private var bytes: ContiguousArray<UInt8> = []
  private var parts: ContiguousArray<Part> = []
  private var allowedCells: ContiguousArray<Cells> = []
  private var allowedNumbers: [Cells: UInt16] = [:]
  /// The first pattern of each concept, and the end of the last.
  private var conceptStarts: ContiguousArray<Int32> = [0]
  /// The numbers of the patterns in the order of their words, and where those that begin with each word start.
  private var sorted: ContiguousArray<Int32> = []
  private var starts: ContiguousArray<Int32> = []

  // MARK: - Reading

  func scalars(of text: Text) -> [Unicode.Scalar] {
    let low = Int(text.start)
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(Int(text.count))
    for scalar in String(decoding: bytes[low..<(low + Int(text.count))], as: UTF8.self).unicodeScalars {
      scalars.append(scalar)
    }
    return scalars
  }

  /// All letters of all texts.
  var letters: String.UnicodeScalarView { String(decoding: bytes, as: UTF8.self).unicodeScalars }

  /// The letters of a word.
  func scalars(of word: Int32) -> [Unicode.Scalar] { scalars(of: words[Int(word)].text) }

  /// The stems of a word.
  func stems(of word: Int32) -> [Stem] {
    let next = Int(word) + 1
    let end = next < words.count ? Int(words[next].firstStem) : stems.count
    return stems[Int(words[Int(word)].firstStem)..<end].map { stem in
      Stem(text: scalars(of: stem.text), endings: Int(stem.endings), allowed: allowed(stem))
    }
  }

  /// The cells that the word of a stem may stand in.
  @inline(__always)
  func allowed(_ stem: StemRecord) -> Cells { allowedCells[Int(stem.allowed)] }

  /// A word of a name by its position.
  @inline(__always)
  func part(_ position: Int, of pattern: Pattern) -> Part { parts[Int(pattern.firstPart) + position] }

  /// The words of a name.
  func parts(of pattern: Pattern) -> ArraySlice<Part> {
    parts[Int(pattern.firstPart)..<Int(pattern.firstPart + pattern.count)]
  }

  /// The places of the patterns that begin with a word, in the order of their words: a shorter one comes first.
  func places(startingWith word: Int32) -> Range<Int> { Int(starts[Int(word)])..<Int(starts[Int(word) + 1]) }

  /// The number of the pattern at a place.
  func pattern(at place: Int) -> Int32 { sorted[place] }

  /// Those of `places`, whose patterns are alike before `position` and have a word there, that have this one.
  func places(in places: Range<Int>, with part: Part, at position: Int) -> Range<Int> {
    func first(from low: Int, where isReached: (Part) -> Bool) -> Int {
      var (low, high) = (low, places.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if isReached(self.part(position, of: patterns[Int(sorted[middle])])) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let low = first(from: places.lowerBound) { $0 >= part }
    return low..<first(from: low) { $0 > part }
  }

  /// The patterns of a concept, in the order of its names.
  func patterns(of concept: Int) -> ArraySlice<Pattern> {
    guard conceptStarts.indices.contains(concept + 1), concept >= 0 else { return [] }
    return patterns[Int(conceptStarts[concept])..<Int(conceptStarts[concept + 1])]
  }

  // MARK: - Filling

  /// Adds a word with its stems and gives its number.
  mutating func add(
    _ text: [Unicode.Scalar], _ stems: [Stem], isCaseExact: Bool, isCaseless: Bool, hasSmallDerivations: Bool
  ) -> Int32 {
    let number = Int32(words.count)
    let own = add(text)
    words.append(
      Word(
        text: own, firstStem: Int32(self.stems.count), isCaseExact: isCaseExact, isCaseless: isCaseless,
        hasSmallDerivations: hasSmallDerivations))
    for stem in stems {
      let isBeginning = text.starts(with: stem.text)
      let width = UInt32(stem.text.reduce(0) { $0 + UTF8.width($1) })
      self.stems.append(
        StemRecord(
          word: number, text: isBeginning ? Text(start: own.start, count: width) : add(stem.text),
          endings: UInt16(truncatingIfNeeded: stem.endings), allowed: allowedNumber(stem.allowed)))
    }
    return number
  }

  private mutating func add(_ text: [Unicode.Scalar]) -> Text {
    let start = bytes.count
    for scalar in text { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    return Text(start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: bytes.count - start))
  }

  private mutating func allowedNumber(_ cells: Cells) -> UInt16 {
    if let known = allowedNumbers[cells] { return known }
    let number = UInt16(truncatingIfNeeded: allowedCells.count)
    allowedCells.append(cells)
    allowedNumbers[cells] = number
    return number
  }

  /// Adds the words of a name and gives the place of the first.
  mutating func add(_ name: some Sequence<Part>) -> Int32 {
    defer { parts.append(contentsOf: name) }
    return Int32(parts.count)
  }

  /// Adds a name to the concept that is not closed yet.
  mutating func add(_ pattern: Pattern) { patterns.append(pattern) }

  /// Ends the patterns of a concept: those that are added from here on are the next one's.
  mutating func closeConcept() { conceptStarts.append(Int32(patterns.count)) }

  mutating func setCapitals(_ capitals: UInt64, of word: Int) { words[word].capitals = capitals }

  mutating func setInitial(_ initial: Alphabet.Symbol, of pattern: Int) { patterns[pattern].initial = initial }

  mutating func setNext(_ next: Int32, of stem: Int) { stems[stem].next = next }

  /// Sorts the patterns by their words, when all are there.
  mutating func index() {
    sorted = ContiguousArray(
      patterns.indices.map { Int32($0) }.sorted { left, right in
        let (one, other) = (parts(of: patterns[Int(left)]), parts(of: patterns[Int(right)]))
        return one == other ? left < right : one.lexicographicallyPrecedes(other)
      })
    starts = ContiguousArray(repeating: 0, count: words.count + 1)
    for pattern in patterns { starts[Int(part(0, of: pattern).word) + 1] += 1 }
    for word in words.indices { starts[word + 1] += starts[word] }
  }
}
