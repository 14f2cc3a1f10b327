internal import Glibc

/// Reading files and asking about them; writing is ``FileWriter``'s.
public enum FileSystem {
  /// What stands at a path, links followed.
  public enum Kind: Sendable { case file, folder, other }

  /// What stands at a path; nil where nothing does.
  public static func kind(_ path: String, followingLinks: Bool = true) -> Kind? {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    return Kind(status.st_mode)
  }

  /// The bytes of a file; `-` is standard input.
  ///
  /// - Throws: ``Failure`` with the system's reason.
  public static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: path, "can't be read: \(systemError())") }
    defer { if path != "-" { _ = close(descriptor) } }
    var status = stat()
    fstat(descriptor, &status)
    guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(path: path, "is a folder; give a file") }
    var bytes: [UInt8] = []
    var capacity = max(Int(status.st_size) + 1, 1 << 16)
    if status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 { capacity = Int(status.st_size) + 1 }
    var failed = false
    bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      (count, failed) = fill(buffer, from: descriptor, expecting: Int(status.st_size))
    }
    // A file of the size it said is read by now, for it left room for a byte more; a pipe goes on.
    var last = bytes.count
    while !failed, last == capacity {
      let more = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        (count, failed) = fill(buffer, from: descriptor, expecting: 0)
      }
      bytes += more
      last = more.count
    }
    if failed { throw Failure(path: path, "can't be read: \(systemError())") }
    return bytes
  }

  /// Whether two files hold the same bytes.
  static func hasSameBytes(_ one: String, _ other: String) throws(Failure) -> Bool {
    var left = try BlockReader(one)
    var right = try BlockReader(other)
    while let block = try left.next() { guard try right.next() == block else { return false } }
    return try right.next() == nil
  }

  /// The first bytes of a file; nil where it can't be read.
  static func head(of path: String, count: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, count in
      (count, failed) = fill(buffer, from: descriptor, expecting: 0)
    }
    return failed ? nil : bytes
  }

  /// Reads until the buffer is full or the file ends; one read is enough where it gives what the file's size said.
  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32, expecting size: Int
  ) -> (Int, Bool) {
    var count = 0
    while count < buffer.count, count == 0 || count != size, let base = buffer.baseAddress {
      let got = Glibc.read(descriptor, base + count, buffer.count - count)
      if got < 0 {
        if errno == EINTR { continue }
        return (count, true)
      }
      if got == 0 { break }
      count += got
    }
    return (count, false)
  }

  /// Whether no part of `folder`, a path that begins with `root`, is a link below that root.
  static func isFolderItself(_ folder: String, below root: String) -> Bool {
    var folder = folder
    while folder != root, folder != ".", folder != "/" {
      guard kind(folder, followingLinks: false) == .folder else { return false }
      folder = Path.folder(folder)
    }
    return true
  }

  /// What a folder holds at a name.
  struct Entry: Sendable {
    /// The name.
    var name: String
    /// What it is, a link being `other`; nil where the file system does not tell in its listing.
    var kind: Kind?
  }

  /// What a folder holds, sorted by the bytes of the names, `.` and `..` left out.
  static func entries(in folder: String) throws(Failure) -> [Entry] {
    guard let handle = opendir(folder) else { throw Failure(path: folder, "can't be listed: \(systemError())") }
    defer { closedir(handle) }
    var entries: [Entry] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { entries.append(Entry(name: name, kind: Kind(listed: entry.pointee.d_type))) }
    }
    return entries.sortedByBytes(of: \.name)
  }

  /// The names in a folder, sorted by their bytes, `.` and `..` left out.
  static func names(in folder: String) throws(Failure) -> [String] { try entries(in: folder).map(\.name) }

  /// The path with every link and `..` resolved; nil where it doesn't exist.
  public static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The folder that a path lies in.
  public static func folder(of path: String) -> String { Path.folder(path) }

  /// Whether two paths lead to one file.
  public static func isSameFile(_ left: String, _ right: String) -> Bool {
    var (a, b) = (stat(), stat())
    return stat(left, &a) == 0 && stat(right, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino
  }

  /// The folder that relative paths start from.
  public static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}

extension FileSystem.Kind {
  /// What the system says of a file's mode.
  fileprivate init(_ mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }

  /// What a listing says; nil where it does not.
  fileprivate init?(listed type: UInt8) {
    switch Int(type) {
    case Int(DT_UNKNOWN): return nil
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .folder
    default: self = .other
    }
  }
}

extension Sequence {
  /// Sorted by the UTF-8 of a text of each element.
  func sortedByBytes(of text: (Element) -> String) -> [Element] {
    map { (key: Array(text($0).utf8), element: $0) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.element)
  }
}

/// The system's words for what went wrong last.
func systemError() -> String { String(cString: strerror(errno)) }

/// Paths as text.
enum Path {
  /// One path below another; parts of the second that are only a dot are dropped.
  static func join(_ folder: String, _ name: String) -> String {
    let name = hasDot(name) ? parts(name, keepingEmpty: true).joined(separator: "/") : name
    if name.isEmpty { return folder.isEmpty ? "." : folder }
    if folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Everything before the last `/`; `.` where there is none.
  static func folder(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Everything behind the last `/`, a `/` at the end left out.
  static func name(_ path: String) -> String {
    let path = path.utf8.last == UInt8(ascii: "/") ? path.dropLast() : path[...]
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return String(path) }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// The parts between slashes, single dots left out, and empty ones unless they are kept.
  private static func parts(_ path: String, keepingEmpty: Bool = false) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: !keepingEmpty)
      .map { Substring($0) }.filter { $0 != "." }
  }

  /// Whether one of the parts is a single dot.
  private static func hasDot(_ path: String) -> Bool {
    var length = 0
    var last: UInt8 = 0
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/"), length == 1, last == UInt8(ascii: ".") { return true }
      length = byte == UInt8(ascii: "/") ? 0 : length + 1
      last = byte
    }
    return length == 1 && last == UInt8(ascii: ".")
  }

  /// Whether `path` is `root` or lies below it, by their text alone: part by part, and not out again by `..`.
  static func isAtOrBelow(_ root: String, _ path: String) -> Bool {
    guard path.hasPrefix("/") == root.hasPrefix("/") else { return false }
    let (parts, rootParts) = (parts(path), parts(root))
    return parts.starts(with: rootParts) && !parts.dropFirst(rootParts.count).contains("..")
  }

  /// The path to an absolute `folder` from one at or below it, as `..` parts; nil where it is not above.
  static func climb(to folder: String, from below: String) -> String? {
    guard isAtOrBelow(folder, below) else { return nil }
    let count = parts(below).count - parts(folder).count
    return count == 0 ? "." : Array(repeating: "..", count: count).joined(separator: "/")
  }

  /// Whether a path can be joined to a folder without leaving it: not absolute, no `.` or `..`, no empty part.
  static func isInside(_ path: String) -> Bool {
    var part: [UInt8] = []
    for byte in path.utf8 {
      if byte == 0 { return false }
      if byte != UInt8(ascii: "/") {
        part.append(byte)
      } else {
        if part.isEmpty || part == [0x2E] || part == [0x2E, 0x2E] { return false }
        part = []
      }
    }
    return !part.isEmpty && part != [0x2E] && part != [0x2E, 0x2E]
  }

  /// The last part's ending behind a dot; nil where it has none.
  static func ending(_ path: String) -> String? {
    let name = name(path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return nil }
    return String(name[name.index(after: dot)...])
  }
}
