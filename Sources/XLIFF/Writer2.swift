import Units

extension Writer {
  /// XLIFF 2.x: a unit per block, a segment per sentence, the white space between them in ignorables.
  mutating func write2(_ file: ResourceFile, _ version: Version) {
    let root: [(StaticString, String?)] = [
      ("xmlns", version.namespace), ("version", version.label), ("srcLang", file.sourceLanguage.bcp47),
      ("trgLang", file.targetLanguage?.bcp47),
    ]
    element("xliff", root) { writer in
      // The white space in ignorables is all they hold.
      let hasLimits = file.units.contains { $0.maximumLength != nil }
      let attributes: [(StaticString, String?)] = [
        ("id", "f1"), ("original", file.original), ("xml:space", "preserve"),
      ]
      writer.element("file", attributes) { writer in
        if hasLimits {
          writer.element(
            "slr:profiles", [("xmlns:slr", Namespace.sizeRestriction), ("generalProfile", "xliff:codepoints")]
          ) {
            $0.element("slr:normalization", [("general", "nfc")], texts: [])
          }
        }
        writer.metadata(file.facts)
        if let note = file.fileNote { writer.notes(note, []) }
        for unit in file.units { writer.unit(unit) }
      }
    }
  }

  /// What an article says of itself, in the module that 2.x has for it.
  private mutating func metadata(_ facts: [(name: String, value: String)]) {
    guard !facts.isEmpty else { return }
    element("mda:metadata", [("xmlns:mda", Namespace.metadata)]) { writer in
      writer.element("mda:metaGroup", [("category", "article")]) { writer in
        for fact in facts { writer.element("mda:meta", [("type", fact.name)], text: fact.value) }
      }
    }
  }

  /// The notes of a file or a unit: ours, and those that are written already.
  private mutating func notes(_ note: String, _ written: [[UInt8]]) {
    guard !note.isEmpty || !written.isEmpty else { return }
    element("notes") { writer in
      if !note.isEmpty { writer.element("note", [("category", toolName)], text: note) }
      for note in written { writer.element(written: note) }
    }
  }

  /// A unit; `notes` are more notes, which are written already.
  mutating func unit(_ unit: Unit, namespace: String? = nil, notes: [[UInt8]] = []) {
    let attributes: [(StaticString, String?)] = [
      ("xmlns", namespace), ("id", unit.id.name), ("translate", unit.isTranslatable ? nil : "no"),
      ("type", "\(toolName):\(unit.role.name)"),
      ("xmlns:slr", unit.maximumLength == nil ? nil : Namespace.sizeRestriction),
      ("slr:sizeRestriction", unit.maximumLength.map(String.init)),
    ]
    element("unit", attributes) { writer in
      writer.matches(unit)
      writer.glossary(unit.glossary)
      writer.notes((unit.notes + unit.segments.flatMap(\.notes)).joined(separator: " "), notes)
      var number = 0
      for segment in unit.segments {
        if !segment.isIgnorable { number += 1 }
        writer.segment(segment, id: segment.isIgnorable ? nil : segmentID(segment, number))
      }
    }
  }

  /// The candidates of all segments, in the module that 2.x has for them.
  private mutating func matches(_ unit: Unit) {
    guard unit.segments.contains(where: { !$0.candidates.isEmpty }) else { return }
    element("mtc:matches", [("xmlns:mtc", Namespace.matches)]) { writer in
      var number = 0
      for segment in unit.segments where !segment.isIgnorable {
        number += 1
        for candidate in segment.candidates {
          let attributes: [(StaticString, String?)] = [
            ("ref", "#\(segmentID(segment, number))"), ("similarity", candidate.similarity.map(String.init)),
            ("origin", candidate.origin), ("type", candidate.kind.type2),
          ]
          writer.element("mtc:match", attributes) { writer in
            writer.element("source", [], candidate.source, tag: tag2)
            writer.element("target", [], candidate.target, tag: tag2)
          }
        }
      }
    }
  }

  /// The names of a unit, in the module that 2.x has for them.
  private mutating func glossary(_ entries: [GlossaryEntry]) {
    guard !entries.isEmpty else { return }
    element("gls:glossary", [("xmlns:gls", Namespace.glossary)]) { writer in
      for entry in entries {
        writer.element("gls:glossEntry") { writer in
          writer.element("gls:term", [], text: entry.term)
          writer.element("gls:translation", [], text: entry.translation)
        }
      }
    }
  }

  private mutating func segment(_ segment: Segment, id: String?) {
    let name: StaticString = segment.isIgnorable ? "ignorable" : "segment"
    // A sub-state names its owner, as 1.2's words don't; it needs a state.
    let subState = segment.subState.contains(":") ? segment.subState : nil
    let state = segment.isIgnorable || (segment.state == .initial && subState == nil) ? nil : segment.state.name
    element(name, [("id", id), ("state", state), ("subState", subState)]) { writer in
      writer.element("source", [], segment.source, tag: tag2)
      if let target = segment.target { writer.element("target", [], target, tag: tag2) }
    }
  }
}

extension MatchCandidate.Kind {
  /// The `type` of a match; what it is by default is not written.
  fileprivate var type2: String? {
    switch self {
    case .plain: nil
    case .inContext: "icm"
    case .assembled: "am"
    case .machine: "mt"
    }
  }
}

/// The segment's own id, where it is one of ours, or else its number's.
private func segmentID(_ segment: Segment, _ number: Int) -> String {
  segment.id.flatMap { $0.hasPrefix("s") ? $0 : nil } ?? "s\(number)"
}

/// A code as 2.x writes it: `pc` and `ph`, or `sc` and `ec` where a span crosses another or a sentence end.
///
/// None may be deleted: merging asks for each.
private func tag2(_ writer: inout Writer, _ code: Code, isNested: Bool) {
  let id = "\(code.ordinal)"
  let display = code.display.isEmpty ? nil : code.display
  let equivalent = code.equivalent.isEmpty ? nil : code.equivalent
  switch (code.kind, isNested) {
  case (.open, true): writer.tag("pc", [("id", id), ("canDelete", "no"), ("dispStart", display)])
  case (.close, true): writer.close("pc")
  case (.open, false):
    writer.tag("sc", [("id", id), ("canDelete", "no"), ("disp", display)], isEmpty: true)
  case (.close, false):
    writer.tag("ec", [("startRef", id), ("canDelete", "no"), ("disp", display)], isEmpty: true)
  case (.standalone, _):
    writer.tag(
      "ph", [("id", id), ("canDelete", "no"), ("equiv", equivalent), ("disp", display)], isEmpty: true)
  }
}
