import Locales
import Synchronization
import Testing
import Units

@Suite struct PerLocaleTests {
  /// Whoever asks while a value is made waits for it.
  @Test func isMadeOnceHoweverManyAsk() async throws {
    let locale = Locale(try #require(LanguageTag("kk")))
    let made = Mutex(0)
    let values = PerLocale { locale in
      made.withLock { $0 += 1 }
      // Long enough for the others to ask.
      return (0..<200_000).reduce(into: Set<Int>()) { $0.insert($1 % 1000) }.count
    }
    let found = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { values[locale] } }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(found == [1000])
    #expect(made.withLock { $0 } == 1)
  }
}
