/// Rewrites the letters of a name: each longest sequence that the table has by what stands for it, capitals kept.
public struct LetterFold: Sendable {
  private let table: [[Unicode.Scalar]: [Unicode.Scalar]]
  private let longest: Int

  /// A fold of these sequences of lower-case letters.
  public init(_ rows: [(from: String, to: String)]) {
    table = Dictionary(
      rows.map { (Array($0.from.unicodeScalars), Array($0.to.unicodeScalars)) }, uniquingKeysWith: { first, _ in first }
    )
    longest = table.keys.map(\.count).max() ?? 0
  }

  /// Whether the table is empty, so that nothing is rewritten.
  public var isEmpty: Bool { table.isEmpty }

  /// The name with other letters.
  public func callAsFunction(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    let lower = lowercase(scalars)
    var result = String.UnicodeScalarView()
    var at = 0
    while at < scalars.count {
      let length = stride(from: min(longest, scalars.count - at), to: 0, by: -1)
        .first { table[Array(lower[at..<(at + $0)])] != nil }
      guard let length, let new = table[Array(lower[at..<(at + length)])] else {
        result.append(scalars[at])
        at += 1
        continue
      }
      let isCapital = scalars[at] != lower[at]
      for (index, scalar) in new.enumerated() {
        if isCapital, index == 0 {
          result.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
        } else {
          result.append(scalar)
        }
      }
      at += length
    }
    return String(result)
  }
}
