public import Units

extension Example {
  /// A place in a target that an example says is found.
  public struct Place: Hashable, Sendable {
    /// The index of the segment.
    public let segment: Int
    /// Where in its target.
    public let range: TextRange

    /// A place in the target of a segment.
    public init(segment: Int, range: TextRange) {
      self.segment = segment
      self.range = range
    }
  }

  /// The example as a unit: `‖` stands between two sentences; `<1>`, `</1>` and `<1/>` are codes.
  public var unit: Unit {
    let sources = source.split(separator: "‖", omittingEmptySubsequences: false)
    let targets = target.split(separator: "‖", omittingEmptySubsequences: false)
    let segments = zip(sources, targets).map { source, target in
      Segment(source: Self.content(source).content, target: Self.content(target).content)
    }
    return Unit(id: UnitID("p1"), segments: segments)
  }

  /// The places between the marks.
  public var found: [Place] {
    target.split(separator: "‖", omittingEmptySubsequences: false).enumerated().flatMap { index, target in
      Self.content(target).marked.map { Place(segment: index, range: $0) }
    }
  }

  private static func content(_ marked: Substring) -> (content: Content, marked: [TextRange]) {
    var content = Content()
    var ranges: [TextRange] = []
    var start = 0
    var rest = marked
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
    guard let ordinal = Int(name.filter { $0 != "/" }) else { return nil }
    let kind: Code.Kind = name.hasPrefix("/") ? .close : name.hasSuffix("/") ? .standalone : .open
    return Code(at: Offset(0), kind: kind, ordinal: ordinal)
  }
}
