import Units
import XLIFF

extension FileWriter {
  /// Writes a document back to its own file with edits done, and counts it where anything was written.
  ///
  /// - Throws: ``Failure`` where two of the edits, which are of `parts` of the document, overlap.
  func write(
    _ edits: Splice, to parts: String, of document: Document, at path: String, into outcome: inout Outcome
  ) throws(Failure) {
    let bytes: [UInt8]
    do { bytes = try document.file(with: edits) } catch {
      throw Failure(path: path, "two \(parts) of it overlap", remedy: "extract the article again")
    }
    if try write(bytes, to: path, under: Path.folder(path), isDurable: true) { outcome.written += 1 }
  }
}
