import Units

/// How long a translation may be (2.1 5.7, Size and Length Restriction), by the profile of code points.
extension UnitConstraints {
  mutating func checkSizes() {
    for node in [unit] + sources + targets {
      if let value = node["slr:sizeRestriction"], Size(value) == nil {
        add(node, "sizeRestriction=\"\(value)\" is not [minimum,]maximum", "2.1 5.7.6.2 xliff:codepoints")
      }
    }
    guard context.sizeProfile == "xliff:codepoints" else { return }
    if let size = (unit["slr:sizeRestriction"] ?? context.sizeRestriction).flatMap({ Size($0) }),
      let first = parts.lazy.compactMap({ $0.child("target") }).first
    {
      let length = parts.compactMap { $0.child("target") }.reduce(0) { $0 + Self.length(of: $1) }
      check(length, size, first)
    }
    for node in targets {
      if let size = node["slr:sizeRestriction"].flatMap({ Size($0) }), node.name != "sc", node.name != "sm" {
        check(Self.length(of: node), size, node)
      }
    }
  }

  private mutating func check(_ length: Int, _ size: Size, _ node: ValidationNode) {
    guard let most = size.most, length > most else { return }
    // What nobody has called translated yet may still be shortened.
    let isDraft = parts.allSatisfy { ($0["state"] ?? "initial") == "initial" }
    add(
      node, "the translation has \(length) characters, \(most) are allowed: shorten it", "2.1 5.7.6.2 xliff:codepoints",
      severity: isDraft ? .warning : .error)
  }

  /// The number of code points.
  ///
  /// Combining marks are not counted: normalization may join them with their letters.
  private static func length(of node: ValidationNode) -> Int {
    ([node] + node.descendants).reduce(0) { sum, node in
      let scalars = String(decoding: node.text, as: UTF8.self).unicodeScalars
      let codes = node["slr:sizeInfo"].flatMap { Int($0) } ?? 0
      return sum + codes + scalars.count { !(0x300...0x36F ~= $0.value) }
    }
  }

  /// `[minimum,]maximum`; `*` is no limit.
  private struct Size {
    var most: Int?

    init?(_ text: String) {
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      guard let last = parts.last, parts.count <= 2, parts.allSatisfy({ $0 == "*" || Int($0).map { $0 >= 0 } == true })
      else { return nil }
      most = Int(last)
    }
  }
}
