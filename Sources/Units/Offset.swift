/// The space of bytes of a document as it lies on disk.
public enum File {}

/// The space of UTF-8 bytes of decoded text.
public enum Text {}

/// A position counted in bytes, whatever the bytes belong to.
public protocol ByteOffset: Comparable, Hashable, Sendable {
  /// The number of bytes before the position.
  var bytes: Int { get }
  /// A position after so many bytes.
  init(_ bytes: Int)
}

/// A byte offset in `Space`; a text offset can't be used where a file offset is meant.
@frozen
public struct Offset<Space>: ByteOffset {
  /// The number of bytes before the position.
  public let bytes: Int

  /// The offset of so many bytes.
  @inlinable
  public init(_ bytes: Int) { self.bytes = bytes }

  /// Whether one offset comes before another.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.bytes < right.bytes }
}

/// A half-open range of bytes of a document on disk.
public typealias FileRange = Range<Offset<File>>

/// A half-open range of UTF-8 bytes of decoded text.
public typealias TextRange = Range<Offset<Text>>

extension Range where Bound: ByteOffset {
  /// The range as plain byte counts, to index an array with.
  @inlinable
  public var bytes: Range<Int> { lowerBound.bytes..<upperBound.bytes }

  /// The range of these bytes.
  @inlinable
  public init(bytes: Range<Int>) { self = Bound(bytes.lowerBound)..<Bound(bytes.upperBound) }
}
