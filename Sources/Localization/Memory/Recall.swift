import Memory
import Units
import XLIFF

/// What was translated before, offered to the translator of a new article.
struct Recall: Sendable {
  let memory: MemoryFile
  /// Matches below this many percent are not offered.
  let least: Int
  /// From this many percent on, the best match becomes the target; nil for never.
  let fill: Int?
  /// The names that texts may differ in.
  let names: Names
  /// How many matches a segment gets.
  private static let limit = 3

  /// Gives the segments of an article, or those of them that are `wanted` of a unit, their candidates and, where that is
  /// asked for, targets.
  ///
  /// - Throws: ``Failure`` where the memory can't be read.
  func apply(
    to units: inout [Unit], from source: LanguageTag, to target: LanguageTag,
    wanted: (_ unit: Int, Segment) -> Bool = { _, _ in true }
  ) throws(Failure) {
    let places = units.indices.flatMap { unit in
      units[unit].segments.indices.filter { !units[unit].segments[$0].isIgnorable && units[unit].isTranslatable }.map {
        (unit: unit, segment: $0)
      }
    }
    let contexts = MemoryEntry.contexts(of: places.map { units[$0.unit].segments[$0.segment].source.text })
    for (place, context) in zip(places, contexts) {
      let content = units[place.unit].segments[place.segment].source
      guard content.text.hasLetter, wanted(place.unit, units[place.unit].segments[place.segment]) else { continue }
      let matches = try memory.use { (memory) throws(MemoryError) in
        try memory.matches(
          for: content, from: source, to: target, context: context, least: least, limit: Self.limit,
          names: names.exchange(content.text, from: source, to: target))
      }
      units[place.unit].segments[place.segment].offer(matches, fill: fill)
    }
  }
}

extension MemoryEntry {
  /// The translation with the codes of a text that is like the entry's.
  func target(for source: Content) -> Content {
    Content(text: target.text, codes: CodeMapping(from: self.source, to: source).mapped(target.codes))
  }
}

extension MemoryMatch.Kind {
  /// What a candidate of the memory is for a translator.
  fileprivate var candidate: MatchCandidate.Kind {
    switch self {
    case .context: .inContext
    case .exact, .fuzzy: .plain
    case .numbers, .names: .assembled
    }
  }

  /// Where such a candidate comes from, in words: 1.2 has no other way to say what was done to it.
  fileprivate var origin: String {
    switch self {
    case .context, .exact, .fuzzy: "l10n memory"
    case .numbers: "l10n memory, numbers replaced"
    case .names: "l10n memory, names replaced"
    }
  }
}

extension Segment {
  /// Takes matches as candidates; the first as the target, too, where it is good enough.
  fileprivate mutating func offer(_ matches: [MemoryMatch], fill: Int?) {
    candidates += matches.map { match in
      MatchCandidate(
        source: match.entry.source, target: match.entry.target, similarity: match.similarity,
        origin: match.kind.origin, kind: match.kind.candidate)
    }
    guard let best = matches.first, let fill, best.similarity >= fill else { return }
    target = best.entry.target(for: source)
    // What stands for another text is nobody's translation before someone has looked.
    (state, subState) = best.similarity == 100 ? (.translated, "") : (.initial, SubState.fuzzy)
  }
}
