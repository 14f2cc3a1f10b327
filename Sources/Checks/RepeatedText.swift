internal import Units

/// A sentence or a clause that a target says twice, as it does when a text is pasted over a part of itself.
struct RepeatedText: Check {
  static let rule = Rule(
    "repeated-text", .warning, summary: "The target says the same twice, the source says it once.",
    examples: [
      Example(
        "en", "The old mine in the north opened again this spring, the firm said.",
        "ru",
        "Старая шахта на севере весной снова открылась, сообщили в фирме. ⟦Старая шахта на севере весной снова открылась⟧."
      ),
      Example(
        "en", "The old mine in the north opened again this spring, the firm said.",
        "ru", "Старая шахта на севере весной снова открылась, сообщили в фирме."),
      Example(
        "en", "He has to go. He has to go now, and she has to go home.",
        "ru", "Он должен идти. Он должен идти сейчас, а она должна идти домой."),
    ])

  /// How many words in a row must be the same.
  private static let length = 6

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    bitext.eachTranslation { unit, index, source, target in
      guard let range = Self.repetition(in: target.text, of: Self.length) else { return }
      // A refrain of the source may be longer in the target.
      guard Self.repetition(in: source.text, of: Self.length / 2) == nil else { return }
      report(Self.rule.finding("the target says this twice", unit, index, range))
    }
  }

  /// Where so many words follow each other for the second time, and those that go on as they did; nil where none do.
  private static func repetition(in text: [UInt8], of length: Int) -> Range<Int>? {
    let words = Array(Words(text))
    guard words.count >= length * 2 else { return nil }
    let hashes = words.map { Fingerprint(text[$0]).bits }
    var first: [UInt64: Int] = [:]
    for start in 0...(words.count - length) {
      let key = hashes[start..<start + length].reduce(0) { $0 &* 31 &+ $1 }
      guard let earlier = first[key], earlier + length <= start else {
        if first[key] == nil { first[key] = start }
        continue
      }
      let same = zip(hashes[earlier..<start], hashes[start...]).prefix { $0 == $1 }.count
      if same >= length { return words[start].lowerBound..<words[start + same - 1].upperBound }
    }
    return nil
  }
}
