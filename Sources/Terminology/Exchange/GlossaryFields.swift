internal import Units

/// The values of a concept's and a name's fields as text, for formats that are tables of texts.
///
/// Several values in one field stand apart by `|`; a `|` in a value is written `\|`.
extension Concept {
  subscript(field: GlossaryColumn.ConceptField) -> String {
    switch field {
    case .id: id
    case .kind: kind.rawValue
    case .status: status.rawValue
    case .severity: severity ?? ""
    case .source: source
    case .context: joined(context)
    case .note: note
    case .always: always ? "true" : ""
    }
  }

  /// Takes a text for a field; false where it is no value of it.
  mutating func set(_ field: GlossaryColumn.ConceptField, _ text: String) -> Bool {
    switch field {
    case .id: id = text
    case .kind: return assign(Kind(rawValue: text == "org" ? "organization" : text), to: &kind)
    case .status: return assign(Status(rawValue: text), to: &status)
    case .severity:
      guard Finding.Severity.allCases.contains(where: { $0.name == text }) else { return false }
      severity = text
    case .source: source = text
    case .context: context = split(text)
    case .note: note = text
    case .always:
      guard ["true", "false"].contains(text) else { return false }
      always = text == "true"
    }
    return true
  }
}

extension Term {
  subscript(field: GlossaryColumn.TermField) -> String {
    switch field {
    case .term: preferred
    case .admitted: joined(admitted)
    case .deprecated: joined(deprecated)
    case .abbreviation: abbreviation ?? ""
    case .gender: gender?.rawValue ?? ""
    case .number: number?.rawValue ?? ""
    case .inflect: inflect ?? ""
    case .harmony: harmony ?? ""
    case .stem: stem ?? ""
    case .letters: isCaseExact ? "exact" : ""
    }
  }

  /// Takes a text for a field; false where it is no value of it.
  mutating func set(_ field: GlossaryColumn.TermField, _ text: String) -> Bool {
    switch field {
    case .term: preferred = text
    case .admitted: admitted = split(text)
    case .deprecated: deprecated = split(text)
    case .abbreviation: abbreviation = text
    case .gender:
      return assign(Gender.allCases.first { $0.rawValue == text || $0.rawValue.prefix(1) == text }, to: &gender)
    case .number: return assign(Number(rawValue: text), to: &number)
    case .inflect: inflect = text == "auto" ? nil : text
    case .harmony: harmony = text == "auto" ? nil : text
    case .stem: stem = text
    case .letters:
      guard text == "exact" else { return false }
      isCaseExact = true
    }
    return true
  }
}

private func assign<Value>(_ value: Value?, to place: inout Value) -> Bool {
  guard let value else { return false }
  place = value
  return true
}

private func assign<Value>(_ value: Value?, to place: inout Value?) -> Bool {
  guard let value else { return false }
  place = value
  return true
}

private func joined(_ values: [String]) -> String {
  values.map { value in value.reduce(into: "") { $0 += $1 == "|" || $1 == "\\" ? "\\\($1)" : String($1) } }
    .joined(separator: "|")
}

private func split(_ text: String) -> [String] {
  var result = [""]
  var isEscaped = false
  for character in text {
    if !isEscaped, character == "\\" {
      isEscaped = true
      continue
    }
    if !isEscaped, character == "|" { result.append("") } else { result[result.count - 1].append(character) }
    isEscaped = false
  }
  return result.map(trimmed).filter { !$0.isEmpty }
}

/// A text without white space around it.
func trimmed(_ text: String) -> String {
  let tail = text.drop(while: \.isWhitespace)
  return String(tail.prefix(tail.count - tail.reversed().prefix(while: \.isWhitespace).count))
}
