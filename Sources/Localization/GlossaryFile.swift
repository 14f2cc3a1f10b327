import Terminology
import Units

/// A glossary's file as it was read, whatever its format.
struct GlossaryFile {
  /// The path, as it was given.
  let path: String
  /// The bytes that places are counted in.
  let bytes: [UInt8]
  /// What was read, and what is wrong with it.
  let reading: GlossaryReading

  /// Reads a file; its ending says the format where nobody else does, and YAML is what has no other.
  ///
  /// - Throws: ``Failure`` where there is nothing to read, or the format can't be read.
  init(reading path: String, as format: GlossaryFormat? = nil) throws(Failure) {
    self.path = path
    bytes = try FileSystem.read(path)
    switch format ?? GlossaryFormat(path: path) ?? .yaml {
    case .yaml: reading = GlossaryReading(yaml: bytes)
    case .csv: reading = GlossaryReading(csv: bytes)
    case .tbx: reading = GlossaryReading(tbx: bytes)
    case .omegat:
      throw Failure(
        path: path, "OmegaT's glossary is written, not read", remedy: "name it .csv, with a first row of languages")
    }
  }

  /// The glossary, where nothing is wrong with its file.
  ///
  /// - Throws: ``Failure`` with the first problem.
  func glossary() throws(Failure) -> Glossary {
    if let first = reading.problems.first { throw Failure(path: path, first, in: bytes) }
    return reading.glossary
  }
}
