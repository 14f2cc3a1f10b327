import Units

/// Makes the inside of a unit of 2.x of trans-units: their segments, codes and candidates.
struct UnitUpgrade {
  let namespace: String
  let targetLanguage: String?
  var losses: Losses
  /// The segments and ignorables.
  private(set) var parts: [MarkupElement] = []
  private(set) var matches: [MarkupElement] = []
  /// What leaves open what the translation is.
  private(set) var defect: Malformed?
  private var codes: CodeUpgrade
  /// The ids that segments had before a conversion, as far as none of them has its own again.
  private var keptIDs: Set<String>

  init(_ upgrade: Upgrade, of transUnits: [MarkupElement]) {
    codes = CodeUpgrade(
      sources: transUnits.flatMap { $0.children("source") }, targets: transUnits.flatMap { $0.children("target") })
    keptIDs = Set(transUnits.compactMap { Self.keptID(in: KeptWords.words2(of: $0)) })
    codes.reserve(keptIDs)
    namespace = upgrade.namespace
    targetLanguage = upgrade.targetLanguage
    losses = upgrade.losses
  }

  /// The original data of the codes, where there is some.
  var data: [MarkupElement] {
    guard !codes.data.isEmpty else { return [] }
    let data = codes.data.enumerated().map {
      MarkupElement("data", in: namespace, [("id", "d\($0.offset + 1)")], text: $0.element)
    }
    return [MarkupElement("originalData", in: namespace, [], data)]
  }

  private static func keptID(in words: [KeptWords.Word]) -> String? {
    words.first { $0.type == "segment" && isNMTOKEN($0.text) }?.text
  }

  /// Adds the segments of a trans-unit; `words` are what is kept of the unit.
  mutating func add(_ transUnit: MarkupElement, _ words: inout [KeptWords.Word]) {
    guard let source = transUnit.child("source") else { return }
    let kept = KeptWords.words2(of: transUnit)
    let target = transUnit.child("target")
    let isIgnorable = transUnit["restype"] == ignorableType
    let pieces = pieces(of: transUnit, source, target)
    // A tool that has divided it since left the id to all of it.
    let own = pieces.count == 1 ? Self.keptID(in: kept).flatMap { keptIDs.remove($0) } : nil
    var segments = Segments()
    for piece in pieces {
      let name = piece.isIgnorable || isIgnorable ? "ignorable" : "segment"
      var part = MarkupElement(name, in: namespace)
      part.at = transUnit.at
      let id = own ?? (name == "segment" ? codes.freshID("s") : nil)
      if let id { part.set(MarkupName("id"), id) }
      if name == "segment" {
        segments.add(id, mid: piece.mid)
        for word in kept where word.type.hasPrefix("segment.") {
          part.set(MarkupName(String(word.type.dropFirst("segment.".count))), word.text)
        }
        if let content = piece.target { setState(of: transUnit, target, content, kept, on: &part) }
      }
      part.children = [.element(side("source", piece.source, isTarget: false, at: source))]
      if let content = piece.target {
        var element = side("target", content, isTarget: true, at: target ?? source)
        if let order = kept.first(where: { $0.type == "order" }) { element.set(MarkupName("order"), order.text) }
        part.children.append(.element(element))
      }
      parts.append(part)
    }
    keepAttributes(of: transUnit, target, in: &words)
    for candidate in transUnit.children("alt-trans") { match(candidate, source, segments) }
  }

  /// The segments of a trans-unit, as its candidates name them.
  private struct Segments {
    private(set) var first: String?
    private(set) var byMid: [String: String] = [:]

    mutating func add(_ id: String?, mid: String?) {
      first = first ?? id
      if let mid { byMid[mid] = id }
    }
  }

  private typealias Piece = (
    source: [MarkupElement.Child], target: [MarkupElement.Child]?, mid: String?, isIgnorable: Bool
  )

