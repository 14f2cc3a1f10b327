internal import Units

extension Bitext {
  /// Each sentence that has a translation, with its unit and its index there.
  func eachTranslation(_ body: (_ unit: Unit, _ segment: Int, _ source: Content, _ target: Content) -> Void) {
    for unit in units where unit.isTranslatable {
      for (index, segment) in unit.segments.enumerated() {
        guard let target = segment.target, !segment.isIgnorable, !target.text.isEmpty else { continue }
        body(unit, index, segment.source, target)
      }
    }
  }
}

extension Rule {
  /// A finding in a sentence; `fix` is what to write in place of `range`.
  func finding(
    _ message: String, _ unit: Unit, _ segment: Int, _ range: Range<Int>? = nil, fix: String? = nil,
    severity: Finding.Severity? = nil
  ) -> Finding {
    let place = range.map { TextRange(bytes: $0) }
    var finding = Finding(
      rule: name, severity: severity ?? self.severity, message: message, unit: unit.id, segment: segment,
      inTarget: place)
    if let fix, let place { finding.fix = .init(range: place, replacement: fix) }
    return finding
  }
}
