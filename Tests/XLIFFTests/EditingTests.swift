import Testing
import Units
import XLIFF

/// Edits of one target, in every file of other projects that is valid.
struct EditingTests {
  private static let text = "Жаңа <мәтін> & ]]>"

  private typealias Place = (file: Int, unit: Int, segment: Int)

  /// A few segments of a document: the first ones and the last.
  private func places(in document: Document) -> [Place] {
    let all = document.files.indices.flatMap { file in
      document.files[file].units.indices.flatMap { unit in
        document.files[file].units[unit].segments.indices.map { (file: file, unit: unit, segment: $0) }
      }
    }
    return all.indices.filter { $0 < 3 || $0 == all.count - 1 }.map { all[$0] }
  }

  private func segments(of document: Document) -> [Segment] {
    document.files.flatMap(\.units).flatMap(\.segments).map { segment in
      var segment = segment
      (segment.sourcePlace, segment.targetPlace) = (nil, nil)
      return segment
    }
  }

  /// The errors but those of spans that end in another segment, whose target is left as it is, and of lengths.
  private func errors(in file: [UInt8]) throws -> Set<String> {
    let others = [" sc)", " ec)", " sm)", " em)", "codepoints)"]
    return Set(
      try validate(file).filter { $0.severity == .error }.map(\.message).filter { message in
        !others.contains { message.hasSuffix($0) }
      })
  }

  /// The target is the new one, every other segment is what it was, and what was valid still is.
  private func expect(
    _ edit: Splice, at place: Place, in document: Document, file: [UInt8],
    sets target: Content, _ name: String
  ) throws {
    let edited = try document.file(with: edit)
    let again = try Document(reading: edited)
    let index =
      document.files[..<place.file].flatMap(\.units).flatMap(\.segments).count
      + document.files[place.file].units[..<place.unit].flatMap(\.segments).count + place.segment
    var (before, after) = (segments(of: document), segments(of: again))
    #expect(before.count == after.count, "\(name)")
    guard after.indices.contains(index) else { return }
    let name = "\(name) \(before[index].id ?? "")"
    #expect(after[index].target?.text == target.text, "\(name)")
    #expect(after[index].target?.codes.map(\.at) == target.codes.map(\.at), "\(name)")
    // Whether the unit is approved shows in the state of a target only.
    (before[index].target, before[index].state) = (nil, after[index].state)
    after[index].target = nil
    let other = before.indices.first { before[$0] != after[$0] }
    #expect(other == nil, "\(name): \(other.map { (before[$0], after[$0]) } as Any)")
    // Nothing is touched but what lies inside of the segment's element.
    let slot = document.files[place.file].slots[place.unit][place.segment]
    for range in edit.edits.map(\.range) {
      #expect(range.lowerBound >= slot.source.upperBound, "\(name)")
      if let element = slot.element { #expect(range.upperBound <= element.upperBound, "\(name)") }
    }
    let low = try #require(edit.edits.map(\.range.lowerBound.bytes).min())
    let high = try #require(edit.edits.map(\.range.upperBound.bytes).max())
    #expect(again.bytes.starts(with: document.bytes[..<low]), "\(name)")
    #expect(again.bytes.suffix(document.bytes.count - high) == document.bytes[high...], "\(name)")
    let broken = try errors(in: edited).subtracting(errors(in: file))
    #expect(broken == [], "\(name): \(broken)")
  }

  /// Makes an edit of some segments of every valid file; nil is one that can't be made.
  private func expectEdits(_ edit: (Document, Place, Segment) -> (edit: Splice, target: Content)?) throws -> Int {
    var edits = 0
    for row in try ConformanceSuite.rows() where row.expected == "valid" && row.confidence == "firm" {
      let file = try row.bytes()
      let document = try Document(reading: file)
      // A target needs a language, which only its translator can name.
      for place in places(in: document) where document.files[place.file].targetLanguage != nil {
        let segment = document.files[place.file].units[place.unit].segments[place.segment]
        guard let (edit, target) = edit(document, place, segment) else { continue }
        edits += 1
        do { try expect(edit, at: place, in: document, file: file, sets: target, row.path) } catch {
          Issue.record("\(row.path) \(segment.id ?? ""): \(error)")
        }
      }
    }
    return edits
  }

  /// A trans-unit that is segmented by markers, as a part of a group, is not approved any more.
  @Test func takesBackTheApprovalOfAMarkersTransUnit() throws {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en"
      target-language="kk" datatype="x-a"><body><group id="p1"><trans-unit id="p1.1" approved="yes"><source>One.</source>
      <seg-source><mrk mtype="seg" mid="7">One.</mrk></seg-source><target><mrk mtype="seg" mid="7">Бір.</mrk></target>
      </trans-unit></group></body></file></xliff>
      """
    let document = try Document(reading: Array(text.utf8))
    let edit = document.settingTranslated(file: 0, unit: 0, segment: 0)
    let edited = String(decoding: try document.file(with: edit), as: UTF8.self)
    #expect(edited == text.replacing(" approved=\"yes\"", with: ""))
  }

  /// An empty marker of a segment is one tag, a code that stands alone may have an end tag.
  @Test func fillsAnEmptyMarkerWithACodeOfTwoTags() throws {
    let bytes = Array(
      """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en"
      target-language="kk" datatype="x-a"><body><trans-unit id="1"><source>One<x id="1"></x></source><seg-source><mrk
      mtype="seg" mid="7">One<x id="1"></x></mrk></seg-source><target><mrk mtype="seg" mid="7" /></target></trans-unit>
      </body></file></xliff>
      """.utf8)
    let document = try Document(reading: bytes)
    let edit = try #require(document.settingTarget([.code(0), .text([0x78])], file: 0, unit: 0, segment: 0))
    let text = String(decoding: try document.file(with: edit), as: UTF8.self)
    #expect(text.contains(#"<target><mrk mtype="seg" mid="7" ><x id="1"></x>x</mrk></target>"#), "\(text)")
  }

  @Test(.enabled(if: sharedXLIFF != nil)) func setsOneTargetInAnyValidFile() throws {
    let edits = try expectEdits { document, place, segment in
      let codes = segment.source.codes.map { code in
        var code = code
        code.at = Offset(0)
        return code
      }
      let parts = codes.indices.map { Document.TargetPart.code($0) } + [.text(Array(Self.text.utf8))]
      return document.settingTarget(parts, file: place.file, unit: place.unit, segment: place.segment).map {
        ($0, Content(text: Array(Self.text.utf8), codes: codes))
      }
    }
    #expect(edits > 500)
  }

  @Test(.enabled(if: sharedXLIFF != nil)) func mendsOneTargetInAnyValidFile() throws {
    let edits = try expectEdits { document, place, segment in
      guard var target = segment.target, let first = target.string.unicodeScalars.first else { return nil }
      let count = String(first).utf8.count
      let edit = document.replacing(
        Offset(0)..<Offset(count), with: "<&", file: place.file, unit: place.unit, segment: place.segment)
      target.text.replaceSubrange(..<count, with: "<&".utf8)
      for index in target.codes.indices where target.codes[index].at.bytes > 0 {
        target.codes[index].at = Offset(target.codes[index].at.bytes + 2 - count)
      }
      return edit.map { ($0, target) }
    }
    #expect(edits > 200)
  }
}
