import Articles
import Checks
import Locales
import Terminology
public import Units

/// `l10n check --source ARTICLE --target ARTICLE`: what is wrong with a published translation.
public struct PairJob: Sendable {
  /// The articles and their languages.
  public struct Pair: Sendable {
    /// The path of the article that was translated.
    public var source: String
    /// The path of its translation.
    public var target: String
    /// The language of the one; nil is the configuration's.
    public var from: LanguageTag?
    /// The language of the other; nil is what its file says, or the configuration's only target.
    public var to: LanguageTag?

    /// Two articles.
    public init(source: String, target: String, from: LanguageTag?, to: LanguageTag?) {
      self.source = source
      self.target = target
      self.from = from
      self.to = to
    }
  }

  private let job: CheckJob
  let configuration: Configuration

  /// A job that checks as `job` does.
  public init(_ job: CheckJob, _ configuration: Configuration) {
    self.job = job
    self.configuration = configuration
  }

  /// Checks a pair, block by block.
  public func run(_ pair: Pair) -> CheckJob.Outcome {
    do throws(Failure) {
      let (source, target) = try PublishedArticle.pair(
        (pair.source, pair.from), (pair.target, pair.to), { job.languages[$0].reader }, configuration)
      let units = units(source, target)
      let report = Report(
        path: pair.target, bytes: target.article.bytes, languages: (source.language, target.language), units: units,
        findings: [])
      return CheckJob.Outcome(articles: [job.checked(report)])
    } catch { return CheckJob.Outcome(failure: Message(error)) }
  }

  /// A unit for each block of the source, with the block of the target that stands for it.
  private func units(_ source: PublishedArticle, _ target: PublishedArticle) -> [Unit] {
    var articles = (source.article, target.article)
    articles.0.blocks.removeAll { $0.role == .furniture }
    articles.1.blocks.removeAll { $0.role == .furniture }
    let locales = (job.languages[source.language].locale, job.languages[target.language].locale)
    let beads = TranslationPair.singleBlocks(
      articles.0, articles.1, PressSpelling(locales.0), expansion: locales.1.relativeLength / locales.0.relativeLength)
    let names = UnitNames.names(of: articles.0, withFurniture: false)
    return beads.compactMap { bead in
      guard let index = bead.sources.first, let name = names[index] else { return nil }
      let block = articles.0.blocks[index]
      // Each article has codes of its own; only their texts are compared.
      var segment = Segment(source: Content(text: block.source.text), state: .translated)
      if let translation = bead.targets.first {
        segment.target = Content(text: articles.1.blocks[translation].source.text)
        segment.targetPlace = articles.1.blocks[translation].map
      }
      return Unit(id: name, role: block.role, segments: [segment])
    }
  }
}
