import Units

/// Makes a document of 2.x of one of 1.x: a unit of each trans-unit, with the segments of its `seg-source`.
struct Upgrade {
  let version: Version
  var losses = Losses()
  /// The target language, which targets need not name again.
  private(set) var targetLanguage: String?
  private var ids = Identifiers()
  private var fileIDs: Set<String> = []
  private var defect: Malformed?

  var namespace: String { version.namespace }

  init(to version: Version) { self.version = version }

  /// - Throws: ``Units/Malformed`` where the files are not all from one language to one other, or a target holds text
  ///   outside of its segments.
  mutating func document(_ root: MarkupElement) throws(Malformed) -> MarkupElement {
    let files = root.children("file")
    guard let first = files.first, let source = first["source-language"] else {
      throw Malformed(at: Offset(root.at), problem: "no file with a source-language")
    }
    targetLanguage = files.lazy.compactMap { $0["target-language"] }.first
    for file in files {
      let isSame =
        file["source-language"]?.lowercased() == source.lowercased()
        && (file["target-language"].map { $0.lowercased() == targetLanguage?.lowercased() } ?? true)
      guard isSame else {
        throw Malformed(
          at: Offset(file.at), problem: "a file in other languages than the first; XLIFF 2 has one pair a document",
          remedy: "convert each file of it on its own")
      }
    }
    var result = MarkupElement(
      "xliff", in: namespace,
      [("version", version.label), ("srcLang", tag(source)), ("trgLang", targetLanguage.map { tag($0) })])
    result.attributes += root.foreignAttributes
    for element in root.elements where element.name.namespace != root.name.namespace {
      losses.add("extension \(element.name.local) of xliff", at: element.at)
    }
    for (index, file) in files.enumerated() { result.children.append(.element(self.file(file, number: index + 1))) }
    if let defect { throw defect }
    return result
  }

  private func tag(_ text: String) -> String { LanguageTag(text)?.bcp47 ?? text }

  private mutating func file(_ file: MarkupElement, number: Int) -> MarkupElement {
    ids = Identifiers()
    let kept = file.child("header").map { KeptWords.words2(ofHeader: $0) } ?? []
    var result = MarkupElement(
      "file", in: namespace,
      [
        ("id", Identifiers.take(kept.first { $0.type == "id" }?.text ?? "f\(number)", "f", &fileIDs)),
        ("original", file["original"]),
      ])
    if let space = file[.space] { result.set(.space, space) }
    result.attributes += file.foreignAttributes
    var words = self.words(
      of: file, but: ["original", "source-language", "target-language"])
    words.removeAll { $0 == ("datatype", unknownDatatype) }
    var notes: [MarkupElement] = []
    var skeleton: MarkupElement?
    var extensions: [MarkupElement] = []
    for element in file.child("header")?.elements ?? [] {
      switch element.name.local {
      case _ where element.name.namespace != file.name.namespace: extensions.append(element)
      case "note" where (element["from"] ?? "").hasPrefix(KeptWords.prefix2): break
      case "note": notes.append(note(element))
      case "skl" where skeleton == nil: skeleton = self.skeleton(element)
      default: keep(element, in: &words)
      }
    }
    for word in kept where word.type != "id" { restore(word, in: &result, &extensions) }
    let body = (file.child("body")?.elements ?? []).compactMap { member($0, in: &words) }
    if let skeleton { result.children.append(.element(skeleton)) }
    KeptWords.add(words, to: &extensions)
    if body.contains(where: { $0.hasSizes }) {
      let normalization = MarkupElement("normalization", in: Namespace.sizeRestriction, [("general", "nfc")])
      result.children.append(
        .element(
          MarkupElement(
            "profiles", in: Namespace.sizeRestriction, [("generalProfile", "xliff:codepoints")], [normalization])))
    }
    result.children += extensions.map { .element($0) }
    if !notes.isEmpty { result.children.append(.element(MarkupElement("notes", in: namespace, [], notes))) }
    result.children += body.map { .element($0) }
    if body.isEmpty {
      let segment = MarkupElement("segment", in: namespace, [], [MarkupElement("source", in: namespace)])
      result.children.append(
        .element(MarkupElement("unit", in: namespace, [("id", "empty"), ("translate", "no")], [segment])))
    }
    return result
  }

