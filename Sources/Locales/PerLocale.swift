internal import Synchronization
internal import Units

/// What is made of a language's facts: made once a language, when it is first asked for, and shared by all threads.
public final class PerLocale<Value: Sendable>: Sendable {
  /// The value of a language, which whoever comes first makes while the others wait.
  private final class Place: Sendable {
    let value = Mutex<Value?>(nil)
  }

  private let make: @Sendable (Locale) -> Value
  private let places = Mutex<[String: Place]>([:])

  /// Values that `make` makes.
  public init(_ make: @escaping @Sendable (Locale) -> Value) { self.make = make }

  /// The value of a locale's language.
  public subscript(locale: Locale) -> Value {
    let place = places.withLock { places in
      let place = places[locale.tag.bcp47] ?? Place()
      places[locale.tag.bcp47] = place
      return place
    }
    // Not under the lock of all languages: those of an article are made at the same time.
    return place.value.withLock { value in
      if let value { return value }
      let new = make(locale)
      value = new
      return new
    }
  }
}
