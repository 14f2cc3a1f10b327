/// Makes the codes of 2.x of those of 1.x, unit by unit: `pc` and `ph`, `sc` and `ec` with their original data.
struct CodeUpgrade {
  /// The native codes, each text once.
  private(set) var data: [String] = []
  private var dataNumbers: [String: Int] = [:]
  var losses = Losses()
  private var numbers: [String: Int] = [:]
  private var ids: [Key: String] = [:]
  private var taken: Set<String> = []
  /// What was opened and closed on each side, as far as it is read.
  private var sides: [Bool: Side] = [:]

  /// The spans that are closed somewhere on a side of the unit, by their pairing ids; the others reach beyond it.
  private var closed: [Bool: Set<String>] = [:]

  /// Makes the codes of a unit of these sources and targets.
  init(sources: [MarkupElement], targets: [MarkupElement]) {
    closed = [false: Self.closings(in: sources), true: Self.closings(in: targets)]
  }

  private static func closings(in elements: [MarkupElement]) -> Set<String> {
    var result: Set<String> = []
    for element in elements {
      let isClosing = ["ex", "ept"].contains(element.name.local) || element["pos"] == "close" && element["rid"] != nil
      if isClosing { result.insert(pairing(of: element)) }
      result.formUnion(closings(in: element.elements))
    }
    return result
  }

  /// A code of a unit: the source and the target share it.
  private struct Key: Hashable {
    var id: String
    /// How many of the same id stand before it on its side.
    var number: Int
  }

  private struct Side {
    var seen: [String: Int] = [:]
    /// The spans that are open, by their pairing id.
    var open: [String: String] = [:]
  }

  /// Keeps names for the parts of the unit that have had them: nothing else is called so.
  mutating func reserve(_ ids: Set<String>) { taken.formUnion(ids) }

  /// A name for a part of the unit, which shares its ids with codes.
  mutating func freshID(_ prefix: String) -> String {
    var number = numbers[prefix, default: 0] + 1
    while !taken.insert("\(prefix)\(number)").inserted { number += 1 }
    numbers[prefix] = number
    return "\(prefix)\(number)"
  }

  /// The content of a source or a target, or of a segment of it.
  mutating func content(_ children: [MarkupElement.Child], isTarget: Bool, _ namespace: String)
    -> [MarkupElement.Child]
  {
    content(children[...], Self.nested(in: children), isTarget, namespace, depth: 0)
  }

  private mutating func content(
    _ children: ArraySlice<MarkupElement.Child>, _ ends: [Int: Int], _ isTarget: Bool, _ namespace: String, depth: Int
  ) -> [MarkupElement.Child] {
    var result: [MarkupElement.Child] = []
    var at = children.startIndex
    while at < children.endIndex {
      defer { at += 1 }
      guard case .element(let code) = children[at] else {
        result.append(children[at])
        continue
      }
      if depth < Self.depthLimit, let end = ends[at], case .element(let closing) = children[end] {
        let inside = children[at + 1..<end]
        var span = span(code, closing, isTarget, namespace)
        span.children = content(inside, ends, isTarget, namespace, depth: depth + 1)
        result.append(.element(span))
        at = end
      } else {
        result += element(code, isTarget, namespace)
      }
    }
    return result
  }

  /// How deep spans may lie in each other to be written as elements.
  private static let depthLimit = 50

  /// For each code that opens a span, the one that closes it, where all spans between are closed between, too.
  private static func nested(in children: [MarkupElement.Child]) -> [Int: Int] {
    var open: [(index: Int, pairing: String)] = []
    var result: [Int: Int] = [:]
    for (index, child) in children.enumerated() {
      guard case .element(let code) = child else { continue }
      if ["bx", "bpt"].contains(code.name.local) { open.append((index, pairing(of: code))) }
      guard ["ex", "ept"].contains(code.name.local) else { continue }
      if let last = open.popLast(), last.pairing == pairing(of: code) { result[last.index] = index } else { open = [] }
    }
    return result
  }

  /// A span whose codes enclose whole others: one element.
  private mutating func span(
    _ opening: MarkupElement, _ closing: MarkupElement, _ isTarget: Bool, _ namespace: String
  ) -> MarkupElement {
    noteLosses(of: opening)
    noteLosses(of: closing)
    let id = id(Self.pairing(of: opening), isSpan: true, isTarget)
    let (start, end) = (labels(of: opening), labels(of: closing))
    return MarkupElement(
      "pc", in: namespace,
      [
        ("id", id), ("dispStart", start[0].1), ("dispEnd", end[0].1), ("dataRefEnd", end[1].1),
        ("dataRefStart", start[1].1),
      ]
        + kind(of: opening)
    )
  }

