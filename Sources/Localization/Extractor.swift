import Articles
import Segmentation
import Units
import XLIFF

/// Turns an article into XLIFF: blocks become units, sentences segments, the white space between them ignorables.
struct Extractor: Sendable {
  /// A language to translate to.
  struct Target: Sendable {
    /// The name it goes by in paths and on the command line.
    var name: LanguageTag
    /// The tag that the XLIFF carries.
    var tag: LanguageTag
    /// The names in a text, each once, with their renderings.
    var names: @Sendable ([UInt8]) -> [GlossaryEntry]

    /// What a translator should know about the names in a text; nil where it names nobody.
    func nameNote(on text: [UInt8]) -> String? { Self.note(on: names(text)) }

    /// What a translator should know about names: `Names: Zhumangarin = Жумангарин.`; nil where there is none.
    static func note(on names: [GlossaryEntry]) -> String? {
      guard !names.isEmpty else { return nil }
      return "Names: \(names.map { "\($0.term) = \($0.translation)" }.joined(separator: "; "))."
    }
  }

  /// What was made of one article.
  struct Extraction: Sendable {
    /// For each target, in order, the XLIFF document.
    var documents: [[UInt8]]
    /// What was left out.
    var omissions: [Omission]
    /// The number of segments to translate.
    var segments: Int
  }

  let source: LanguageTag
  let targets: [Target]
  let version: Version
  let includesFurniture: Bool
  var prefillsTargets = false
  let reader: ArticleReader
  let segmenter: Segmenter
  /// What offers earlier translations.
  var recall: Recall?
  /// What holds more sentences is no article, and would take memory without end.
  var mostSentences = 500_000
  /// What offers a machine's translations.
  var pretranslation: Pretranslation?
  /// What becomes a segment.
  var granularity = ExtractJob.Granularity.sentence
  /// The most characters that the translation of a block of a role may have.
  var limits: [Role: Int] = [:]

  /// - Throws: ``Units/Malformed`` where the article can't be read.
  func extract(_ bytes: [UInt8], format: any ArticleFormat, original: String) throws(Malformed) -> Extraction {
    let article = try reader.read(bytes, as: format)
    let units = try units(of: article)
    let fingerprint = Fingerprint(bytes).description
    let documents = try targets.map { (target) throws(Malformed) in
      var file = ResourceFile(
        original: original, sourceLanguage: source, targetLanguage: target.tag, format: article.format,
        fingerprint: fingerprint)
      file.facts = article.facts
      file.units = units.map { annotated($0, for: target) }
      do throws(Failure) {
        try recall?.apply(to: &file.units, from: source, to: target.tag)
        try pretranslation?.apply(to: &file.units, from: source, to: target.tag)
      } catch {
        throw Malformed(at: Offset(0), problem: error.message)
      }
      return file.written(as: version)
    }
    let omissions = article.omissions.filter { !($0.isFurniture && includesFurniture) }
    let segments = units.reduce(0) { $0 + ($1.isTranslatable ? $1.sentenceCount : 0) }
    return Extraction(documents: documents, omissions: omissions, segments: segments)
  }

  /// - Throws: ``Units/Malformed`` where a rule of segmentation can't be tried on the text, or there are more sentences
  ///   than any tool can show.
  func units(of article: Article) throws(Malformed) -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(article.blocks.count)
    var count = 0
    for (block, name) in zip(article.blocks, UnitNames.names(of: article, withFurniture: includesFurniture)) {
      guard let name else { continue }
      let unit = try unit(named: name, of: block)
      count += unit.sentenceCount
      guard count <= mostSentences else {
        throw Malformed(
          at: block.raw.lowerBound, problem: "over \(mostSentences) sentences, which no tool can show",
          remedy: "split the file")
      }
      units.append(unit)
    }
    guard units.isEmpty else { return units }
    // Every version wants at least one unit.
    return [Unit(id: UnitID("empty"), segments: [Segment(source: Content())], isTranslatable: false)]
  }

  private func unit(named id: UnitID, of block: Block) throws(Malformed) -> Unit {
    let segments =
      switch granularity {
      case .sentence: try segments(of: block.source)
      case .block: [Segment(id: id.name, source: block.source)]
      }
    var unit = Unit(id: id, role: block.role, segments: segments)
    unit.maximumLength = limits[block.role]
    return unit
  }

  private func segments(of content: Content) throws(Malformed) -> [Segment] {
    let sentences: [Range<Int>]
    do { sentences = try segmenter.sentences(in: content.text) } catch {
      throw Malformed(at: Offset(0), problem: "\(error)")
    }
    var segments: [Segment] = []
    segments.reserveCapacity(2 * sentences.count + 1)
    var slicer = content.slicer
    var at = 0
    for range in sentences {
      if range.lowerBound > at {
        segments.append(Segment(source: slicer.slice(at..<range.lowerBound), isIgnorable: true))
      }
      segments.append(Segment(source: slicer.slice(range)))
      at = range.upperBound
    }
    if at < content.text.count {
      segments.append(Segment(source: slicer.slice(at..<content.text.count), isIgnorable: !segments.isEmpty))
    }
    return segments
  }

  func annotated(_ unit: Unit, for target: Target) -> Unit {
    var unit = unit
    guard unit.isTranslatable else { return unit }
    unit.notes = [unit.role.sentence]
    if let most = unit.maximumLength { unit.notes.append("At most \(most) characters.") }
    // Most sentences name nobody, and a unit that isn't touched shares its segments with the other languages'.
    var notes: [(index: Int, note: String)] = []
    var seen: Set<GlossaryEntry> = []
    for index in unit.segments.indices where !unit.segments[index].isIgnorable {
      let names = target.names(unit.segments[index].source.text)
      guard let note = Target.note(on: names) else { continue }
      notes.append((index, note))
      unit.glossary += names.filter { seen.insert($0).inserted }
    }
    for (index, note) in notes { unit.segments[index].notes = [note] }
    if prefillsTargets {
      for index in unit.segments.indices where !unit.segments[index].isIgnorable {
        unit.segments[index].target = unit.segments[index].source
      }
    }
    return unit
  }
}

extension Role {
  /// The name as a sentence: with a capital and a full stop.
  fileprivate var sentence: String {
    var bytes = Array(name.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "-") { bytes[index] = 0x20 }
    if let first = bytes.first, first &- 97 < 26 { bytes[0] = first - 32 }
    bytes.append(UInt8(ascii: "."))
    return String(decoding: bytes, as: UTF8.self)
  }
}
