/// How much text there is, in the units that translators are paid by.
///
/// Words are what Unicode's word boundaries (UAX #29) set apart, as GMX-V counts them, where there is a letter or a digit
/// in it; what a hyphen, an apostrophe, a full stop or a comma joins is one word, and in writing without spaces each
/// ideograph and kana is.
public struct TextVolume: Hashable, Sendable {
  /// Sentences.
  public var segments = 0
  /// Words.
  public var words = 0
  /// Unicode scalars, white space included.
  public var characters = 0
  /// White space, of the characters.
  public var spaces = 0

  /// Nothing.
  public init() {}

  /// The volume of one segment's text.
  init(of text: [UInt8]) {
    segments = 1
    var isInWord = false
    var isJoined = false
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      characters += 1
      switch Self.kind(of: scalar) {
      case .part:
        if !isInWord { words += 1 }
        (isInWord, isJoined) = (true, false)
      case .whole:
        words += 1
        isInWord = false
      case .joiner where isInWord && !isJoined: isJoined = true
      case .space:
        spaces += 1
        isInWord = false
      case .mark: break
      case .joiner, .other: isInWord = false
      }
    }
  }

  /// The volume of two texts.
  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.segments += right.segments
    sum.words += right.words
    sum.characters += right.characters
    sum.spaces += right.spaces
    return sum
  }

  /// What a scalar is to the words: a part of one, one of its own, or what may stand within one, once.
  private enum Kind { case part, whole, joiner, mark, space, other }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .part
    case 0x27, 0x2C, 0x2D, 0x2E, 0x2010, 0x2011, 0x2019: return .joiner
    case 0x09...0x0D, 0x20: return .space
    case 0x3099, 0x309A: return .mark
    case 0x3041...0x30FF: return .whole
    case 0..<0x80: return .other
    default:
      let properties = scalar.properties
      if properties.isIdeographic { return .whole }
      if properties.isAlphabetic || properties.numericType != nil { return .part }
      switch properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
      // A soft hyphen or a joiner of letters divides nothing.
      case .format: return .joiner
      default: return properties.isWhitespace ? .space : .other
      }
    }
  }
}
