public import Units
public import XML

/// A document in another version of XLIFF, and what that version has no words for.
public struct Conversion: Sendable {
  /// The document, UTF-8.
  public var bytes: [UInt8]
  /// What was lost, or is only kept as metadata.
  public var losses: [Loss]

  /// Something that the other version can't say.
  public struct Loss: Hashable, Sendable {
    /// What it is: `canReorder of codes`.
    public var what: String
    /// What has become of it.
    public var fate: Fate
    /// How often there is such a thing.
    public var count: Int
    /// Where the first one stands.
    public var at: Offset<File>
  }

  /// What becomes of something that the other version can't say.
  public enum Fate: Hashable, Sendable {
    /// It is left out.
    case lost
    /// It is kept where tools don't look, and comes back with a conversion back.
    case kept
    /// It stands where it stood, against the standard of the other version.
    case standing
  }

  /// Converts a document of any version.
  ///
  /// Ids, notes, states, sizes, codes and the white space between segments go along; what the other version can't say
  /// is kept as text in its metadata, where it has a place for that.
  ///
  /// - Throws: ``Units/Malformed`` where the document is not well-formed, not XLIFF, or can't be one document of the
  ///   other version.
  public init(of text: DecodedText, to version: Version) throws(Malformed) {
    let reader = MarkupReader(text.bytes)
    do { try parse(text, receiver: reader) } catch { throw malformed(error, in: text.bytes) }
    guard let root = reader.root, root.name.local == "xliff", let family = Namespace.family(of: root.name.namespace)
    else {
      throw Malformed(at: Offset(0), problem: "not XLIFF", remedy: "give a file whose root element is xliff")
    }
    switch (family, version.family) {
    case (.one, .two):
      var upgrade = Upgrade(to: version)
      let converted = try upgrade.document(root)
      self.init(bytes: MarkupWriter.document(converted), losses: upgrade.losses.all)
    case (.two, .one):
      var downgrade = Downgrade(from: root.name.namespace)
      let converted = try downgrade.document(root)
      self.init(bytes: MarkupWriter.document(converted), losses: downgrade.losses.all)
    default: try self.init(relabelling: text, as: version)
    }
  }

  init(bytes: [UInt8], losses: [Loss]) {
    self.bytes = bytes
    self.losses = losses
  }
}

/// What a conversion has found no words for, each kind of it once.
struct Losses {
  private(set) var all: [Conversion.Loss] = []
  private var places: [Key: Int] = [:]

  private struct Key: Hashable {
    var what: String
    var fate: Conversion.Fate
  }

  /// More kinds than this are told as one.
  private static let limit = 100

  mutating func add(_ what: String, at: Int, _ fate: Conversion.Fate = .lost, count: Int = 1) {
    var key = Key(what: what, fate: fate)
    if places[key] == nil, all.count >= Self.limit { key.what = "other things" }
    if let index = places[key] {
      all[index].count += count
    } else {
      places[key] = all.count
      all.append(Conversion.Loss(what: key.what, fate: fate, count: count, at: Offset(at)))
    }
  }

  mutating func add(_ others: Losses) {
    for loss in others.all { add(loss.what, at: loss.at.bytes, loss.fate, count: loss.count) }
  }
}
