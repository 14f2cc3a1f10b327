public import Units
import XML

/// Rules of segmentation as SRX 2.0 writes them (LISA, 2008): regular expressions by language.
public struct SRXDocument: Sendable {
  /// A rule: whether a segment ends where `before` matches what stands before the place, and `after` what stands behind.
  struct Rule: Sendable {
    var isBreak: Bool
    var before = Pattern()
    var after = Pattern()
    /// Where it begins in the document.
    var offset: Int
  }

  /// A regular expression, and where it stands in the document.
  struct Pattern: Sendable {
    var text = ""
    var offset: Int?
  }

  /// The rules for the languages whose codes a pattern matches whole.
  struct LanguageMap: Sendable {
    var pattern: Pattern
    var rules: String
  }

  /// Whether the rules of all maps that match a language hold, in order, or those of the first alone.
  var cascades = false
  var maps: [LanguageMap] = []
  var rules: [String: [Rule]] = [:]
  /// The lines of the document, to name places by.
  let lines: LineIndex

  /// Reads a document.
  ///
  /// - Throws: ``Units/Malformed`` where it is no well-formed XML, not SRX 2.0, or names rules that are not there.
  public init(_ bytes: [UInt8]) throws(Malformed) {
    lines = LineIndex(bytes)
    let reader = SRXReader(bytes)
    do { try parse(bytes, receiver: reader) } catch {
      throw Malformed(at: Offset(error.offset), problem: error.problem)
    }
    guard reader.isSRX else { throw Malformed(at: Offset(0), problem: "the root element is not <srx>") }
    cascades = reader.cascades
    rules = reader.rules
    maps = reader.maps
    for map in maps where rules[map.rules] == nil {
      throw Malformed(
        at: Offset(map.pattern.offset ?? 0), problem: "there is no <languagerule languagerulename=\"\(map.rules)\">",
        remedy: "add it or mend the name")
    }
  }

  /// The rules for a language in the order in which they are tried.
  ///
  /// - Throws: ``Units/Malformed`` where the pattern of a map is no regular expression of ICU's.
  func rules(for language: LanguageTag) throws(Malformed) -> [Rule] {
    var result: [Rule] = []
    for map in maps where try SRXSegmenter.matches(map.pattern, language.description) {
      result += rules[map.rules] ?? []
      if !cascades { break }
    }
    return result
  }
}

/// Hears the elements of an SRX document.
private final class SRXReader: Receiver {
  private enum Element: Int, CaseIterable {
    case srx, header, languagerule, rule, beforebreak, afterbreak, languagemap, other
  }

  private let bytes: [UInt8]

  var isSRX = false
  var cascades = false
  var maps: [SRXDocument.LanguageMap] = []
  var rules: [String: [SRXDocument.Rule]] = [:]
  private var name: String?
  private var rule: SRXDocument.Rule?
  private var pattern: SRXDocument.Pattern?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var wantsText: Bool { pattern != nil }

  func number(namespace: String, local: String) -> Int {
    (Element.allCases.first { "\($0)" == local } ?? .other).rawValue
  }

  func start(_ element: Int, _ tag: borrowing StartTag) throws(XMLError) {
    let offset = tag.range.lowerBound
    switch Element(rawValue: element) {
    case .srx:
      isSRX = true
      let version = tag["version"]
      guard version == "2.0" else {
        throw XMLError(problem: "SRX \(version ?? "without a version") is not supported, only 2.0", offset: offset)
      }
    case .header: cascades = try Self.flag(tag["cascade"], "cascade", offset) ?? false
    case .languagerule:
      let name = try Self.required(tag["languagerulename"], "languagerulename", offset)
      guard rules.updateValue([], forKey: name) == nil else {
        throw XMLError(problem: "the rules \"\(name)\" stand here twice", offset: offset)
      }
      self.name = name
    case .rule:
      rule = SRXDocument.Rule(isBreak: try Self.flag(tag["break"], "break", offset) ?? true, offset: offset)
    case .beforebreak, .afterbreak: pattern = SRXDocument.Pattern(offset: tag.range.upperBound)
    case .languagemap:
      maps.append(
        SRXDocument.LanguageMap(
          pattern: .init(
            text: try Self.required(tag["languagepattern"], "languagepattern", offset), offset: offset),
          rules: try Self.required(tag["languagerulename"], "languagerulename", offset)))
    default: break
    }
  }

  func end(_ element: Int, at range: Range<Int>) {
    switch Element(rawValue: element) {
    case .beforebreak:
      rule?.before = pattern ?? .init()
      pattern = nil
    case .afterbreak:
      rule?.after = pattern ?? .init()
      pattern = nil
    case .rule:
      if let name, let rule { rules[name]?.append(rule) }
      rule = nil
    case .languagerule: name = nil
    default: break
    }
  }

  func text(at range: Range<Int>, replacement: [UInt8]?) {
    if let replacement {
      pattern?.text += String(decoding: replacement, as: UTF8.self)
    } else {
      pattern?.text += String(decoding: bytes[range], as: UTF8.self)
    }
  }

  private static func required(_ value: String?, _ name: String, _ offset: Int) throws(XMLError) -> String {
    guard let value else { throw XMLError(problem: "the attribute \(name) is missing", offset: offset) }
    return value
  }

  private static func flag(_ value: String?, _ name: String, _ offset: Int) throws(XMLError) -> Bool? {
    switch value {
    case nil: return nil
    case "yes": return true
    case "no": return false
    default: throw XMLError(problem: "\(name) is \"\(value ?? "")\", not yes or no", offset: offset)
    }
  }
}
