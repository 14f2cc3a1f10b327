import Testing

@testable import Memory

/// Levenshtein's distance by bits is the one by the table.
struct EditDistanceTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// By the book.
  private func table(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var next = [i + 1]
      for (j, b) in right.enumerated() { next.append(min(row[j] + (a == b ? 0 : 1), row[j + 1] + 1, next[j] + 1)) }
      row = next
    }
    return row.last ?? 0
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("қала", "қалада", 2), ("水", "河水", 1),
  ])
  func knowsTheDistance(_ left: String, _ right: String, _ distance: Int) {
    #expect(EditDistance(from: scalars(left)).distance(to: scalars(right)) == distance)
  }

  @Test func isThatOfTheTableForTextsOfAnyLength() {
    var seed = UInt64(7)
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    for _ in 0..<300 {
      let left = (0..<random(200)).map { _ in UInt32(97 + random(4) + (random(9) == 0 ? 0x1F600 : 0)) }
      var right = left
      for _ in 0..<random(40) where !right.isEmpty { right[random(right.count)] = UInt32(97 + random(4)) }
      if random(2) == 0 { right.removeFirst(min(right.count, random(70))) }
      #expect(EditDistance(from: left).distance(to: right) == table(left, right), "\(left) \(right)")
    }
  }
}
