import Testing
import Units

struct OffsetMapTests {
  /// `a&amp;b` reads `a&b`.
  private let entity = OffsetMap([
    .verbatim(text: 0, raw: 0, count: 1), .atom(text: 1, textCount: 1, raw: 1, rawCount: 5),
    .verbatim(text: 2, raw: 6, count: 1),
  ])

  @Test(arguments: [(0..<1, 0..<1), (1..<2, 1..<6), (0..<2, 0..<6), (2..<3, 6..<7), (0..<3, 0..<7), (3..<3, 7..<7)])
  func mapsTextToRaw(_ text: Range<Int>, _ raw: Range<Int>) {
    #expect(entity.raw(text) == raw)
  }

  @Test func joinsAdjacentVerbatimPieces() {
    var map = OffsetMap()
    map.append(.verbatim(text: 0, raw: 5, count: 2))
    map.append(.verbatim(text: 2, raw: 7, count: 3))
    #expect(map == OffsetMap(verbatim: 5, raw: 5))
  }

  @Test func splitsAVerbatimStretchWhereTheOuterLayerHasAnAtom() {
    let inner = OffsetMap(verbatim: 3)
    #expect(inner.through(entity) == entity)
  }

  @Test func slicesFromItsOwnStart() {
    let slice = entity.slice(1..<3)
    #expect(slice.raw(0..<1) == 1..<6)
    #expect(slice.raw(1..<2) == 6..<7)
  }
}
