import Checks
import Locales
import Units
import XLIFF

/// Makes the units of a file that belongs to the corrected article, from where a ``Correction`` says they come from.
struct Reviser {
  /// What became of a sentence, for the summary.
  struct Change: Sendable {
    /// What kind of change it is.
    enum Kind: String, Sendable { case changed, new, deleted, markup }

    var kind: Kind
    var unit: String
    /// The source as it is now, or as it was where the sentence is gone.
    var source: String
    /// The source as it was; nil where there is none.
    var old: String?
    /// The new source with the words that were left out and put in.
    var difference: String?
    /// What it changes of what is said.
    var facts: [FactualWords.Fact] = []
  }

  /// The units of the file, in order.
  private(set) var units: [RewrittenUnit] = []
  /// What changed, in the order of the article.
  private(set) var changes: [Change] = []
  /// The segments whose translation still holds.
  private(set) var keptCount = 0
  /// The units that stand at another place among the others.
  private(set) var movedCount = 0

  private let file: ResourceFile
  private let new: [Unit]
  private let contents: [Content]
  private let correction: Correction
  private let needsEmptyTarget: Bool
  private let keepsStale: Bool
  private let words: FactualWords
  private let locale: Locale
  private let target: Extractor.Target?
  private var notes: CarriedNotes
  private var ids: Set<String>
  private var replaced: Set<Int> = []

  /// `contents` are those of the blocks that `new` were extracted from; XLIFF 1.2 says in the target what is to be done.
  ///
  /// With `keepsStale`, changed sentences keep their old translations. `words` tell in the source's language, that of
  /// `locale`, what a change is about. `target` knows the names that translators read about.
  init(
    _ file: ResourceFile, new: [Unit], contents: [Content], version: Version, keepsStale: Bool = false,
    words: FactualWords, in locale: Locale, target: Extractor.Target?
  ) {
    self.keepsStale = keepsStale
    self.words = words
    self.locale = locale
    self.target = target
    notes = CarriedNotes(of: file)
    self.file = file
    self.new = new
    self.contents = contents
    needsEmptyTarget = version.family == .one
    ids = Set(file.units.map(\.id.name))
    correction = Correction(from: file.units, to: new, texts: contents.map(\.text))
    // An old unit that is kept whole can't be replaced by another.
    for case .whole(let unit)? in correction.successors { replaced.insert(unit) }
    for (index, successor) in correction.successors.enumerated() {
      switch successor {
      case .whole(let unit)?: keep(unit, as: index)
      case .pieces(let pieces)?: write(pieces, of: index)
      case nil: break
      }
    }
    for place in correction.deleted {
      let unit = file.units[place.unit]
      changes.append(
        Change(
          kind: .deleted, unit: unit.name(ofSegment: place.segment),
          source: unit.segments[place.segment].source.string))
    }
    let predecessors = units.map(\.predecessor)
    movedCount = predecessors.count { $0 != nil } - longestAscending(predecessors).count
  }

  /// How many bytes of text the corrected article has.
  var length: Int {
    zip(new, contents).reduce(0) { $0 + ($1.0.role == .furniture ? 0 : $1.1.text.count) }
  }

  /// The units that are not as they were, as a file of their own for the article of a fingerprint.
  func delta(_ fingerprint: Fingerprint) -> ResourceFile {
    var delta = ResourceFile(
      original: file.original, sourceLanguage: file.sourceLanguage, targetLanguage: file.targetLanguage,
      format: file.format, fingerprint: fingerprint.description)
    for case .written(let unit, _, _, _) in units { delta.units.append(unit) }
    return delta
  }

  /// Offers what the memory has for the sentences that are to be translated.
  ///
  /// - Throws: ``Failure`` where the memory can't be read.
  mutating func offer(_ recall: Recall, from source: LanguageTag, to target: LanguageTag) throws(Failure) {
    var all = units.map { unit in
      switch unit {
      case .kept(let index): file.units[index]
      case .written(let unit, _, _, _): unit
      }
    }
    try recall.apply(to: &all, from: source, to: target) { unit, segment in
      guard case .written = units[unit] else { return false }
      return segment.hasNoTarget && [SubState.changed, SubState.new].contains(segment.subState)
    }
    for (index, unit) in units.enumerated() {
      guard case .written(_, let replaced, let kept, let notes) = unit else { continue }
      units[index] = .written(all[index], replacing: replaced, kept: kept, notes: notes)
    }
  }

