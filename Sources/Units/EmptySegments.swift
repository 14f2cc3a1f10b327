extension Segment {
  /// Whether there is no target, or one that holds neither text nor codes.
  public var hasNoTarget: Bool {
    guard let target else { return true }
    return target.codes.isEmpty && Folding.isBlank(target.text)
  }
}

extension Unit {
  /// Whether there is a translation, and one that isn't under half as long as the source.
  public var isMostlyTranslated: Bool {
    var lengths = (source: 0, target: 0)
    for segment in segments where !segment.isIgnorable {
      lengths.source += segment.source.text.scalarCount
      lengths.target += segment.target?.text.scalarCount ?? 0
    }
    return lengths.target > 0 && lengths.target * 2 >= lengths.source
  }

  /// The segments without a target whose translation seems to stand in a neighbour's: two sentences became one.
  public var joinedSegments: [Int] {
    let empty = segments.indices.filter { index in
      guard !segments[index].isIgnorable, segments.span[index].hasNoTarget else { return false }
      // What an update left empty was never joined with its neighbour.
      return !SubState.all.contains(segments[index].subState)
        && (segments[index].target != nil || isInNeighbour(index))
    }
    // Nobody empties a segment by translating its neighbour unless that one grew.
    return empty.isEmpty || !isMostlyTranslated ? [] : empty
  }

  /// Whether the target beside a segment is as long as both their sources: who never touched a segment left it out.
  private func isInNeighbour(_ index: Int) -> Bool {
    let own = segments[index].source.text.scalarCount
    let before = segments[..<index].last { !$0.isIgnorable }
    let after = segments[(index + 1)...].first { !$0.isIgnorable }
    return [before, after].contains { neighbour in
      guard let neighbour, let target = neighbour.target else { return false }
      return target.text.scalarCount * 10 >= (neighbour.source.text.scalarCount + own) * 9
    }
  }
}
