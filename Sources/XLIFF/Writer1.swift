import Units

extension Writer {
  /// XLIFF 1.2, strict: a trans-unit per sentence in a group per block, which every CAT tool takes.
  ///
  /// No `seg-source`: tools corrupt it, and put new text before its markers.
  mutating func write1(_ file: ResourceFile) {
    element("xliff", [("xmlns", Namespace.v1_2), ("version", "1.2")]) { writer in
      let attributes: [(StaticString, String?)] = [
        ("original", file.original), ("source-language", file.sourceLanguage.bcp47),
        ("target-language", file.targetLanguage?.bcp47), ("datatype", datatype(of: file.format)),
      ]
      writer.element("file", attributes) { writer in
        if let note = file.fileNote {
          writer.element("header") { $0.element("note", [("from", toolName)], text: note) }
        }
        writer.element("body") { writer in
          for unit in file.units { writer.group(unit) }
        }
      }
    }
  }

  /// A unit as a group, or as one trans-unit where its only segment has its name; `written` are the trans-units of some
  /// of its segments, which are written already, and `notes` more notes of some.
  mutating func group(
    _ unit: Unit, namespace: String? = nil, written: [Int: [UInt8]] = [:], notes: [Int: [[UInt8]]] = [:]
  ) {
    if let only = unit.segments.first, unit.segments.count == 1, only.id == unit.id.name {
      if let element = written[0] { return self.element(written: element) }
      return transUnit(only, id: unit.id.name, unit, notes[0] ?? [], isWhole: true, namespace: namespace)
    }
    begin("group")
    attribute("xmlns", namespace)
    attribute("id", unit.id.name)
    attribute("restype", "x-" + unit.role.name)
    limit(of: unit)
    end("group") { writer in
      var number = 0
      // A span lends its segments out; an array would copy each of them.
      let segments = unit.segments.span
      for index in segments.indices where !segments[index].isIgnorable {
        number += 1
        if let element = written[index] {
          writer.element(written: element)
        } else {
          let own = segments[index].id.flatMap { $0.hasPrefix(unit.id.name + ".") ? $0 : nil }
          let id = own ?? unit.id.name + "." + String(number)
          writer.transUnit(segments[index], id: id, unit, notes[index] ?? [])
        }
      }
    }
  }

  /// The most characters that the translation of a unit may have.
  private mutating func limit(of unit: Unit) {
    guard let maximumLength = unit.maximumLength else { return }
    attribute("maxwidth", String(maximumLength))
    attribute("size-unit", "char")
  }

  /// A segment as a trans-unit; one that is the whole unit says what a group would say of it.
  private mutating func transUnit(
    _ segment: Segment, id: String, _ unit: Unit, _ notes: [[UInt8]], isWhole: Bool = false, namespace: String? = nil
  ) {
    begin("trans-unit")
    attribute("xmlns", namespace)
    attribute("id", id)
    if !unit.isTranslatable { attribute("translate", "no") }
    if isWhole { attribute("restype", "x-" + unit.role.name) }
    if segment.source.hasSignificantSpace { attribute("xml:space", "preserve") }
    if isWhole { limit(of: unit) }
    end("trans-unit") { writer in
      writer.element("source", [], segment.source, tag: tag1)
      if let target = segment.target {
        let isPlain = segment.state == .initial && segment.subState.isEmpty
        let attributes: [(StaticString, String?)] = [
          ("state", isPlain ? nil : States.word1(for: segment.state, segment.subState)),
          ("state-qualifier", SubState.qualifier(for: segment.subState)),
        ]
        writer.element("target", attributes, target, tag: tag1)
      }
      let own = segment.notes.isEmpty ? unit.notes : unit.notes + segment.notes
      if !own.isEmpty {
        writer.begin("note")
        writer.attribute("from", toolName)
        writer.end("note", texts: own)
      }
      for note in notes { writer.element(written: note) }
      for candidate in segment.candidates {
        let attributes =
          [("match-quality", candidate.similarity.map { "\($0)%" }), ("origin", candidate.origin)]
          as [(StaticString, String?)]
        writer.element("alt-trans", attributes) { writer in
          writer.element("source", [], candidate.source, tag: tag1)
          let qualifier = candidate.kind == .machine ? SubState.machineQualifier : nil
          writer.element("target", [("state-qualifier", qualifier)], candidate.target, tag: tag1)
        }
      }
    }
  }
}

/// A code as 1.2 writes it: `g` and `x`, or `bx` and `ex` where a span crosses another or a sentence end.
private func tag1(_ writer: inout Writer, _ code: Code, isNested: Bool) {
  let id = "\(code.ordinal)"
  let text = code.display.isEmpty ? nil : code.display
  switch (code.kind, isNested) {
  case (.open, true): writer.tag("g", [("id", id), ("equiv-text", text)])
  case (.close, true): writer.close("g")
  case (.open, false): writer.tag("bx", [("id", id), ("rid", id), ("equiv-text", text)], isEmpty: true)
  case (.close, false): writer.tag("ex", [("id", id), ("rid", id), ("equiv-text", text)], isEmpty: true)
  case (.standalone, _): writer.tag("x", [("id", id), ("equiv-text", text)], isEmpty: true)
  }
}

/// The `datatype` of a format: one of 1.2's own words where it has one.
private func datatype(of format: String?) -> String {
  switch format {
  case nil, "text"?: "plaintext"
  case "html"?: "html"
  case let name?: "x-\(name)"
  }
}
