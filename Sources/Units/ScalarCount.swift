extension Sequence<UInt8> {
  /// The number of Unicode scalars in UTF-8: of its bytes, those that begin one.
  @inlinable
  public var scalarCount: Int {
    var count = 0
    for byte in self where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
