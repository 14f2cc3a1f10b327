import Units

/// The constraints of XLIFF 1.2 that hold within one trans-unit.
struct TransUnitConstraints {
  let unit: ValidationNode
  private(set) var violations: [Violation] = []

  init(_ unit: ValidationNode) { self.unit = unit }

  mutating func check() {
    checkSegments()
    for name in ["source", "target"] {
      if let node = unit.child(name) { checkPairs(node) }
    }
  }

  /// The segments of `seg-source` are those of the target: `mid` joins them.
  private mutating func checkSegments() {
    guard let source = unit.child("seg-source"), let target = unit.child("target") else { return }
    let there = Set(segments(source).compactMap { $0["mid"] })
    let segmentsOfTarget = segments(target)
    // A target without any markers was not segmented; reading says what becomes of it.
    guard !segmentsOfTarget.isEmpty else { return }
    if !target.text.isEmpty {
      add(
        target, "text in the target outside of its segments (mrk): delete it, or what stands in them",
        "1.2 2.5.10 mrk, mtype", severity: .warning)
    }
    let here = Set(segmentsOfTarget.compactMap { $0["mid"] })
    for mid in there.subtracting(here).sorted() {
      add(target, "the target has no mrk for the segment mid=\"\(mid)\" of seg-source", "1.2 2.5.10 mrk, mid")
    }
    for mid in here.subtracting(there).sorted() {
      add(
        target, "the target has a segment mid=\"\(mid)\" that seg-source does not have", "1.2 2.5.10 mrk, mid",
        severity: .warning)
    }
    for node in [source, target] {
      var seen: Set<String> = []
      for segment in segments(node) {
        if let mid = segment["mid"], !seen.insert(mid).inserted {
          add(segment, "mid=\"\(mid)\" is there twice", "1.2 2.5.10 mrk, mid")
        }
      }
    }
  }

  private func segments(_ node: ValidationNode) -> [ValidationNode] {
    node.descendants.filter { $0.name == "mrk" && $0["mtype"] == "seg" }
  }

  /// Each `bpt` has its `ept`, by `rid` or `id`.
  private mutating func checkPairs(_ side: ValidationNode) {
    var open: [String: [ValidationNode]] = [:]
    for node in side.descendants where node.name == "bpt" || node.name == "ept" {
      let key = node["rid"] ?? node["id"] ?? ""
      if node.name == "bpt" {
        open[key, default: []].append(node)
      } else if open[key]?.popLast() == nil {
        add(node, "ept \"\(key)\" has no bpt before it in this \(side.name)", "1.2 2.5.6 ept")
      }
    }
    for node in open.values.flatMap({ $0 }) {
      add(node, "bpt \"\(node["rid"] ?? node["id"] ?? "")\" has no ept in this \(side.name)", "1.2 2.5.5 bpt")
    }
  }

  private mutating func add(
    _ node: ValidationNode, _ message: String, _ clause: String, severity: Finding.Severity = .error
  ) {
    violations.append(Violation(at: node.at, message: message, clause: clause, severity: severity))
  }
}
