extension ElementRule {
  /// The core of XLIFF 2.0 and 2.1 (OASIS Standard 2.1, 4.2), with the modules (5).
  static let version2 = core2.merging(modules2) { $1 }

  /// XLIFF 2.0: change tracking is a module of it.
  static let version2_0: [String: ElementRule] = {
    var rules = version2.merging(changeTracking) { $1 }
    for name in ["file", "group", "unit"] {
      guard let index = rules[name]?.children.firstIndex(where: { $0.names.contains(extensionName) }) else { continue }
      rules[name]?.children[index].names.insert("ctr:changeTrack")
    }
    return rules
  }()

  /// XLIFF 2.2: notes and metadata of the whole document, a note that says what it is about.
  static let version2_2: [String: ElementRule] = {
    var rules = version2
    rules["xliff"]?.children = [.optional("notes"), .optional("mda:metadata"), .some("file")]
    rules["note"]?.attributes["ref"] = .text
    rules["res:resourceItem"]?.children.insert(.optional("notes"), at: 0)
    return rules
  }()

  private static let core2: [String: ElementRule] = [
    "xliff": ElementRule(
      children: [.some("file")],
      attributes: ["version": .text, "srcLang": .language, "trgLang": .language, "xml:space": space],
      required: ["version", "srcLang"], foreignAttributes: .any, clause: "2.1 4.2.2.1 xliff"),
    "file": ElementRule(
      children: [
        .optional("skeleton"),
        .any([
          "mda:metadata", "res:resourceData", "slr:profiles", "slr:data", "val:validation", "gls:glossary",
          extensionName,
        ]),
        .optional("notes"), .some("unit", "group"),
      ],
      attributes: flow.merging(["id": .nmtoken, "original": .text]) { $1 },
      required: ["id"], foreignAttributes: .any, clause: "2.1 4.2.2.2 file"),
    "skeleton": ElementRule(
      children: [.any(extensionName)], attributes: ["href": .text], clause: "2.1 4.2.2.3 skeleton"),
    "group": ElementRule(
      children: [
        .any(["mda:metadata", "slr:data", "val:validation", "gls:glossary", extensionName]),
        .optional("notes"), .any("unit", "group"),
      ],
      attributes: flow.merging(["id": .nmtoken, "name": .text, "type": .oneOrUserDefined([])]) { $1 },
      required: ["id"], foreignAttributes: .any, clause: "2.1 4.2.2.4 group"),
    "unit": ElementRule(
      children: [
        .any([
          "mda:metadata", "slr:data", "val:validation", "gls:glossary", "mtc:matches", "res:resourceData",
          extensionName,
        ]),
        .optional("notes"), .optional("originalData"), .some("segment", "ignorable"),
      ],
      needs: ["segment"],
      attributes: flow.merging(["id": .nmtoken, "name": .text, "type": .oneOrUserDefined([])]) { $1 },
      required: ["id"], foreignAttributes: .any, clause: "2.1 4.2.2.5 unit"),
    "segment": ElementRule(
      children: [.one("source"), .optional("target")],
      attributes: [
        "id": .nmtoken, "canResegment": .yesNo, "state": .oneOf(["initial", "translated", "reviewed", "final"]),
        "subState": .oneOrUserDefined([]),
      ], clause: "2.1 4.2.2.6 segment"),
    "ignorable": ElementRule(
      children: [.one("source"), .optional("target")], attributes: ["id": .nmtoken],
      clause: "2.1 4.2.2.7 ignorable"),
    "notes": ElementRule(children: [.some("note")], clause: "2.1 4.2.2.8 notes"),
    "note": ElementRule(
      attributes: [
        "id": .nmtoken, "appliesTo": .oneOf(["source", "target"]), "category": .text, "priority": .positive(upTo: 10),
      ],
      foreignAttributes: .any, clause: "2.1 4.2.2.9 note"),
    "originalData": ElementRule(children: [.some("data")], clause: "2.1 4.2.2.10 originalData"),
    "data": ElementRule(
      children: [.any("cp")], attributes: ["id": .nmtoken, "dir": direction, "xml:space": .oneOf(["preserve"])],
      required: ["id"], clause: "2.1 4.2.2.11 data"),
    "source": ElementRule(
      children: [inline], attributes: ["xml:lang": .language, "xml:space": space], clause: "2.1 4.2.2.12 source"),
    "target": ElementRule(
      children: [inline],
      attributes: ["xml:lang": .language, "xml:space": space, "order": .positive(upTo: .max)],
      clause: "2.1 4.2.2.13 target"),
    "cp": ElementRule(attributes: ["hex": .hex], required: ["hex"], clause: "2.1 4.2.3.1 cp"),
    "ph": ElementRule(
      attributes: code.merging(standing) { $1 }, required: ["id"], foreignAttributes: .modules,
      clause: "2.1 4.2.3.2 ph"),
    "pc": ElementRule(
      children: [inline],
      attributes: code.merging([
        "canOverlap": .yesNo, "dispEnd": .text, "dispStart": .text, "equivEnd": .text, "equivStart": .text,
        "dataRefEnd": .nmtoken, "dataRefStart": .nmtoken, "subFlowsEnd": .nmtokens, "subFlowsStart": .nmtokens,
        "dir": direction,
      ]) { $1 },
      required: ["id"], foreignAttributes: .modules, clause: "2.1 4.2.3.3 pc"),
    "sc": ElementRule(
      attributes: code.merging(standing) { $1 }.merging(spanning) { $1 }, required: ["id"],
      foreignAttributes: .modules, clause: "2.1 4.2.3.4 sc"),
    "ec": ElementRule(
      attributes: code.merging(standing) { $1 }.merging(spanning) { $1 }.merging(["startRef": .nmtoken]) { $1 },
      foreignAttributes: .modules, clause: "2.1 4.2.3.5 ec"),
    "mrk": ElementRule(
      children: [inline], attributes: annotation, required: ["id"], foreignAttributes: .any,
      clause: "2.1 4.2.3.6 mrk"),
    "sm": ElementRule(attributes: annotation, required: ["id"], foreignAttributes: .any, clause: "2.1 4.2.3.7 sm"),
    "em": ElementRule(attributes: ["startRef": .nmtoken], required: ["startRef"], clause: "2.1 4.2.3.8 em"),
  ]

  private static let space = ValueType.oneOf(["default", "preserve"])
  private static let direction = ValueType.oneOf(["ltr", "rtl", "auto"])
  private static let inline = ChildPlace.any("cp", "ph", "pc", "sc", "ec", "mrk", "sm", "em")
  /// The attributes of what holds text at any depth.
  private static let flow: [String: ValueType] = [
    "canResegment": .yesNo, "translate": .yesNo, "srcDir": direction, "trgDir": direction, "xml:space": space,
  ]
  private static let code: [String: ValueType] = [
    "id": .nmtoken, "canCopy": .yesNo, "canDelete": .yesNo, "canReorder": .oneOf(["yes", "firstNo", "no"]),
    "copyOf": .nmtoken, "type": .oneOf(["fmt", "ui", "quote", "link", "image", "other"]),
    "subType": .oneOrUserDefined([]),
  ]
  private static let standing: [String: ValueType] = [
    "disp": .text, "equiv": .text, "dataRef": .nmtoken, "subFlows": .nmtokens,
  ]
  private static let spanning: [String: ValueType] = ["canOverlap": .yesNo, "isolated": .yesNo, "dir": direction]
  private static let annotation: [String: ValueType] = [
    "id": .nmtoken, "translate": .yesNo, "type": .oneOrUserDefined(["generic", "comment", "term"]), "ref": .text,
    "value": .text,
  ]
}
