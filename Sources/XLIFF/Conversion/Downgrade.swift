import Units

/// Makes a document of strict 1.2 of one of 2.x: a trans-unit of each segment, in a group of each unit that has more
/// than one.
///
/// There is no `seg-source`, which tools corrupt: the white space between segments stands in trans-units that nobody
/// translates.
struct Downgrade {
  /// The namespace of the document that is read.
  let core: String
  var losses = Losses()
  private var languages: (source: String, target: String?) = ("", nil)
  private var ids = Identifiers()

  private var namespace: String { Namespace.v1_2 }

  init(from core: String) { self.core = core }

  /// - Throws: ``Units/Malformed`` where the document does not say its languages.
  mutating func document(_ root: MarkupElement) throws(Malformed) -> MarkupElement {
    guard let source = root["srcLang"] else { throw Malformed(at: Offset(root.at), problem: "xliff has no srcLang") }
    languages = (source, root["trgLang"])
    var result = MarkupElement("xliff", in: namespace, [("version", "1.2")])
    for attribute in root.foreignAttributes { losses.add("\(attribute.name.local) of xliff", at: root.at) }
    for file in root.elements {
      if file.name == MarkupName("file", in: core) {
        result.children.append(.element(self.file(file)))
      } else {
        losses.add("\(file.name.local) of xliff", at: file.at)
      }
    }
    return result
  }

  private mutating func file(_ file: MarkupElement) -> MarkupElement {
    ids = Identifiers()
    let kept = KeptWords.words1(of: file)
    var result = MarkupElement(
      "file", in: namespace,
      [
        ("original", file["original"] ?? file["id"] ?? ""), ("source-language", languages.source),
        ("target-language", languages.target),
        ("datatype", kept.first { $0.type == "datatype" }?.text ?? unknownDatatype),
      ])
    if let space = file[.space] { result.set(.space, space) }
    var header: [MarkupElement] = []
    var (others, members): ([MarkupElement], [MarkupElement]) = ([], [])
    for word in words(of: file, but: ["original"]) { others.append(KeptWords.note(word)) }
    for word in kept where word.type != KeptWords.markup && word.type != "datatype" {
      result.set(MarkupName(word.type), word.text)
    }
    let markups = kept.filter { $0.type == KeptWords.markup }
    for element in markups.compactMap({ KeptWords.element($0.text, core: namespace) }) {
      if element.name.local == "bin-unit" { members.append(element) } else { others.append(element) }
    }
    for element in file.elements.compactMap({ KeptWords.others(in: $0) }) {
      switch element.name.local {
      case "unit" where element.name.namespace == core: members.append(unit(element))
      case "group" where element.name.namespace == core: members.append(group(element))
      case "notes" where element.name.namespace == core: others += element.elements.map { note($0) }
      case "skeleton" where element.name.namespace == core: header.append(skeleton(element))
      case "profiles" where element.name.namespace == Namespace.sizeRestriction: break
      default: keep(element) { others.append(KeptWords.note($0)) }
      }
    }
    // Phases come before what else a header holds.
    header += others.filter { $0.name.local == "phase-group" } + others.filter { $0.name.local != "phase-group" }
    if !header.isEmpty { result.children.append(.element(MarkupElement("header", in: namespace, [], header))) }
    result.children.append(.element(MarkupElement("body", in: namespace, [], members)))
    return result
  }

  private func skeleton(_ skeleton: MarkupElement) -> MarkupElement {
    let file =
      if let href = skeleton["href"] {
        MarkupElement("external-file", in: namespace, [("href", href)])
      } else {
        MarkupElement("internal-file", in: namespace, text: skeleton.text)
      }
    return MarkupElement("skl", in: namespace, [], [file])
  }

  private mutating func group(_ group: MarkupElement) -> MarkupElement {
    var (result, contexts) = frame("group", of: group, id: group["id"])
    var members: [MarkupElement] = []
    for element in group.elements where element.name.namespace == core {
      if element.name.local == "unit" { members.append(unit(element)) }
      if element.name.local == "group" { members.append(self.group(element)) }
    }
    if let kept = KeptWords.contexts(contexts.words) { contexts.elements.insert(kept, at: 0) }
    let notes = group.children("notes").flatMap(\.elements).map { note($0) }
    result.children = (contexts.elements + notes + members).map { .element($0) }
    return result
  }