  private mutating func skeleton(_ element: MarkupElement) -> MarkupElement? {
    if let href = element.child("external-file")?["href"] {
      return MarkupElement("skeleton", in: namespace, [("href", href)])
    }
    return element.child("internal-file").map { MarkupElement("skeleton", in: namespace, text: $0.text) }
  }

  /// What stands in a body or a group; nil for what is only kept.
  private mutating func member(_ element: MarkupElement, in words: inout [KeptWords.Word]) -> MarkupElement? {
    switch element.name.local {
    case "trans-unit": return unit([element], in: element)
    case "group":
      let kept = KeptWords.words2(of: element)
      // A unit that a conversion had divided into trans-units.
      if kept.contains(where: { $0.type == "unit" }) { return unit(element.children("trans-unit"), in: element) }
      return group(element)
    default:
      keep(element, in: &words)
      return nil
    }
  }

  private mutating func group(_ group: MarkupElement) -> MarkupElement {
    var frame = self.frame("group", of: group, id: ids.group(Self.id(of: group)))
    var members: [MarkupElement] = []
    for element in group.elements where !Self.besides.contains(element.name.local) {
      guard element.name.namespace == group.name.namespace else { continue }
      if let member = member(element, in: &frame.words) { members.append(member) }
    }
    return frame.element(in: namespace, notes: group.children("note").map { note($0) }, members)
  }

  /// A unit of one trans-unit, or of those in the group that it was divided into.
  private mutating func unit(_ transUnits: [MarkupElement], in element: MarkupElement) -> MarkupElement {
    var frame = self.frame("unit", of: element, id: ids.unit(Self.id(of: element)))
    if let id = element["id"], id != frame.result["id"] { frame.words.append(("id", id)) }
    if targetLanguage == nil, let target = transUnits.lazy.compactMap({ $0.child("target") }).first {
      losses.add("targets whose language is not said", at: target.at)
    }
    var reader = UnitUpgrade(self, of: transUnits)
    for transUnit in transUnits { reader.add(transUnit, &frame.words) }
    losses = reader.losses
    defect = defect ?? reader.defect
    let notes = transUnits.flatMap { $0.children("note") }.map { note($0) }
    if !reader.matches.isEmpty {
      frame.modules.append(
        MarkupElement("matches", in: Namespace.matches, [], reader.matches))
    }
    return frame.element(in: namespace, notes: notes, reader.data + reader.parts)
  }

  /// The id that a conversion from 2.x had kept, or else the element's own.
  private static func id(of element: MarkupElement) -> String? {
    KeptWords.words2(of: element).first { $0.type == "id" }?.text ?? element["id"]
  }

  /// What groups and units have in common.
  private struct Frame {
    var result: MarkupElement
    var words: [KeptWords.Word]
    var modules: [MarkupElement]

    func element(in namespace: String, notes: [MarkupElement], _ members: [MarkupElement]) -> MarkupElement {
      var result = result
      var children = modules
      KeptWords.add(words, to: &children)
      if !notes.isEmpty { children.append(MarkupElement("notes", in: namespace, [], notes)) }
      result.children = (children + members).map { .element($0) }
      return result
    }
  }

  /// The elements of a group or a trans-unit that are no members of it, and are taken elsewhere.
  private static let besides: Set<String> = [
    "note", "source", "seg-source", "target", "alt-trans", "context-group", "count-group", "prop-group",
  ]

