import XML

/// How one structure keeps what it has no words for, so that a conversion back gives it again.
///
/// 2.x has a module for metadata; 1.2 has contexts, which are not for tools to show. An element is kept as its own
/// markup.
enum KeptWords {
  /// The category of metadata that is kept for 1.2.
  static let category = "xliff-1.2"
  /// The beginning of the type of a context that is kept for 2.x.
  static let context = "x-xliff-2-"
  /// The type of what is kept as its own markup.
  static let markup = "markup"
  /// The prefix of words of 1.2 in 2.x, which wants one.
  static let prefix = "xliff1:"
  /// The beginning of who a note of 1.2 is from that is kept for 2.x.
  static let prefix2 = "xliff-2:"

  /// Something that is kept: an attribute by its name, or the markup of an element.
  typealias Word = (type: String, text: String)

  /// Adds metadata to the modules of an element of 2.x, which has one element for all of it.
  static func add(_ words: [Word], to modules: inout [MarkupElement]) {
    guard !words.isEmpty else { return }
    let metas = words.map { MarkupElement("meta", in: Namespace.metadata, [("type", $0.type)], text: $0.text) }
    let group = MarkupElement("metaGroup", in: Namespace.metadata, [("category", category)], metas)
    if let index = modules.firstIndex(where: { $0.name == MarkupName("metadata", in: Namespace.metadata) }) {
      modules[index].children.append(.element(group))
    } else {
      modules.append(MarkupElement("metadata", in: Namespace.metadata, [], [group]))
    }
  }

  /// What is kept for 1.2 in the metadata of an element of 2.x.
  static func words1(of element: MarkupElement) -> [Word] {
    element.elements.filter { $0.name == MarkupName("metadata", in: Namespace.metadata) }.flatMap(\.elements)
      .filter { $0["category"] == category }.flatMap(\.elements).map { ($0["type"] ?? "", $0.text) }
      .filter { isAttributeName($0.type) }
  }

  /// A module of 2.x without the metadata that is kept for 1.2; nil where nothing else is in it.
  static func others(in module: MarkupElement) -> MarkupElement? {
    guard module.name == MarkupName("metadata", in: Namespace.metadata) else { return module }
    let groups = module.elements.filter { $0["category"] != category }
    return groups.count == module.elements.count
      ? module : groups.isEmpty ? nil : module.with(groups.map { .element($0) })
  }

  /// A context group of 1.2; nil where there is nothing to keep.
  static func contexts(_ words: [Word]) -> MarkupElement? {
    guard !words.isEmpty else { return nil }
    let contexts = words.map {
      MarkupElement("context", in: Namespace.v1_2, [("context-type", context + $0.type)], text: $0.text)
    }
    return MarkupElement("context-group", in: Namespace.v1_2, [("purpose", "information")], contexts)
  }

  /// What is kept for 2.x in the context groups of an element of 1.2.
  static func words2(of element: MarkupElement) -> [Word] {
    element.children("context-group").filter(isKept2).flatMap(\.elements).map {
      (String(($0["context-type"] ?? "").dropFirst(context.count)), $0.text)
    }.filter { isAttributeName($0.type) }
  }

  /// Whether an element of 1.2 is a context group that is kept for 2.x.
  static func isKept2(_ element: MarkupElement) -> Bool {
    element.name.local == "context-group"
      && element.elements.allSatisfy { ($0["context-type"] ?? "").hasPrefix(context) }
  }

  /// What is kept for 2.x in the header of a file of 1.2: notes.
  static func words2(ofHeader header: MarkupElement) -> [Word] {
    header.children("note").compactMap { note in
      guard let from = note["from"], from.hasPrefix(prefix2) else { return nil }
      return (String(from.dropFirst(prefix2.count)), note.text)
    }.filter { isAttributeName($0.type) }
  }

  /// Whether a kept word, which anybody may have written, can be the name of an attribute: those of XLIFF are ASCII.
  private static func isAttributeName(_ type: String) -> Bool {
    let prefix = ["target.", "segment."].first { type.hasPrefix($0) } ?? ""
    let name = type.utf8.dropFirst(prefix.utf8.count)
    guard let first = name.first, isLetter(first), !name.elementsEqual("xmlns".utf8) else { return false }
    return name.allSatisfy { isLetter($0) || $0 &- 48 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "_") }

  /// A note in the header of a file of 1.2 that keeps a word for 2.x.
  static func note(_ word: Word) -> MarkupElement {
    MarkupElement("note", in: Namespace.v1_2, [("from", prefix2 + word.type)], text: word.text)
  }

  /// The element whose markup was kept, in the namespace of the version that is written; nil where it is none.
  static func element(_ markup: String, core: String) -> MarkupElement? {
    let reader = MarkupReader(Array(markup.utf8))
    do { try parse(Array(markup.utf8), receiver: reader) } catch { return nil }
    return reader.root?.inCore(core)
  }
}

extension MarkupElement {
  /// The element with those of XLIFF's core in the namespace of another version.
  func inCore(_ namespace: String) -> MarkupElement {
    var result = self
    if !name.namespace.isEmpty, Namespace.family(of: name.namespace) != nil { result.name.namespace = namespace }
    result.children = children.map { child in
      if case .element(let element) = child { .element(element.inCore(namespace)) } else { child }
    }
    return result
  }

  /// The attributes of other namespaces, those of XML left out.
  var foreignAttributes: [(name: MarkupName, value: String)] {
    attributes.filter { !$0.name.namespace.isEmpty && $0.name.namespace != MarkupName.xml }
  }

  /// Whether it, or something inside, has a size restriction.
  var hasSizes: Bool { self[.sizeRestriction] != nil || elements.contains { $0.hasSizes } }
}

extension MarkupName {
  static let xml = "http://www.w3.org/XML/1998/namespace"
  static let space = MarkupName("space", in: xml)
  static let language = MarkupName("lang", in: xml)
  static let sizeRestriction = MarkupName("sizeRestriction", in: Namespace.sizeRestriction)
}
