internal import JSON
import Units

/// What a localized copy of a ninjs article says of itself.
struct NinjsMetadata {
  private let document: NinjsDocument
  private let bytes: [UInt8]

  private let options: NinjsOptions
  /// The role or the name that leads to the source, as it is written in a string.
  private let relation: String

  init(_ document: NinjsDocument, _ bytes: [UInt8], _ options: NinjsOptions) {
    self.document = document
    self.bytes = bytes
    self.options = options
    relation = Self.written(options.translationOf ?? "translationOf", in: bytes)
  }

  private static func written(_ text: String, in bytes: [UInt8]) -> String {
    String(decoding: JSONString(writtenAs: bytes).encode(Array(text.utf8)[...]), as: UTF8.self)
  }

  /// The edits that make a copy in a language of the article.
  func splice(for language: LanguageTag) -> Splice {
    var splice = Splice()
    setLanguage(language, &splice)
    if let uri = document.members.first(where: { $0.path == ["uri"] && $0.kind == .string }) {
      rename(uri, language, &splice)
      nameOriginal(uri, &splice)
    }
    for member in document.members where member.kind == .number && member.path.last.map(NinjsDocument.isCount) == true {
      drop(member, &splice)
    }
    return splice
  }

  /// Gives the copy a name of its own, around that of the source.
  private func rename(_ uri: NinjsDocument.Member, _ language: LanguageTag, _ splice: inout Splice) {
    let pattern = (options.uri ?? "{uri}-{lang}").replacing("{lang}", with: language.bcp47)
    guard let place = pattern.firstRange(of: "{uri}") else { return }
    let inside = uri.value.lowerBound + 1..<uri.value.upperBound - 1
    func insert(_ text: Substring, _ at: Int) {
      if text.isEmpty { return }
      splice.replace(FileRange(bytes: at..<at), with: Array(Self.written(String(text), in: bytes).utf8))
    }
    insert(pattern[..<place.lowerBound], inside.lowerBound)
    insert(pattern[place.upperBound...], inside.upperBound)
  }

  /// Sets the language of the article and of those inside of it that are in the same one; another one's stays.
  private func setLanguage(_ language: LanguageTag, _ splice: inout Splice) {
    let members = document.members.filter { member in
      let depth = document.profile.texts.articleDepth(of: member.path)
      return member.kind == .string && member.path.count == depth + 1 && member.path.last == "language"
    }
    let own = members.first { $0.path.count == 1 }
    let primary = (own ?? members.first).flatMap { primaryLanguage($0) }
    for member in members where primaryLanguage(member) == primary {
      splice.replace(
        FileRange(bytes: member.value.lowerBound + 1..<member.value.upperBound - 1), with: Array(language.bcp47.utf8))
    }
    if !document.keys.contains("language"), let start = document.firstGap?.upperBound {
      let member = Array("\"language\":\(space)\"\(language)\",\(gap)".utf8)
      splice.replace(FileRange(bytes: start..<start), with: member)
    }
  }

  private func primaryLanguage(_ member: NinjsDocument.Member) -> String? {
    let text = bytes[member.value].dropFirst().dropLast()
    return LanguageTag(String(decoding: text, as: UTF8.self))?.language
  }

  /// The blank behind colons, as the document has it.
  private var space: String { bytes.firstRange(of: Array("\": ".utf8)) == nil ? "" : " " }

  /// What stands between two members, as the document has it.
  private var gap: String {
    guard let first = document.firstGap, !first.isEmpty else { return space }
    return String(decoding: bytes[first], as: UTF8.self)
  }

  private func nameOriginal(_ uri: NinjsDocument.Member, _ splice: inout Splice) {
    let value = String(decoding: bytes[uri.value], as: UTF8.self)
    let (list, opener): (String, String)
    let entry: String
    switch document.profile.origin {
    case .identifiers(let key):
      (list, opener) = (key, "[")
      entry = "{\"role\":\(space)\"\(relation)\",\(space)\"value\":\(space)\(value)}"
    case .association:
      (list, opener) = ("associations", "{")
      entry = "\"\(relation)\":\(space){\"uri\":\(space)\(value)}"
    }
    if let old = document.members.first(where: { $0.path == [list] }) {
      guard old.kind == (opener == "[" ? .beginArray : .beginObject) else { return }
      let start = old.value.upperBound
      let isEmpty = bytes[start...].first { !$0.isHTMLSpace }.map { $0 == 0x5D || $0 == 0x7D } ?? true
      splice.replace(FileRange(bytes: start..<start), with: Array((entry + (isEmpty ? "" : ",\(space)")).utf8))
    } else {
      let closer = opener == "[" ? "]" : "}"
      let member = ",\(gap)\"\(list)\":\(space)\(opener)\(entry)\(closer)"
      splice.replace(FileRange(bytes: uri.value.upperBound..<uri.value.upperBound), with: Array(member.utf8))
    }
  }

  /// Counts of characters and words hold for the original only.
  private func drop(_ member: NinjsDocument.Member, _ splice: inout Splice) {
    if member.isFirst {
      var end = member.value.upperBound
      while end < bytes.count, bytes[end].isHTMLSpace { end += 1 }
      let hasNext = end < bytes.count && bytes[end] == UInt8(ascii: ",")
      let range = FileRange(bytes: member.key.lowerBound..<(hasNext ? end + 1 : member.value.upperBound))
      splice.replace(range, with: [UInt8]())
    } else {
      splice.replace(FileRange(bytes: member.previousEnd..<member.value.upperBound), with: [UInt8]())
    }
  }
}
