import Locales
import Segmentation
internal import Synchronization
import Units

/// A newsroom's own rules of segmentation, SRX 2.0, from a file.
struct SegmentationRules: Sendable {
  private let path: String
  private let bytes: [UInt8]
  private let document: SRXDocument

  /// - Throws: ``Failure`` where the file can't be read or is no SRX 2.0.
  init(reading path: String) throws(Failure) {
    self.path = path
    bytes = try FileSystem.read(path)
    do { document = try SRXDocument(bytes) } catch { throw Failure(path: path, error, in: bytes) }
  }

  /// What finds sentences by the rules for a language.
  ///
  /// - Throws: ``Failure`` where one of them is no regular expression.
  func segmenter(_ language: LanguageTag) throws(Failure) -> Segmenter {
    do { return .srx(try SRXSegmenter(document, language: language)) } catch {
      throw Failure(path: path, error, in: bytes)
    }
  }
}

/// The segmenters of the languages met so far; each is made once, when it is first asked for.
final class Segmenters: Sendable {
  private let rules: SegmentationRules?
  private let made = Mutex<[LanguageTag: Segmenter]>([:])

  /// - Throws: ``Failure`` where the SRX file at `path` can't be read.
  init(srx path: String?) throws(Failure) {
    guard let path else {
      rules = nil
      return
    }
    rules = try SegmentationRules(reading: path)
  }

  /// The segmenter of a language.
  ///
  /// - Throws: ``Failure`` where ICU does not work or does not take the rules.
  subscript(tag: LanguageTag) -> Segmenter {
    get throws(Failure) {
      if let segmenter = made.withLock({ $0[tag] }) { return segmenter }
      let segmenter: Segmenter
      if let rules {
        segmenter = try rules.segmenter(tag)
      } else {
        segmenter = .locale(try Language(tag).segmenter())
      }
      made.withLock { $0[tag] = segmenter }
      return segmenter
    }
  }
}

extension Language {
  /// What finds the sentences of texts in the language: by the rules in the SRX file at `path`, if there is one.
  func segmenter(srx path: String?) throws(Failure) -> Segmenter {
    guard let path else { return .locale(try segmenter()) }
    return try SegmentationRules(reading: path).segmenter(locale.tag)
  }
}
