import Units
import XLIFF
import XML
import YAML

extension Document {
  /// The document in the bytes of a file; `places` and `candidates` as ``init(reading:places:candidates:)`` has them.
  ///
  /// - Throws: ``Failure`` with the place where it is no XLIFF.
  init(reading file: [UInt8], at path: String, places: Bool = true, candidates: Bool = false) throws(Failure) {
    let text = DecodedText(file)
    do { self = try Document(reading: text, places: places, candidates: candidates) } catch {
      throw Failure(path: path, error, in: text.bytes)
    }
  }
}

extension Failure {
  /// What was thrown over a file: a failure as it is, and what is malformed with its place in `bytes`, or with that which
  /// it says itself.
  init(path: String, thrown error: any Error, in bytes: [UInt8]) {
    switch error {
    case let failure as Failure: self = failure
    case let malformed as Malformed: self.init(path: path, malformed, in: bytes)
    case let error as XMLError:
      self.init(path: path, error.problem)
      position = error.position.map { LineIndex.Position(line: $0.line, column: $0.column) }
    default: self.init(path: path, "\(error)")
    }
  }

  /// What `read` makes of a YAML file; nil where the file is empty.
  ///
  /// - Throws: ``Failure`` with the place where it is no YAML, or `read` refuses it.
  static func reading<Value>(
    yaml bytes: [UInt8], at path: String, _ read: (Node) throws -> Value
  ) throws(Failure) -> Value? {
    do {
      return try parse(bytes).map(read)
    } catch let error as SyntaxError {
      throw Failure(path: path, Malformed(at: Offset(error.offset), problem: error.problem), in: bytes)
    } catch let error as Malformed {
      throw Failure(path: path, error, in: bytes)
    } catch {
      throw Failure(path: path, "\(error)")
    }
  }
}
