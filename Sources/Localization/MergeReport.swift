import Units
import XLIFF

/// An XLIFF file that an article is merged from.
struct Translation {
  var path: String
  var bytes: [UInt8]
  var file: ResourceFile
  /// Whether the places in the file are those of its bytes on the disk.
  var hasPlaces = true
}

extension Outcome {
  /// Turns the problems of a merge into lines with places; a long list is cut, the count is not.
  mutating func tell(
    _ problems: [Merger.Problem], of translations: [Translation], articlePath: String, articleBytes: [UInt8]
  ) {
    guard !problems.isEmpty else { return }
    let limit = 50
    let lines = translations.map { LineIndex($0.hasPlaces ? $0.bytes : []) }
    let articleLines = problems.contains { $0.isInArticle } ? LineIndex(articleBytes) : LineIndex([])
    for problem in problems.prefix(limit) {
      let translation = translations[problem.input]
      var place = problem.isInArticle ? articlePath : translation.path
      if problem.isInArticle || translation.hasPlaces {
        let position = (problem.isInArticle ? articleLines : lines[problem.input]).position(of: problem.at)
        place += ":\(position.line):\(position.column)"
      }
      let rule = problem.rule.isEmpty ? "" : " [\(problem.rule)]"
      messages.append(Message(problem.severity, "\(place): \(problem.message)\(rule)"))
    }
    let path = translations[0].path
    let more = problems.count - limit
    if more > 0 { messages.append(Message(.error, "\(path): and \(more) more like these")) }
    for rule in ["untranslated", "unready"] {
      let count = problems.count { $0.rule == rule && $0.severity == .error }
      if count > 0 {
        messages.append(Message(.error, "\(path): \(count) \(rule); --incomplete source writes the source there"))
      }
    }
  }
}
