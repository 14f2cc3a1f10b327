import Articles
import Checks
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
  private let configuration: Configuration

  /// A job that checks as `job` does.
  public init(_ job: CheckJob, _ configuration: Configuration) {
    self.job = job
    self.configuration = configuration
  }

  /// Checks a pair, block by block.
  public func run(_ pair: Pair) -> CheckJob.Outcome {
    do throws(Failure) {
      let source = try read(pair.source, pair.from ?? configuration.source, "--from en")
      let only = configuration.targets.count == 1 ? configuration.targets.first : nil
      let target = try read(pair.target, pair.to ?? only, "--to kk")
      let units = Self.units(source.article, target.article)
      let report = Report(
        path: pair.target, bytes: target.article.bytes, languages: (source.language, target.language), units: units,
        findings: [])
      return CheckJob.Outcome(reports: [job.checked(report)])
    } catch { return CheckJob.Outcome(failure: Message(error)) }
  }

  private func read(
    _ path: String, _ given: LanguageTag?, _ option: String
  ) throws(Failure) -> (article: Article, language: LanguageTag) {
    guard let format = Formats.forFile(named: path) else {
      throw Failure(path: path, "is of no known format", remedy: "`l10n formats` lists those that are")
    }
    let bytes = try FileSystem.read(path)
    do {
      let format = configuration.reader(of: format, for: path)
      let article = try format.read(bytes)
      let place = article.languagePlaces.first { $0.kind == .tag }
      let stated = place.flatMap { LanguageTag(String(decoding: bytes[$0.range.bytes], as: UTF8.self)) }
      guard let language = given ?? stated else {
        throw Failure(path: path, "does not say its language", remedy: "say it with \(option)")
      }
      return (try job.reader(for: language).read(bytes, as: format), language)
    } catch let error as Failure {
      throw error
    } catch let error as Malformed {
      throw Failure(path: path, error, in: bytes)
    } catch {
      throw Failure(path: path, "\(error)")
    }
  }

  /// A unit for each block of the source, with the block of the target that stands for it.
  private static func units(_ source: Article, _ target: Article) -> [Unit] {
    let blocks = source.blocks.filter { $0.role != .furniture }
    let translations = target.blocks.filter { $0.role != .furniture }
    var names: [String: Int] = [:]
    return BlockAlignment.pairs(blocks, translations).compactMap { pair in
      guard let index = pair.source else { return nil }
      let block = blocks[index]
      let name = block.role == .headline ? "title" : block.role == .paragraph ? "p" : block.role.name
      names[name, default: 0] += 1
      // Each article has codes of its own; only their texts are compared.
      var segment = Segment(source: Content(text: block.source.text), state: .translated)
      if let translation = pair.target {
        segment.target = Content(text: translations[translation].source.text)
        segment.targetPlace = translations[translation].map
      }
      return Unit(id: UnitID("\(name)\(names[name] ?? 1)"), role: block.role, segments: [segment])
    }
  }
}
