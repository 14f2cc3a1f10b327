/// A date of the Gregorian calendar that stands with its year in a text.
struct CalendarDate: Hashable {
  let year: Int
  /// From 1.
  let month: Int
  let day: Int

  /// How many words a date is looked for on each side.
  private static let reach = 5

  /// The date that stands right before or after a place; nil where day, month and year don't all stand there.
  init?(beside place: Range<Int>, in text: [UInt8], _ names: MonthNames) {
    // A word has no more than 64 bytes, in a date far fewer.
    let start = text.index(place.lowerBound, offsetBy: -64, limitedBy: 0) ?? 0
    let window = Array(text[start..<min(text.count, place.upperBound + 64)])
    let words = Array(Words(window))
    guard let own = words.firstIndex(where: { $0.upperBound + start > place.lowerBound }) else { return nil }
    let near = max(0, own - Self.reach)..<min(words.count, own + Self.reach + 1)
    /// The month, from 0, that the word of an index names.
    func named(_ index: Int) -> Int? {
      names.trie.match(window, at: words[index].lowerBound, endings: names.endings)?.entry
    }
    guard let month = near.first(where: { named($0) != nil }), let entry = named(month) else { return nil }
    func number(_ index: Int) -> Int? {
      guard near.contains(index) else { return nil }
      let digits = window[words[index]].prefix { $0 &- 48 < 10 }
      return digits.count > 4 ? nil : Int(String(decoding: digits, as: UTF8.self))
    }
    let day = [month - 1, month + 1].compactMap(number).first { (1...31).contains($0) }
    let year = [month + 1, month + 2, month - 2, month - 3].compactMap(number).first { (1900...2100).contains($0) }
    guard let day, let year else { return nil }
    self.year = year
    self.month = entry + 1
    self.day = day
  }

  /// The day of the week, 0 for Monday (Zeller's congruence).
  var weekday: Int {
    let (m, y) = month < 3 ? (month + 12, year - 1) : (month, year)
    let fromSaturday = (day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400) % 7
    return (fromSaturday + 5) % 7
  }
}
