/// A reference into an XLIFF 2.x document: `#f=f1/u=u1/s1` (2.1 3, fragment identification).
struct FragmentIdentifier {
  struct Selector: Hashable {
    /// `f`, `g`, `u`, `n`, `d`, `t`, the prefix of a module or an extension; nil for a part or a code of the source.
    var prefix: String?
    var id: String
  }

  struct Malformed: Error { var problem: String }

  let selectors: [Selector]

  /// Parses `text`, which begins with `#`.
  init(_ text: String) throws(Malformed) {
    var path = text.dropFirst()
    if path.first == "/" { path = path.dropFirst() }
    var selectors: [Selector] = []
    var rank = -1
    for piece in path.split(separator: "/", omittingEmptySubsequences: false) {
      let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let prefix = halves.count == 2 ? String(halves[0]) : nil
      let id = String(halves[halves.count - 1])
      guard isNMTOKEN(id), prefix.map({ isNMTOKEN($0) }) ?? true else {
        throw Malformed(problem: "\"\(piece)\" is neither an id nor prefix=id")
      }
      let next = try Self.rank(prefix)
      guard next > rank else {
        throw Malformed(
          problem: "\"\(piece)\" stands too late or twice: files come first, then groups or units, then what is in them"
        )
      }
      rank = next
      selectors.append(Selector(prefix: prefix, id: id))
    }
    self.selectors = selectors
  }

  /// How deep what a prefix names lies: files, then groups and units, then the rest, which ends the path.
  private static func rank(_ prefix: String?) throws(Malformed) -> Int {
    guard let prefix else { return 2 }
    switch prefix {
    case "f": return 0
    case "g", "u": return 1
    case "n", "d", "t": return 2
    default:
      guard prefix.utf8.count > 1 else {
        throw Malformed(problem: "\(prefix)= is no prefix of the standard (f, g, u, n, d, t)")
      }
      return 2
    }
  }

  /// Whether it stays within the unit that it stands in.
  func isInside(file: String?, unit: String?) -> Bool {
    selectors.allSatisfy {
      switch $0.prefix {
      case "f": $0.id == file
      case "u": $0.id == unit
      case "g": false
      default: true
      }
    }
  }

  /// What it names within the unit or file.
  var leaf: Selector? { selectors.last.flatMap { ["f", "g", "u"].contains($0.prefix) ? nil : $0 } }
}
