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
    let target = value(of: "target-language", in: head) ?? value(of: "trgLang", in: head)
    guard let original = value(of: "original", in: head), let target, let tag = LanguageTag(target) else { return nil }
    return [original, tag.bcp47]
  }

  private static func value(of attribute: String, in head: String) -> String? {
    for quote in ["\"", "'"] {
      guard let start = head.firstRange(of: " \(attribute)=\(quote)") else { continue }
      return head[start.upperBound...].split(separator: quote, maxSplits: 1, omittingEmptySubsequences: false).first
        .map(String.init)
    }
    return nil
  }
}
