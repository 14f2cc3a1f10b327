import Units

/// Decides for each byte of a text whether Markdown would read it as markup.
struct MarkdownEscaper {
  let coding: MarkdownText
  let text: ArraySlice<UInt8>
  let neighbours: Neighbours
  private var result: [UInt8] = []
  /// The places of brackets that must not be markup.
  private var brackets: Set<Int> = []

  init(coding: MarkdownText, text: ArraySlice<UInt8>, neighbours: Neighbours) {
    self.coding = coding
    self.text = text
    self.neighbours = neighbours
  }

  mutating func escaped() -> [UInt8] {
    result.reserveCapacity(text.count + 8)
    findBrackets()
    let start = lineStartMarkup()
    let end = closingNumberSigns()
    for index in text.indices {
      let byte = text[index]
      let isMarkup = index == start || index == end || (byte.isASCIIPunctuation && isMarkup(byte, at: index))
      if isMarkup { result.append(UInt8(ascii: "\\")) }
      result.append(byte.isLineEnd ? 0x20 : byte)
    }
    return result
  }

  // MARK: - Anywhere

  private func isMarkup(_ byte: UInt8, at index: Int) -> Bool {
    let next = next(index)
    switch byte {
    case UInt8(ascii: "\\"): return next.map { $0.isASCIIPunctuation || $0.isLineEnd } ?? false
    case UInt8(ascii: "`"): return true
    case UInt8(ascii: "*"): return !(isSpace(previous(index)) && isSpace(next))
    case UInt8(ascii: "_"): return !(isSpace(previous(index)) && isSpace(next)) && !isBetweenLetters(index)
    case UInt8(ascii: "~"):
      return next == byte || previous(index) == byte || !isSpace(previous(index))
    case UInt8(ascii: "["), UInt8(ascii: "]"): return brackets.contains(index)
    case UInt8(ascii: "!"): return index + 1 == text.endIndex && next == UInt8(ascii: "[")
    case UInt8(ascii: "<"):
      return coding.hasExpressions || next.map { $0.isASCIILetter || [0x2F, 0x21, 0x3F].contains($0) } ?? false
        || beginsAutolink(index)
    case UInt8(ascii: "&"): return MarkdownEntities.length(in: text, at: index - text.startIndex) != nil
    case UInt8(ascii: "{"):
      // Behind a backslash a template engine sees no pair of braces either.
      return coding.hasExpressions || next.map { "{%#:.=/".utf8.contains($0) } ?? false
    case UInt8(ascii: "|"): return coding.isInCell
    case UInt8(ascii: "$"): return next == byte
    default: return false
    }
  }

  private func previous(_ index: Int) -> UInt8? {
    index > text.startIndex ? text[index - 1] : neighbours.before
  }

  private func next(_ index: Int) -> UInt8? { index + 1 < text.endIndex ? text[index + 1] : neighbours.after }

  private func isSpace(_ byte: UInt8?) -> Bool { byte.map { $0.isBlank || $0.isLineEnd } ?? true }

  /// Whether a `>` follows before any white space, as in an address.
  private func beginsAutolink(_ index: Int) -> Bool {
    let run = text[(index + 1)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    return !run.isEmpty && run.endIndex < text.endIndex && text[run.endIndex] == UInt8(ascii: ">")
  }

  /// Whether letters or digits stand on both sides, where an underscore is no emphasis.
  private func isBetweenLetters(_ index: Int) -> Bool {
    guard index > text.startIndex, index + 1 < text.endIndex else { return false }
    let before = String(decoding: text[max(text.startIndex, index - 4)..<index], as: UTF8.self).unicodeScalars.last
    let after = String(decoding: text[(index + 1)..<min(text.endIndex, index + 5)], as: UTF8.self).unicodeScalars.first
    func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
      guard let properties = scalar?.properties else { return false }
      return properties.isAlphabetic || properties.numericType != nil
    }
    return isLetter(before) && isLetter(after)
  }

  // MARK: - Brackets

