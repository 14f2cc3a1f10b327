import Checks
import Units
import XLIFF

/// Mends an XLIFF document by the fixes of its findings.
enum Fixing {
  private struct Place: Hashable {
    var unit: Int
    var segment: Int
  }

  /// The edits that do the fixes: of two that touch the first one; none where a code is in the way.
  static func splice(of document: Document, _ findings: [[Finding]]) -> (edits: Splice, count: Int) {
    var splice = Splice()
    var count = 0
    for (fileIndex, file) in document.files.enumerated() {
      let units = Dictionary(file.units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      var ends: [Place: Int] = [:]
      for finding in findings[fileIndex] {
        guard let fix = finding.fix, let unit = finding.unit.flatMap({ units[$0] }), let segment = finding.segment,
          file.units[unit].segments.indices.contains(segment)
        else { continue }
        let place = Place(unit: unit, segment: segment)
        let (range, end) = (fix.range.bytes, ends[place] ?? -1)
        // Findings come in the order of the target.
        let isFree = range.isEmpty ? range.lowerBound > end : range.lowerBound >= end
        let edit = document.replacing(fix.range, with: fix.replacement, file: fileIndex, unit: unit, segment: segment)
        guard isFree, let edit else { continue }
        ends[place] = range.upperBound
        splice.append(edit)
        count += 1
      }
    }
    return (splice, count)
  }
}
