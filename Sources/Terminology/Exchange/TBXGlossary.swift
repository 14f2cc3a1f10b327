internal import Units
internal import XML

extension GlossaryReading {
  /// The reading of a TBX file (ISO 30042): version 3 in either style, DCA or DCT, and version 2 (`martif`).
  ///
  /// What a dialect says besides is kept in the concept's note where it is text, and left out where it is not.
  public init(tbx bytes: [UInt8]) {
    self.init()
    let receiver = TBXReceiver(bytes)
    do {
      try parse(bytes, receiver: receiver)
      guard receiver.isTBX else {
        problems = [Malformed(at: Offset(0), problem: "the file is XML but not TBX", remedy: "export it as TBX")]
        return
      }
      glossary = Glossary(receiver.concepts)
    } catch {
      problems = [Malformed(at: Offset(error.offset), problem: error.problem)]
    }
  }
}

/// Builds concepts from the elements of a TBX file.
///
/// In the style DCA the data category is the attribute `type` of `descrip`, `termNote` and the like; in DCT it is the
/// name of the element itself. Both are taken alike.
private final class TBXReceiver: Receiver {
  private(set) var concepts: [Concept] = []
  private(set) var isTBX = false

  private struct Name {
    var text = ""
    var at = Offset<File>(0)
    var status = Term.Status?.none
    var isAbbreviation = false
    var data = Term("")
  }

  private var elements: [String] = []
  private var open: [(category: String, text: [UInt8], at: Int)] = []
  private var concept: Concept?
  private var language: LanguageTag?
  private var name = Name()
  private var names: [Name] = []
  private var numbers: [String: Int] = [:]
  private var ids: [String: Int] = [:]

  private static let texts: Set = ["term", "note"]
  private static let typed: Set = ["descrip", "admin", "termNote", "descripNote", "adminNote", "ref", "xref"]
  /// The names of DCT's elements.
  private static let categories: Set = [
    "subjectField", "administrativeStatus", "termType", "grammaticalGender", "grammaticalNumber", "source",
    "definition", "context",
  ]

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func number(namespace: String, local: String) -> Int {
    if let known = numbers[local] { return known }
    elements.append(local)
    numbers[local] = elements.count - 1
    return elements.count - 1
  }

  var wantsText: Bool { open.last?.category.isEmpty == false }

  func start(_ element: Int, _ tag: borrowing StartTag) throws(XMLError) {
    let local = elements[element]
    var category = ""
    switch local {
    case "tbx", "martif": isTBX = true
    case "conceptEntry", "termEntry":
      concept = Concept(id: tag["id"] ?? "", at: Offset(tag.range.lowerBound))
    case "langSec", "langSet":
      language = LanguageTag(tag[namespaced: "http://www.w3.org/XML/1998/namespace\nlang"] ?? tag["lang"] ?? "")
      names = []
    case "termSec", "tig", "ntig": name = Name()
    case _ where Self.texts.contains(local): category = local
    case _ where Self.typed.contains(local): category = tag["type"] ?? ""
    case _ where Self.categories.contains(local): category = local
    default: break
    }
    open.append((category, [], tag.range.lowerBound))
  }

  func text(at range: Range<Int>, replacement: [UInt8]?) throws(XMLError) {
    guard !open.isEmpty else { return }
    open[open.count - 1].text += replacement ?? Array(bytes[range])
  }

  func end(_ element: Int, at range: Range<Int>) throws(XMLError) {
    guard let closed = open.popLast() else { return }
    if !closed.category.isEmpty, concept != nil {
      take(closed.category, trimmedText(closed.text), at: closed.at)
      return
    }
    switch elements[element] {
    case "termSec", "tig", "ntig": if !name.text.isEmpty { names.append(name) }
    case "langSec", "langSet":
      if let language { close(language) }
      language = nil
    case "conceptEntry", "termEntry": closeConcept()
    default: break
    }
  }

  // MARK: - Data categories

  private func take(_ category: String, _ text: String, at: Int) {
    if text.isEmpty { return }
    if language == nil { return takeOfConcept(category, text) }
    switch category {
    case "term":
      name.text = text
      name.at = Offset(at)
    case "administrativeStatus", "normativeAuthorization":
      name.status =
        text.hasPrefix("preferred") || text.hasPrefix("standardized")
        ? .preferred
        : ["deprecated", "superseded", "obsolete", "forbidden"].contains { text.hasPrefix($0) }
          ? .deprecated : .admitted
    case "termType": name.isAbbreviation = ["abbreviation", "acronym", "initialism"].contains(text)
    case "grammaticalGender": _ = name.data.set(.gender, text)
    case "grammaticalNumber": _ = name.data.set(.number, text)
    case "note", "definition", "context": addNote(text)
    default:
      guard category.hasPrefix(tbxPrefix) else { return }
      guard let field = GlossaryColumn.TermField(rawValue: String(category.dropFirst(tbxPrefix.count))) else { return }
      _ = name.data.set(field, text)
    }
  }

  private func takeOfConcept(_ category: String, _ text: String) {
    switch category {
    case "note", "definition": addNote(text)
    case "subjectField":
      if concept?.set(.kind, text) != true { addNote(text) }
    case "source": concept?.source = text
    default:
      guard category.hasPrefix(tbxPrefix) else { return }
      guard let field = GlossaryColumn.ConceptField(rawValue: String(category.dropFirst(tbxPrefix.count))) else {
        return
      }
      _ = concept?.set(field, text)
    }
  }

  private func addNote(_ text: String) {
    let before = concept?.note ?? ""
    concept?.note = before.isEmpty ? text : "\(before)\n\(text)"
  }

  /// Makes one term of a language's names: the first that is preferred, else the first that may be used, leads.
  private func close(_ language: LanguageTag) {
    guard
      let lead = names.firstIndex(where: { $0.status == .preferred && !$0.isAbbreviation })
        ?? names.firstIndex(where: { $0.status != .deprecated && !$0.isAbbreviation })
        ?? names.firstIndex(where: { $0.status != .deprecated }) ?? names.indices.first
    else { return }
    var term = names[lead].data
    term.preferred = names[lead].text
    for (index, name) in names.enumerated() where index != lead {
      if name.status == .deprecated {
        term.deprecated.append(name.text)
      } else if name.isAbbreviation, term.abbreviation == nil {
        term.abbreviation = name.text
      } else {
        term.admitted.append(name.text)
      }
    }
    concept?.terms[language] = term
    concept?.places[language] = names[lead].at
  }

  private func closeConcept() {
    guard var concept, !concept.terms.isEmpty else { return }
    self.concept = nil
    if concept.id.isEmpty {
      let first = concept.terms.min { $0.key.bcp47 < $1.key.bcp47 }?.value.preferred ?? ""
      let slug = GlossaryReading.slug(first)
      ids[slug, default: 0] += 1
      concept.id = ids[slug] == 1 ? slug : "\(slug)-\(ids[slug, default: 0])"
    }
    concepts.append(concept)
  }

  private func trimmedText(_ bytes: [UInt8]) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    let tail = bytes.drop(while: isSpace)
    return String(decoding: tail.prefix(tail.count - tail.reversed().prefix(while: isSpace).count), as: UTF8.self)
  }
}
