import Units
import YAML

/// Finds the values of a YAML document that are text.
enum YAMLFields {
  static func read(_ bytes: [UInt8], _ range: Range<Int>) -> Result<[FrontMatter.Field], Malformed> {
    let content = Array(bytes[range])
    do throws(SyntaxError) {
      guard let root = try parse(content) else { return .success([]) }
      var fields: [FrontMatter.Field] = []
      collect(root, [], content, range.lowerBound, &fields)
      return .success(fields)
    } catch {
      return .failure(Malformed(at: Offset(range.lowerBound + error.offset), problem: error.problem))
    }
  }

  private static func collect(
    _ node: Node, _ path: [String], _ content: [UInt8], _ base: Int, _ fields: inout [FrontMatter.Field]
  ) {
    switch node.value {
    case .scalar(let text, _):
      guard let field = field(node, text, path, content) else { return }
      fields.append(
        FrontMatter.Field(
          path: path, raw: field.raw.lowerBound + base..<field.raw.upperBound + base, coding: field.coding,
          text: field.text))
    case .sequence(let nodes):
      for node in nodes { collect(node, path + ["[]"], content, base, &fields) }
    case .mapping(let entries):
      for (key, value) in entries {
        guard let name = key.string else { continue }
        collect(value, path + [name], content, base, &fields)
      }
    }
  }

  private static func field(
    _ node: Node, _ text: String, _ path: [String], _ content: [UInt8]
  ) -> (raw: Range<Int>, coding: any Coding, text: [UInt8])? {
    if node.offset == node.end, node.style == .plain, !node.isInFlow {
      return (node.offset..<node.end, YAMLMissing(), [])
    }
    guard node.offset < node.end, node.end <= content.count else { return nil }
    let whole = node.offset..<node.end
    let text = Array(text.utf8)
    switch node.style {
    case .plain?: return (whole, YAMLPlain(isInFlow: node.isInFlow), text)
    case .singleQuoted?, .doubleQuoted?:
      let mark: UInt8 = node.style == .singleQuoted ? 0x27 : 0x22
      guard whole.count >= 2, content[whole.lowerBound] == mark, content[whole.upperBound - 1] == mark else {
        return nil
      }
      let coding: any Coding = node.style == .singleQuoted ? YAMLSingleQuoted() : QuotedText(dialect: .yaml)
      return (whole.lowerBound + 1..<whole.upperBound - 1, coding, text)
    case .literal?, .folded?: return lines(node, text, content)
    case nil: return nil
    }
  }

  /// The lines of a block scalar, without its header and the line ends behind it.
  private static func lines(
    _ node: Node, _ text: [UInt8], _ content: [UInt8]
  ) -> (raw: Range<Int>, coding: any Coding, text: [UInt8])? {
    var at = node.offset
    while at < node.end, !content[at].isLineEnd { at += 1 }
    let lineEnd: [UInt8] = content[at...].starts(with: [13, 10]) ? [13, 10] : [content[at...].first ?? 10]
    while at < node.end, content[at].isLineEnd { at += 1 }
    let start = at
    while at < node.end, content[at] == 0x20 { at += 1 }
    // An indentation indicator, or leading lines of blanks: rare, and left alone.
    guard at > start, at < node.end, !content[at].isBlank, !content[at].isLineEnd else { return nil }
    var end = node.end
    while end > at, content[end - 1].isLineEnd || content[end - 1].isBlank { end -= 1 }
    let coding = YAMLLines(
      isFolded: node.style == .folded, indentation: Array(content[start..<at]), lineEnd: lineEnd)
    let trimmed = text.reversed().drop { $0 == 0x0A || $0 == 0x20 }.count
    return (at..<end, coding, Array(text.prefix(trimmed)))
  }
}
