/// A file to work on.
public struct Input: Sendable {
  /// The path to open it with, and to name it by.
  public var path: String
  /// Its path below the folder that was given, or its name: what `{path}` in a pattern stands for.
  public var relativePath: String
  /// Whether it was named, not found in a folder.
  public var isNamed: Bool
  /// Why there is nothing to work on at the path; to be reported instead of working on it.
  public var failure: Failure?
  /// Further files that belong to it: more XLIFF of the same article and language.
  public var others: [String] = []

  /// A file to work on.
  public init(path: String, relativePath: String, isNamed: Bool) {
    self.path = path
    self.relativePath = relativePath
    self.isNamed = isNamed
  }

  /// What could not be found or listed.
  init(_ failure: Failure) {
    self.init(path: failure.path ?? "", relativePath: failure.path ?? "", isNamed: true)
    self.failure = failure
  }
}

extension [Input] {
  /// Refuses two that would be written to one file, before the first is read; `output` says where one goes, and nil for
  /// standard output.
  ///
  /// - Throws: ``Failure`` with `remedy`, or what `output` throws.
  func refuseClashes(remedy: String, _ output: (Input) throws(Failure) -> String?) throws(Failure) {
    var seen: [String: String] = [:]
    for input in self {
      guard input.failure == nil, let path = try output(input) else { continue }
      if let other = seen.updateValue(input.path, forKey: path) {
        throw Failure(path: input.path, "would be written to \(path), as \(other) would", remedy: remedy)
      }
    }
  }
}

/// What articles are called where a folder holds none.
let wantedArticles = "article (`l10n formats` lists the endings)"

/// The files that paths on the command line stand for.
public struct InputFinder: Sendable {
  /// Folders that are not walked into: what the tool writes itself.
  public var excluded: [String]
  /// What is looked for, for the message that a folder holds none.
  public var wanted: String
  /// Which files of a folder are wanted, by their names.
  public var accepts: @Sendable (String) -> Bool
  /// The folder of `l10n.yaml`; with it, relative paths start there.
  public var root: String?

  /// A finder of files whose names `accepts` takes.
  public init(
    of wanted: String = "file to work on", excluding excluded: [String] = [], root: String? = nil,
    accepts: @escaping @Sendable (String) -> Bool
  ) {
    self.wanted = wanted
    self.excluded = excluded
    self.root = root
    self.accepts = accepts
  }

  /// The files at `paths`, in their order; those of a folder sorted.
  ///
  /// A file that two paths lead to comes once. A path where nothing is, a folder that holds no such file and the like
  /// are inputs with a ``Input/failure``, so that the others are still worked on.
  public func inputs(at paths: [String]) -> [Input] {
    var walk = Walk(finder: self)
    for path in paths { walk.add(path) }
    return walk.inputs
  }

  /// The path below the folder of `l10n.yaml`; nil where there is none, or the file lies elsewhere.
  func relative(_ path: String) -> String? {
    guard let root, let real = FileSystem.resolved(path), let realRoot = FileSystem.resolved(root),
      real.hasPrefix(realRoot + "/")
    else { return nil }
    return String(real.dropFirst(realRoot.count + 1))
  }
}
