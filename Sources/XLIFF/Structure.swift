/// What an element of XLIFF must have, and where it may stand: the tables that validation reads.
struct ElementRule: Sendable {
  /// The elements it may stand in.
  var parents: [String]
  /// Attributes that must be there.
  var required: [String] = []
  /// Children that come in this order; those not listed may stand after all of them, or anywhere where it is empty.
  var order: [String] = []
  /// Children of which there must be one at least.
  var needs: [[String]] = []
  /// Children of which there may be one at most.
  var single: [String] = []
  /// Where its id must be unique: the element that it is counted in; nil where it has none or anything goes.
  var idScope: String?
  /// The clause of the standard.
  var clause: String

  /// XLIFF 1.2, by its schema.
  static let version1: [String: ElementRule] = [
    "file": ElementRule(
      parents: ["xliff"], required: ["original", "source-language", "datatype"], order: ["header", "body"],
      needs: [["body"]], single: ["header", "body"], clause: "1.2 2.2 file"),
    "header": ElementRule(parents: ["file"], clause: "1.2 2.2 header"),
    "body": ElementRule(parents: ["file"], clause: "1.2 2.2 body"),
    "group": ElementRule(parents: ["body", "group"], clause: "1.2 2.4 group"),
    "trans-unit": ElementRule(
      parents: ["body", "group"], required: ["id"], order: ["source", "seg-source", "target"], needs: [["source"]],
      single: ["source", "seg-source", "target"], idScope: "file", clause: "1.2 2.4 trans-unit"),
    "source": ElementRule(parents: ["trans-unit", "alt-trans", "bin-unit"], clause: "1.2 2.4 source"),
    "seg-source": ElementRule(parents: ["trans-unit", "alt-trans"], clause: "1.2 2.4 seg-source"),
    "target": ElementRule(parents: ["trans-unit", "alt-trans", "bin-unit"], clause: "1.2 2.4 target"),
    "alt-trans": ElementRule(parents: ["trans-unit"], needs: [["target"]], clause: "1.2 2.4 alt-trans"),
    "g": ElementRule(parents: inline1, required: ["id"], clause: "1.2 2.5 g"),
    "x": ElementRule(parents: inline1, required: ["id"], clause: "1.2 2.5 x"),
    "bx": ElementRule(parents: inline1, required: ["id"], clause: "1.2 2.5 bx"),
    "ex": ElementRule(parents: inline1, required: ["id"], clause: "1.2 2.5 ex"),
    "bpt": ElementRule(parents: inline1, required: ["id"], clause: "1.2 2.5 bpt"),
    "ept": ElementRule(parents: inline1, required: ["id"], clause: "1.2 2.5 ept"),
    "ph": ElementRule(parents: inline1, required: ["id"], clause: "1.2 2.5 ph"),
    "it": ElementRule(parents: inline1, required: ["id", "pos"], clause: "1.2 2.5 it"),
    "mrk": ElementRule(parents: inline1, required: ["mtype"], clause: "1.2 2.5 mrk"),
  ]

  /// XLIFF 2.0 and 2.1, by its core schema and constraints.
  static let version2: [String: ElementRule] = [
    "file": ElementRule(
      parents: ["xliff"], required: ["id"], order: ["skeleton", "notes"], needs: [["unit", "group"]],
      single: ["skeleton", "notes"], idScope: "xliff", clause: "2.1 4.2.2.2 file"),
    "skeleton": ElementRule(parents: ["file"], clause: "2.1 4.2.2.3 skeleton"),
    "group": ElementRule(
      parents: ["file", "group"], required: ["id"], single: ["notes"], idScope: "file", clause: "2.1 4.2.2.4 group"),
    "unit": ElementRule(
      parents: ["file", "group"], required: ["id"], order: ["notes", "originalData", "segment ignorable"],
      needs: [["segment"]], single: ["notes", "originalData"], idScope: "file", clause: "2.1 4.2.2.5 unit"),
    "segment": ElementRule(
      parents: ["unit"], order: ["source", "target"], needs: [["source"]], single: ["source", "target"],
      idScope: "unit", clause: "2.1 4.2.2.6 segment"),
    "ignorable": ElementRule(
      parents: ["unit"], order: ["source", "target"], needs: [["source"]], single: ["source", "target"],
      idScope: "unit", clause: "2.1 4.2.2.7 ignorable"),
    "notes": ElementRule(parents: ["file", "group", "unit"], needs: [["note"]], clause: "2.1 4.2.2.8 notes"),
    "note": ElementRule(parents: ["notes"], idScope: "notes", clause: "2.1 4.2.2.9 note"),
    "originalData": ElementRule(parents: ["unit"], needs: [["data"]], clause: "2.1 4.2.2.10 originalData"),
    "data": ElementRule(
      parents: ["originalData"], required: ["id"], idScope: "originalData", clause: "2.1 4.2.2.11 data"),
    "source": ElementRule(parents: ["segment", "ignorable"], clause: "2.1 4.2.2.12 source"),
    "target": ElementRule(parents: ["segment", "ignorable"], clause: "2.1 4.2.2.13 target"),
    "ph": ElementRule(parents: inline2, required: ["id"], clause: "2.1 4.2.3.2 ph"),
    "pc": ElementRule(parents: inline2, required: ["id"], clause: "2.1 4.2.3.3 pc"),
    "sc": ElementRule(parents: inline2, required: ["id"], clause: "2.1 4.2.3.4 sc"),
    "ec": ElementRule(parents: inline2, clause: "2.1 4.2.3.5 ec"),
    "mrk": ElementRule(parents: inline2, required: ["id"], clause: "2.1 4.2.3.6 mrk"),
    "sm": ElementRule(parents: inline2, required: ["id"], clause: "2.1 4.2.3.7 sm"),
    "em": ElementRule(parents: inline2, required: ["startRef"], clause: "2.1 4.2.3.8 em"),
    "cp": ElementRule(parents: inline2 + ["data"], required: ["hex"], clause: "2.1 4.2.3.1 cp"),
  ]

  private static let inline1 = [
    "source", "seg-source", "target", "g", "mrk", "sub",
  ]
  private static let inline2 = ["source", "target", "pc", "mrk"]
}
