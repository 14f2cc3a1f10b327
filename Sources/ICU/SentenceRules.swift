internal import CICU
import Synchronization

/// ICU's sentence breaks by rules of our own, for any number of threads at once.
///
/// Compiling the rules takes some milliseconds, so it is done once in a process, by whoever asks first.
public final class SentenceRules: Sendable {
  /// A clone of the compiled rules and the text it looks at, used by one thread between `lend` and `takeBack`.
  private struct Iterator: @unchecked Sendable {
    var rules: OpaquePointer
    var text: UnsafeMutablePointer<UText>?
  }

  private static let compilation = Result { () throws(ICUError) in try SentenceRules() }

  private let master: Iterator
  private let idle = Mutex<[Iterator]>([])

  /// The rules, compiled.
  ///
  /// - Throws: ``ICUError`` where ICU has no data or does not take the rules.
  public static func compiled() throws(ICUError) -> SentenceRules { try compilation.get() }

  private init() throws(ICUError) {
    let rules = Array(Self.source.utf16)
    var status = U_ZERO_ERROR
    var error = UParseError()
    let opened = rules.withUnsafeBufferPointer { units in
      units.baseAddress.flatMap { icu_ubrk_openRules($0, Int32(units.count), &error, &status) }
    }
    guard let opened, icu_failed(status) == 0 else {
      throw ICUError("ubrk_openRules", status, place: "\(error.line):\(error.offset)")
    }
    master = Iterator(rules: opened, text: nil)
  }

  deinit {
    for iterator in idle.withLock({ $0 }) + [master] {
      icu_ubrk_close(iterator.rules)
      _ = iterator.text.map { icu_utext_close($0) }
    }
  }

  /// Calls `body` with the offset of each break in the UTF-8 `text`, in rising order, the text's end included.
  ///
  /// - Throws: ``ICUError`` where ICU refuses the text, which it does from 2 GiB on.
  public func forEachBreak(in text: borrowing Span<UInt8>, _ body: (Int) -> Void) throws(ICUError) {
    guard !text.isEmpty else { return }
    guard text.count < Int(Int32.max) else { throw ICUError("ubrk_setUText", U_INDEX_OUTOFBOUNDS_ERROR) }
    var iterator = try lend()
    let status = text.withUnsafeBytes { Self.iterate(&iterator, over: $0, body) }
    idle.withLock { $0.append(iterator) }
    if icu_failed(status) != 0 { throw ICUError("ubrk_setUText", status) }
  }

  private static func iterate(
    _ iterator: inout Iterator, over bytes: UnsafeRawBufferPointer, _ body: (Int) -> Void
  ) -> UErrorCode {
    var status = U_ZERO_ERROR
    guard let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return status }
    iterator.text = icu_utext_openUTF8(iterator.text, base, Int64(bytes.count), &status)
    guard let text = iterator.text, icu_failed(status) == 0 else { return status }
    icu_ubrk_setUText(iterator.rules, text, &status)
    guard icu_failed(status) == 0 else { return status }
    while true {
      let end = icu_ubrk_next(iterator.rules)
      if end < 0 { return status }
      body(Int(end))
    }
  }

  private func lend() throws(ICUError) -> Iterator {
    if let iterator = idle.withLock({ $0.popLast() }) { return iterator }
    var status = U_ZERO_ERROR
    guard let rules = icu_ubrk_clone(master.rules, &status), icu_failed(status) == 0 else {
      throw ICUError("ubrk_clone", status)
    }
    return Iterator(rules: rules, text: nil)
  }
}
