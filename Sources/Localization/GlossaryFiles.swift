import Terminology
import Units

/// Several glossaries' files that are one glossary together.
struct GlossaryFiles {
  /// The files, in the order given.
  let files: [GlossaryFile]
  /// All entries, each with the number of its file.
  let glossary: Glossary
  /// The lines of the files, where there are several: only then does one name places of another.
  private let lines: [LineIndex]

  /// Files as they were read.
  init(_ files: [GlossaryFile]) {
    self.files = files
    lines = files.count > 1 ? files.map { LineIndex($0.bytes) } : []
    var concepts: [Concept] = []
    for (number, file) in files.enumerated() {
      concepts += file.reading.glossary.concepts.map { concept in
        var concept = concept
        concept.file = number
        return concept
      }
    }
    glossary = Glossary(concepts)
  }

  /// Reads files in which nothing is wrong.
  ///
  /// - Throws: ``Failure`` where one can't be read, or is no glossary.
  init(reading paths: [String]) throws(Failure) {
    var files: [GlossaryFile] = []
    for path in paths {
      let file = try GlossaryFile(reading: path)
      _ = try file.glossary()
      files.append(file)
    }
    self.init(files)
  }

  /// What editors should settle, by file and in the order of each.
  func results(_ languages: Languages) -> [GlossaryLint.Result] { results(in: glossary, languages) }

  /// What entries of different files say against each other, of those that share a name or an id: a warning with both
  /// places for whoever works with the files.
  func contradictions(_ languages: Languages) -> [Message] {
    guard files.count > 1 else { return [] }
    return results(in: shared, languages)
      .filter { ($0.otherFile ?? $0.file) != $0.file && $0.finding.severity > .note }
      .map { Message(.warning, "\(place($0.file, $0.finding.at.lowerBound)): \($0.finding.message)") }
  }

  private func results(in glossary: Glossary, _ languages: Languages) -> [GlossaryLint.Result] {
    GlossaryLint.results(in: glossary, locale: { languages[$0].locale }, place: place)
  }

  private func place(_ file: Int, _ at: Offset<File>) -> String {
    guard lines.indices.contains(file) else { return files[file].path }
    let position = lines[file].position(of: at)
    return "\(files[file].path):\(position.line):\(position.column)"
  }

  /// The entries that have a name or an id of an entry in another file; only these can say what another file denies.
  private var shared: Glossary {
    func keys(of concept: Concept) -> [String] {
      [concept.id] + concept.terms.flatMap { tag, term in term.all.map { "\(tag) \($0.text.lowercased())" } }
    }
    var owners: [String: Set<Int>] = [:]
    for concept in glossary.concepts {
      for key in keys(of: concept) { owners[key, default: []].insert(concept.file) }
    }
    return Glossary(
      glossary.concepts.filter { concept in
        keys(of: concept).contains { (owners[$0]?.count ?? 0) > 1 }
      })
  }
}
