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

  /// Reads a file; its ending says the format, and YAML is what has no other.
  ///
  /// - Throws: ``Failure`` where there is nothing to read.
  init(reading path: String) throws(Failure) {
    self.path = path
    bytes = try FileSystem.read(path)
    reading = GlossaryReading(yaml: bytes)
  }

  /// The glossary, where nothing is wrong with its file.
  ///
  /// - Throws: ``Failure`` with the first problem.
  func glossary() throws(Failure) -> Glossary {
    if let first = reading.problems.first { throw Failure(path: path, first, in: bytes) }
    return reading.glossary
  }
}
