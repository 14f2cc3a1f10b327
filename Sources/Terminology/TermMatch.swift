public import Units

/// A name of the glossary in a text.
public struct TermMatch: Hashable, Sendable {
  /// How much of a person's name stands there.
  public enum Extent: Hashable, Sendable { case whole, surname }

  /// The index of the concept in the glossary.
  public var concept: Int
  /// Where in the text.
  public var range: TextRange
  /// How the name stands to the editors' choice.
  public var status: Term.Status
  /// Whether it is the whole name or a surname alone.
  public var extent: Extent
  /// The name of the glossary that it is a form of.
  public var term: String
  /// The cells that the form may stand in.
  var cells: Cells
}