  private mutating func keep(_ unit: Int, as index: Int) {
    let old = file.units[unit].segments
    let sentences = old.indices.filter { !old[$0].isIgnorable && !old[$0].source.isEmpty }
    let codes = sentences.flatMap { old[$0].source.codes }
    guard codes.map(\.kind) == contents[index].codes.map(\.kind) else {
      // The words are the same and the markup isn't: the unit is written again with the codes that are there now.
      var at = 0
      let text = contents[index].text
      let pieces = sentences.compactMap { segment -> (range: Range<Int>, origin: Correction.Origin)? in
        let start = Folding.skipSpace(text, at)
        guard let end = Folding.end(of: old[segment].source.text, in: text, at: start) else { return nil }
        at = end
        return (start..<end, .kept(Correction.Place(unit: unit, segment: segment)))
      }
      replaced.remove(unit)
      write(pieces, of: index)
      return
    }
    if zip(codes, contents[index].codes).contains(where: { !$0.display.isEmpty && $0.display != $1.display }) {
      noteMarkup(file.units[unit].id.name, contents[index])
    }
    keptCount += sentences.count
    units.append(.kept(unit))
  }

  private mutating func noteMarkup(_ unit: String, _ content: Content) {
    changes.append(Change(kind: .markup, unit: unit, source: content.string))
  }

  private mutating func write(_ pieces: [(range: Range<Int>, origin: Correction.Origin)], of index: Int) {
    let predecessor = predecessor(of: pieces)
    if let predecessor { replaced.insert(predecessor) }
    let id = predecessor.map { file.units[$0].id } ?? freshID(like: new[index].id)
    var unit = Unit(id: id, role: new[index].role, segments: [], notes: new[index].notes)
    unit.maximumLength = predecessor.flatMap { file.units[$0].maximumLength }
    unit.glossary = new[index].glossary
    var kept: [Int: Int] = [:]
    var theirs: [Int: [FileRange]] = [:]
    let all = withSpaces(pieces, upTo: contents[index].text.count)
    let slices = contents[index].slices(all.map(\.range))
    let own = all.compactMap { piece -> String? in
      guard case .kept(let place) = piece.origin, place.unit == predecessor else { return nil }
      return file.units[place.unit].segments[place.segment].id
    }
    var segmentIDs = SegmentIDs(unit: id.name, used: own, isQualified: needsEmptyTarget)
    for (piece, source) in zip(all, slices) {
      switch piece.origin {
      case .space: unit.segments.append(Segment(source: source, isIgnorable: true))
      case .kept(let place):
        let isOwn = place.unit == predecessor
        var segment = carried(place, to: source, in: id.name)
        segment.id = segmentIDs.id(keeping: isOwn ? segment.id : nil)
        if isOwn, segment.id == file.units[place.unit].segments[place.segment].id, hasSameCodes(place, source) {
          kept[unit.segments.count] = place.segment
        }
        let number = unit.segments.count
        theirs[number] = notes.take(with: place, isCopied: kept[number] != nil && needsEmptyTarget)
        unit.segments.append(segment)
      case .changed(let place):
        theirs[unit.segments.count] = notes.take(with: place, isCopied: false)
        unit.segments.append(changed(place, to: source, segmentIDs.id(keeping: nil), id.name))
      case .new: unit.segments.append(added(source, segmentIDs.id(keeping: nil), id.name))
      }
    }
    units.append(.written(unit, replacing: predecessor, kept: kept, notes: theirs))
  }

