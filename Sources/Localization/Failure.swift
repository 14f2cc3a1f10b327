public import Units

/// Why a job could not be done, with the place and the way out: one line for a person, and the line it speaks of.
public struct Failure: Error, Sendable {
  /// The file, as it was given; nil where no file is to blame.
  public var path: String?
  /// Line and column, both from 1, where they are known.
  public var position: LineIndex.Position?
  /// What is wrong.
  public var problem: String
  /// What to do about it; empty where nothing helps.
  public var remedy: String
  /// The line of the file that holds the place.
  public var excerpt: String?

  /// A failure that is no matter of a place in a file.
  public init(path: String? = nil, _ problem: String, remedy: String = "") {
    self.path = path
    self.problem = problem
    self.remedy = remedy
  }

  /// What a reader found wrong with the bytes of a file.
  public init(path: String, _ malformed: Malformed, in bytes: [UInt8]) {
    self.init(path: path, malformed.problem, remedy: malformed.remedy)
    let lines = LineIndex(bytes)
    let position = lines.position(of: malformed.at)
    self.position = position
    let line = Array(lines.line(of: malformed.at))
    // A caret helps under a line that fits; a megabyte on one line does not.
    if line.count <= 200, line.firstInvalidUTF8 == nil, !line.isEmpty {
      excerpt = String(decoding: line, as: UTF8.self)
    }
  }

  /// `PATH:LINE:COL: what is wrong; what to do`, on one line.
  public var message: String {
    var place = path ?? ""
    if let position { place += ":\(position.line):\(position.column)" }
    let text = remedy.isEmpty ? problem : "\(problem); \(remedy)"
    return place.isEmpty ? text : "\(place): \(text)"
  }
}
