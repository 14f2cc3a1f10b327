import Testing

@testable import Terminology

/// What is said by arithmetic is what Unicode says.
@Suite struct LetterFactsTests {
  @Test func agreesWithUnicode() {
    for value in UInt32(0)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let isLetter = properties.isAlphabetic || properties.numericType != nil
      #expect(scalar.isLetterOrDigit == isLetter, "U+\(String(value, radix: 16, uppercase: true))")
      #expect(scalar.isCapital == properties.isUppercase, "U+\(String(value, radix: 16, uppercase: true))")
    }
  }
}
