import Locales
import Terminology
import Units

/// What is wrong with the names of a text by itself, whatever the source has.
extension TermCheck {
  /// Reports names that stand in the nominative after a preposition that takes other cases.
  func checkCases(
    _ matches: [TermMatch], _ unit: Unit, _ index: Int, _ text: [UInt8], _ report: (Finding) -> Void
  ) {
    let places = Dictionary(grouping: matches, by: \.range).sorted { $0.key.lowerBound < $1.key.lowerBound }
    for (_, rivals) in places {
      guard let diagnosis = target.diagnoseCase(of: rivals, in: text) else { continue }
      report(finding(Self.termCase, diagnosis, rivals[0].concept, unit, index))
    }
  }

  /// The concepts that a name of the source may mean: of several, those beside whose context words it stands.
  func meant(_ concepts: [Int], in text: [UInt8]) -> [Int] {
    guard concepts.count > 1 else { return concepts }
    let words = String(decoding: text, as: UTF8.self).lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    let near = concepts.filter { concept in
      source.glossary.concepts[concept].context.contains { phrase in
        let wanted = phrase.lowercased().split(separator: " ")
        return wanted.allSatisfy { word in words.contains { Self.isForm($0, of: word) } }
      }
    }
    return near.isEmpty ? concepts : near
  }

  /// Whether a word may be a form of a context word: they differ in no more than the ending.
  private static func isForm(_ word: Substring, of lemma: Substring) -> Bool {
    let common = zip(word, lemma).prefix { $0 == $1 }.count
    return word == lemma || common >= max(4, lemma.count - 2) && word.count <= lemma.count + 4
  }

  /// Reports deprecated forms; true where none was found.
  func deprecated(
    _ found: [TermMatch], _ concepts: [Int], _ unit: Unit, _ index: Int, _ text: [UInt8], _ report: (Finding) -> Void
  ) -> Bool {
    // Where another concept of the name is rendered rightly with the same words, they are not wrong.
    let right = found.filter { $0.status != .deprecated }.map(\.range)
    var isClean = true
    for match in found where match.status == .deprecated && !right.contains(match.range) {
      isClean = false
      report(deprecated(match, unit, index, text))
    }
    return isClean
  }

  /// Reports deprecated forms that the source's names do not ask for: those that are never to be used (`always`), and
  /// those of the source itself, which a translator cannot mend.
  func deprecatedElsewhere(
    _ wanted: [TermMatch], _ found: [TermMatch], _ unit: Unit, _ index: Int, _ text: [UInt8],
    _ report: (Finding) -> Void
  ) {
    for match in found where match.status == .deprecated && target.glossary.concepts[match.concept].always {
      if found.contains(where: { $0.range == match.range && $0.status != .deprecated }) { continue }
      report(deprecated(match, unit, index, text))
    }
    for match in wanted where match.status == .deprecated {
      if wanted.contains(where: { $0.range == match.range && $0.status != .deprecated }) { continue }
      let preferred = source.glossary.concepts[match.concept].term(in: source.locale.tag)?.preferred ?? ""
      let message = "the source has \(match.term), which is not to be used; it should have \(preferred)"
      var result = finding(Self.deprecated, match.concept, message, unit, index, nil, nil)
      result.severity = min(result.severity, .warning)
      report(result)
    }
  }

  private func deprecated(_ match: TermMatch, _ unit: Unit, _ index: Int, _ text: [UInt8]) -> Finding {
    let written = String(decoding: text[match.range.bytes], as: UTF8.self)
    let form = target.preferredForm(of: match, in: text)
    let preferred = form ?? target.glossary.concepts[match.concept].term(in: target.locale.tag)?.preferred ?? ""
    return finding(
      Self.deprecated, match.concept, "\(written) is not to be used; write \(preferred)", unit, index, match.range, form
    )
  }
}
