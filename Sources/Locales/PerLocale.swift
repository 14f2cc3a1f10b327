internal import Locales
internal import Synchronization
internal import Units

/// What a check makes of a language's facts, made once a language and shared by all threads.
final class PerLocale<Value: Sendable>: Sendable {
  private let make: @Sendable (Locale) -> Value
  private let made = Mutex<[String: Value]>([:])

  init(_ make: @escaping @Sendable (Locale) -> Value) { self.make = make }

  subscript(locale: Locale) -> Value {
    if let value = made.withLock({ $0[locale.tag.bcp47] }) { return value }
    let value = make(locale)
    made.withLock { $0[locale.tag.bcp47] = value }
    return value
  }
}
