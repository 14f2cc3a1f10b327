internal import Units

extension Glossary {
  /// The glossary as YAML, an entry after the other in the form that editors write.
  public var yaml: [UInt8] {
    var text = "concepts:\n"
    for concept in concepts { text += concept.yaml }
    return Array(text.utf8)
  }
}

extension Concept {
  /// The entry as YAML, to stand in the list of a glossary.
  public var yaml: String { "  - " + pairs.map { "\($0): \($1)\n" }.joined(separator: "    ") }

  /// The entry as YAML on one line: `{id: semey, kind: place, status: proposed, en: Semey}`.
  public var inlineYAML: String { "{\(pairs.map { "\($0): \($1)" }.joined(separator: ", "))}" }

  private var pairs: [(key: String, value: String)] {
    var pairs = [("id", scalar(id)), ("kind", kind.rawValue), ("status", status.rawValue)]
    if let severity { pairs.append(("severity", severity)) }
    pairs += terms.sorted { $0.key.bcp47 < $1.key.bcp47 }.map { (scalar($0.bcp47), $1.yaml) }
    if !context.isEmpty { pairs.append(("context", list(context))) }
    if always { pairs.append(("always", "true")) }
    if !note.isEmpty { pairs.append(("note", scalar(note))) }
    if !source.isEmpty { pairs.append(("source", scalar(source))) }
    return pairs
  }
}

extension Term {
  /// A text alone where nothing else is said.
  fileprivate var yaml: String {
    var pairs: [String] = []
    if let abbreviation { pairs.append("abbreviation: \(scalar(abbreviation))") }
    if let gender { pairs.append("gender: \(gender.rawValue)") }
    if let number { pairs.append("number: \(number.rawValue)") }
    if let inflect { pairs.append("inflect: \(scalar(inflect))") }
    if let harmony { pairs.append("harmony: \(scalar(harmony))") }
    if let stem { pairs.append("stem: \(scalar(stem))") }
    if isCaseExact { pairs.append("case: exact") }
    if !admitted.isEmpty { pairs.append("admitted: \(list(admitted))") }
    if !deprecated.isEmpty { pairs.append("deprecated: \(list(deprecated))") }
    return pairs.isEmpty ? scalar(preferred) : "{term: \(scalar(preferred)), \(pairs.joined(separator: ", "))}"
  }
}

private func list(_ values: [String]) -> String { "[\(values.map(scalar).joined(separator: ", "))]" }

/// A text as it may stand anywhere in YAML, in quotation marks where a reader might take it for something else.
private func scalar(_ text: String) -> String {
  let words: Set = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
  let scalars = text.unicodeScalars
  let isPlain =
    scalars.first?.properties.isAlphabetic == true && scalars.last != " " && !words.contains(text.lowercased())
    && scalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || " -.'/()’«»".unicodeScalars.contains($0)
    }
  if isPlain { return text }
  var quoted = "\""
  for scalar in scalars {
    switch scalar {
    case "\"", "\\": quoted += "\\\(scalar)"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF:
      let code = String(scalar.value, radix: 16)
      quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
    case "\u{85}", "\u{2028}", "\u{2029}": quoted += scalar.value == 0x85 ? "\\N" : scalar == "\u{2028}" ? "\\L" : "\\P"
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
