internal import Units

/// Inline codes of the target against those of the source: none lost, added or doubled, and every pair closed.
struct CodeMismatch: Check {
  static let rule = Rule(
    "code-mismatch", .error, summary: "An inline code of the source is lost, doubled or out of order in the target.",
    examples: [
      Example("en", "A <1>bold</1> step.", "ru", "<1>Смелый</1> шаг."),
      Example("en", "A <1>bold</1> step.", "ru", "Смелый шаг.", findsSegment: true),
      Example("en", "A picture <1/> here.", "ru", "Здесь <1/> картинка ⟦⟧<1/>."),
      Example("en", "A <1>bold</1> step.", "ru", "⟦⟧</1>Смелый<1> шаг."),
    ])

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    for unit in bitext.units where unit.isTranslatable { check(unit, report) }
  }

  /// A code with the segment it stands in.
  private struct Placed {
    var segment: Int
    var code: Code

    func isOfPair(_ other: Placed) -> Bool { segment == other.segment && code.ordinal == other.code.ordinal }

    func matches(_ other: Placed) -> Bool { code.ordinal == other.code.ordinal && code.kind == other.code.kind }
  }

  /// The codes of a unit together, so that one in another sentence is told as moved; merging wants each in its own.
  private func check(_ unit: Unit, _ report: (Finding) -> Void) {
    var source: [Placed] = []
    var target: [Placed] = []
    for (index, segment) in unit.segments.enumerated() {
      guard let content = segment.target, !content.isEmpty else { continue }
      source += segment.source.codes.map { Placed(segment: index, code: $0) }
      target += content.codes.map { Placed(segment: index, code: $0) }
    }
    if source.isEmpty && target.isEmpty { return }
    var (lost, extra) = (source, target)
    // Each sentence counts its codes from 1: only what is not in its own sentence may have come from another one.
    Self.pair(&lost, &extra) { $0.segment == $1.segment && $0.matches($1) }
    let moved = Self.pair(&lost, &extra) { $0.matches($1) }
    for (original, placed) in moved {
      // What closes a pair moves with what opens it.
      if placed.code.kind == .close, moved.contains(where: { $1.code.kind == .open && placed.isOfPair($1) }) {
        continue
      }
      report(finding("the code \(original.code.name) belongs to another sentence of the source", unit, placed))
    }
    for placed in lost {
      let isPair = lost.contains { $0.code.ordinal == placed.code.ordinal && $0.code.kind != placed.code.kind }
      // Where both codes of a pair are lost, that is one loss.
      if isPair, placed.code.kind == .close { continue }
      let name = isPair ? "pair of codes \(placed.code.name)" : "code \(placed.code.name)"
      report(finding("the \(name) is missing", unit, placed, hasPlace: false))
    }
    for placed in extra {
      let original = source.first { $0.segment == placed.segment && $0.matches(placed) }
      let what = original ?? source.first(where: placed.matches)
      report(
        finding(
          "the code \((what ?? placed).code.name) \(what == nil ? "is not in the source" : "stands twice")", unit,
          placed))
    }
    guard lost.isEmpty, extra.isEmpty, let wrong = Self.firstUnbalanced(target), Self.firstUnbalanced(source) == nil
    else { return }
    report(finding("the code \(wrong.code.name) stands before or across the one it belongs to", unit, wrong))
  }

  /// Takes out of both lists what agrees, each code once, and gives it back.
  @discardableResult
  private static func pair(
    _ lost: inout [Placed], _ extra: inout [Placed], _ agree: (Placed, Placed) -> Bool
  ) -> [(source: Placed, target: Placed)] {
    var pairs: [(source: Placed, target: Placed)] = []
    extra.removeAll { target in
      guard let index = lost.firstIndex(where: { agree($0, target) }) else { return false }
      pairs.append((lost.remove(at: index), target))
      return true
    }
    return pairs
  }

  /// The first code that closes what isn't open, or was not opened last.
  private static func firstUnbalanced(_ codes: [Placed]) -> Placed? {
    var open: [Int] = []
    for placed in codes {
      switch placed.code.kind {
      case .open: open.append(placed.code.ordinal)
      case .close:
        guard open.last == placed.code.ordinal else { return placed }
        open.removeLast()
      case .standalone: break
      }
    }
    return nil
  }

  private func finding(_ message: String, _ unit: Unit, _ placed: Placed, hasPlace: Bool = true) -> Finding {
    var finding = Finding(
      rule: Self.rule.name, severity: Self.rule.severity, message: message, unit: unit.id, segment: placed.segment)
    if hasPlace { finding.inTarget = placed.code.at..<placed.code.at }
    return finding
  }
}

extension Code {
  /// What a person knows the code by.
  fileprivate var name: String {
    if !display.isEmpty { return display }
    switch kind {
    case .open: return "<\(ordinal)>"
    case .close: return "</\(ordinal)>"
    case .standalone: return "<\(ordinal)/>"
    }
  }
}
