import Units

/// A path with places to fill in: `localized/{lang}/{path}`.
struct PathPattern: Sendable {
  let text: String

  private static let sayWhere = "say where to write with -o"

  /// The place of an article's path with the language in it changed, for trees like Hugo's `content/en/…`.
  private static let localizedPath = "localized-path"

  /// The path of an article in a language.
  ///
  /// `{path}` is the article's path, `{dir}`, `{name}` and `{ext}` its parts, `{lang}` the language; `{localized-path}`
  /// is the path with the folder or the part of the name that says the `source` language saying this one.
  ///
  /// - Throws: ``Failure`` for standard input, which has no name to make one of, and for a `{localized-path}` where the
  ///   article's path does not say its language.
  func path(article: String, language: LanguageTag, from source: LanguageTag?) throws(Failure) -> String {
    if article == "-" { throw Failure(path: article, "has no name to call the output by", remedy: Self.sayWhere) }
    let ending = Path.ending(article) ?? ""
    let name = Path.name(article)
    let stem = ending.isEmpty ? name : String(name.dropLast(ending.count + 1))
    let folder = Path.folder(article)
    var values = [
      "lang": language.bcp47, "path": article, "dir": folder == "." ? "" : folder, "name": stem, "ext": ending,
    ]
    if text.contains("{\(Self.localizedPath)}") {
      values[Self.localizedPath] = try Self.localized(article, language, from: source)
    }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let key = String(rest[rest.index(after: open)..<close])
      result += values[key] ?? "{\(key)}"
      rest = rest[rest.index(after: close)...]
    }
    result += rest
    // An article without a folder leaves `{dir}/` empty.
    return (text.hasPrefix("/") ? "/" : "") + result.split(separator: "/").joined(separator: "/")
  }

  private static func localized(
    _ article: String, _ language: LanguageTag, from source: LanguageTag?
  ) throws(Failure) -> String {
    var parts = PathParts(article)
    guard let source, let index = parts.texts.firstIndex(where: { source.isSaid(by: $0) }) else {
      throw Failure(
        path: article, "no folder and no part of its name is \(source?.bcp47 ?? "a language"), for {\(localizedPath)}",
        remedy: "write localized: in l10n.yaml with {path} or {name}")
    }
    parts.texts[index] = language.bcp47
    return parts.joined
  }
}

/// The folders and the name of a path, the name taken apart at its full stops.
private struct PathParts {
  /// What may say a language: `content`, `en`, `post`, `en`; not the ending.
  var texts: [String]
  private let separators: [String]
  private let ending: String

  init(_ path: String) {
    let ending = Path.ending(path).map { ".\($0)" } ?? ""
    let folders = path.dropLast(ending.count).split(separator: "/", omittingEmptySubsequences: false)
    let name = (folders.last ?? "").split(separator: ".", omittingEmptySubsequences: false)
    self.ending = ending
    texts = (folders.dropLast() + name).map { String($0) }
    separators = folders.dropLast().map { _ in "/" } + name.dropLast().map { _ in "." } + [""]
  }

  var joined: String { zip(texts, separators).map { $0 + $1 }.joined() + ending }
}

extension LanguageTag {
  /// Whether a part of a path is the language's tag, or that without its region: `en`, `en-us`, `en_US`.
  fileprivate func isSaid(by part: String) -> Bool { LanguageTag(part).map { fallbacks.contains($0.bcp47) } ?? false }
}

extension PathPattern {
  /// Whether a path is that of a localized copy, in one of `languages`, of an article in the `source` language.
  ///
  /// Where copies lie beside the articles, that is how they are told apart.
  func isLocalized(_ path: String, into languages: [LanguageTag], from source: LanguageTag?) -> Bool {
    if text == "{\(Self.localizedPath)}" {
      for part in PathParts(path).texts {
        if source?.isSaid(by: part) == true { return false }
        if languages.contains(where: { $0.isSaid(by: part) }) { return true }
      }
      return false
    }
    guard text.contains("{lang}") else { return false }
    return languages.contains { $0 != source && glob(for: $0).matches(path) }
  }

  /// What the paths of all articles in a language have in common.
  private func glob(for language: LanguageTag) -> Glob {
    let places = ["{lang}": language.bcp47, "{path}": "**", "{dir}": "**", "{name}": "*", "{ext}": "*"]
    var glob = text.reduce(into: "") { glob, character in
      if "*?[\\".contains(character) { glob += "\\" }
      glob.append(character)
    }
    for (place, pattern) in places { glob = glob.replacing(place, with: pattern) }
    return Glob(glob)
  }
}

/// Where a command writes, by `-o`, the configuration or its default.
struct Destination: Sendable {
  enum Place: Sendable {
    case standardOutput
    case file(String)
    case folder(String)
    /// A pattern of the configuration, below its folder.
    case pattern(PathPattern, below: String)
  }

  let place: Place

  /// The place that `-o` names: a folder where one is there, it ends in `/`, or its last part has no ending.
  ///
  /// - Throws: ``Failure`` where the option is empty.
  init(option: String) throws(Failure) {
    if option.isEmpty { throw Failure("-o is empty", remedy: "name a file, a folder, or - for standard output") }
    if option == "-" {
      place = .standardOutput
    } else if FileSystem.kind(option) == .folder || option.hasSuffix("/") || Path.ending(option) == nil {
      place = .folder(option.count > 1 && option.hasSuffix("/") ? String(option.dropLast()) : option)
    } else {
      place = .file(option)
    }
  }

  init(_ place: Place) { self.place = place }

  /// Whether only one output has room there.
  var isSingle: Bool {
    switch place {
    case .standardOutput, .file: true
    case .folder, .pattern: false
    }
  }

  /// The folder that nothing is written outside of; nil for standard output.
  var root: String? {
    switch place {
    case .standardOutput: nil
    case .file(let path): Path.folder(path)
    case .folder(let folder): folder
    case .pattern(let pattern, let folder): Path.join(folder, pattern.fixedFolder)
    }
  }
}

extension PathPattern {
  /// The folders before the first place to fill in.
  var fixedFolder: String {
    let head = text.prefix { $0 != "{" }
    return head.lastIndex(of: "/").map { String(head[..<$0]) } ?? "."
  }
}
