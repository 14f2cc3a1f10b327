import JSON
import Units

/// The volumes of many articles by their bands, for a person and for programs.
///
/// The analyses are taken in order: what stands in an earlier one is a repetition in a later one.
public struct StatsReport: Sendable {
  /// The volume in each band; 0 where there is nothing.
  private typealias Volumes = [MatchBand: TextVolume]

  private var files: [(path: String, article: String, languages: LanguagePair, volumes: Volumes)] = []
  private var total: Volumes = [:]
  private var seen: Set<Seen> = []

  private struct LanguagePair: Hashable { var source, target: LanguageTag? }
  private struct Seen: Hashable {
    var languages: LanguagePair
    var key: Int
  }

  /// A report on nothing yet.
  public init() {}

  /// Takes the next article.
  public mutating func add(_ analysis: StatsJob.Analysis) {
    let languages = LanguagePair(source: analysis.sourceLanguage, target: analysis.targetLanguage)
    var volumes: Volumes = [:]
    for segment in analysis.segments {
      let isFirst = seen.insert(Seen(languages: languages, key: segment.key)).inserted
      let band = isFirst || !segment.band.yieldsToRepetition ? segment.band : .repetition
      volumes[band, default: TextVolume()] = volumes[band, default: TextVolume()] + segment.volume
    }
    total.merge(volumes) { $0 + $1 }
    files.append((analysis.path, analysis.article, languages, volumes))
  }

  /// A table for each article, and one for all where there are several.
  public var text: String {
    var tables = files.map { file in
      Self.table(
        file.volumes,
        "\(file.path) (\(file.languages.source?.bcp47 ?? "?") → \(file.languages.target?.bcp47 ?? "?"))")
    }
    if files.count > 1 { tables.append(Self.table(total, "total of \(files.count)")) }
    return tables.joined(separator: "\n")
  }

  private static func table(_ volumes: Volumes, _ title: String) -> String {
    let bands = MatchBand.allCases.map { ($0.title, volumes[$0, default: TextVolume()]) }
    let rows =
      [["", "segments", "words", "characters", "without spaces"]]
      + (bands + [("total", sum(volumes))]).map { name, volume in
        [
          name, "\(volume.segments)", "\(volume.words)", "\(volume.characters)",
          "\(volume.characters - volume.spaces)",
        ]
      }
    return "\(title)\n" + columns(rows, numbersFrom: 1).map { "  \($0)\n" }.joined()
  }

  private static func sum(_ volumes: Volumes) -> TextVolume { volumes.values.reduce(TextVolume(), +) }

  /// One document: an object for each article and language, and the sums.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("files")
    writer.beginArray()
    for file in files {
      writer.beginObject()
      writer.member("file", file.path)
      writer.member("article", file.article)
      if let source = file.languages.source { writer.member("source", source.bcp47) }
      if let target = file.languages.target { writer.member("target", target.bcp47) }
      Self.write(file.volumes, to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.key("summary")
    writer.beginObject()
    writer.member("files", files.count)
    Self.write(total, to: &writer)
    writer.endObject()
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  private static func write(_ volumes: Volumes, to writer: inout JSONWriter) {
    writer.key("matches")
    writer.beginObject()
    for band in MatchBand.allCases {
      writer.key(band.rawValue)
      write(volumes[band, default: TextVolume()], to: &writer)
    }
    writer.endObject()
    writer.key("total")
    write(sum(volumes), to: &writer)
  }

  private static func write(_ volume: TextVolume, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("segments", volume.segments)
    writer.member("words", volume.words)
    writer.member("characters", volume.characters)
    writer.member("charactersWithoutSpaces", volume.characters - volume.spaces)
    writer.endObject()
  }
}
