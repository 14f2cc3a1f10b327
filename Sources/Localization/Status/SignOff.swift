import Units
import XLIFF

/// What a reviewer signed off, in a file beside the XLIFF (`a.kk.xlf.reviewed`): CAT tools lose states.
///
/// A line for each segment: the fingerprint of its source and target, white space apart. A segment that is changed
/// afterwards has another one, so it is not signed off any more; the others still are.
struct SignOff {
  private let fingerprints: Set<Fingerprint>

  /// The file of the sign-off of an XLIFF file.
  static func path(of xliff: String) -> String { xliff + ".reviewed" }

  /// The sign-off of an XLIFF file; an empty one where there is none.
  ///
  /// - Throws: ``Failure`` where it can't be read, or is something else.
  init(of xliff: String) throws(Failure) {
    let path = Self.path(of: xliff)
    var fingerprints: Set<Fingerprint> = []
    if FileSystem.kind(path) == .file {
      let lines = String(decoding: try FileSystem.read(path), as: UTF8.self).split(whereSeparator: \.isNewline)
      for (index, line) in lines.enumerated() where !line.hasPrefix("#") {
        guard let fingerprint = Fingerprint(description: line) else {
          throw Failure(
            path: path, "line \(index + 1) is no sign-off", remedy: "remove the file, or sign off again: --set reviewed"
          )
        }
        fingerprints.insert(fingerprint)
      }
    }
    self.fingerprints = fingerprints
  }

  /// The bytes of a sign-off of every translated segment of the files.
  static func bytes(for files: [ResourceFile]) -> [UInt8] {
    var text = "# Segments that were reviewed: a fingerprint of source and target each; see l10n status\n"
    var seen: Set<Fingerprint> = []
    for segment in files.flatMap(\.units).flatMap(\.segments) where !segment.isIgnorable {
      if let fingerprint = fingerprint(of: segment), seen.insert(fingerprint).inserted { text += "\(fingerprint)\n" }
    }
    return Array(text.utf8)
  }

  /// The file with the state of every segment that was signed off.
  func applied(to file: ResourceFile) -> ResourceFile {
    guard !fingerprints.isEmpty else { return file }
    var file = file
    for unit in file.units.indices {
      for (index, segment) in file.units[unit].segments.enumerated() where segment.state < .reviewed {
        guard let fingerprint = Self.fingerprint(of: segment), fingerprints.contains(fingerprint) else { continue }
        file.units[unit].segments[index].state = .reviewed
        file.units[unit].segments[index].subState = ""
      }
    }
    return file
  }

  private static func fingerprint(of segment: Segment) -> Fingerprint? {
    guard let target = segment.target, !Folding.trimmed(target.text).isEmpty else { return nil }
    return Fingerprint(Folding.solid(segment.source.text) + [0] + Folding.solid(target.text))
  }
}
