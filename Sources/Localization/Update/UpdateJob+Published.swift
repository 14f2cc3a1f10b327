import Articles
public import Units
import XLIFF

extension UpdateJob {
  /// An article that was published with its translation and corrected since, without an XLIFF.
  public struct Published: Sendable {
    /// The article as it was translated.
    public var old: String
    /// The article as it is now.
    public var new: String
    /// The translation as it was published.
    public var target: String
    /// The language of the article; nil is the configuration's.
    public var from: LanguageTag?
    /// The language of the translation; nil is what its file says, or the configuration's only target.
    public var to: LanguageTag?
    /// The XLIFF to write.
    public var output: String

    /// The paths of three articles, and where to write.
    public init(
      old: String, new: String, target: String, from: LanguageTag?, to: LanguageTag?, output: String
    ) {
      self.old = old
      self.new = new
      self.target = target
      self.from = from
      self.to = to
      self.output = output
    }
  }

  /// Makes the XLIFF that the corrected article would have: the published pair aligned, then updated.
  public func run(_ published: Published, aligning job: AlignJob) -> Outcome {
    do throws(Failure) {
      let input = InputFinder(root: configuration.folder) { _ in true }.inputs(at: [published.new]).first
      guard let input, input.failure == nil else {
        throw input?.failure ?? Failure(path: published.new, "is not there", remedy: "check the path")
      }
      if try Document.mayBeWork(at: published.output) {
        throw Failure(path: published.output, "holds translations and is not overwritten", remedy: "write elsewhere")
      }
      var options = AlignJob.Options(source: published.old, target: published.target)
      (options.from, options.to) = (published.from, published.to)
      let document = try job.document(options, original: input.relativePath)
      let article = try FileSystem.read(published.new)
      guard let format = Formats.forFile(named: published.new, holding: article) else {
        throw ExtractJob.unknownFormat(of: published.new)
      }
      let update: FileUpdate
      let reader = configuration.reader(of: format, for: input.relativePath)
      do { update = try self.update(document, 0, to: article, format: reader) } catch {
        throw Failure(path: published.new, thrown: error, in: article)
      }
      var outcome = Outcome()
      tell(update, of: published.output, document, into: &outcome)
      let bytes: [UInt8]
      do { bytes = try update.splice.applied(to: document.bytes) } catch {
        throw Failure(path: published.target, "two units of it overlap", remedy: "report this as a bug")
      }
      try outcome.deliver(bytes, to: published.output, by: writer)
      return outcome
    } catch { return Outcome(error) }
  }
}
