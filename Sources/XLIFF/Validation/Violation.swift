import Units

/// What is wrong, as a constraint tells it.
struct Violation {
  var at: Int
  var message: String
  var clause: String
  var severity = Finding.Severity.error
}

/// What the elements around a unit say that its constraints depend on.
struct ValidationContext {
  var sourceLanguage: String?
  var targetLanguage: String?
  var file: String?
  /// The size restriction that a unit without its own has.
  var sizeRestriction: String?
  /// The profile by which sizes are counted (`slr:profiles`).
  var sizeProfile: String?
}
