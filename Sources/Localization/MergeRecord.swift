import Units
internal import Synchronization

/// What merging wrote into a folder: a fingerprint for each file, so that an editor's change is seen and kept.
///
/// The file `.l10n-merged` only grows, a line for each write, so that an interrupt loses nothing.
final class MergeRecord: Sendable {
  private let path: String
  private let folder: String
  private let writer: FileWriter
  /// What this run wrote last to each file.
  private let latest = Mutex<[String: Fingerprint]>([:])
  /// The file, open from the first line on.
  private let lines = Mutex<AppendedFile?>(nil)
  private let written: Mutex<[String: Set<Fingerprint>]>

  init(folder: String, writer: FileWriter) throws(Failure) {
    self.folder = folder
    self.writer = writer
    path = Path.join(folder, ".l10n-merged")
    var written: [String: Set<Fingerprint>] = [:]
    if FileSystem.kind(path) == .file {
      let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let fingerprint = Fingerprint(description: parts[0]) else { continue }
        written[String(parts[1]), default: []].insert(fingerprint)
      }
    }
    self.written = Mutex(written)
  }

  /// Whether merging wrote these bytes to the path.
  func wrote(_ fingerprint: Fingerprint, to file: String) -> Bool {
    let name = relative(file)
    return written.withLock { $0[name]?.contains(fingerprint) ?? false }
  }

  /// Whether merging ever wrote the path.
  func knows(_ file: String) -> Bool {
    let name = relative(file)
    return written.withLock { $0[name] != nil }
  }

  /// Writes the record anew, a line for each file, sorted: the same for any number of jobs.
  ///
  /// Until then it grows as files are written, so that an interrupt loses nothing.
  func finish() throws(Failure) {
    guard latest.withLock({ !$0.isEmpty }) else { return }
    let text = written.withLock { written in
      latest.withLock { latest in
        for (name, fingerprint) in latest { written[name] = [fingerprint] }
      }
      return written.keys.sortedByBytes(of: \.self).map { name in
        (written[name] ?? []).map { "\($0) \(name)\n" }.sorted().joined()
      }.joined()
    }
    try writer.write(Array(text.utf8), to: path, under: folder, isDurable: false)
  }

  /// Notes what is about to be written.
  func add(_ fingerprint: Fingerprint, for file: String) throws(Failure) {
    let name = relative(file)
    latest.withLock { $0[name] = fingerprint }
    let isNew = written.withLock { $0[name, default: []].insert(fingerprint).inserted }
    guard isNew else { return }
    try lines.withLock { (lines) throws(Failure) in
      if lines == nil {
        try writer.makeFolder(folder)
        lines = try AppendedFile(path)
      }
      try lines?.append("\(fingerprint) \(name)\n")
    }
  }

  private func relative(_ file: String) -> String {
    let rest = file.utf8.dropFirst(folder.utf8.count)
    guard rest.first == UInt8(ascii: "/"), file.utf8.starts(with: folder.utf8) else { return file }
    return String(Substring(rest.dropFirst()))
  }
}
