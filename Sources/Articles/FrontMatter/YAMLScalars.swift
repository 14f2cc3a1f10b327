import Units

/// Text between single quotation marks in YAML: a mark in it is doubled, lines are folded.
struct YAMLSingleQuoted: Coding {
  var isWhole: Bool { true }

  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded { YAMLFolding.decode(raw, doubled: 0x27) }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.flatMap { $0 == 0x27 ? [0x27, 0x27] : [$0.isLineEnd ? 0x20 : $0] }
  }
}

/// Text in YAML that is not quoted; what could not be read back so is put between quotation marks.
struct YAMLPlain: Coding {
  /// Whether brackets, braces and commas would end it.
  let isInFlow: Bool

  var isWhole: Bool { true }

  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded { YAMLFolding.decode(raw, doubled: nil) }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    if isPlain(text) { return Array(text) }
    let needsEscapes = text.contains { $0 < 0x20 }
    if !needsEscapes, text.contains(UInt8(ascii: "\"")) || text.contains(UInt8(ascii: "\\")) {
      return [0x27] + YAMLSingleQuoted().encode(text) + [0x27]
    }
    return [0x22] + QuotedText(dialect: .yaml).encode(text) + [0x22]
  }

  private func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last, !first.isBlank, !last.isBlank,
      !"-?:,[]{}#&*!|>'\"%@`=".utf8.contains(first) || startsWord(text), last != UInt8(ascii: ":")
    else { return false }
    for at in text.indices {
      let next = at + 1 < text.endIndex ? text[at + 1] : 0x20
      switch text[at] {
      case 0..<0x20: return false
      case UInt8(ascii: ":") where next.isBlank || (isInFlow && ",[]{}".utf8.contains(next)): return false
      case UInt8(ascii: "#") where at > text.startIndex && text[at - 1].isBlank: return false
      case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D: if isInFlow { return false }
      default: break
      }
    }
    return !isOtherType(text)
  }

  /// A dash, question mark or colon that no space follows begins a word.
  private func startsWord(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, let second = text.dropFirst().first, !isInFlow else { return false }
    return "-?:".utf8.contains(first) && !second.isBlank && second != first
  }

  /// What would be read as a number, a date, true, false or nothing.
  private func isOtherType(_ text: ArraySlice<UInt8>) -> Bool {
    let words = [
      "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "-.inf", "+.inf",
    ]
    if text.count <= 5, words.contains(String(decoding: text, as: UTF8.self).lowercased()) { return true }
    if text.starts(with: "---".utf8) || text.starts(with: "...".utf8) { return true }
    return text.allSatisfy { $0.isHexDigit || "+-.:_xXoOTZtz ".utf8.contains($0) } && text.contains { $0.isASCIIDigit }
  }
}

/// Where a key has no value: right behind its colon.
struct YAMLMissing: Coding {
  var isWhole: Bool { true }

  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded { Decoded() }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] { [0x20] + YAMLPlain(isInFlow: false).encode(text) }
}

/// Lines of text in YAML, each behind the same indentation: as they are (`|`), or folded (`>`).
struct YAMLLines: Coding {
  let isFolded: Bool
  /// What begins each line but the first.
  let indentation: [UInt8]
  /// The line end of the file.
  let lineEnd: [UInt8]

  var isWhole: Bool { true }

  func decode(_ raw: ArraySlice<UInt8>) throws(Malformed) -> Decoded {
    var result = Decoded()
    var at = raw.startIndex
    while at < raw.endIndex {
      let content = raw[at...].prefix { !$0.isLineEnd }
      result.map.append(.verbatim(text: result.text.count, raw: at - raw.startIndex, count: content.count))
      result.text += content
      at = content.endIndex
      let start = at
      var ends = 0
      // Lines without text; blanks beyond the indentation would be text, which is left to others.
      while at < raw.endIndex, raw[at].isLineEnd {
        at += raw[at] == 0x0D && at + 1 < raw.endIndex && raw[at + 1] == 0x0A ? 2 : 1
        ends += 1
        let blanks = raw[at...].prefix { $0 == 0x20 }.prefix(indentation.count)
        at = blanks.endIndex
        if at < raw.endIndex, raw[at].isBlank {
          throw Malformed(at: Offset(at - raw.startIndex), problem: "a line that is indented further")
        }
      }
      guard ends > 0 else { break }
      let folded: [UInt8] = ends == 1 ? [0x20] : Array(repeating: 0x0A, count: ends - 1)
      let text = isFolded ? folded : Array(repeating: 0x0A, count: ends)
      result.map.append(
        .atom(text: result.text.count, textCount: text.count, raw: start - raw.startIndex, rawCount: at - start))
      result.text += text
    }
    return result
  }

  func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var at = text.startIndex
    while at < text.endIndex {
      let line = text[at...].prefix { $0 != 0x0A }
      result += line.filter { $0 != 0x0D }.drop { $0.isBlank }
      at = line.endIndex
      let ends = text[at...].prefix { $0 == 0x0A }.count
      guard ends > 0 else { break }
      at += ends
      for _ in 0..<(isFolded ? ends + 1 : ends) { result += lineEnd }
      result += indentation
    }
    return result
  }
}

/// Lines that are folded to one, where a scalar of YAML goes over several.
enum YAMLFolding {
  /// The text of a scalar; two of `doubled` are one.
  static func decode(_ raw: ArraySlice<UInt8>, doubled: UInt8?) -> Decoded {
    var result = Decoded()
    var at = raw.startIndex
    while at < raw.endIndex {
      let byte = raw[at]
      if byte.isBlank || byte.isLineEnd {
        let run = raw[at...].prefix { $0.isBlank || $0.isLineEnd }
        let ends = LineEnds.count(in: run)
        let text = ends == 0 ? Array(run) : ends == 1 ? [0x20] : Array(repeating: 0x0A, count: ends - 1)
        result.map.append(
          ends == 0
            ? .verbatim(text: result.text.count, raw: at - raw.startIndex, count: run.count)
            : .atom(text: result.text.count, textCount: text.count, raw: at - raw.startIndex, rawCount: run.count))
        result.text += text
        at = run.endIndex
      } else if byte == doubled, at + 1 < raw.endIndex, raw[at + 1] == byte {
        result.map.append(.atom(text: result.text.count, textCount: 1, raw: at - raw.startIndex, rawCount: 2))
        result.text.append(byte)
        at += 2
      } else {
        result.map.append(.verbatim(text: result.text.count, raw: at - raw.startIndex, count: 1))
        result.text.append(byte)
        at += 1
      }
    }
    return result
  }
}
