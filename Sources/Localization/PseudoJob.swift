import Units
import XLIFF

/// `l10n pseudo`: fills targets with a text that shows what is translated and what isn't.
public struct PseudoJob: Sendable {
  /// What the target is made of.
  public enum Kind: String, CaseIterable, Sendable {
    /// The source with other letters, between ⟦ and ⟧.
    case pseudo
    /// The source as it is.
    case source
  }

  private let kind: Kind
  private let replacesTargets: Bool
  private let destination: Destination?
  private let configuration: Configuration
  private let writer: FileWriter

  /// A job that writes in place, or to `output`; `replacesTargets` fills segments that have a target, too.
  public init(
    _ kind: Kind, replacesTargets: Bool, output: String?, _ configuration: Configuration, writer: FileWriter
  ) throws(Failure) {
    self.kind = kind
    self.replacesTargets = replacesTargets
    destination = try output.map { (output) throws(Failure) in try Destination(option: output) }
    self.configuration = configuration
    self.writer = writer
  }

  /// The XLIFF files that `paths` stand for.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] {
    let inputs = try XLIFFInputs.inputs(at: paths, configuration)
    if destination?.isSingle == true, inputs.count != 1 {
      throw Failure("-o has room for one file, and \(inputs.count) are to be written", remedy: "give a folder")
    }
    return inputs
  }

  /// Fills one XLIFF document.
  public func run(_ input: Input) -> Outcome {
    do throws(Failure) {
      if let failure = input.failure { throw failure }
      let document = try Document(reading: FileSystem.read(input.path), at: input.path)
      let filled: (bytes: [UInt8], segments: Int, left: Int)
      do { filled = try fill(document) } catch { throw Failure(path: input.path, error, in: document.bytes) }
      var outcome = Outcome()
      outcome.segments = filled.segments
      if filled.left > 0 {
        let text = "\(input.path): \(filled.left) segments left: their target has other segment markers than the source"
        outcome.messages.append(Message(.warning, text))
      }
      let path: String
      switch destination?.place ?? .file(input.path) {
      case .standardOutput:
        outcome.output = filled.bytes
        return outcome
      case .file(let file): path = file
      case .folder(let folder), .pattern(_, let folder): path = Path.join(folder, input.relativePath)
      }
      if path != input.path, FileSystem.kind(path) == .file, !FileSystem.isSameFile(path, input.path),
        (try? Document(reading: FileSystem.read(path))) == nil
      {
        throw Failure(path: path, "is there already and is no XLIFF", remedy: "write elsewhere")
      }
      let root = destination?.root ?? Path.folder(input.path)
      if try writer.write(filled.bytes, to: path, under: root, isDurable: true) { outcome.written += 1 }
      return outcome
    } catch { return Outcome(error) }
  }

  /// The file with its targets filled, the number of segments filled, and of those that could not be.
  func fill(_ document: Document) throws(Malformed) -> (bytes: [UInt8], segments: Int, left: Int) {
    var splice = Splice()
    var count = 0
    var left = 0
    for (fileIndex, file) in document.files.enumerated() {
      for (unitIndex, unit) in file.units.enumerated() where unit.isTranslatable {
        for (index, segment) in unit.segments.enumerated() where !segment.isIgnorable && !segment.source.isEmpty {
          if !replacesTargets, let target = segment.target, !target.isEmpty { continue }
          let parts = parts(of: segment.source)
          if let edit = document.settingTarget(parts, file: fileIndex, unit: unitIndex, segment: index) {
            splice.append(edit)
            count += 1
          } else {
            left += 1
          }
        }
      }
    }
    do { return (try document.file(with: splice), count, left) } catch {
      throw Malformed(at: error.second.lowerBound, problem: "two targets overlap")
    }
  }

  private func parts(of content: Content) -> [Document.TargetPart] {
    var parts: [Document.TargetPart] = kind == .pseudo ? [.text(Array("⟦".utf8))] : []
    var at = 0
    for (index, code) in content.codes.enumerated() {
      parts.append(.text(text(content.text[at..<code.at.bytes])))
      parts.append(.code(index))
      at = code.at.bytes
    }
    parts.append(.text(text(content.text[at...])))
    if kind == .pseudo { parts.append(.text(Array("⟧".utf8))) }
    return parts
  }

  private func text(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard kind == .pseudo else { return Array(text) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count * 2)
    for byte in text {
      if let letter = Self.letters[byte] { result += letter } else { result.append(byte) }
    }
    return result
  }

  /// Letters that look like the ASCII ones and are others.
  private static let letters: [UInt8: [UInt8]] = {
    let plain = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    let other = "áƀçđéƒğħíĵķłɱñóƥʠřšťúṽŵẋýžÁƁÇĐÉƑĞĦÍĴĶŁṀÑÓƤɊŘŠŤÚṼŴẊÝŽ"
    return Dictionary(uniqueKeysWithValues: zip(plain, other.unicodeScalars.map { Array(String($0).utf8) }))
  }()
}
