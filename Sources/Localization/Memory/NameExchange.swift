import Memory
import Terminology
import Units

/// The names of the glossary in a text, to put into the translations of texts that differ from it in names alone.
struct NameExchange: NameExchanging {
  private let text: [UInt8]
  private let names: [TermMatch]
  private let source: TermMatcher
  private let target: TermMatcher
  /// What stands before the first name or number, and behind the last one from the end.
  private let frame: (before: [UInt8], behind: [UInt8])

  /// The names in a text; nil where it has none, or one that means several things.
  init?(_ text: [UInt8], from source: TermMatcher, to target: TermMatcher) {
    guard let names = Self.names(in: text, source), let first = names.first, let last = names.last else { return nil }
    self.text = text
    self.names = names
    self.source = source
    self.target = target
    let isDigit = { (byte: UInt8) in byte &- 48 < 10 }
    frame = (
      Array(text[..<first.range.lowerBound.bytes].prefix { !isDigit($0) }),
      Array(text[last.range.upperBound.bytes...].reversed().prefix { !isDigit($0) })
    )
  }

  /// Every name by its place; nil where one means several things, or begins inside of the one before.
  private static func names(in text: [UInt8], _ matcher: TermMatcher) -> [TermMatch]? {
    let matches = matcher.matches(in: text)
    let lieApart = zip(matches, matches.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound }
    return lieApart ? matches : nil
  }

  func mayFit(_ source: [UInt8]) -> Bool {
    source.starts(with: frame.before) && source.reversed().starts(with: frame.behind)
  }

  func exchanged(_ entry: MemoryEntry) -> MemoryEntry? {
    guard let own = Self.names(in: entry.source.text, source), own.count == names.count,
      let translated = Self.names(in: entry.target.text, target)
    else { return nil }
    let (mentions, renderings) = (
      Dictionary(grouping: own, by: \.concept), Dictionary(grouping: translated, by: \.concept)
    )
    var (sources, targets): ([(range: Range<Int>, text: [UInt8])], [(range: Range<Int>, text: [UInt8])]) = ([], [])
    for (old, new) in zip(own, names) where old.concept != new.concept {
      guard old.extent == new.extent, source.share(cellOf: old, new),
        mentions[old.concept]?.count == 1, let places = renderings[old.concept], places.count == 1,
        let place = places.first,
        let form = target.form(of: new.concept, inPlaceOf: place, in: entry.target.text)
      else { return nil }
      sources.append((old.range.bytes, Array(text[new.range.bytes])))
      targets.append((place.range.bytes, Array(form.utf8)))
    }
    guard !sources.isEmpty, let source = entry.source.replacing(sources),
      let target = entry.target.replacing(targets.sorted { $0.range.lowerBound < $1.range.lowerBound })
    else { return nil }
    var result = entry
    (result.source, result.target) = (source, target)
    return result
  }
}

extension Names {
  /// What knows the names in a text of the memory's; nil where the glossary has none of them.
  func exchange(_ text: [UInt8], from source: LanguageTag, to target: LanguageTag) -> NameExchange? {
    guard let from = matcher(for: source), let to = matcher(for: target) else { return nil }
    return NameExchange(text, from: from, to: to)
  }
}
