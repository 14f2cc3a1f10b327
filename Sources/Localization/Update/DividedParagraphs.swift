import Units
import XLIFF

extension ResourceFile {
  /// The file with the sentences of translated paragraphs that a tool left whole as segments of their own, as far as it is
  /// sure which belong together: a correction of one leaves the others as they are.
  ///
  /// The slot of each is that of the paragraph. A unit that a tool divided otherwise stays as it is: the other segments
  /// keep their numbers in the document.
  func dividingParagraphs(by sentences: SentencePairs) -> ResourceFile {
    var file = self
    for number in file.units.indices where file.units[number].isTranslatable && file.units[number].sentenceCount == 1 {
      var (segments, slots): ([Segment], [Slot]) = ([], [])
      for (segment, slot) in zip(file.units[number].segments, file.slots[number]) {
        let pairs = segment.isIgnorable ? [] : segment.target.map { sentences.pairs(of: segment.source, $0) } ?? []
        let divided = pairs.isEmpty ? [segment] : pairs.map { segment.part(source: $0.source, target: $0.target) }
        segments += divided
        slots += divided.map { _ in slot }
      }
      guard segments.count > file.units[number].segments.count else { continue }
      (file.units[number].segments, file.slots[number]) = (segments, slots)
    }
    return file
  }
}

extension Segment {
  /// A sentence of it, which has no name and no place of its own.
  fileprivate func part(source: Content, target: Content) -> Segment {
    var part = self
    (part.source, part.target) = (source, target)
    (part.id, part.order, part.sourcePlace, part.targetPlace) = (nil, nil, nil, nil)
    return part
  }
}
