import Units
import XLIFF

/// The notes that people wrote into units that are written anew: each goes along with its segment, once.
struct CarriedNotes {
  private let file: ResourceFile
  /// For each unit, the notes in it that have no place yet.
  private var left: [Int: [FileRange]] = [:]

  init(of file: ResourceFile) {
    self.file = file
    var unit = 0
    for note in file.translatorNotes {
      while unit < file.extents.count, file.extents[unit].upperBound <= note.at.lowerBound { unit += 1 }
      guard unit < file.extents.count, file.extents[unit].lowerBound <= note.at.lowerBound else { continue }
      left[unit, default: []].append(note.at)
    }
  }

  /// The notes that go along with a segment that is written anew.
  ///
  /// A note inside of a trans-unit (1.2) belongs to its segment; one beside the segments, to the first that is asked
  /// for. Where the element itself is copied, with the notes in it, there is nothing to carry.
  mutating func take(with place: Correction.Place, isCopied: Bool) -> [FileRange] {
    guard let notes = left[place.unit] else { return [] }
    let elements = file.slots[place.unit].map(\.element)
    let own = elements[place.segment]
    let taken = notes.filter { note in
      let isInside = { (element: FileRange) in element.contains(note.lowerBound) }
      return own.map(isInside) ?? false || !elements.contains { $0.map(isInside) ?? false }
    }
    left[place.unit] = notes.filter { !taken.contains($0) }
    return isCopied ? taken.filter { note in !(own?.contains(note.lowerBound) ?? false) } : taken
  }
}