  /// The segments of a trans-unit with what stands between them; one where it names none.
  private mutating func pieces(of transUnit: MarkupElement, _ source: MarkupElement, _ target: MarkupElement?)
    -> [Piece]
  {
    let whole: [Piece] = [(source.children, target?.children, nil, false)]
    guard let segmented = transUnit.child("seg-source") else { return whole }
    let sources = Self.marks(in: segmented)
    let targets = target.map { Self.marks(in: $0) } ?? []
    let mids = sources.compactMap(\.mid)
    let places = Dictionary(
      targets.enumerated().compactMap { index, target in target.mid.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    // Marks that are in another order, twice there, or in the target only are not told apart.
    let isOrdered = targets.compactMap(\.mid) == mids.filter { places[$0] != nil }
    let isWhole = targets.allSatisfy { $0.mid == nil } && !(target?.text.isEmpty ?? true)
    let isFlat = (sources + targets).allSatisfy { $0.mid != nil || !Self.holdsSegments($0.children) }
    guard !mids.isEmpty, isOrdered, isFlat, !isWhole else {
      losses.add("segments that lie inside of codes, or that the target has otherwise", at: segmented.at)
      return whole
    }
    if !places.isEmpty, let target, Self.hasWordsBetween(targets), !Self.hasWordsBetween(sources) {
      defect = Malformed(
        at: Offset(target.at), problem: "text in the target outside of its segment markers (mrk)",
        remedy: "a tool put its translation before the old one: delete the one that is wrong")
    }
    return sources.enumerated().map { index, source in
      guard let mid = source.mid else {
        // What stands behind the same segment in the target separates there.
        let before = sources[..<index].last { $0.mid != nil }?.mid
        let place = before.flatMap { places[$0] }.map { $0 + 1 } ?? 0
        let separator = targets.indices.contains(place) && targets[place].mid == nil ? targets[place].children : nil
        return (source.children, targets.isEmpty ? nil : separator, nil, true)
      }
      return (source.children, places[mid].map { targets[$0].children }, mid, false)
    }
  }

  /// Whether words stand outside of the segments.
  private static func hasWordsBetween(_ marks: [(mid: String?, children: [MarkupElement.Child])]) -> Bool {
    marks.contains { mark in
      mark.mid == nil
        && MarkupElement("", in: "", content: mark.children).text.contains { $0.isLetter || $0.isNumber }
    }
  }

  private static func holdsSegments(_ children: [MarkupElement.Child]) -> Bool {
    children.contains { child in
      guard case .element(let element) = child else { return false }
      return element.name.local == "mrk" && element["mtype"] == "seg" || holdsSegments(element.children)
    }
  }

  /// The segments (`mrk`) right inside, and what stands between them.
  private static func marks(in element: MarkupElement) -> [(mid: String?, children: [MarkupElement.Child])] {
    var result: [(mid: String?, children: [MarkupElement.Child])] = []
    for child in element.children {
      if case .element(let mark) = child, mark.name.local == "mrk", mark["mtype"] == "seg" {
        result.append((mark["mid"] ?? "", mark.children))
      } else if let last = result.last, last.mid == nil {
        result[result.count - 1].children.append(child)
      } else {
        result.append((nil, [child]))
      }
    }
    return result
  }

  /// `content` is what of the target the part has.
  private func setState(
    of transUnit: MarkupElement, _ target: MarkupElement?, _ content: [MarkupElement.Child], _ kept: [KeptWords.Word],
    on part: inout MarkupElement
  ) {
    let word = target?["state"]
    var (state, subState) = word.map { States.read($0) } ?? (.initial, "")
    if transUnit["approved"] == "yes" { state = max(state, .reviewed) }
    guard word != nil || state > .initial else { return }
    if subState.isEmpty, let word, States.word1(for: state) != word, Segment.State(name: word) == nil {
      subState = word
    }
    if !subState.isEmpty { subState = KeptWords.prefix + subState }
    if let own = kept.first(where: { $0.type == "subState" })?.text {
      subState = own
    } else if let own = target?["state-qualifier"].flatMap({ SubState.read(qualifier: $0) }) {
      (state, subState) = States.settled1(state, own, word: word, isEmpty: content.isEmpty)
    }
    part.set(MarkupName("state"), state.name)
    if !subState.isEmpty { part.set(MarkupName("subState"), subState) }
  }

  /// What the tags of a trans-unit that has become a part, and of its target, say beside.
  private mutating func keepAttributes(
    of transUnit: MarkupElement, _ target: MarkupElement?, in words: inout [KeptWords.Word]
  ) {
    for (name, side) in [("source", transUnit.child("source")), ("seg-source", transUnit.child("seg-source"))] {
      for attribute in side?.attributes ?? [] where attribute.name != .space && attribute.name != .language {
        losses.add("\(attribute.name.local) of \(name)", at: side?.at ?? transUnit.at)
      }
    }
    for attribute in target?.attributes ?? [] {
      switch attribute.name {
      case MarkupName("state"), .space: break
      case MarkupName("state-qualifier") where SubState.read(qualifier: attribute.value) != nil: break
      case .language where attribute.value.lowercased() == targetLanguage?.lowercased(): break
      case let name where name.namespace.isEmpty: words.append(("target.\(name.local)", attribute.value))
      case let name: losses.add("\(name.local) of targets", at: target?.at ?? transUnit.at)
      }
    }
  }

  private mutating func match(_ candidate: MarkupElement, _ source: MarkupElement, _ segments: Segments) {
    let named = candidate["mid"].flatMap { segments.byMid[$0] }
    guard let segment = named ?? segments.first else {
      return losses.add("alt-trans without a segment", at: candidate.at)
    }
    // What 2.x has no word for is a kind of its own.
    let kind = candidate["alttranstype"].flatMap { $0 == "proposal" ? nil : CodeKinds.prefixed($0) }
    if let kind, kind != KeptWords.prefix + "previous-version" {
      losses.add("alttranstype of alt-trans", at: candidate.at, .kept)
    }
    let quality = candidate["match-quality"].map { String($0.prefix { $0 != "%" }) }
    for target in candidate.children("target") {
      let texts = (candidate.child("source") ?? source, target)
      var codes = CodeUpgrade(sources: [texts.0], targets: [texts.1])
      let contents = [("source", texts.0), ("target", texts.1)].map { name, element in
        let content = codes.content(element.children, isTarget: name == "target", namespace)
        return MarkupElement(name, in: namespace, content: content)
      }
      losses.add(codes.losses)
      for attribute in target.attributes where !isKept(attribute, ofCandidateTarget: target) {
        losses.add("\(attribute.name.local) of the target of alt-trans", at: target.at)
      }
      // A candidate has no data of its own.
      if !codes.data.isEmpty { losses.add("native codes of alt-trans", at: candidate.at) }
      matches.append(
        MarkupElement(
          "match", in: Namespace.matches,
          [
            ("ref", "#\(segment)"), ("similarity", quality.flatMap { Double($0) != nil ? $0 : nil }),
            ("origin", candidate["origin"]),
            (
              "type",
              SubState.isMachine(qualifier: target["state-qualifier"]) ? "mt" : kind == nil ? nil : "other"
            ), ("subType", kind),
          ], contents.map(\.withoutData)))
    }
    for element in candidate.elements where !["source", "target"].contains(element.name.local) {
      losses.add("\(element.name.local) of alt-trans", at: element.at)
    }
    for attribute in candidate.attributes
    where !["match-quality", "origin", "alttranstype"].contains(attribute.name.local) {
      if attribute.name.local == "mid", named != nil { continue }
      losses.add("\(attribute.name.local) of alt-trans", at: candidate.at)
    }
  }

  /// Whether 2.x says what an attribute of a candidate's target does: it is the target language's, and maybe a machine's.
  private func isKept(
    _ attribute: (name: MarkupName, value: String), ofCandidateTarget target: MarkupElement
  ) -> Bool {
    switch attribute.name {
    case .space: true
    case .language: attribute.value.lowercased() == targetLanguage?.lowercased()
    case MarkupName("state-qualifier"): SubState.isMachine(qualifier: attribute.value)
    default: false
    }
  }

  private mutating func side(
    _ name: String, _ children: [MarkupElement.Child], isTarget: Bool, at origin: MarkupElement
  ) -> MarkupElement {
    let content = codes.content(children, isTarget: isTarget, namespace)
    losses.add(codes.losses)
    codes.losses = Losses()
    var element = MarkupElement(name, in: namespace, content: content)
    if let space = origin[.space] { element.set(.space, space) }
    return element
  }
}

extension MarkupElement {
  /// The element with codes that name no original data.
  fileprivate var withoutData: MarkupElement {
    var result = self
    result.attributes.removeAll { $0.name.local == "dataRef" }
    result.children = children.map { child in
      if case .element(let element) = child { .element(element.withoutData) } else { child }
    }
    return result
  }
}

/// The kind of a trans-unit that holds what stands between the segments of a unit of 2.x.
let ignorableType = "x-ignorable"
