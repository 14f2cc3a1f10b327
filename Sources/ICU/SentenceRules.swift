internal import CICU
import Synchronization

/// ICU's sentence breaks by rules of our own, for any number of threads at once.
///
/// Compiling the rules takes some milliseconds, so it is done once in a process, by whoever asks first.
public final class SentenceRules: Sendable {
  /// A clone of the compiled rules and the text it looks at, used by one thread between `lend` and its return.
  private struct Iterator: @unchecked Sendable {
    var breaks: OpaquePointer
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
    var error = icu_error()
    let compiled = rules.withUnsafeBufferPointer { units in
      units.baseAddress.flatMap { icu_breaks_compile($0, Int32(units.count), &error) }
    }
    guard let compiled else { throw ICUError("compile the sentence rules", error) }
    master = Iterator(breaks: compiled)
  }

  deinit {
    for iterator in idle.withLock({ $0 }) + [master] { icu_breaks_close(iterator.breaks) }
  }

  /// Calls `body` with the offset of each break in the UTF-8 `text`, in rising order, the text's end included.
  ///
  /// - Throws: ``ICUError`` where ICU refuses the text, which it does from 2 GiB on.
  public func forEachBreak(in text: borrowing Span<UInt8>, _ body: (Int) -> Void) throws(ICUError) {
    guard !text.isEmpty else { return }
    guard text.count < Int(Int32.max) else {
      throw ICUError("read a text of 2 GiB", icu_error(name: nil, line: 0, column: 0))
    }
    let iterator = try lend()
    let error = text.withUnsafeBytes { Self.iterate(iterator, over: $0, body) }
    idle.withLock { $0.append(iterator) }
    if error.name != nil { throw ICUError("read the text", error) }
  }

  private static func iterate(
    _ iterator: Iterator, over bytes: UnsafeRawBufferPointer, _ body: (Int) -> Void
  ) -> icu_error {
    var error = icu_error()
    guard let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return error }
    icu_breaks_set_text(iterator.breaks, base, Int64(bytes.count), &error)
    guard error.name == nil else { return error }
    while true {
      let end = icu_breaks_next(iterator.breaks)
      if end < 0 { return error }
      body(Int(end))
    }
  }

  private func lend() throws(ICUError) -> Iterator {
    if let iterator = idle.withLock({ $0.popLast() }) { return iterator }
    var error = icu_error()
    guard let breaks = icu_breaks_clone(master.breaks, &error) else {
      throw ICUError("copy the sentence rules", error)
    }
    return Iterator(breaks: breaks)
  }
}
