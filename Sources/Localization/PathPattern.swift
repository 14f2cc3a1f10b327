import Units

/// A path with places to fill in: `localized/{lang}/{path}`.
struct PathPattern: Sendable {
  let text: String

  private static let sayWhere = "say where to write with -o"

  /// The path of an article in a language.
  ///
  /// `{path}` is the article's path, `{dir}`, `{name}` and `{ext}` its parts, `{lang}` the language.
  ///
  /// - Throws: ``Failure`` for standard input, which has no name to make one of.
  func path(article: String, language: LanguageTag) throws(Failure) -> String {
    if article == "-" { throw Failure(path: article, "has no name to call the output by", remedy: Self.sayWhere) }
    let ending = Path.ending(article) ?? ""
    let name = Path.name(article)
    let stem = ending.isEmpty ? name : String(name.dropLast(ending.count + 1))
    let folder = Path.folder(article)
    let values = [
      "lang": language.bcp47, "path": article, "dir": folder == "." ? "" : folder, "name": stem, "ext": ending,
    ]
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
    return result.split(separator: "/", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset == 0 || !$0.element.isEmpty }.map { String($0.element) }.joined(separator: "/")
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
