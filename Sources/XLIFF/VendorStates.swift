import XML

/// How far a translation is in the words of the tools that keep it in attributes of their own: Trados' sdlxliff,
/// memoQ's mqxliff, Phrase's mxliff.
enum VendorStates {
  static let trados = "http://sdl.com/FileTypes/SdlXliff/1.0"

  /// The word of XLIFF that a trans-unit's attributes stand for; nil where they say nothing.
  static func word(of tag: borrowing StartTag) -> String? {
    if let status = tag[namespaced: "MQXliff\nstatus"] { return memoQ[status] }
    return tag[namespaced: "http://www.memsource.com/mxlf/2.0\nconfirmed"] == "1" ? "translated" : nil
  }

  /// The word of XLIFF for the `conf` of a segment (`sdl:seg`).
  static func word(ofConfirmation level: String) -> String? { confirmations[level] }

  /// Whether the `origin` of a segment (`sdl:seg`) is a machine: statistical, neural, or one that learns.
  static func isMachine(origin: String?) -> Bool { ["mt", "nmt", "amt"].contains(origin) }

  private static let confirmations = [
    "Draft": "initial", "Translated": "translated", "RejectedTranslation": "needs-review-translation",
    "ApprovedTranslation": "reviewed", "RejectedSignOff": "needs-review-translation", "ApprovedSignOff": "final",
  ]
  private static let memoQ = [
    "NotStarted": "initial", "PartiallyEdited": "initial", "ManuallyConfirmed": "translated",
    "Reviewer1Confirmed": "reviewed", "Proofread": "reviewed", "Rejected": "needs-review-translation",
  ]
}
