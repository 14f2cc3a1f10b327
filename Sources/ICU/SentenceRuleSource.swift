extension SentenceRules {
  /// Sentence boundaries in ICU's rule syntax, after UAX #29 (SB3 to SB998) with the changes marked below.
  ///
  /// The annex tells where not to break; a rule here is what one sentence looks like, and ICU takes the longest. A
  /// terminator (`$T`) may stand inside a sentence only where one of the `$Item`s continues it.
  static let source = #"""
    !!quoted_literals_only;
    $CR = [\p{Sentence_Break = CR}];
    $LF = [\p{Sentence_Break = LF}];
    $Sep = [\p{Sentence_Break = Sep}];
    $Sp = [\p{Sentence_Break = Sp}];
    $Lower = [\p{Sentence_Break = Lower}];
    $Upper = [\p{Sentence_Break = Upper}];
    $OLetter = [\p{Sentence_Break = OLetter}];
    $Numeric = [\p{Sentence_Break = Numeric}];
    $STerm = [\p{Sentence_Break = STerm}];
    # Changed: what can only open begins the next sentence where scripts write no space between.
    $Close = [\p{Sentence_Break = Close} - \p{General_Category = Open_Punctuation} \u0060];
    # Changed: an ellipsis ends a sentence as a full stop does.
    $ATerm = [\p{Sentence_Break = ATerm} \u2026];
    $SATerm = [$STerm $ATerm];
    # Changed: a dash does not continue a sentence by itself; the letter behind it tells.
    $Dash = [\p{Dash}];
    $SContinue = [[\p{Sentence_Break = SContinue}] - $Dash];
    # Added: a bullet begins an item of a list.
    $Bullet = [\u2022 \u25CF \u25AA];

    # SB5: what follows a character and belongs to it.
    $Ext = [\p{Sentence_Break = Extend} \p{Sentence_Break = Format}];
    # SB4.
    $ParaSep = $CR $LF | $CR | $LF | $Sep;
    $Any = [^ $CR $LF $Sep $SATerm $Bullet];
    # SB8. Changed: a digit may open a sentence as a letter does.
    $NotLetter = [^ $OLetter $Upper $Lower $Numeric $CR $LF $Sep $SATerm $Bullet];

    # Changed: a lower-case letter goes on with the sentence but in a name (mTOR) and a list item's label (b).
    $Goes = [^ $Upper $CR $LF $Sep $SATerm $Bullet \u0029];

    # SB9, SB10. Added: a note's number ([1]) and a quotation mark set off by spaces belong to what they follow.
    $Note = ($Sp $Ext*)* [\[] [0-9]+ [\]];
    $T = $SATerm $Ext* ($Close $Ext*)* $Note* ($Sp $Ext*)* ([\u00BB\u203A \u0027]+ $Ext* ($Sp $Ext*)+)?;

    # In order: SB998; SB8a; SB8, changed to hold for all terminators; SB6; SB7, changed so that a lower-case letter
    # before the full stop leaves the question open.
    $Item = $Any
      | $T+ $SContinue
      | $T+ $NotLetter* $Lower $Ext* $Goes
      | $T* $ATerm $Ext* $Numeric
      | $Upper $Ext* ($ATerm $Ext* $Upper $Ext*)+;

    # SB11.
    $Bullet? $Item+ $T* $ParaSep?;
    $Bullet? $T+ $ParaSep?;
    $Bullet $ParaSep?;
    $ParaSep;
    """#
}
