import Articles
import XLIFF

/// The folder that the `original` of an XLIFF file is a path in.
struct SourceFolder: Sendable {
  /// The folder as it was given.
  let path: String
  /// The folder with every link resolved; nil where it is not there.
  let resolved: String?

  init(_ path: String) {
    self.path = path
    resolved = FileSystem.resolved(path)
  }

  /// The path of the source article; nothing outside of the folder is read, whatever the XLIFF says.
  func article(of file: ResourceFile, _ input: Input) throws(Failure) -> String {
    guard Path.isInside(file.original) else {
      throw Failure(
        path: input.path, "original=\"\(file.original)\" is no path inside the source folder, which is refused",
        remedy: "give original as extraction wrote it")
    }
    let article = Path.join(path, file.original)
    if FileSystem.kind(article, followingLinks: false) == .file,
      FileSystem.isFolderItself(Path.folder(article), below: path)
    {
      return article
    }
    guard let real = FileSystem.resolved(article), let root = resolved else {
      throw Failure(
        path: input.path, "its article \(article) is not there", remedy: "--source-root says where the articles are")
    }
    guard real.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
      throw Failure(path: article, "is a link that leaves \(path), which is refused")
    }
    return article
  }

  /// The format of a file's article: by name, by what the XLIFF says, or by the article's name and bytes.
  func format(
    of file: ResourceFile, _ article: String, _ bytes: [UInt8], named name: String?
  ) throws(Failure) -> any ArticleFormat.Type {
    let named = (name ?? file.format).flatMap { Formats.named($0) }
    guard let format = named ?? Formats.forFile(named: article, holding: bytes) else {
      throw ExtractJob.unknownFormat(of: article)
    }
    return format
  }
}
