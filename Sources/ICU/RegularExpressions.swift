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
  /// It goes through the text by windows of `size` bytes, in each pattern by pattern, and through the matches of each in
  /// order; they may overlap. Behind each window it calls `endWindow` with its end: all matches that begin before it have
  /// come.
  ///
  /// - Throws: ``PatternError`` where matching takes more time or memory than is sane.
  public func forEachMatch(
    in text: borrowing Span<UInt8>, byWindowsOf size: Int, _ body: (Int, Range<Int>) -> Void,
    endWindow: (Int) -> Void
  ) throws(PatternError) {
    let clones = try lend()
    defer { idle.withLock { $0.append(clones) } }
    var failure: PatternError?
    text.withUnsafeBytes { bytes in
      var searches = clones.regexes.enumerated().map { Search($1, in: bytes, pattern: $0) }
      var end = 0
      while end <= bytes.count && failure == nil {
        // An empty match may stand at the text's end.
        end = size <= bytes.count - end ? end + size : bytes.count + 1
        for index in searches.indices where failure == nil {
          failure = searches[index].forEachMatch(before: end) { body(index, $0) }
        }
        endWindow(end)
      }
    }
    if let failure { throw failure }
  }

  /// The search for one pattern in a text, as far as it has come.
  private struct Search {
    private let regex: OpaquePointer
    private let bytes: UnsafeRawBufferPointer
    private let pattern: Int
    /// Where the search goes on; nil where there is nothing more to find.
    private var from: Int? = 0
    /// What was found last, where that was not yet asked for.
    private var found: Range<Int>?
    private var error = icu_error()

    init(_ regex: OpaquePointer, in bytes: UnsafeRawBufferPointer, pattern: Int) {
      (self.regex, self.bytes, self.pattern) = (regex, bytes, pattern)
      guard let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress else {
        from = nil
        return
      }
      icu_regex_set_text(regex, base, Int64(bytes.count), &error)
    }

    /// Calls `body` with the matches that begin before a place and were not given before.
    mutating func forEachMatch(before end: Int, _ body: (Range<Int>) -> Void) -> PatternError? {
      while let match = next() {
        guard match.lowerBound < end else {
          found = match
          break
        }
        body(match)
      }
      return error.name == nil ? nil : RegularExpressions.error(pattern, error)
    }

    private mutating func next() -> Range<Int>? {
      if let match = found {
        found = nil
        return match
      }
      guard let at = from, error.name == nil else { return nil }
      var (start, end) = (Int64(0), Int64(0))
      guard at <= bytes.count, icu_regex_find(regex, Int64(at), &start, &end, &error) else {
        from = nil
        return nil
      }
      var next = Int(end - start) > overlap ? Int(end) : Int(start) + 1
      while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
      from = next
      return Int(start)..<Int(end)
    }
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
