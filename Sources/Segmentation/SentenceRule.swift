/// Why a sentence ends at a place, or why it does not.
public enum SentenceRule: String, Sendable, CaseIterable {
  // It ends.
  /// The text ends.
  case endOfText = "end-of-text"
  /// A line feed or another paragraph separator.
  case lineBreak = "line-break"
  /// A bullet begins the next item of a list.
  case bullet
  /// A terminator, and nothing that speaks against it.
  case terminator
  /// The stop stands in front of a closing quotation mark or bracket.
  case closed
  /// A word of the list `openers` follows what may be an abbreviation.
  case opener
  /// A word of the list `may-end`.
  case mayEnd = "may-end"
  /// An emoticon, and a capital behind it.
  case emoticon
  /// The label of a list's next item follows a semicolon.
  case listItem = "list-item"
  /// The space after the stop was forgotten.
  case forgottenSpace = "forgotten-space"

  // It goes on.
  /// No white space behind the stop.
  case noSpace = "no-space"
  /// Punctuation follows that goes on with the sentence.
  case continued
  /// The next word begins with a lower-case letter.
  case lowerCase = "lower-case"
  /// Words go on behind somebody's question or exclamation.
  case attribution
  /// It stands in a short quotation that is a part of the sentence.
  case quotedPart = "quoted-part"
  /// The number of a list item or section opens the sentence.
  case listNumber = "list-number"
  /// A day or a rank, in languages that write ordinals with a full stop.
  case ordinal
  /// A name's initial.
  case initial
  /// An abbreviation with full stops inside.
  case dottedAbbreviation = "dotted-abbreviation"
  /// A word of the list `never-ends`.
  case neverEnds = "never-ends"
  /// A word of the list `not-before-number`, and a number follows.
  case notBeforeNumber = "not-before-number"
  /// A word of the list `city-or-year` that is a city's, or a year's at the beginning of a sentence.
  case cityOrYear = "city-or-year"
  /// A word of the list `year`.
  case year
  /// A word of the list `clock`, and what follows belongs to the time.
  case clock
  /// A word of the list `ends-before-opener`, and no opener follows.
  case endsBeforeOpener = "ends-before-opener"
  /// A unit in front of a name in capitals: 5 bn. USD.
  case unit
}