  /// Brackets that stand in pairs are text, unless what follows or a label makes them a link.
  private mutating func findBrackets() {
    guard text.contains(UInt8(ascii: "[")) || text.contains(UInt8(ascii: "]")) else { return }
    var open: [Int] = []
    for index in text.indices {
      if text[index] == UInt8(ascii: "[") {
        open.append(index)
      } else if text[index] == UInt8(ascii: "]") {
        guard let start = open.popLast() else {
          brackets.insert(index)
          continue
        }
        if makesLink(start, index) { brackets.insert(start) }
      }
    }
    brackets.formUnion(open)
  }

  private func makesLink(_ start: Int, _ end: Int) -> Bool {
    let label = text[(start + 1)..<end]
    if let next = next(end), [0x28, 0x5B, 0x3A].contains(next) { return true }
    // A footnote; a task's box.
    if label.first == UInt8(ascii: "^") || label.elementsEqual([0x20]) || (label.count == 1 && label.first == 0x78) {
      return true
    }
    return coding.labels.contains(MarkdownLabels.folded(label))
  }

  // MARK: - The start and the end of a line

  /// What would begin a heading, a list, a quotation or a rule if the text begins a line.
  private func lineStartMarkup() -> Int? {
    let isFirst = neighbours.before == nil ? coding.beginsLine : neighbours.before == 0x0A
    guard isFirst, let first = text.first else { return nil }
    let rest = text.dropFirst()
    let isLine = neighbours.after == nil || neighbours.after?.isLineEnd == true
    let ownRun = text.prefix { $0 == first }
    let behindRun = text[ownRun.endIndex...].first ?? neighbours.after
    switch first {
    case UInt8(ascii: "#"): return ownRun.count <= 6 && isSpace(behindRun) ? text.startIndex : nil
    case UInt8(ascii: ">"): return text.startIndex
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      if isSpace(rest.first ?? neighbours.after) { return text.startIndex }
      return isLine && text.allSatisfy { $0 == first || $0.isBlank } ? text.startIndex : nil
    case UInt8(ascii: "="): return isLine && text.allSatisfy { $0 == first || $0.isBlank } ? text.startIndex : nil
    case UInt8(ascii: "*"): return text.startIndex
    case UInt8(ascii: ":"): return ownRun.count >= 3 ? text.startIndex : nil
    case _ where first.isASCIIDigit:
      let digits = text.prefix { $0.isASCIIDigit }
      guard digits.count <= 9, let mark = text[digits.endIndex...].first, mark == 0x2E || mark == 0x29 else {
        return nil
      }
      return isSpace(next(digits.endIndex)) ? digits.endIndex : nil
    default: return nil
    }
  }

  private func closingNumberSigns() -> Int? {
    guard coding.isHeading, neighbours.after == nil || neighbours.after?.isLineEnd == true,
      text.last == UInt8(ascii: "#")
    else { return nil }
    let run = text.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let start = text.endIndex - run
    return start == text.startIndex || text[start - 1].isBlank ? start : nil
  }
}

/// The labels of link definitions.
enum MarkdownLabels {
  /// The labels that a document defines, or seems to.
  static func defined(in bytes: [UInt8]) -> Set<[UInt8]> {
    var labels: Set<[UInt8]> = []
    var at = 0
    while at < bytes.count {
      var start = at
      while start < bytes.count, bytes[start].isBlank || bytes[start] == UInt8(ascii: ">") { start += 1 }
      if start < bytes.count, bytes[start] == UInt8(ascii: "[") {
        var end = start + 1
        while end < bytes.count, end - start < 1000, bytes[end] != UInt8(ascii: "]"), !bytes[end].isLineEnd {
          end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "]"), bytes[end + 1] == UInt8(ascii: ":") {
          labels.insert(folded(bytes[(start + 1)..<end]))
        }
        at = min(end, bytes.count)
      }
      while at < bytes.count, !bytes[at].isLineEnd { at += 1 }
      at += 1
    }
    return labels
  }

  /// A label as it is compared: in lower case, its white space folded.
  static func folded(_ label: ArraySlice<UInt8>) -> [UInt8] {
    let words = String(decoding: label, as: UTF8.self).lowercased().utf8.split { $0.isBlank || $0.isLineEnd }
    return Array(words.joined(separator: [0x20]))
  }
}
