internal import Units

extension CheckSuite {
  /// Rules about the run instead of a translation: whoever reads the files reports them, so they have no examples.
  static let fileRules = [
    Rule(
      waiverUnused, .warning, summary: "A waiver that waives nothing: the text changed, or was mended.", examples: [])
  ]

  /// The rule of waivers that are out of date.
  public static let waiverUnused = "waiver-unused"
}