  /// The old unit that most of the segments come from, where no other has its place.
  private func predecessor(of pieces: [(range: Range<Int>, origin: Correction.Origin)]) -> Int? {
    var counts: [Int: Int] = [:]
    for piece in pieces {
      switch piece.origin {
      case .kept(let place): counts[place.unit, default: 0] += 2
      case .changed(let place): counts[place.unit, default: 0] += 1
      case .space, .new: break
      }
    }
    return counts.filter { !replaced.contains($0.key) }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func withSpaces(
    _ pieces: [(range: Range<Int>, origin: Correction.Origin)], upTo end: Int
  ) -> [(range: Range<Int>, origin: Correction.Origin)] {
    var result: [(range: Range<Int>, origin: Correction.Origin)] = []
    var at = 0
    for piece in pieces {
      if piece.range.lowerBound > at { result.append((at..<piece.range.lowerBound, .space)) }
      result.append(piece)
      at = piece.range.upperBound
    }
    if at < end { result.append((at..<end, .space)) }
    return result
  }

  private mutating func freshID(like id: UnitID) -> UnitID {
    let prefix = id.name.prefix { !("0"..."9").contains($0) }
    var name = id.name
    var number = file.units.count
    while !ids.insert(name).inserted {
      number += 1
      name = "\(prefix)\(number)"
    }
    return UnitID(name)
  }

  private func hasSameCodes(_ place: Correction.Place, _ source: Content) -> Bool {
    file.units[place.unit].segments[place.segment].source.codes.map(\.kind) == source.codes.map(\.kind)
  }

  /// A segment whose text did not change: its translation, with the codes of the new source.
  private mutating func carried(_ place: Correction.Place, to source: Content, in unit: String) -> Segment {
    keptCount += 1
    var segment = file.units[place.unit].segments[place.segment]
    if !hasSameCodes(place, source) { noteMarkup(unit, source) }
    segment.target = segment.target.map { carried($0, from: segment.source, to: source) }
    segment.source = source
    segment.order = nil
    segment.notes = nameNotes(on: source)
    return segment
  }

  /// A target with the codes of another source.
  private func carried(_ target: Content, from old: Content, to new: Content) -> Content {
    Content(text: target.text, codes: CodeMapping(from: old, to: new).mapped(target.codes))
  }

  private mutating func changed(
    _ place: Correction.Place, to source: Content, _ id: String, _ unit: String
  ) -> Segment {
    let old = file.units[place.unit].segments[place.segment]
    let difference = WordDifference(from: old.source.text, to: source.text)
    var segment = added(source, id, nil)
    segment.subState = SubState.changed
    var note = "The source was changed. It was: “\(old.source.string)”"
    if !difference.text.isEmpty { note += " Difference: \(difference.text)" }
    segment.notes.append(note)
    if let target = old.target, !Folding.trimmed(target.text).isEmpty {
      // Words in another order are all there, and the sentence is another one.
      segment.candidates = [
        MatchCandidate(
          source: old.source, target: target, similarity: min(99, difference.similarity), origin: "l10n update")
      ]
      if keepsStale {
        segment.target = carried(target, from: old.source, to: source)
        segment.subState = SubState.stale
      }
    }
    changes.append(
      Change(
        kind: .changed, unit: unit, source: source.string, old: old.source.string, difference: difference.text,
        facts: difference.facts(words, in: locale)))
    return segment
  }

  private mutating func added(_ source: Content, _ id: String, _ unit: String?) -> Segment {
    if let unit { changes.append(Change(kind: .new, unit: unit, source: source.string)) }
    return Segment(
      id: id, source: source, target: needsEmptyTarget ? Content() : nil, state: .initial, subState: SubState.new,
      notes: nameNotes(on: source))
  }

  private func nameNotes(on source: Content) -> [String] { target?.nameNote(on: source.text).map { [$0] } ?? [] }
}

/// Names for the segments of a unit that is written again: those that are kept keep theirs.
private struct SegmentIDs {
  private let prefix: String
  private var used: Set<String>
  private var number: Int

  init(unit: String, used: [String], isQualified: Bool) {
    prefix = isQualified ? unit + "." : "s"
    self.used = Set(used)
    number = used.compactMap { [prefix] in $0.hasPrefix(prefix) ? Int($0.dropFirst(prefix.count)) : nil }.max() ?? 0
  }

  mutating func id(keeping id: String?) -> String {
    if let id, id.hasPrefix(prefix) { return id }
    repeat { number += 1 } while !used.insert("\(prefix)\(number)").inserted
    return "\(prefix)\(number)"
  }
}
