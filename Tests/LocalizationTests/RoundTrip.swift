import Testing
import Units
import XLIFF

@testable import Localization

/// An article of one format all the way, from English to Kazakh: extracted, filled, merged and verified.
struct RoundTrip {
  private let format: String
  let extractor: ExtractJob
  private let identity: MergeJob
  let merger: MergeJob

  init(_ format: String) throws {
    self.format = format
    var extraction = ExtractJob.Options()
    extraction.source = LanguageTag("en")
    extraction.targets = [try #require(LanguageTag("kk"))]
    extraction.output = "-"
    extractor = try ExtractJob(extraction, Configuration(), writer: FileWriter())
    var options = MergeJob.Options()
    options.merging.verifies = true
    options.output = "-"
    merger = try MergeJob(options, Configuration(), writer: FileWriter())
    options.merging.allowsSourceCopies = true
    options.merging.setsMetadata = false
    identity = try MergeJob(options, Configuration(), writer: FileWriter())
  }

  /// The article after all of it was translated by `kind`; its own metadata is left alone where that is the source.
  func translated(_ bytes: [UInt8], _ kind: PseudoJob.Kind) throws -> [UInt8] {
    let xliff = try extractor.extract(bytes, format: format, original: "a")
    let pseudo = try PseudoJob(kind, replacesTargets: true, output: nil, Configuration(), writer: FileWriter())
    let filled = try pseudo.fill(try Document(reading: xliff)).bytes
    return try (kind == .source ? identity : merger).merge(bytes, format: format, xliff: filled)
  }

  /// Records where the sources as targets do not give the article back, byte for byte.
  func expectIdentity(_ bytes: [UInt8], _ name: String) {
    do {
      #expect(try translated(bytes, .source) == bytes, "\(name)")
    } catch { Issue.record("\(name): \(error)") }
  }
}
