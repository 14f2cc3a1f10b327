/// Guessing what a mistyped word was meant to be.
public enum Spelling {
  /// The candidate that is nearest to a mistyped word, where one is near enough to be meant.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
      var last = Array(0...b.count)
      for i in a.indices {
        var row = [i + 1]
        for j in b.indices { row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))) }
        last = row
      }
      return last[b.count]
    }
    let near = candidates.map { ($0, distance(Array(word.utf8), Array($0.utf8))) }.min { $0.1 < $1.1 }
    guard let near, near.1 <= max(1, word.utf8.count / 3) else { return nil }
    return near.0
  }
}