  private mutating func frame(_ name: String, of element: MarkupElement, id: String) -> Frame {
    var result = MarkupElement(
      name, in: namespace,
      [
        ("id", id), ("name", element["resname"]), ("type", element["restype"].map { type(of: $0) }),
        ("translate", element["translate"]),
      ])
    if let space = element[.space] { result.set(.space, space) }
    let isCounted = element["size-unit"] == "char" && element["maxwidth"].flatMap { Int($0) } != nil
    if isCounted, let most = element["maxwidth"] {
      result.set(.sizeRestriction, element["minwidth"].map { "\($0),\(most)" } ?? most)
    }
    result.attributes += element.foreignAttributes
    var words = words(
      of: element,
      but: ["id", "resname", "restype", "translate", "approved"]
        + (isCounted ? ["size-unit", "maxwidth", "minwidth"] : []))
    var modules: [MarkupElement] = []
    for child in element.elements {
      if child.name.namespace != element.name.namespace {
        modules.append(child)
      } else if ["context-group", "count-group", "prop-group"].contains(child.name.local), !KeptWords.isKept2(child) {
        keep(child, in: &words)
      }
    }
    for word in KeptWords.words2(of: element) { restore(word, in: &result, &modules) }
    return Frame(result: result, words: words, modules: modules)
  }

  /// Gives back what a conversion from 2.x had kept.
  private func restore(_ word: KeptWords.Word, in result: inout MarkupElement, _ modules: inout [MarkupElement]) {
    switch word.type {
    // What is said of segments is theirs; an id must be free.
    case "id", "unit", "segment", "subState", "order": break
    case let type where type.hasPrefix("segment."): break
    case KeptWords.markup:
      if let element = KeptWords.element(word.text, core: namespace) { modules.append(element) }
    default: result.set(MarkupName(word.type), word.text)
    }
  }

  /// The attributes that 2.x has no words for.
  func words(of element: MarkupElement, but known: [String]) -> [KeptWords.Word] {
    element.attributes.filter { $0.name.namespace.isEmpty && !known.contains($0.name.local) }.map {
      ($0.name.local, $0.value)
    }
  }

  mutating func keep(_ element: MarkupElement, in words: inout [KeptWords.Word]) {
    words.append((KeptWords.markup, MarkupWriter.fragment(element)))
    losses.add(element.name.local, at: element.at, .kept)
  }

  private mutating func note(_ note: MarkupElement) -> MarkupElement {
    if note[.language] != nil { losses.add("xml:lang of notes", at: note.at) }
    let side = note["annotates"] == "general" ? nil : note["annotates"]
    return MarkupElement(
      "note", in: namespace, [("appliesTo", side), ("category", note["from"]), ("priority", note["priority"])],
      text: note.text)
  }

  /// The type of 2.x, which has a prefix, for what 1.2 calls the kind of a resource.
  private func type(of restype: String) -> String {
    restype.hasPrefix("x-")
      ? CodeKinds.prefixed(String(restype.dropFirst(2)), by: "\(toolName):") : CodeKinds.prefixed(restype)
  }
}

/// The `datatype` of a file that did not come with one.
let unknownDatatype = "x-unknown"

/// Names of 2.x for those of 1.x, which may hold anything: NMTOKENs, each once.
struct Identifiers {
  private var units: Set<String> = []
  private var groups: Set<String> = []

  mutating func unit(_ id: String?) -> String { Self.take(id, "u", &units) }
  mutating func group(_ id: String?) -> String { Self.take(id, "g", &groups) }

  /// The name itself where it can be one, or else the nearest that is free.
  static func take(_ id: String?, _ prefix: String, _ taken: inout Set<String>) -> String {
    var name = id ?? ""
    if !isNMTOKEN(name) {
      let letters = name.unicodeScalars.map { isNMTOKEN(String($0)) ? Character($0) : "_" }
      name = String(letters)
    }
    if !name.isEmpty, taken.insert(name).inserted { return name }
    var number = taken.count + 1
    while !taken.insert("\(name.isEmpty ? prefix : name + "-")\(number)").inserted { number += 1 }
    return "\(name.isEmpty ? prefix : name + "-")\(number)"
  }
}
