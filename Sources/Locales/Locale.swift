internal import LocaleData
internal import Synchronization
public import Units
public import YAML

/// The facts about a language, from `Locales/<tag>.yaml` and, for what that does not say, from `root.yaml`.
///
/// A language without a file has root's facts only; ``isKnown`` tells.
public struct Locale: Sendable {
  /// The language asked for.
  public let tag: LanguageTag
  /// The tag of the file that was found, `root` where there is none.
  public let dataTag: String
  private let layers: [Node]

  /// Whether the language has a file of its own.
  public var isKnown: Bool { dataTag != "root" }

  /// The facts about a language, from the nearest file: `kk-KZ` has those of `kk`.
  ///
  /// A tag with a script that has no file of its own (`kk-Latn`) is another language to us: it gets root's facts.
  public init(_ tag: LanguageTag) {
    self.tag = tag
    let own =
      tag.hasScript
      ? tag.fallbacks.first { Self.files[$0] != nil && LanguageTag($0)?.hasScript == true }
      : tag.fallbacks.first { Self.files[$0] != nil }
    dataTag = own ?? "root"
    layers = [own, "root"].compactMap { $0 }.compactMap { Self.load($0) }
  }

  /// The value at a path of keys (`numbers.decimal`), from the language's own file or else from root's.
  public subscript(path: String) -> Node? {
    for layer in layers {
      var node: Node? = layer
      for key in path.split(separator: ".") { node = node?[String(key)] }
      if let node { return node }
    }
    return nil
  }

  /// The texts at a path; empty where there is none.
  public func strings(_ path: String) -> [String] { self[path]?.strings ?? [] }

  /// The text at a path; nil where there is none.
  public func string(_ path: String) -> String? { self[path]?.string }

  /// True or false at a path; nil where there is neither.
  public func bool(_ path: String) -> Bool? { self[path]?.bool }

  /// How long texts of the language are beside those of others that say the same; 1 where nothing is known.
  public var relativeLength: Double { string("length").flatMap { Double($0) } ?? 1 }

  /// The tags of all languages that have a file, sorted.
  public static var known: [String] { files.keys.filter { $0 != "root" }.sorted() }

  /// The bytes of a language's file; nil where it has none.
  public static func bytes(of tag: String) -> [UInt8]? { files[tag] }

  private static let files: [String: [UInt8]] = {
    var count = 0
    let table = l10n_locales(&count)
    var files: [String: [UInt8]] = [:]
    for index in 0..<count {
      let entry = table[index]
      files[String(cString: entry.tag)] = Array(UnsafeBufferPointer(start: entry.bytes, count: entry.count))
    }
    return files
  }()

  /// The files that were asked for, each parsed once.
  private static let loaded = Mutex<[String: Node]>([:])

  private static func load(_ tag: String) -> Node? {
    guard let bytes = files[tag] else { return nil }
    return loaded.withLock { loaded in
      if let node = loaded[tag] { return node }
      // They are compiled in and a test parses every one, so an error here is not something input can reach.
      let node = try? parse(bytes)
      loaded[tag] = node
      return node
    }
  }
}

extension LanguageTag {
  /// Whether the tag names a script: `kk-Latn`.
  var hasScript: Bool {
    bcp47.split(separator: "-").dropFirst().contains { $0.utf8.count == 4 && $0.first?.isNumber == false }
  }
}
