extension CheckSuite {
  /// Every check, a line each, in the order that lists and reports show them.
  static func registry(_ configuration: CheckConfiguration) -> [any Check] {
    [
      Untranslated(hasNothingToTranslate: configuration.hasNothingToTranslate),
      Terms(configuration.terms, scope: configuration.termScope),
      NameInconsistent(configuration.terms),
      NameUnlisted(configuration.terms),
      NumberMismatch(),
      NumberFormat(),
      WeekdayMismatch(),
      DateMismatch(),
      AcronymMismatch(),
      SpeakerMismatch(),
      CodeMismatch(),
      LinkMismatch(),
      PlaceholderMismatch(),
      PartlyUntranslated(),
      WrongLanguage(),
      LengthRatio(),
      LengthLimit(configuration.options["length-limit"] ?? [:]),
      TranslationInconsistent(),
      CreditMissing(),
      QuotationCount(),
      NegationLost(),
      FinalPunctuation(),
      Quotes(),
      Dashes(),
      MixedScript(),
      DoubledWord(),
      RepeatedText(),
      Spaces(),
    ]
  }
}
