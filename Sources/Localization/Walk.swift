/// Goes through files and folders and gathers the inputs.
struct Walk {
  private(set) var inputs: [Input] = []
  private let finder: InputFinder
  /// The real paths of folders that are not walked into.
  private let excluded: Set<String>
  /// The real paths of what has come already.
  private var seen: Set<String> = []
  /// Whether the folder at hand held anything, be it seen before.
  private var isFound = false

  init(finder: InputFinder) {
    self.finder = finder
    excluded = Set(finder.excluded.compactMap { FileSystem.resolved($0) })
  }

  /// Adds what a path on the command line stands for.
  mutating func add(_ path: String) {
    switch path == "-" ? .file : FileSystem.kind(path) {
    case .folder?:
      let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      guard let real = FileSystem.resolved(folder) else {
        inputs.append(Input(Failure(path: path, "can't be resolved: \(systemError())")))
        return
      }
      guard seen.insert(real).inserted else { return }
      isFound = false
      enter(Folder(path: folder, real: real, below: "", rules: []), root: real)
      if !isFound {
        inputs.append(
          Input(Failure(path: path, "holds no \(finder.wanted)", remedy: "name the files, or another folder")))
      }
    case nil:
      inputs.append(Input(Failure(path: path, "is not there", remedy: "check the path")))
    default:
      guard seen.insert(path == "-" ? path : FileSystem.resolved(path) ?? path).inserted else { return }
      inputs.append(Input(path: path, relativePath: finder.relative(path) ?? Path.name(path), isNamed: true))
    }
  }

  /// A folder on the way.
  private struct Folder {
    var path: String
    var real: String
    /// Its path below the folder that was given.
    var below: String
    /// What the `.gitignore` files above it say, with the folder of each.
    var rules: [(folder: String, rules: IgnoreRules)]

    func ignores(_ path: String, isFolder: Bool) -> Bool {
      for (folder, rules) in rules.reversed() {
        let below = folder.isEmpty ? path : String(path.dropFirst(folder.count + 1))
        if let decision = rules.ignores(below, isFolder: isFolder) { return decision }
      }
      return false
    }
  }

  private mutating func enter(_ folder: Folder, root: String) {
    var folder = folder
    let entries: [FileSystem.Entry]
    do throws(Failure) { entries = try FileSystem.entries(in: folder.path) } catch {
      isFound = true
      inputs.append(Input(error))
      return
    }
    if entries.contains(where: { $0.name == ".gitignore" }),
      let text = try? FileSystem.read(Path.join(folder.path, ".gitignore"))
    {
      folder.rules.append((folder.below, IgnoreRules(text)))
    }
    for entry in entries where !entry.name.hasPrefix(".") { visit(entry, in: folder, root: root) }
  }

  private mutating func visit(_ entry: FileSystem.Entry, in folder: Folder, root: String) {
    let name = entry.name
    let path = Path.join(folder.path, name)
    let below = folder.below.isEmpty ? name : "\(folder.below)/\(name)"
    var kind = entry.kind
    var real = Path.join(folder.real, name)
    // A name that is not UTF-8 was repaired, and leads nowhere.
    let mayBeRepaired = name.unicodeScalars.contains("\u{FFFD}")
    if kind == nil || mayBeRepaired { kind = FileSystem.kind(path, followingLinks: false) }
    if kind == nil, mayBeRepaired, finder.accepts(name) || Path.ending(name) == nil {
      isFound = true
      inputs.append(Input(Failure(path: path, "has a name that is not UTF-8", remedy: "rename it")))
    }
    if kind == .other {
      // Only a link that stays within the folder that was given is followed.
      guard let target = FileSystem.resolved(path), Path.isAtOrBelow(root, target) else { return }
      real = target
      kind = FileSystem.kind(path)
    }
    if folder.ignores(below, isFolder: kind == .folder) { return }
    if kind == .folder {
      guard !excluded.contains(real) else { return }
      guard seen.insert(real).inserted else {
        isFound = true
        return
      }
      enter(Folder(path: path, real: real, below: below, rules: folder.rules), root: root)
    } else if kind == .file, finder.accepts(name) {
      isFound = true
      guard seen.insert(real).inserted else { return }
      inputs.append(Input(path: path, relativePath: finder.relative(path) ?? below, isNamed: false))
    }
  }
}
