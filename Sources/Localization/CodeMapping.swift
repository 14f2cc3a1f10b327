import Units

/// Which code of a new source stands for which of the old one: by kind, in order.
struct CodeMapping {
  private var ordinals: [Int: Int] = [:]

  init(from old: Content, to new: Content) {
    var free: [Set<Code.Kind>: [Int]] = [:]
    for (ordinal, kinds) in Self.shapes(of: new).reversed() { free[kinds, default: []].append(ordinal) }
    for (ordinal, kinds) in Self.shapes(of: old) { ordinals[ordinal] = free[kinds]?.popLast() }
  }

  /// The codes with the ordinals of the new source; one that it does not have is left out, both ends of it.
  func mapped(_ codes: [Code]) -> [Code] {
    codes.compactMap { code in
      guard let ordinal = ordinals[code.ordinal] else { return nil }
      var code = code
      code.ordinal = ordinal
      return code
    }
  }

  private static func shapes(of content: Content) -> [(ordinal: Int, kinds: Set<Code.Kind>)] {
    var kinds: [Int: Set<Code.Kind>] = [:]
    var order: [Int] = []
    for code in content.codes {
      if kinds[code.ordinal] == nil { order.append(code.ordinal) }
      kinds[code.ordinal, default: []].insert(code.kind)
    }
    return order.map { ($0, kinds[$0] ?? []) }
  }
}
