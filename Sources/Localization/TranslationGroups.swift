import Units

/// Puts the XLIFF files of one article and language together: an old one and its delta, or the parts of two translators.
enum TranslationGroups {
  /// What two files have in common that belong together: the article and the target language.
  private struct Subject: Hashable {
    var original: String
    var target: LanguageTag
  }

  /// The inputs with those of the same article as ``Input/others`` of the first.
  ///
  /// What a file says is looked up in its beginning only; what that does not show stands for itself.
  static func grouped(_ inputs: [Input]) -> [Input] {
    guard inputs.count > 1 else { return inputs }
    var result: [Input] = []
    result.reserveCapacity(inputs.count)
    var places: [Subject: Int] = [:]
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
  private static func subject(of path: String) -> Subject? {
    // Ours stand in the third line; a tool may write much before them.
    for count in [512, 4_096] {
      guard let head = FileSystem.head(of: path, count: count) else { return nil }
      if let subject = subject(in: head) { return subject }
      if head.count < count { return nil }
    }
    return nil
  }

  private static func subject(in head: [UInt8]) -> Subject? {
    var original: String?
    var target: LanguageTag?
    for at in head.indices where head[at] == UInt8(ascii: "=") && at + 1 < head.count {
      switch head[at - min(at, 1)] {
      case UInt8(ascii: "l") where original == nil: original = value(of: "original", before: at, in: head)
      case UInt8(ascii: "e") where target == nil:
        target = value(of: "target-language", before: at, in: head).flatMap { LanguageTag($0) }
      case UInt8(ascii: "g") where target == nil:
        target = value(of: "trgLang", before: at, in: head).flatMap { LanguageTag($0) }
      default: continue
      }
      if let original, let target { return Subject(original: original, target: target) }
    }
    return nil
  }

  /// The value of an attribute, as it is written, where the name before an equals sign is the attribute's.
  private static func value(of attribute: String, before equals: Int, in head: [UInt8]) -> String? {
    let start = equals - attribute.utf8.count
    guard start > 0, head[start - 1] <= 0x20, head[start..<equals].elementsEqual(attribute.utf8) else { return nil }
    let quote = head[equals + 1]
    guard quote == 0x22 || quote == 0x27, let end = head[(equals + 2)...].firstIndex(of: quote) else { return nil }
    return String(decoding: head[(equals + 2)..<end], as: UTF8.self)
  }
}