  private mutating func element(_ code: MarkupElement, _ isTarget: Bool, _ namespace: String) -> [MarkupElement.Child] {
    noteLosses(of: code)
    switch code.name.local {
    case "g":
      var result = MarkupElement(
        "pc", in: namespace,
        [("id", id(code["id"], isSpan: true, isTarget)), ("dispStart", code["equiv-text"])] + kind(of: code))
      result.children = content(code.children, isTarget: isTarget, namespace)
      return [.element(result)]
    case "x", "ph":
      let attributes = [("id", id(code["id"], isSpan: false, isTarget))] + labels(of: code) + kind(of: code)
      return [.element(MarkupElement("ph", in: namespace, attributes))]
    case "bx", "bpt": return [.element(opening(code, isTarget, namespace))]
    case "ex", "ept": return [.element(closing(code, isTarget, namespace))]
    // One that says which span it is of may be an end of one that crosses segments.
    case "it":
      let isOpening = code["pos"] != "close"
      return [.element(isOpening ? opening(code, isTarget, namespace) : closing(code, isTarget, namespace))]
    case "mrk" where code["mtype"] != "seg": return [.element(annotation(code, isTarget, namespace))]
    default:
      if code.name.local != "mrk" { losses.add("\(code.name.local) in texts", at: code.at) }
      return content(code.children, isTarget: isTarget, namespace)
    }
  }

  private static func pairing(of code: MarkupElement) -> String { code["rid"] ?? code["id"] ?? "" }

  private mutating func opening(_ code: MarkupElement, _ isTarget: Bool, _ namespace: String) -> MarkupElement {
    let isClosed = closed[isTarget]?.contains(Self.pairing(of: code)) == true
    let id = id(Self.pairing(of: code), isSpan: true, isTarget) ?? ""
    if isClosed { sides[isTarget, default: Side()].open[Self.pairing(of: code)] = id }
    return MarkupElement(
      "sc", in: namespace,
      [("id", id), ("isolated", isClosed ? nil : "yes")] + labels(of: code) + kind(of: code))
  }

  private mutating func closing(_ code: MarkupElement, _ isTarget: Bool, _ namespace: String) -> MarkupElement {
    let start = sides[isTarget, default: Side()].open.removeValue(forKey: Self.pairing(of: code))
    let own = start == nil ? id(code["id"], isSpan: false, isTarget) : nil
    return MarkupElement(
      "ec", in: namespace,
      [("id", own), ("startRef", start), ("isolated", start == nil ? "yes" : nil)] + labels(of: code))
  }

  private mutating func annotation(_ mark: MarkupElement, _ isTarget: Bool, _ namespace: String) -> MarkupElement {
    let type =
      switch mark["mtype"] ?? "" {
      case "term": "term"
      case "protected": "generic"
      case _ where mark["comment"] != nil: "comment"
      case let type: CodeKinds.prefixed(type)
      }
    var result = MarkupElement(
      "mrk", in: namespace,
      [
        ("id", id("", isSpan: true, isTarget, prefix: "m")), ("type", type),
        ("translate", mark["mtype"] == "protected" ? "no" : nil),
        ("value", mark["comment"]),
      ])
    result.attributes += mark.foreignAttributes
    result.children = content(mark.children, isTarget: isTarget, namespace)
    return result
  }

  /// The id of a code, the same one on both sides.
  private mutating func id(_ id: String?, isSpan: Bool, _ isTarget: Bool, prefix: String = "c") -> String? {
    let name = id ?? ""
    let side = "\(isSpan) \(prefix) \(name)"
    let number = sides[isTarget, default: Side()].seen[side, default: 0]
    sides[isTarget, default: Side()].seen[side] = number + 1
    let key = Key(id: side, number: number)
    if let known = ids[key] { return known }
    let fresh = isNMTOKEN(name) && taken.insert(name).inserted ? name : freshID(prefix)
    ids[key] = fresh
    return fresh
  }

  /// What a code shows, and its native text.
  private mutating func labels(of code: MarkupElement) -> [(String, String?)] {
    var reference: String?
    if ["bpt", "ept", "ph", "it"].contains(code.name.local), !code.text.isEmpty {
      let number = dataNumbers[code.text] ?? data.count + 1
      if number > data.count {
        data.append(code.text)
        dataNumbers[code.text] = number
      }
      reference = "d\(number)"
      if !code.elements.isEmpty { losses.add("sub in native codes", at: code.at) }
    }
    return [("disp", code["equiv-text"]), ("dataRef", reference)]
  }

  private func kind(of code: MarkupElement) -> [(String, String?)] {
    let words: (type: String, subType: String?)? = code["ctype"].map { CodeKinds.words2(for: $0) }
    return [
      ("type", words?.type), ("subType", words?.subType), ("canCopy", code["clone"] == "no" ? "no" : nil),
    ]
  }

  private mutating func noteLosses(of code: MarkupElement) {
    let known = ["id", "rid", "ctype", "equiv-text", "clone", "pos", "mtype", "mid", "comment"]
    for attribute in code.attributes
    where !known.contains(attribute.name.local) && (attribute.name.namespace.isEmpty || code.name.local != "mrk") {
      losses.add("\(attribute.name.local) of \(code.name.local)", at: code.at)
    }
  }
}
