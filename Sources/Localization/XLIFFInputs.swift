import Units

/// The XLIFF files that the arguments of a command stand for.
enum XLIFFInputs {
  /// The endings of XLIFF files, those of tools' own flavours included.
  static let endings = ["xlf", "xliff", "sdlxliff", "mqxliff", "mxliff"]

  /// The files at `paths`; with none, those below the fixed part of the configuration's `translations`.
  static func inputs(at paths: [String], _ configuration: Configuration) throws(Failure) -> [Input] {
    let wanted = "XLIFF file (\(endings.map { ".\($0)" }.joined(separator: ", ")))"
    let finder = InputFinder(of: wanted) { name in
      Path.ending(name).map { endings.contains($0.lowercased()) } ?? false
    }
    if !paths.isEmpty { return finder.inputs(at: paths) }
    let folder = Path.join(configuration.folder ?? ".", PathPattern(text: configuration.translations).fixedFolder)
    guard FileSystem.kind(folder) == .folder else {
      throw Failure(
        "no XLIFF is given, and there is no folder \(folder)", remedy: "name XLIFF files or folders of them")
    }
    return finder.inputs(at: [folder])
  }
}