  private mutating func unit(_ unit: MarkupElement) -> MarkupElement {
    let parts = unit.elements.filter {
      $0.name.namespace == core && ($0.name.local == "segment" || $0.name.local == "ignorable")
    }
    var (result, contexts) = frame(parts.count == 1 ? "trans-unit" : "group", of: unit, id: unit["id"])
    let id = parts.count == 1 ? ids.unit(result["id"]) : result["id"] ?? ""
    if parts.count == 1, let own = result["id"], own != id {
      result.set(MarkupName("id"), id)
      contexts.words.append(("id", own))
    }
    var reader = UnitDowngrade(unit, core: core, ids: ids, targetLanguage: languages.target)
    // Held by the reader alone meanwhile: else each unit would copy those of all before it.
    ids = Identifiers()
    var transUnits = parts.map { reader.transUnit($0, unit: id, isAlone: parts.count == 1) }
    ids = reader.ids
    losses.add(reader.losses)
    // Translators see the notes of a trans-unit, not those of its group.
    let notes = unit.children("notes").flatMap(\.elements).map { note($0) }
    let first = transUnits.firstIndex { $0["restype"] != ignorableType }
    if let first { transUnits[first].children += notes.map { .element($0) } }
    if parts.count == 1 {
      contexts.words += reader.words(of: parts[0])
    } else {
      contexts.words.append(("unit", "segments"))
    }
    if let kept = KeptWords.contexts(contexts.words) { contexts.elements.insert(kept, at: 0) }
    guard parts.count == 1 else {
      result.children = (contexts.elements + transUnits).map { .element($0) }
      return result
    }
    result.attributes += transUnits[0].attributes.filter { result[$0.name] == nil }
    result.children = transUnits[0].children + contexts.elements.map { .element($0) }
    return result
  }

  /// What groups and units have in common, and what is kept of them.
  private mutating func frame(_ name: String, of element: MarkupElement, id: String?)
    -> (MarkupElement, (words: [KeptWords.Word], elements: [MarkupElement]))
  {
    let kept = KeptWords.words1(of: element)
    var result = MarkupElement(
      name, in: namespace,
      [
        ("id", kept.first { $0.type == "id" }?.text ?? id), ("resname", element["name"]),
        ("restype", element["type"].map { restype(of: $0) }), ("translate", element["translate"]),
      ])
    if let space = element[.space] { result.set(.space, space) }
    if let size = element[.sizeRestriction] {
      let bounds = size.split(separator: ",").map(String.init)
      if let most = bounds.last, most != "*" {
        result.set(MarkupName("maxwidth"), most)
        if bounds.count == 2 { result.set(MarkupName("minwidth"), bounds[0]) }
        result.set(MarkupName("size-unit"), "char")
      }
    }
    var words = words(of: element, but: ["id", "name", "type", "translate"])
    var elements: [MarkupElement] = []
    for word in kept where word.type != "id" && !word.type.hasPrefix("target.") {
      if word.type == KeptWords.markup {
        if let element = KeptWords.element(word.text, core: namespace) { elements.append(element) }
      } else {
        result.set(MarkupName(word.type), word.text)
      }
    }
    let known: Set<String> = ["unit", "group", "segment", "ignorable", "notes", "originalData"]
    for child in element.elements.compactMap({ KeptWords.others(in: $0) }) {
      if child.name.namespace == core, known.contains(child.name.local) { continue }
      if child.name.local == "matches", child.name.namespace.contains("xliff:matches") { continue }
      keep(child) { words.append($0) }
    }
    return (result, (words, elements))
  }

  private mutating func words(of element: MarkupElement, but known: [String]) -> [KeptWords.Word] {
    for attribute in element.foreignAttributes where attribute.name != .sizeRestriction {
      losses.add("\(attribute.name.local) of \(element.name.local)", at: element.at)
    }
    return element.attributes.filter { $0.name.namespace.isEmpty && !known.contains($0.name.local) }.map {
      ($0.name.local, $0.value)
    }
  }

  private mutating func keep(_ element: MarkupElement, _ word: (KeptWords.Word) -> Void) {
    losses.add(element.name.local, at: element.at, .kept)
    word((KeptWords.markup, MarkupWriter.fragment(element)))
  }

  private mutating func note(_ note: MarkupElement) -> MarkupElement {
    for attribute in note.attributes where !["category", "appliesTo", "priority", "id"].contains(attribute.name.local) {
      losses.add("\(attribute.name.local) of notes", at: note.at)
    }
    return MarkupElement(
      "note", in: namespace,
      [("from", note["category"]), ("annotates", note["appliesTo"]), ("priority", note["priority"])], text: note.text)
  }

  /// What kind of a resource 1.2 calls a type of 2.x.
  private func restype(of type: String) -> String {
    CodeKinds.unprefixed(type) ?? "x-" + (CodeKinds.unprefixed(type, from: "\(toolName):") ?? type)
  }
}
