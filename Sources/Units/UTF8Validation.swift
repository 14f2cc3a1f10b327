extension [UInt8] {
  /// The offset of the first byte that is not well-formed UTF-8 (Unicode, table 3-7); nil where all are.
  public var firstInvalidUTF8: Int? {
    do {
      _ = try UTF8Span(validating: span)
      return nil
    } catch { return error.byteOffsets.lowerBound }
  }
}
