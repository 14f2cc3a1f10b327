/// Eight bytes of a text, looked at together in one register: what is searched for stands in few of them.
@frozen
public struct EightBytes {
  /// The bytes, the first one lowest.
  @usableFromInline let bits: UInt64

  @inlinable
  init(_ bits: UInt64) { self.bits = bits }

  /// Marks the bytes that are this one.
  @inlinable
  public func equal(to byte: UInt8) -> Marks { EightBytes(bits ^ UInt64(byte) &* Marks.ones).below(1) }

  /// Marks the bytes that are less than `limit`, at most 0x80.
  @inlinable
  public func below(_ limit: UInt8) -> Marks {
    Marks(bits: (bits &- UInt64(limit) &* Marks.ones) & ~bits & Marks.highest)
  }

  /// Marks the bytes that are no ASCII.
  @inlinable
  public var notASCII: Marks { Marks(bits: bits & Marks.highest) }

  /// Some of eight bytes: right about the first one that is marked, which is all that a search asks for.
  ///
  /// A borrow of the subtraction may mark a byte behind that one.
  @frozen
  public struct Marks {
    @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
    @usableFromInline static let highest: UInt64 = 0x8080_8080_8080_8080
    @usableFromInline let bits: UInt64

    @inlinable
    init(bits: UInt64) { self.bits = bits }

    /// The index of the first byte that is marked; nil where none is.
    @inlinable
    var first: Int? { bits == 0 ? nil : bits.trailingZeroBitCount >> 3 }

    /// The bytes that one or the other marks.
    @inlinable
    public static func | (left: Marks, right: Marks) -> Marks { Marks(bits: left.bits | right.bits) }
  }
}

extension Span<UInt8> {
  /// The first index from `start` on whose byte is marked; the end where there is none.
  ///
  /// Inlinable, with what it calls, so that `mark` becomes a few instructions for every eight bytes.
  @inlinable
  @inline(__always)
  public func firstIndex(from start: Int, marked mark: (EightBytes) -> EightBytes.Marks) -> Int {
    var at = start
    while count - at >= 8 {
      if let first = mark(eightBytes(at: at)).first { return at + first }
      at += 8
    }
    guard at < count else { return count }
    // The rest with zeros behind it, which are no finds.
    var rest: UInt64 = 0
    for index in at..<count { rest |= UInt64(self[index]) << UInt64(8 * (index - at)) }
    return mark(EightBytes(rest)).first.map { Swift.min(at + $0, count) } ?? count
  }

  /// How many bytes from `start` on are the same as another text's from `otherStart` on, at most `limit`, which both
  /// have.
  func commonCount(from start: Int, with other: borrowing Span<UInt8>, from otherStart: Int, limit: Int) -> Int {
    var same = 0
    while limit - same >= 8 {
      let difference = eightBytes(at: start + same).bits ^ other.eightBytes(at: otherStart + same).bits
      if difference != 0 { return same + difference.trailingZeroBitCount >> 3 }
      same += 8
    }
    while same < limit, self[start + same] == other[otherStart + same] { same += 1 }
    return same
  }

  @inlinable
  func eightBytes(at index: Int) -> EightBytes {
    // Checks its bounds; unsafe only for types that not all bytes are a value of.
    EightBytes(UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)))
  }
}
