import Testing
import Units

@testable import Localization

/// How stretches of two texts are joined by their length, anchors and roles.
struct BeadSearchTests {
  private func features(_ lengths: [Int], anchors: [Int32] = []) -> [AlignmentFeatures] {
    lengths.map { AlignmentFeatures(length: Double($0), role: .paragraph, anchors: anchors) }
  }

  private func beads(
    _ sources: [AlignmentFeatures], _ targets: [AlignmentFeatures], _ steps: [BeadSearch.Step]
  ) -> [Bead] {
    BeadSearch(sources, targets, [5, 5, 5], expansion: 1, steps: steps).beads()
  }

  private func text(_ beads: [Bead]) -> String {
    beads.map { bead in
      [bead.sources, bead.targets].map { $0.isEmpty ? "x" : $0.map(String.init).joined(separator: "+") }
        .joined(separator: "-")
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ([50, 300, 90], [55, 280, 100], "0-0 1-1 2-2"),
    ([50, 300, 90], [55, 100], "0-0 1-x 2-1"),
    ([50, 90], [55, 300, 100], "0-0 x-1 1-2"),
    ([], [10], "x-0"),
    ([10], [], "0-x"),
    ([], [], ""),
  ])
  func joinsWhatIsAlike(_ sources: [Int], _ targets: [Int], _ expected: String) {
    #expect(text(beads(features(sources), features(targets), BeadSearch.Step.singleBlocks)) == expected)
  }

  @Test(arguments: [
    ([40, 60, 120], [105, 118], "0+1-0 2-1"),
    ([150, 80], [70, 75, 82], "0-0+1 1-2"),
    ([100, 100], [100, 100], "0-0 1-1"),
  ])
  func joinsSentencesThatWereJoinedOrParted(_ sources: [Int], _ targets: [Int], _ expected: String) {
    #expect(text(beads(features(sources), features(targets), BeadSearch.Step.sentences)) == expected)
  }

  @Test func believesAnchorsMoreThanLengths() {
    let sources = [features([80], anchors: [0]), features([80], anchors: [1])].flatMap { $0 }
    let targets = [features([80], anchors: [1])].flatMap { $0 }
    let found = beads(sources, targets, BeadSearch.Step.sentences)
    #expect(text(found) == "0-x 1-0")
    #expect(found[1].confidence > 0.9 && found[0].confidence == 0)
  }

  @Test func everyStretchOfALongTextIsInOneBead() {
    let found = beads(
      features((0..<600).map { 20 + $0 % 7 * 40 }), features((0..<400).map { 20 + $0 % 7 * 40 }),
      BeadSearch.Step.singleBlocks)
    #expect(found.flatMap(\.sources) == Array(0..<600))
    #expect(found.flatMap(\.targets) == Array(0..<400))
  }
}
