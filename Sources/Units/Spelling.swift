/// Guessing what a mistyped word was meant to be.
public enum Spelling {
  /// The candidate that is nearest to a mistyped word, where one is near enough to be meant, or else the one whose
  /// beginning is: “unit-nomber” for “unit-number-mismatch”.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    func distances(_ a: [UInt8], _ b: [UInt8]) -> (whole: Int, beginning: Int) {
      var last = Array(0...b.count)
      for i in a.indices {
        var row = [i + 1]
        for j in b.indices { row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))) }
        last = row
      }
      return (last[b.count], last.reduce(b.count, min))
    }
    // What is longer than any name was not mistyped.
    guard (1...100).contains(word.utf8.count) else { return nil }
    let all = candidates.map { (name: $0, distances: distances(Array(word.utf8), Array($0.utf8))) }
    if let near = all.min(by: { $0.distances.whole < $1.distances.whole }),
      near.distances.whole <= max(1, word.utf8.count / 3)
    {
      return near.name
    }
    let near = all.min { $0.distances.beginning < $1.distances.beginning }
    guard let near, word.utf8.count > 2, near.distances.beginning <= word.utf8.count / 4 else { return nil }
    return near.name
  }
}
