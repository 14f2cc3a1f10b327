internal import Units

extension CheckSuite {
  /// Rules about the run instead of a translation: whoever reads the files reports them, so they have no examples.
  static let fileRules = [
    Rule(
      waiverUnused, .warning, summary: "A waiver that waives nothing: the text changed, or was mended.", examples: []),
    Rule(
      findingsOmitted, .note, summary: "A file has more findings than a report can show; the most severe are shown.",
      examples: []),
  ]

  /// The rule of waivers that are out of date.
  public static let waiverUnused = "waiver-unused"
  /// The rule of findings that a report has no room for.
  public static let findingsOmitted = "findings-omitted"
}
