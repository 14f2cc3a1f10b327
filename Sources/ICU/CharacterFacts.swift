internal import CICU

/// What Unicode says about a scalar, from ICU's tables: as cheap as a look-up, nothing is allocated.
public enum CharacterFacts {
  /// Whether the scalar is an upper-case or title-case letter.
  public static func isUpper(_ scalar: UInt32) -> Bool { icu_is_upper(scalar) }
  /// Whether the scalar is a lower-case letter.
  public static func isLower(_ scalar: UInt32) -> Bool { icu_is_lower(scalar) }
  /// Whether the scalar is a letter.
  public static func isLetter(_ scalar: UInt32) -> Bool { icu_is_letter(scalar) }
  /// Whether the scalar is a decimal digit.
  public static func isDigit(_ scalar: UInt32) -> Bool { icu_is_digit(scalar) }
  /// Whether the scalar is white space, no-break spaces included.
  public static func isWhiteSpace(_ scalar: UInt32) -> Bool { icu_is_white_space(scalar) }
  /// The scalar's simple lower-case mapping.
  public static func lowercased(_ scalar: UInt32) -> UInt32 { icu_lowercased(scalar) }
  /// Whether the scalar is a dash or a hyphen.
  public static func isDash(_ scalar: UInt32) -> Bool { icu_is_dash(scalar) }
  /// Whether the scalar belongs to the grapheme that the scalar before it began.
  public static func extendsGrapheme(_ scalar: UInt32) -> Bool { icu_extends_grapheme(scalar) }
  /// Whether the scalar is a quotation mark or a bracket, opening or closing (UAX #29: Close).
  public static func isClose(_ scalar: UInt32) -> Bool { icu_is_close(scalar) }
  /// Whether the scalar can end a sentence (UAX #29: STerm, ATerm; and the ellipsis).
  public static func isTerminator(_ scalar: UInt32) -> Bool { icu_is_terminator(scalar) }
  /// Whether the sentence rules take the scalar for a letter (UAX #29: Lower, Upper, OLetter).
  public static func isSentenceLetter(_ scalar: UInt32) -> Bool { icu_is_sentence_letter(scalar) }
  /// Whether the sentence rules look through the scalar, as it belongs to the one before it (UAX #29: Extend, Format).
  public static func extendsSentence(_ scalar: UInt32) -> Bool { icu_extends_sentence(scalar) }
}
