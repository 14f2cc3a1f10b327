/// A file to work on.
public struct Input: Hashable, Sendable {
  /// The path to open it with, and to name it by.
  public var path: String
  /// Its path below the folder that was given, or its name: what `{path}` in a pattern stands for.
  public var relativePath: String
  /// Whether it was named, not found in a folder.
  public var isNamed: Bool

  /// A file to work on.
  public init(path: String, relativePath: String, isNamed: Bool) {
    self.path = path
    self.relativePath = relativePath
    self.isNamed = isNamed
  }
}

/// The files that paths on the command line stand for.
public struct InputFinder: Sendable {
  /// Folders that are not walked into: what the tool writes itself.
  public var excluded: [String]
  /// Which files of a folder are wanted, by their names.
  public var accepts: @Sendable (String) -> Bool
  /// The folder of `l10n.yaml`; with it, relative paths start there.
  public var root: String?

  /// A finder of files whose names `accepts` takes.
  public init(excluding excluded: [String] = [], root: String? = nil, accepts: @escaping @Sendable (String) -> Bool) {
    self.excluded = excluded
    self.root = root
    self.accepts = accepts
  }

  /// The files at `paths`, in their order; those of a folder sorted.
  ///
  /// A file that two paths lead to comes once.
  ///
  /// - Throws: ``Failure`` for a path where nothing is, and for a folder that holds no such file.
  public func inputs(at paths: [String]) throws(Failure) -> [Input] {
    var inputs: [Input] = []
    var seen: Set<String> = []
    let excluded = excluded.compactMap { FileSystem.resolved($0) }
    for path in paths {
      let before = inputs.count
      switch path == "-" ? .file : FileSystem.kind(path) {
      case .folder?:
        let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        try walk(folder, below: "", ignoring: [], excluded: excluded, seen: &seen, into: &inputs)
        if inputs.count == before, seen.isEmpty {
          throw Failure(path: path, "holds no file to work on", remedy: "name the files, or see `l10n formats`")
        }
      case nil:
        throw Failure(path: path, "is not there", remedy: "check the path")
      default:
        guard seen.insert(path).inserted else { continue }
        inputs.append(Input(path: path, relativePath: relative(path) ?? Path.name(path), isNamed: true))
      }
    }
    return inputs
  }

  /// The path below the folder of `l10n.yaml`; nil where there is none, or the file lies elsewhere.
  private func relative(_ path: String) -> String? {
    guard let root, let real = FileSystem.resolved(path), let realRoot = FileSystem.resolved(root),
      real.hasPrefix(realRoot + "/")
    else { return nil }
    return String(real.dropFirst(realRoot.count + 1))
  }

  private func walk(
    _ folder: String, below: String, ignoring rules: [(folder: String, rules: IgnoreRules)], excluded: [String],
    seen: inout Set<String>, into inputs: inout [Input]
  ) throws(Failure) {
    var rules = rules
    let names = try FileSystem.names(in: folder)
    if names.contains(".gitignore"), let text = try? FileSystem.read(Path.join(folder, ".gitignore")) {
      rules.append((below, IgnoreRules(text)))
    }
    for name in names where !name.hasPrefix(".") {
      let path = Path.join(folder, name)
      let relativePath = Path.join(below, name)
      let kind = FileSystem.kind(path)
      let isFolder = kind == .folder
      if isIgnored(relativePath, isFolder: isFolder, by: rules) { continue }
      if isFolder {
        // A link to a folder above would be walked forever; the real path of each folder is walked once.
        guard let real = FileSystem.resolved(path), !excluded.contains(real), seen.insert(real).inserted else {
          continue
        }
        try walk(path, below: relativePath, ignoring: rules, excluded: excluded, seen: &seen, into: &inputs)
      } else if kind == .file, accepts(name), seen.insert(path).inserted {
        inputs.append(Input(path: path, relativePath: relative(path) ?? relativePath, isNamed: false))
      }
    }
  }

  private func isIgnored(
    _ path: String, isFolder: Bool, by rules: [(folder: String, rules: IgnoreRules)]
  ) -> Bool {
    for (folder, rules) in rules.reversed() {
      let below = folder.isEmpty ? path : String(path.dropFirst(folder.count + 1))
      if let decision = rules.ignores(below, isFolder: isFolder) { return decision }
    }
    return false
  }
}
