import Units

/// Puts the XLIFF files of one article and language together: an old one and its delta, or the parts of two translators.
enum TranslationGroups {
  /// The inputs with those of the same article as ``Input/others`` of the first.
  ///
  /// What a file says is looked up in its beginning only; what that does not show stands for itself.
  static func grouped(_ inputs: [Input]) -> [Input] {
    guard inputs.count > 1 else { return inputs }
    var result: [Input] = []
    var places: [[String]: Int] = [:]
    for input in inputs {
      guard input.failure == nil, input.path != "-", let subject = subject(of: input.path) else {
        result.append(input)
        continue
      }
      if let place = places[subject] {
        result[place].others.append(input.path)
      } else {
        places[subject] = result.count
        result.append(input)
      }
    }
    return result
  }

  /// The `original` and the target language that a file begins with, as they are written.
  private static func subject(of path: String) -> [String]? {
    guard let head = FileSystem.head(of: path, count: 4_096) else { return nil }
    var original: String?
    var target: LanguageTag?
    for at in head.indices where head[at] == UInt8(ascii: "=") {
      if original == nil { original = value(of: "original", before: at, in: head) }
      if target == nil {
        let value = value(of: "target-language", before: at, in: head) ?? value(of: "trgLang", before: at, in: head)
        target = value.flatMap { LanguageTag($0) }
      }
      if let original, let target { return [original, target.bcp47] }
    }
    return nil
  }

  /// The value of an attribute, as it is written, where the name before an equals sign is the attribute's.
  private static func value(of attribute: String, before equals: Int, in head: [UInt8]) -> String? {
    let start = equals - attribute.utf8.count
    guard start > 0, head[start - 1] <= 0x20, head[start..<equals].elementsEqual(attribute.utf8) else { return nil }
    guard let quote = head[equals...].dropFirst().first, quote == 0x22 || quote == 0x27 else { return nil }
    return String(decoding: head[equals...].dropFirst(2).prefix { $0 != quote }, as: UTF8.self)
  }
}
