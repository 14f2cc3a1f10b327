internal import CICU

/// An encoding of text other than UTF-8, by ICU's tables: windows-1251, UTF-16LE, KOI8-U.
public struct Charset: Hashable, Sendable {
  /// The name as it was given, an IANA name or one of its aliases.
  public let name: String

  /// The encoding of a name; nil where ICU does not know it, or its bytes mean different things in different places
  /// (UTF-7, ISO-2022).
  public init?(_ name: String) {
    guard let converter = icu_converter_open(name) else { return nil }
    icu_converter_close(converter)
    self.name = name
  }

  /// The text of `bytes` in UTF-8, as far as ``encode(_:)`` gives them back; `read` is how many bytes that are.
  public func decode(_ bytes: [UInt8]) -> (text: [UInt8], read: Int) {
    guard let converter = icu_converter_open(name) else { return ([], 0) }
    defer { icu_converter_close(converter) }
    var read: Int64 = 0
    // A character of any encoding is at most three bytes long for each of its own.
    let text = [UInt8](unsafeUninitializedCapacity: 3 * bytes.count + 16) { buffer, count in
      count = convert(bytes, into: buffer) { icu_converter_decode(converter, $0, $1, $2, $3, &read) }
    }
    return (text, Int(read))
  }

  /// The bytes of a text in UTF-8; a character that the encoding does not have is written as XML's `&#n;`.
  public func encode(_ text: [UInt8]) -> [UInt8] {
    guard let converter = icu_converter_open(name) else { return [] }
    defer { icu_converter_close(converter) }
    // The longest is `&#2047;` for two bytes.
    return [UInt8](unsafeUninitializedCapacity: 4 * text.count + 16) { buffer, count in
      count = convert(text, into: buffer) { icu_converter_encode(converter, $0, $1, $2, $3) }
    }
  }

  private func convert(
    _ bytes: [UInt8], into buffer: UnsafeMutableBufferPointer<UInt8>,
    _ body: (UnsafePointer<CChar>, Int64, UnsafeMutablePointer<CChar>, Int64) -> Int64
  ) -> Int {
    bytes.withUnsafeBytes { source in
      UnsafeMutableRawBufferPointer(buffer).withMemoryRebound(to: CChar.self) { target in
        guard let from = source.baseAddress?.assumingMemoryBound(to: CChar.self), let to = target.baseAddress
        else { return 0 }
        return max(0, Int(body(from, Int64(source.count), to, Int64(target.count))))
      }
    }
  }
}
