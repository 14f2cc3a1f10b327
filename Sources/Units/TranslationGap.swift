/// What keeps a segment from counting as translated, for whoever checks and whoever merges.
public enum TranslationGap: Hashable, Sendable {
  /// No target, or nothing but white space and codes in it.
  case missing
  /// No target, and its translation seems to stand in a neighbour's: two sentences became one.
  case joined
  /// Nothing but its codes, beside sentences that are translated.
  case codesAlone
  /// A translation of a like text from the memory, which nobody has confirmed.
  case unconfirmed
  /// The source again.
  case sourceCopy
}

extension Unit {
  /// For each segment what keeps it from counting as translated; nil where nothing does.
  ///
  /// A source that `hasNothingToTranslate` needs no target, and one that `mayStay` may be its own translation, as may
  /// any that somebody marked as translated, or all of them with `allowsSourceCopies`.
  public func translationGaps(
    allowsSourceCopies: Bool = false, hasNothingToTranslate: (Content) -> Bool, mayStay: (Content) -> Bool
  ) -> [TranslationGap?] {
    guard isTranslatable else { return Array(repeating: nil, count: segments.count) }
    func gap(_ segment: borrowing Segment) -> TranslationGap? {
      if segment.isIgnorable || Folding.isBlank(segment.source.text) { return nil }
      guard let target = segment.target, !Folding.isBlank(target.text) else {
        return hasNothingToTranslate(segment.source) ? nil : .missing
      }
      if segment.subState == SubState.fuzzy, segment.state < .translated { return .unconfirmed }
      guard !allowsSourceCopies, !segment.isMarkedTranslated, Folding.equal(target.text, segment.source.text) else {
        return nil
      }
      return hasNothingToTranslate(segment.source) || mayStay(segment.source) ? nil : .sourceCopy
    }
    // A span lends its segments out; an array would copy each of them.
    var gaps = segments.indices.map { gap(segments.span[$0]) }
    guard gaps.contains(.missing) else { return gaps }
    let isMostlyTranslated = isMostlyTranslated
    for index in segments.indices where gaps[index] == .missing && isMostlyTranslated && !segments[index].hasNoTarget {
      gaps[index] = .codesAlone
    }
    for index in joinedSegments where gaps[index] == .missing { gaps[index] = .joined }
    return gaps
  }
}

extension Segment {
  /// Whether someone marked the translation as done: translated, reviewed, signed off, final or approved.
  public var isMarkedTranslated: Bool { state >= .translated && !subState.hasPrefix("needs-") }
}
