/// A fingerprint of bytes, to see whether they changed: FNV-1a with 64 bits.
///
/// It is no protection against forgery.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// The 64 bits.
  public let bits: UInt64

  /// The fingerprint of these bytes.
  ///
  /// Inlinable because it is called from other modules, where it would be compiled for no sequence in particular.
  @inlinable
  public init(_ bytes: some Sequence<UInt8>) {
    var bits: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { bits = (bits ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.bits = bits
  }

  /// The fingerprint that ``description`` wrote; nil for another text.
  public init?(description: some StringProtocol) {
    guard description.hasPrefix("fnv1a64-"), let bits = UInt64(description.dropFirst(8), radix: 16) else { return nil }
    self.bits = bits
  }

  /// `fnv1a64-` and sixteen hexadecimal digits.
  public var description: String {
    let digits = String(bits, radix: 16)
    return "fnv1a64-" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
