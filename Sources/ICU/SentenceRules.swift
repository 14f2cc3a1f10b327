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
    let count = Int64(text.count)
    try text.withUnsafeBytes { bytes throws(ICUError) in
      guard let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return }
      try iterate(count, { icu_breaks_set_text($0, base, count, &$1) }, body)
    }
  }

  /// Calls `body` with the offset of each break in the UTF-16 `units`, in rising order, their end included.
  ///
  /// - Throws: ``ICUError`` where ICU refuses the text, which it does from 2 Gi units on.
  public func forEachBreak(inUTF16 units: borrowing Span<UInt16>, _ body: (Int) -> Void) throws(ICUError) {
    let count = Int64(units.count)
    try units.withUnsafeBufferPointer { buffer throws(ICUError) in
      guard let base = buffer.baseAddress else { return }
      try iterate(count, { icu_breaks_set_units($0, base, Int32(clamping: count), &$1) }, body)
    }
  }

  private func iterate(
    _ count: Int64, _ setText: (OpaquePointer, inout icu_error) -> Void, _ body: (Int) -> Void
  ) throws(ICUError) {
    guard count > 0 else { return }
    var error = icu_error()
    guard count < Int32.max else { throw ICUError("read a text of 2 GiB", error) }
    let iterator = try lend()
    defer { idle.withLock { $0.append(iterator) } }
    setText(iterator.breaks, &error)
    guard error.name == nil else { throw ICUError("read the text", error) }
    while true {
      let end = icu_breaks_next(iterator.breaks)
      if end < 0 { return }
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
