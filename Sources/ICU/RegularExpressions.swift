internal import CICU
import Synchronization

/// ICU's regular expressions, compiled together, for any number of threads at once.
public final class RegularExpressions: Sendable {
  /// One of the patterns that can't be used, and why.
  public struct PatternError: Error, Hashable, Sendable {
    /// The index of the pattern.
    public let index: Int
    /// ICU's name of the error: `U_REGEX_MISMATCHED_PAREN`, `U_REGEX_TIME_OUT`.
    public let name: String
    /// Where in the pattern it was found, in UTF-16 units from 0.
    public let column: Int
  }

  /// Clones of all expressions, used by one thread at a time.
  private struct Clones: @unchecked Sendable {
    var regexes: [OpaquePointer] = []
  }

  /// How long a match may be, in bytes, for one that begins inside it to be looked for: time stays linear for `.*`.
  private static let overlap = 256

  private let masters: Clones
  private let idle = Mutex<[Clones]>([])

  /// Compiles patterns in ICU's syntax.
  ///
  /// - Throws: ``PatternError`` for the first one that ICU does not take.
  public init(_ patterns: [String]) throws(PatternError) {
    var compiled = Clones()
    for (index, pattern) in patterns.enumerated() {
      let units = Array(pattern.utf16)
      var error = icu_error()
      let regex = units.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.flatMap { icu_regex_compile($0, Int32(clamping: buffer.count), &error) }
      }
      guard let regex else {
        Self.close(compiled)
        throw Self.error(index, error)
      }
      compiled.regexes.append(regex)
    }
    masters = compiled
  }

  deinit {
    for clones in idle.withLock({ $0 }) + [masters] { Self.close(clones) }
  }

  /// Calls `body` with the index of a pattern and the range of a match in the UTF-8 `text`, in bytes.
  ///
  /// It goes pattern by pattern, and through the matches of each in order; they may overlap.
  ///
  /// - Throws: ``PatternError`` where matching takes more time or memory than is sane.
  public func forEachMatch(
    in text: borrowing Span<UInt8>, _ body: (Int, Range<Int>) -> Void
  ) throws(PatternError) {
    let clones = try lend()
    defer { idle.withLock { $0.append(clones) } }
    var failure: PatternError?
    text.withUnsafeBytes { bytes in
      for index in clones.regexes.indices where failure == nil {
        failure = Self.find(clones.regexes[index], in: bytes, index, body)
      }
    }
    if let failure { throw failure }
  }

  private static func find(
    _ regex: OpaquePointer, in bytes: UnsafeRawBufferPointer, _ index: Int, _ body: (Int, Range<Int>) -> Void
  ) -> PatternError? {
    guard let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return nil }
    var error = icu_error()
    icu_regex_set_text(regex, base, Int64(bytes.count), &error)
    var from = 0
    while error.name == nil && from <= bytes.count {
      var (start, end) = (Int64(0), Int64(0))
      guard icu_regex_find(regex, Int64(from), &start, &end, &error) else { break }
      body(index, Int(start)..<Int(end))
      from = Int(end - start) > overlap ? Int(end) : Int(start) + 1
      while from < bytes.count, bytes[from] & 0xC0 == 0x80 { from += 1 }
    }
    return error.name == nil ? nil : Self.error(index, error)
  }

  private func lend() throws(PatternError) -> Clones {
    if let clones = idle.withLock({ $0.popLast() }) { return clones }
    var clones = Clones()
    for (index, master) in masters.regexes.enumerated() {
      var error = icu_error()
      guard let regex = icu_regex_clone(master, &error) else {
        Self.close(clones)
        throw Self.error(index, error)
      }
      clones.regexes.append(regex)
    }
    return clones
  }

  private static func close(_ clones: Clones) {
    for regex in clones.regexes { icu_regex_close(regex) }
  }

  private static func error(_ index: Int, _ error: icu_error) -> PatternError {
    let name = error.name.map { String(cString: $0) } ?? "U_MEMORY_ALLOCATION_ERROR"
    return PatternError(index: index, name: name, column: max(0, Int(error.column)))
  }
}
