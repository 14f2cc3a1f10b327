/// What the standard says of one element: the tables of validation are made of these.
///
/// Elements and attributes of the core have their plain names, those of a module its usual prefix (`gls:term`);
/// anything of another namespace is ``extensionName``.
struct ElementRule: Sendable {
  /// The children, in their order.
  var children: [ChildPlace] = []
  /// One of these must be among the children, where it is not empty.
  var needs: [String] = []
  /// The attributes and what they hold.
  var attributes: [String: ValueType] = [:]
  var required: [String] = []
  /// Which attributes of other namespaces it may have.
  var foreignAttributes = ForeignAttributes.none
  /// The clause of the standard.
  var clause: String

  /// `everything` is what the schema of 1.2 lets stand: names without a namespace, too.
  enum ForeignAttributes { case none, modules, any, everything }

  /// The elements that hold text; in others only white space may stand.
  static let withText: Set<String> = [
    "source", "target", "seg-source", "note", "data", "skeleton", "pc", "mrk", "gls:term", "gls:translation",
    "gls:definition", "mda:meta", "slr:data", "res:source", "res:target", "g", "sub", "ph", "bpt", "ept", "it",
    "ctr:item", "context",
    "count", "prop", "internal-file", "tool",
  ]

  /// The name that every element outside of the standard has.
  static let extensionName = "?"
}

/// A place among the children of an element.
struct ChildPlace: Sendable {
  var names: Set<String>
  var least: Int
  var most: Int

  static func one(_ name: String) -> ChildPlace { ChildPlace(names: [name], least: 1, most: 1) }
  static func optional(_ name: String) -> ChildPlace { ChildPlace(names: [name], least: 0, most: 1) }
  static func any(_ names: String...) -> ChildPlace { ChildPlace(names: Set(names), least: 0, most: .max) }
  static func any(_ names: [String]) -> ChildPlace { ChildPlace(names: Set(names), least: 0, most: .max) }
  static func some(_ names: String...) -> ChildPlace { ChildPlace(names: Set(names), least: 1, most: .max) }

  /// The names as a person reads them.
  var label: String { names.sorted().joined(separator: " or ") }
}
