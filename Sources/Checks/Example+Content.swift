public import Units

extension Example {
  /// The source; `<1>`, `</1>` and `<1/>` are codes.
  public var sourceContent: Content { Self.content(source).content }

  /// The target without the marks around what is found; `<1>`, `</1>` and `<1/>` are codes.
  public var targetContent: Content { Self.content(target).content }

  /// The places between the marks, in the text of ``targetContent``.
  public var found: [TextRange] { Self.content(target).marked }

  private static func content(_ marked: String) -> (content: Content, marked: [TextRange]) {
    var content = Content()
    var ranges: [TextRange] = []
    var start = 0
    var rest = marked[...]
    while let character = rest.first {
      switch character {
      case "⟦": start = content.text.count
      case "⟧": ranges.append(TextRange(bytes: start..<content.text.count))
      case "<":
        if let end = rest.firstIndex(of: ">"), let code = code(rest[rest.index(after: rest.startIndex)..<end]) {
          var placed = code
          placed.at = Offset(content.text.count)
          content.codes.append(placed)
          rest = rest[end...]
        } else {
          content.text += "<".utf8
        }
      default: content.text += String(character).utf8
      }
      rest = rest.dropFirst()
    }
    return (content, ranges)
  }

  private static func code(_ name: Substring) -> Code? {
    let digits = name.filter { $0 != "/" }
    guard let ordinal = Int(digits) else { return nil }
    let kind: Code.Kind = name.hasPrefix("/") ? .close : name.hasSuffix("/") ? .standalone : .open
    return Code(at: Offset(0), kind: kind, ordinal: ordinal)
  }
}
