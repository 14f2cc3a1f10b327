internal import Units
internal import XML

/// What TBX-Basic has no category for is written under names of our own, which other tools pass over.
let tbxPrefix = "x-l10n-"

extension Glossary {
  /// The glossary as TBX (ISO 30042:2019), dialect TBX-Basic, style DCA.
  public var tbx: [UInt8] {
    var writer = TBXWriter()
    writer.open("?xml version=\"1.0\" encoding=\"UTF-8\"?")
    let language = languages.map(\.bcp47).sorted().first ?? "en"
    writer.open("tbx style=\"dca\" type=\"TBX-Basic\" xml:lang=\"\(language)\" xmlns=\"urn:iso:std:iso:30042:ed-2\"")
    writer.line("<tbxHeader><fileDesc><sourceDesc><p>A glossary of l10n.</p></sourceDesc></fileDesc></tbxHeader>")
    writer.open("text")
    writer.open("body")
    for concept in concepts { writer.write(concept) }
    writer.close("body")
    writer.close("text")
    writer.close("tbx")
    return writer.bytes
  }
}

private struct TBXWriter {
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  mutating func line(_ text: String) {
    bytes += String(repeating: "  ", count: depth).utf8
    bytes += text.utf8
    bytes.append(0x0A)
  }

  mutating func open(_ tag: String) {
    line("<\(tag)>")
    if !tag.hasPrefix("?") { depth += 1 }
  }

  mutating func close(_ name: String) {
    depth -= 1
    line("</\(name)>")
  }

  /// An element with text; none where the text is empty.
  mutating func element(_ name: String, type: String? = nil, _ text: String) {
    if text.isEmpty { return }
    let attribute = type.map { " type=\"\($0)\"" } ?? ""
    line("<\(name)\(attribute)>\(escaped(text))</\(name)>")
  }

  mutating func write(_ concept: Concept) {
    open("conceptEntry id=\"\(escaped(concept.id, inAttribute: true))\"")
    element("descrip", type: "subjectField", concept.kind.rawValue)
    for field in [GlossaryColumn.ConceptField.status, .severity, .context, .always] {
      element("admin", type: tbxPrefix + field.rawValue, concept[field])
    }
    element("admin", type: "source", concept.source)
    element("note", concept.note)
    for (tag, term) in concept.terms.sorted(by: { $0.key.bcp47 < $1.key.bcp47 }) {
      open("langSec xml:lang=\"\(tag.bcp47)\"")
      for (text, status) in term.all { write(text, status, term) }
      close("langSec")
    }
    close("conceptEntry")
  }

  private mutating func write(_ text: String, _ status: Term.Status, _ term: Term) {
    open("termSec")
    element("term", text)
    let standing =
      switch status {
      case .preferred: "preferredTerm-admn-sts"
      case .admitted, .abbreviation: "admittedTerm-admn-sts"
      case .deprecated: "deprecatedTerm-admn-sts"
      }
    element("termNote", type: "administrativeStatus", standing)
    if status == .abbreviation { element("termNote", type: "termType", "abbreviation") }
    if status == .preferred {
      element("termNote", type: "grammaticalGender", term[.gender])
      element("termNote", type: "grammaticalNumber", term.number == .both ? "" : term[.number])
      if term.number == .both { element("termNote", type: tbxPrefix + "number", term[.number]) }
      for field in [GlossaryColumn.TermField.inflect, .harmony, .stem, .letters] {
        element("termNote", type: tbxPrefix + field.rawValue, term[field])
      }
    }
    close("termSec")
  }

  private func escaped(_ text: String, inAttribute: Bool = false) -> String {
    var result: [UInt8] = []
    // What XML 1.0 can't hold at all is no part of a name.
    let bytes = Array(text.utf8).filter { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    appendEscaped(bytes.span, inAttribute: inAttribute, to: &result)
    return String(decoding: result, as: UTF8.self)
  }
}
