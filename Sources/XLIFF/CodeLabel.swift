import XML

/// What a document says of an inline code to people: its markup, or else what it is for.
struct CodeLabel {
  var display: String
  /// What counts and sentence breaks see: a line feed, or nothing.
  var equivalent: String

  /// No word.
  static let none = CodeLabel(display: "", equivalent: "")

  private init(display: String, equivalent: String) {
    self.display = display
    self.equivalent = equivalent
  }

  /// What a tag says; `data` are the unit's native codes by their ids (2.x, `originalData`).
  init(_ tag: borrowing StartTag, data: [String: String]) {
    let native = (tag["dataRef"] ?? tag["dataRefStart"]).flatMap { data[$0] }
    let type = tag["ctype"] ?? tag["subType"] ?? ""
    display = tag["equiv-text"] ?? tag["disp"] ?? tag["dispStart"] ?? native ?? type
    equivalent = tag["equiv"] ?? tag["equivStart"] ?? ""
    if type == "lb" || type == "xlf:lb" { equivalent = "\n" }
    noteLineBreak()
  }

  /// What the native text of a code says, where its tag said nothing.
  mutating func add(native: [UInt8]) {
    if display.isEmpty { display = String(decoding: native, as: UTF8.self) }
    noteLineBreak()
  }

  /// A line break of HTML is one whatever the tool calls it.
  private mutating func noteLineBreak() {
    if equivalent.isEmpty, display.utf8.starts(with: "<br".utf8) { equivalent = "\n" }
  }
}
