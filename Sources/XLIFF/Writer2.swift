import Units

extension Writer {
  /// XLIFF 2.0: a unit per block, a segment per sentence, the white space between them in ignorables.
  mutating func write2(_ file: ResourceFile, label: String) {
    let root: [(StaticString, String?)] = [
      ("xmlns", Namespace.v2_0), ("version", label), ("srcLang", file.sourceLanguage.bcp47),
      ("trgLang", file.targetLanguage?.bcp47),
    ]
    element("xliff", root) { writer in
      // The white space in ignorables is all they hold.
      writer.element("file", [("id", "f1"), ("original", file.original), ("xml:space", "preserve")]) { writer in
        if let note = file.fileNote { writer.notes([note]) }
        for unit in file.units { writer.unit(unit) }
      }
    }
  }

  private mutating func notes(_ notes: [String]) {
    element("notes") { writer in
      for note in notes { writer.element("note", [("category", toolName)], text: note) }
    }
  }

  private mutating func unit(_ unit: Unit) {
    let attributes: [(StaticString, String?)] = [
      ("id", unit.id.name), ("translate", unit.isTranslatable ? nil : "no"), ("type", "\(toolName):\(unit.role.name)"),
    ]
    element("unit", attributes) { writer in
      let note = (unit.notes + unit.segments.flatMap(\.notes)).joined(separator: " ")
      if !note.isEmpty { writer.notes([note]) }
      var number = 0
      for segment in unit.segments {
        if !segment.isIgnorable { number += 1 }
        writer.segment(segment, id: segment.isIgnorable ? nil : "s\(number)")
      }
    }
  }

  private mutating func segment(_ segment: Segment, id: String?) {
    let name: StaticString = segment.isIgnorable ? "ignorable" : "segment"
    let state = segment.isIgnorable || segment.state == .initial ? nil : segment.state.name
    element(name, [("id", id), ("state", state)]) { writer in
      writer.element("source", [], segment.source, tag: tag2)
      if let target = segment.target { writer.element("target", [], target, tag: tag2) }
    }
  }
}

/// A code as 2.x writes it: `pc` and `ph`, or `sc` and `ec` where a span crosses another or a sentence end.
private func tag2(_ code: Code, isNested: Bool) -> String {
  let id = "\(code.ordinal)"
  let display = code.display.isEmpty ? nil : code.display
  let equivalent = code.equivalent.isEmpty ? nil : code.equivalent
  switch (code.kind, isNested) {
  case (.open, true): return "<pc\(Writer.attributes([("id", id), ("dispStart", display)]))>"
  case (.close, true): return "</pc>"
  case (.open, false): return "<sc\(Writer.attributes([("id", id), ("disp", display)]))/>"
  case (.close, false): return "<ec\(Writer.attributes([("startRef", id), ("disp", display)]))/>"
  case (.standalone, _): return "<ph\(Writer.attributes([("id", id), ("equiv", equivalent), ("disp", display)]))/>"
  }
}
