internal import CICU

/// What Unicode says about a scalar, from ICU's tables: as cheap as a look-up, nothing is allocated.
public enum CharacterFacts {
  /// Whether the scalar is an upper-case or title-case letter.
  public static func isUpper(_ scalar: UInt32) -> Bool { icu_u_isupper(UChar32(bitPattern: scalar)) != 0 }
  /// Whether the scalar is a lower-case letter.
  public static func isLower(_ scalar: UInt32) -> Bool { icu_u_islower(UChar32(bitPattern: scalar)) != 0 }
  /// Whether the scalar is a letter.
  public static func isLetter(_ scalar: UInt32) -> Bool { icu_u_isalpha(UChar32(bitPattern: scalar)) != 0 }
  /// Whether the scalar is a decimal digit.
  public static func isDigit(_ scalar: UInt32) -> Bool { icu_u_isdigit(UChar32(bitPattern: scalar)) != 0 }
  /// Whether the scalar is white space, no-break spaces included.
  public static func isWhiteSpace(_ scalar: UInt32) -> Bool { icu_u_isUWhiteSpace(UChar32(bitPattern: scalar)) != 0 }
  /// The scalar's simple lower-case mapping.
  public static func lowercased(_ scalar: UInt32) -> UInt32 { UInt32(icu_u_tolower(UChar32(bitPattern: scalar))) }
  /// Whether the scalar is a dash or a hyphen.
  public static func isDash(_ scalar: UInt32) -> Bool {
    icu_u_hasBinaryProperty(UChar32(bitPattern: scalar), UCHAR_DASH) != 0
  }
  /// Whether the scalar belongs to the grapheme that the scalar before it began.
  public static func extendsGrapheme(_ scalar: UInt32) -> Bool {
    let value = icu_u_getIntPropertyValue(UChar32(bitPattern: scalar), UCHAR_GRAPHEME_CLUSTER_BREAK)
    return value == Int32(U_GCB_EXTEND.rawValue) || value == Int32(U_GCB_SPACING_MARK.rawValue)
      || value == Int32(U_GCB_ZWJ.rawValue)
  }
  /// Whether the scalar is a quotation mark or a bracket, opening or closing (UAX #29: Close).
  public static func isClose(_ scalar: UInt32) -> Bool {
    icu_u_getIntPropertyValue(UChar32(bitPattern: scalar), UCHAR_SENTENCE_BREAK) == Int32(U_SB_CLOSE.rawValue)
  }
  /// Whether the scalar can end a sentence (UAX #29: STerm, ATerm; and the ellipsis).
  public static func isTerminator(_ scalar: UInt32) -> Bool {
    let value = icu_u_getIntPropertyValue(UChar32(bitPattern: scalar), UCHAR_SENTENCE_BREAK)
    return value == Int32(U_SB_STERM.rawValue) || value == Int32(U_SB_ATERM.rawValue) || scalar == 0x2026
  }
}
