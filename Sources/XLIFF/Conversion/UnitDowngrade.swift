import Units

/// Makes the trans-units of 1.2 of the segments of a unit of 2.x.
struct UnitDowngrade {
  private let unit: MarkupElement
  private let core: String
  private let targetLanguage: String?
  private(set) var ids: Identifiers
  private(set) var losses = Losses()
  private var codes: CodeDowngrade
  private var count = 0
  /// What is kept of the attributes of targets.
  private let targetWords: [KeptWords.Word]
  private let matches: [String: [MarkupElement]]

  init(_ unit: MarkupElement, core: String, ids: Identifiers, targetLanguage: String?) {
    self.unit = unit
    self.core = core
    self.ids = ids
    self.targetLanguage = targetLanguage
    codes = CodeDowngrade(unit, core: core)
    targetWords = KeptWords.words1(of: unit).filter { $0.type.hasPrefix("target.") }
    matches = Self.matches(of: unit)
  }

  /// The trans-unit of a segment or an ignorable; one that is the whole unit has its name.
  mutating func transUnit(_ part: MarkupElement, unit id: String, isAlone: Bool) -> MarkupElement {
    count += 1
    let isIgnorable = part.name.local == "ignorable"
    let own = part["id"] ?? "\(count)"
    var result = MarkupElement(
      "trans-unit", in: Namespace.v1_2,
      [
        ("id", isAlone ? id : ids.unit("\(id).\(own)")), ("translate", isIgnorable ? "no" : unit["translate"]),
        ("restype", isIgnorable ? ignorableType : nil),
      ])
    if isIgnorable { result.set(.space, "preserve") }
    let source = part.child("source")
    if let space = source?[.space] { result.set(.space, space) }
    result.children = [.element(side("source", source))]
    // 1.2 has no place but the target for what is to be done.
    let isOpen = SubState.qualifier(for: part["subState"] ?? "") != nil
    if let target = part.child("target") ?? (isOpen ? MarkupElement("target", in: core) : nil) {
      var element = side("target", target)
      setState(of: part, on: &element)
      if let approved = part["state"], ["reviewed", "final"].contains(approved) {
        result.set(MarkupName("approved"), "yes")
      }
      result.children.append(.element(element))
    }
    if !isAlone, let contexts = KeptWords.contexts(words(of: part)) { result.children.append(.element(contexts)) }
    if !isIgnorable {
      for match in matches[part["id"] ?? ""] ?? [] { result.children.append(.element(candidate(match))) }
    }
    return result
  }

  /// What 1.2 has no words for in a segment.
  func words(of part: MarkupElement) -> [KeptWords.Word] {
    var words: [KeptWords.Word] = part["id"].map { [("segment", $0)] } ?? []
    if let subState = part["subState"], !subState.hasPrefix(KeptWords.prefix), SubState.qualifier(for: subState) == nil
    {
      words.append(("subState", subState))
    }
    if let order = part.child("target")?["order"] { words.append(("order", order)) }
    if let can = part["canResegment"] { words.append(("segment.canResegment", can)) }
    return words
  }

  private func setState(of part: MarkupElement, on target: inout MarkupElement) {
    for word in targetWords {
      target.set(MarkupName(String(word.type.dropFirst("target.".count))), word.text)
    }
    let subState = part["subState"] ?? ""
    guard let name = part["state"], let state = Segment.State(name: name) else { return }
    let word =
      subState.hasPrefix(KeptWords.prefix)
      ? String(subState.dropFirst(KeptWords.prefix.count)) : States.word1(for: state, subState)
    target.set(MarkupName("state"), word)
    if let qualifier = SubState.qualifier(for: subState) { target.set(MarkupName("state-qualifier"), qualifier) }
  }

  private mutating func side(_ name: String, _ element: MarkupElement?) -> MarkupElement {
    var result = MarkupElement(name, in: Namespace.v1_2, content: codes.content(element?.children ?? []))
    losses.add(codes.losses)
    codes.losses = Losses()
    if let language = element?[.language], language != targetLanguage, name == "target" {
      result.set(.language, language)
    }
    return result
  }

  /// The candidates by the segments that they name; those that name none are the first segment's.
  private static func matches(of unit: MarkupElement) -> [String: [MarkupElement]] {
    let matches = unit.elements.filter {
      $0.name.local == "matches" && $0.name.namespace == Namespace.matches
    }.flatMap(\.elements)
    guard !matches.isEmpty else { return [:] }
    let segments = unit.children("segment").map { $0["id"] ?? "" }
    let known = Set(segments)
    return Dictionary(grouping: matches) { match in
      let reference = match["ref"].map { String($0.split(separator: "/").last?.drop { $0 == "#" } ?? "") } ?? ""
      return known.contains(reference) ? reference : segments.first ?? ""
    }
  }

  private mutating func candidate(_ match: MarkupElement) -> MarkupElement {
    var codes = CodeDowngrade(match, core: core)
    let isMachine = match["type"] == "mt"
    let texts = ["source", "target"].compactMap { name -> MarkupElement? in
      let side = match.elements.first { $0.name == MarkupName(name, in: core) }
      return side.map {
        var text = MarkupElement(name, in: Namespace.v1_2, content: codes.content($0.children))
        if isMachine, name == "target" { text.set(MarkupName("state-qualifier"), SubState.machineQualifier) }
        return text
      }
    }
    losses.add(codes.losses)
    for element in match.elements where element.name.namespace != core {
      losses.add("\(element.name.local) of match", at: element.at)
    }
    for attribute in match.attributes where !["ref", "similarity", "origin", "id"].contains(attribute.name.local) {
      if attribute.name.local == "subType", attribute.value.hasPrefix(KeptWords.prefix) { continue }
      if attribute.name.local == "type", isMachine || match["subType"]?.hasPrefix(KeptWords.prefix) == true { continue }
      losses.add("\(attribute.name.local) of match", at: match.at)
    }
    let type = match["subType"].flatMap { CodeKinds.unprefixed($0) }
    return MarkupElement(
      "alt-trans", in: Namespace.v1_2,
      [
        ("match-quality", match["similarity"].map { $0 + "%" }), ("origin", match["origin"]), ("alttranstype", type),
      ], texts)
  }
}
