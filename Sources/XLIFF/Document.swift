public import Units
public import XML

/// An XLIFF document: its text, what was read from them, and where an edit of each segment goes.
///
/// A document is never written back from the model: every change is a ``Units/Splice`` of the bytes, so what a tool put
/// into the file (extensions, comments, formatting) stays.
public struct Document: Sendable {
  /// The text that was read, with the way back to the encoding of its file.
  public let text: DecodedText
  /// The version that the document says it is.
  public let version: Version
  /// The `file` elements, in order.
  public let files: [ResourceFile]

  /// The bytes of the text, UTF-8: every place in a document is one of these.
  public var bytes: [UInt8] { text.bytes }

  /// The file with the edits done, in the encoding that it was read in: what is not edited stays as it is, byte for
  /// byte.
  ///
  /// - Throws: ``Units/Splice/Conflict`` where edits cross.
  public func file(with edits: Splice) throws(Splice.Conflict) -> [UInt8] {
    text.encoded(try edits.applied(to: bytes))
  }
}

/// A version of XLIFF.
public struct Version: Hashable, Sendable, CustomStringConvertible {
  /// The two structures that XLIFF has had.
  public enum Family: Sendable {
    /// 1.0 to 1.2: trans-units.
    case one
    /// 2.0 and later: units with segments.
    case two
  }

  /// The structure.
  public let family: Family
  /// The number, as the `version` attribute has it.
  public let label: String

  /// A version with its number.
  public init(family: Family, label: String) {
    self.family = family
    self.label = label
  }

  /// XLIFF 1.2 (OASIS Standard, 2008), written strict.
  public static let v1_2 = Version(family: .one, label: "1.2")
  /// XLIFF 2.0 (OASIS Standard, 2014).
  public static let v2_0 = Version(family: .two, label: "2.0")
  /// XLIFF 2.1 (OASIS Standard, 2018): 2.0 by another label, as nothing of ITS is written.
  public static let v2_1 = Version(family: .two, label: "2.1")
  /// XLIFF 2.2 (OASIS Standard, 2025).
  public static let v2_2 = Version(family: .two, label: "2.2")

  /// The versions that can be written.
  public static let writable: [Version] = [.v1_2, .v2_0, .v2_1, .v2_2]

  /// The namespace of a document that is written in this version.
  var namespace: String {
    switch family {
    case .one: Namespace.v1_2
    case .two: label == Self.v2_2.label ? Namespace.v2_2 : Namespace.v2_0
    }
  }

  /// The text for people.
  public var description: String { label }
}

/// A `file` of an XLIFF document: one article in two languages.
public struct ResourceFile: Sendable {
  /// The path of the article, as `original` has it.
  public var original: String
  /// The language of the sources.
  public var sourceLanguage: LanguageTag
  /// The language of the targets; nil where the file does not say.
  public var targetLanguage: LanguageTag?
  /// The name of the article's format, where the file says it.
  public var format: String?
  /// The fingerprint of the article's bytes that was taken at extraction, where the file says it.
  public var fingerprint: String?
  /// What the article says of itself, in a file that is to be written: translators read it (2.x).
  public var facts: [(name: String, value: String)] = []
  /// The units, in order.
  public var units: [Unit]
  /// For each segment of each unit, where its edits go; empty in a file that is to be written.
  public var slots: [[Slot]]
  /// For each unit, the bytes of its element: `unit`, `trans-unit`, or the `group` of its trans-units; empty in a file
  /// that is to be written.
  public var extents: [FileRange] = []
  /// What people other than the extractor wrote for each other.
  public var translatorNotes: [TranslatorNote]
  /// What a tool broke, unit by unit: such a file is read, but not merged.
  public var defects: [Defect] = []
  /// Where the file's tag stands.
  public var at: Offset<File>

  /// A file that is to be written.
  public init(
    original: String, sourceLanguage: LanguageTag, targetLanguage: LanguageTag?, format: String?,
    fingerprint: String? = nil, units: [Unit] = [], at: Offset<File> = Offset(0)
  ) {
    self.original = original
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.format = format
    self.fingerprint = fingerprint
    self.units = units
    self.slots = []
    self.translatorNotes = []
    self.at = at
  }
}

/// Something in a unit that leaves open what its translation is.
public struct Defect: Hashable, Sendable {
  /// What is wrong, the unit's name included, and what to do.
  public var message: String
  /// Where.
  public var at: Offset<File>

  /// Something that is wrong at a place.
  public init(message: String, at: Offset<File>) {
    self.message = message
    self.at = at
  }
}

/// A note that the extractor did not write.
public struct TranslatorNote: Hashable, Sendable {
  /// The unit it belongs to.
  public var unit: UnitID
  /// What it says.
  public var text: String
  /// Where it stands.
  public var at: FileRange
}

/// Where in the bytes the parts of a segment lie.
public struct Slot: Hashable, Sendable {
  /// The segment's element (`segment`, `ignorable`, or `trans-unit`); nil where it is one of several in a trans-unit.
  public var element: FileRange?
  /// Where the tag of the `unit` or `trans-unit` begins that it is in.
  public var unit: Offset<File>
  /// The `source` element's content, or that of its `mrk`.
  public var source: FileRange
  /// The bytes of each code of the source, parallel to `source.codes`.
  public var codes: [FileRange] = []
  /// The content of the target; nil where there is none.
  public var target: FileRange?
  /// The start tag of the target, or of its `mrk`; nil where there is none.
  ///
  /// `<target/>` is a start tag, too.
  public var targetTag: FileRange?
  /// Where a new `target` element goes: behind the source.
  public var insertion: Offset<File>
  /// The tag whose attribute is the state: `segment` in 2.x, `target` in 1.x where there is one.
  public var stateTag: FileRange?
  /// The `mid` that joins a segment of `seg-source` with its target (1.2); nil elsewhere.
  public var mid: String?
  /// White space that stands before `source`, to put before a new `target`.
  public var indentation: FileRange
}
