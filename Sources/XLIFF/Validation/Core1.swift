extension ElementRule {
  /// XLIFF 1.2 (OASIS Standard, 2008), by its transitional schema.
  static let version1_2: [String: ElementRule] = [
    "xliff": ElementRule(
      children: [.any("file", extensionName)], needs: ["file"], attributes: ["version": .text, "xml:lang": .language],
      required: ["version"], foreignAttributes: .everything, clause: "1.2 2.2.1 xliff"),
    "file": ElementRule(
      children: [.optional("header"), .one("body")],
      attributes: [
        "original": .text, "source-language": .language, "target-language": .language, "datatype": datatype,
        "tool-id": .text, "tool": .text, "date": .text, "xml:space": space, "ts": .text, "category": .text,
        "product-name": .text, "product-version": .text, "build-num": .text,
      ],
      required: ["original", "source-language", "datatype"], foreignAttributes: .everything, clause: "1.2 2.2.2 file"),
    "header": ElementRule(
      children: [
        .optional("skl"), .optional("phase-group"),
        .any("glossary", "reference", "count-group", "prop-group", "note", "tool"), .any(extensionName),
      ], clause: "1.2 2.2.3 header"),
    "skl": reference("skl"), "glossary": reference("glossary"), "reference": reference("reference"),
    "internal-file": ElementRule(
      children: [.any(extensionName)], attributes: ["form": .text, "crc": .nmtoken], clause: "1.2 2.2.5 internal-file"),
    "external-file": ElementRule(
      attributes: ["href": .text, "crc": .nmtoken, "uid": .nmtoken], required: ["href"],
      clause: "1.2 2.2.6 external-file"),
    "note": ElementRule(
      attributes: [
        "xml:lang": .language, "priority": .positive(upTo: 10), "from": .text,
        "annotates": .oneOf(["source", "target", "general"]),
      ], clause: "1.2 2.2.9 note"),
    "phase-group": ElementRule(children: [.some("phase")], clause: "1.2 2.2.10 phase-group"),
    "phase": ElementRule(
      children: [.any("note")],
      attributes: [
        "phase-name": .text, "process-name": .text, "company-name": .text, "tool-id": .text, "tool": .text,
        "date": .text, "job-id": .text, "contact-name": .text, "contact-email": .text, "contact-phone": .text,
      ],
      required: ["phase-name", "process-name"], clause: "1.2 2.2.11 phase"),
    "count-group": ElementRule(
      children: [.any("count")], attributes: ["name": .text], required: ["name"], clause: "1.2 2.3.4 count-group"),
    "count": ElementRule(
      attributes: [
        "count-type": .oneOrExtension(Words1.countType + Words1.state + Words1.stateQualifier + Words1.restype),
        "phase-name": .text,
        "unit": .oneOrExtension(Words1.unit),
      ], clause: "1.2 2.3.5 count"),
    "context-group": ElementRule(
      children: [.some("context")], attributes: ["name": .text, "crc": .nmtoken, "purpose": .text],
      clause: "1.2 2.3.1 context-group"),
    "context": ElementRule(
      attributes: [
        "context-type": .oneOrExtension(Words1.contextType + Words1.restype), "match-mandatory": .yesNo,
        "crc": .nmtoken,
      ],
      required: ["context-type"], clause: "1.2 2.3.2 context"),
    "prop-group": ElementRule(children: [.some("prop")], attributes: ["name": .text], clause: "1.2 2.3.6 prop-group"),
    "prop": ElementRule(
      attributes: ["prop-type": .text, "xml:lang": .language], required: ["prop-type"], clause: "1.2 2.3.7 prop"),
    "tool": ElementRule(
      children: [.any(extensionName)],
      attributes: ["tool-id": .text, "tool-name": .text, "tool-version": .text, "tool-company": .text],
      required: ["tool-id", "tool-name"], foreignAttributes: .everything, clause: "1.2 2.2.12 tool"),
    "body": ElementRule(children: [.any("group", "trans-unit", "bin-unit")], clause: "1.2 2.4.1 body"),
    "group": ElementRule(
      children: [
        .any("context-group"), .any("count-group"), .any("prop-group"), .any("note"), .any(extensionName),
        .any("group", "trans-unit", "bin-unit"),
      ],
      attributes: unit.merging(["merged-trans": .yesNo]) { $1 }, foreignAttributes: .everything,
      clause: "1.2 2.4.2 group"),
    "trans-unit": ElementRule(
      children: [
        .one("source"), .optional("seg-source"), .optional("target"),
        .any("context-group", "count-group", "prop-group", "note", "alt-trans"), .any(extensionName),
      ],
      attributes: unit, required: ["id"], foreignAttributes: .everything, clause: "1.2 2.4.3 trans-unit"),
    "source": text("source"), "seg-source": text("seg-source"),
    "target": ElementRule(
      children: [inline],
      attributes: look.merging(["phase-name": .nmtoken, "xml:lang": .language, "equiv-trans": .yesNo]) { $1 }
        .merging(state) { $1 }, foreignAttributes: .everything, clause: "1.2 2.4.5 target"),
    "alt-trans": ElementRule(
      children: [
        .optional("source"), .optional("seg-source"), .some("target"), .any("context-group"), .any("prop-group"),
        .any("note"), .any(extensionName),
      ],
      attributes: unit.merging([
        "match-quality": .text, "tool-id": .text, "tool": .text, "crc": .nmtoken, "xml:lang": .language,
        "origin": .text, "mid": .nmtoken, "alttranstype": .oneOrExtension(Words1.alttranstype),
      ]) { $1 },
      foreignAttributes: .everything, clause: "1.2 2.4.6 alt-trans"),
    "bin-unit": ElementRule(
      children: [
        .one("bin-source"), .optional("bin-target"),
        .any("context-group", "count-group", "prop-group", "note", "trans-unit"), .any(extensionName),
      ],
      attributes: unit.merging(["mime-type": .text]) { $1 }, required: ["id", "mime-type"],
      foreignAttributes: .everything,
      clause: "1.2 2.4.7 bin-unit"),
    "bin-source": ElementRule(
      children: [.some("internal-file", "external-file")], attributes: ["ts": .text], foreignAttributes: .everything,
      clause: "1.2 2.4.8 bin-source"),
    "bin-target": ElementRule(
      children: [.some("internal-file", "external-file")],
      attributes: look.merging(["mime-type": .text, "phase-name": .nmtoken]) { $1 }.merging(state) { $1 },
      foreignAttributes: .everything, clause: "1.2 2.4.9 bin-target"),
    "g": ElementRule(
      children: [inline], attributes: code.merging(["ctype": delimiter, "clone": .yesNo]) { $1 }, required: ["id"],
      foreignAttributes: .everything, clause: "1.2 2.5.1 g"),
    "x": ElementRule(
      attributes: code.merging(["ctype": placeholder, "clone": .yesNo]) { $1 }, required: ["id"],
      foreignAttributes: .everything, clause: "1.2 2.5.2 x"),
    "bx": ElementRule(
      attributes: code.merging(["rid": .nmtoken, "ctype": delimiter, "clone": .yesNo]) { $1 }, required: ["id"],
      foreignAttributes: .everything, clause: "1.2 2.5.3 bx"),
    "ex": ElementRule(
      attributes: code.merging(["rid": .nmtoken]) { $1 }, required: ["id"], foreignAttributes: .everything,
      clause: "1.2 2.5.4 ex"),
    "bpt": native(["rid": .nmtoken, "ctype": delimiter], clause: "1.2 2.5.5 bpt"),
    "ept": native(["rid": .nmtoken], clause: "1.2 2.5.6 ept"),
    "it": native(
      ["pos": .oneOf(["open", "close"]), "rid": .nmtoken, "ctype": delimiter], required: ["id", "pos"],
      clause: "1.2 2.5.9 it"),
    "ph": native(
      ["ctype": placeholder, "assoc": .oneOf(["preceding", "following", "both"])], clause: "1.2 2.5.8 ph"),
    "sub": ElementRule(
      children: [inline], attributes: ["datatype": datatype, "ctype": delimiter, "xid": .text],
      clause: "1.2 2.5.7 sub"),
    "mrk": ElementRule(
      children: [inline],
      attributes: ["mtype": .oneOrExtension(Words1.mtype), "mid": .nmtoken, "comment": .text, "ts": .text],
      required: ["mtype"], foreignAttributes: .everything, clause: "1.2 2.5.10 mrk"),
  ]

  /// XLIFF 1.0 and 1.1 have fewer elements and other attributes; what they share with 1.2 is the way down to the text.
  static let version1_1: [String: ElementRule] = version1_2.mapValues { rule in
    var rule = rule
    rule.attributes = [:]
    rule.foreignAttributes = .everything
    return rule
  }

  private static let inline = ChildPlace.any("g", "bpt", "ept", "ph", "it", "mrk", "x", "bx", "ex")
  private static let space = ValueType.oneOf(["default", "preserve"])
  private static let datatype = ValueType.oneOrExtension(Words1.datatype)
  private static let delimiter = ValueType.oneOrExtension(Words1.delimiter)
  private static let placeholder = ValueType.oneOrExtension(Words1.placeholder)
  private static let state: [String: ValueType] = [
    "state": .oneOrExtension(Words1.state), "state-qualifier": .oneOrExtension(Words1.stateQualifier),
  ]
  /// The attributes of what a text looks like.
  private static let look: [String: ValueType] = [
    "restype": .oneOrExtension(Words1.restype), "resname": .text, "ts": .text, "coord": .coordinates, "font": .text,
    "css-style": .text, "style": .nmtoken, "exstyle": .nmtoken,
  ]
  private static let unit: [String: ValueType] = look.merging([
    "id": .text, "approved": .yesNo, "translate": .yesNo, "reformat": .text, "xml:space": space, "datatype": datatype,
    "phase-name": .text, "extradata": .text, "extype": .text, "help-id": .nmtoken, "menu": .text,
    "menu-option": .text, "menu-name": .text, "size-unit": .oneOrExtension(Words1.sizeUnit), "maxwidth": .nmtoken,
    "minwidth": .nmtoken, "maxheight": .nmtoken, "minheight": .nmtoken, "maxbytes": .nmtoken, "minbytes": .nmtoken,
    "charclass": .text,
  ]) { $1 }
  private static let code: [String: ValueType] = ["id": .text, "ts": .text, "xid": .text, "equiv-text": .text]

  private static func native(
    _ attributes: [String: ValueType], required: [String] = ["id"], clause: String
  ) -> ElementRule {
    ElementRule(
      children: [.any("sub")], attributes: code.merging(["crc": .text]) { $1 }.merging(attributes) { $1 },
      required: required, foreignAttributes: .everything, clause: clause)
  }

  private static func text(_ name: String) -> ElementRule {
    ElementRule(
      children: [inline], attributes: ["xml:lang": .language, "ts": .text], foreignAttributes: .everything,
      clause: "1.2 2.4.4 \(name)")
  }

  private static func reference(_ name: String) -> ElementRule {
    ElementRule(
      children: [.some("internal-file", "external-file")], attributes: ["uid": .text, "xml:lang": .language],
      foreignAttributes: .everything, clause: "1.2 2.2.4 \(name)")
  }
}
