/// Makes the codes of 1.2 of those of 2.x: native ones where their original data is there, else `g` and `x`, `bx` and
/// `ex`.
struct CodeDowngrade {
  var losses = Losses()
  private let data: [String: String]
  private let core: String

  /// Makes the codes of a unit, or of a candidate.
  init(_ owner: MarkupElement, core: String) {
    self.core = core
    let data = owner.elements.first { $0.name == MarkupName("originalData", in: core) }?.elements ?? []
    self.data = Dictionary(data.map { ($0["id"] ?? "", $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// The content of a source or a target.
  mutating func content(_ children: [MarkupElement.Child]) -> [MarkupElement.Child] {
    let ends = Self.ends(in: children)
    return content(children, pairs: Set(ends.opened).intersection(ends.closed))
  }

  /// `pairs` are the spans that are opened and closed here: 1.2 pairs no others.
  private mutating func content(_ children: [MarkupElement.Child], pairs: Set<String>) -> [MarkupElement.Child] {
    children.flatMap { child -> [MarkupElement.Child] in
      guard case .element(let code) = child else { return [child] }
      return element(code, pairs)
    }
  }

  private static func ends(in children: [MarkupElement.Child]) -> (opened: [String], closed: [String]) {
    var result: (opened: [String], closed: [String]) = ([], [])
    for child in children {
      guard case .element(let code) = child else { continue }
      if code.name.local == "sc", let id = code["id"] { result.opened.append(id) }
      if code.name.local == "ec", let start = code["startRef"] { result.closed.append(start) }
      let inside = ends(in: code.children)
      result.opened += inside.opened
      result.closed += inside.closed
    }
    return result
  }

  /// One end of a span; where the other one is not here, it is an isolated tag, which remembers the span it is of.
  private func end(of code: MarkupElement, _ name: String, _ id: String?, isPaired: Bool) -> MarkupElement {
    let reference = code["dataRef"]
    let isOpening = name == "sc"
    guard isPaired else {
      let pairing = code["isolated"] == "yes" ? nil : id
      return self.code(
        "it", code, [("id", id), ("pos", isOpening ? "open" : "close"), ("rid", pairing)], reference)
    }
    let local = reference == nil ? (isOpening ? "bx" : "ex") : isOpening ? "bpt" : "ept"
    return self.code(local, code, [("id", id), ("rid", id)], reference)
  }

  private mutating func element(_ code: MarkupElement, _ pairs: Set<String>) -> [MarkupElement.Child] {
    noteLosses(of: code)
    let id = code["id"]
    switch code.name.local {
    case _ where code.name.namespace != core: return content(code.children, pairs: pairs)
    case "ph": return [.element(self.code(code["dataRef"] == nil ? "x" : "ph", code, [("id", id)], code["dataRef"]))]
    case "pc": return span(code, pairs)
    case "sc": return [.element(end(of: code, "sc", id, isPaired: pairs.contains(id ?? "")))]
    case "ec":
      return [.element(end(of: code, "ec", code["startRef"] ?? id, isPaired: pairs.contains(code["startRef"] ?? "")))]
    case "mrk": return [.element(annotation(code, pairs))]
    case "cp":
      losses.add("characters that XML can't hold (cp)", at: code.at)
      return []
    case "sm":
      losses.add("annotations that cross others (sm, em)", at: code.at)
      return []
    default: return content(code.children, pairs: pairs)
    }
  }

  private mutating func span(_ code: MarkupElement, _ pairs: Set<String>) -> [MarkupElement.Child] {
    let id = code["id"]
    let inside = content(code.children, pairs: pairs)
    guard code["dataRefStart"] != nil || code["dataRefEnd"] != nil else {
      var result = self.code("g", code, [("id", id)], nil)
      result.children = inside
      return [.element(result)]
    }
    let start = self.code("bpt", code, [("id", id), ("rid", id)], code["dataRefStart"])
    let end = MarkupElement(
      "ept", in: Namespace.v1_2, [("id", id), ("rid", id)], text: code["dataRefEnd"].flatMap { data[$0] } ?? "")
    return [.element(start)] + inside + [.element(end)]
  }

  private func code(_ name: String, _ code: MarkupElement, _ attributes: [(String, String?)], _ reference: String?)
    -> MarkupElement
  {
    let isPaired = name == "ex" || name == "ept"
    let isSpan = !["x", "ph"].contains(name)
    let kind = code["type"].map { CodeKinds.word1(type: $0, subType: code["subType"], isSpan: isSpan) }
    let isClone = code["canCopy"] == "no" && ["g", "x", "bx"].contains(name)
    let shown = code["disp"] ?? code["dispStart"] ?? code["equiv"] ?? code["equivStart"]
    let isBreak = code["equiv"] == "\n"
    var result = MarkupElement(
      name, in: Namespace.v1_2,
      attributes + [
        ("ctype", isPaired ? nil : kind ?? (isBreak ? "lb" : nil)), ("equiv-text", shown),
        ("clone", isClone ? "no" : nil),
      ])
    if let reference, let text = data[reference] { result.children = [.text(text)] }
    return result
  }

  private mutating func annotation(_ mark: MarkupElement, _ pairs: Set<String>) -> MarkupElement {
    let type =
      switch mark["type"] ?? "generic" {
      case "term": "term"
      case "generic": mark["translate"] == "no" ? "protected" : "x-generic"
      case let type: CodeKinds.unprefixed(type) ?? "x-\(type)"
      }
    return MarkupElement(
      "mrk", in: Namespace.v1_2, [("mtype", type), ("comment", mark["value"])]
    ).with(content(mark.children, pairs: pairs))
  }

  private mutating func noteLosses(of code: MarkupElement) {
    let known: Set<String> = [
      "id", "startRef", "isolated", "dataRef", "dataRefStart", "dataRefEnd", "disp", "dispStart", "dispEnd", "type",
      "subType", "value", "hex",
    ]
    for attribute in code.attributes where !known.contains(attribute.name.local) {
      if attribute.name.local == "translate", code.name.local == "mrk", (code["type"] ?? "generic") == "generic" {
        continue
      }
      if attribute.name.local == "canCopy", ["pc", "ph", "sc"].contains(code.name.local) { continue }
      if attribute.name.local == "equiv", code["disp"] == nil { continue }
      losses.add("\(attribute.name.local) of \(code.name.local)", at: code.at)
    }
  }
}
