internal import Locales
internal import Terminology
internal import Units

/// Words that the target gives to another speaker of the article.
struct SpeakerMismatch: Check {
  static let rule = Rule(
    "speaker-mismatch", .error, summary: "The target names another speaker than the source.",
    examples: [
      Example(
        "en", "“We grow,” said Orazbek.‖“They do,” said Zhumangarin.",
        "ru", "«Мы растём», — сказал ⟦Жумангарин⟧.‖«Да», — сказал Жумангарин."),
      Example(
        "en", "“We grow,” said Orazbek.‖“They do,” said Zhumangarin.",
        "ru", "«Мы растём», — сказал Оразбек.‖«Да», — сказал Жумангарин."),
      Example(
        "en", "“We grow,” Orazbek said.‖Zhumangarin added that they do.",
        "kk", "«Біз өсіп келеміз», – деді ол.‖Жұманғарин мұны қосты."),
      Example(
        "en", "“We grow,” Orazbek said.‖Zhumangarin added that they do.",
        "kk", "«Біз өсіп келеміз», – деді ⟦Жұманғарин⟧.‖Жұманғарин мұны қосты."),
      Example(
        "kk", "Оразбековтің айтуынша, өнім өсті.‖«Иә», – деді Жұманғарин.",
        "en", "According to Orazbekov, output grew.‖“Yes,” said Zhumangarin."),
      Example(
        "kk", "Оразбековтің айтуынша, өнім өсті.‖Оның айтуынша, Онин келді.",
        "en", "According to Orazbekov, output grew.‖Onin came, he said."),
    ])

  private let attributions = PerLocale { Attribution($0) }
  private let spellings = PerLocale { PressSpelling($0) }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let source = attributions[bitext.sourceLocale]
    let press = spellings[bitext.targetLocale]
    var quoted: [(unit: UnitID, segment: Int, speakers: [Speaker])] = []
    bitext.eachTranslation { unit, index, text, _ in
      let speakers = source.speakers(in: text.text, press)
      if !speakers.isEmpty { quoted.append((unit.id, index, speakers)) }
    }
    guard quoted.count > 1 else { return }
    var next = quoted[...]
    bitext.eachTranslation { unit, index, text, translation in
      guard let own = next.first, own.unit == unit.id, own.segment == index else { return }
      next.removeFirst()
      let lost = own.speakers.filter { !Self.isNamed($0, in: unit, press) }
      guard let person = lost.last else { return }
      let present = NameSpellings.names(in: text.text).map { press.key(of: Array($0.unicodeScalars)) }
      // The verb may stand far from its subject: whoever is named in place of the lost speaker says it.
      let named = Words(translation.text).compactMap { Speaker(translation.text, $0, press) }
      for speaker in named where !present.contains(where: { speaker.isRendering(of: $0, press) }) {
        let other = quoted.lazy.flatMap(\.speakers).first { speaker.isRendering(of: $0.key, press) }
        guard let other else { continue }
        let message = "\(other.name) says here what \(person.name) says in the source"
        report(Self.rule.finding(message, unit, index, speaker.range))
        return
      }
    }
  }

  /// Whether a speaker is named anywhere in the unit's target.
  private static func isNamed(_ speaker: Speaker, in unit: Unit, _ press: PressSpelling) -> Bool {
    unit.segments.contains { segment in
      guard let text = segment.target?.text else { return false }
      return Words(text).contains { Speaker(text, $0, press)?.isRendering(of: speaker.key, press) ?? false }
    }
  }
}

/// A capitalised word that may be a speaker's name.
private struct Speaker {
  var range: Range<Int>
  var name: String
  var key: PressKey

  /// Nil for a word in small letters or wholly in capitals, and for one too short to be compared by its sound.
  init?(_ text: [UInt8], _ range: Range<Int>, _ press: PressSpelling) {
    name = String(decoding: text[range], as: UTF8.self)
    let scalars = Array(name.unicodeScalars)
    guard let first = scalars.first, first.properties.isUppercase,
      scalars.contains(where: { $0.properties.isLowercase })
    else { return nil }
    key = press.key(of: scalars)
    guard key.sounds.count >= 4 else { return nil }
    self.range = range
  }

  /// Either name may have an ending that the other has not.
  func isRendering(of other: PressKey, _ press: PressSpelling) -> Bool {
    press.isRendering(key, ofLetters: name.unicodeScalars.count, of: other)
      || press.isRendering(other, ofLetters: other.ends.last ?? 0, of: key)
  }
}

/// The words of saying of a language.
private struct Attribution: Sendable {
  private var verbs = WordTrie()
  /// Words that have a capital only because a sentence begins with them.
  private let openers: Set<String>

  init(_ locale: Locale) {
    verbs.insert(forms: locale.strings("roles.attribution"), entry: 0)
    openers = Set(locale.strings("sentences.openers"))
  }

  /// The names right before a word of saying and right after it.
  func speakers(in text: [UInt8], _ press: PressSpelling) -> [Speaker] {
    let words = Array(Words(text))
    var result: [Speaker] = []
    for verb in words.indices {
      // With a capital it is another word: the States.
      guard !isCapital(text, words[verb]), let end = verbs.match(text, at: words[verb].lowerBound)?.end else {
        continue
      }
      if verb > 0, isOneSpace(text[words[verb - 1].upperBound..<words[verb].lowerBound]),
        let before = Speaker(text, words[verb - 1], press), !openers.contains(before.name)
      {
        result.append(before)
      }
      var last = end
      for word in words[verb...].drop(while: { $0.lowerBound < end }) {
        // The full stop is that of a title.
        guard isCapital(text, word), text[last..<word.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x2E }) else {
          break
        }
        if let after = Speaker(text, word, press), !openers.contains(after.name) { result.append(after) }
        last = word.upperBound
      }
    }
    return result
  }

  private func isOneSpace(_ gap: ArraySlice<UInt8>) -> Bool { gap.elementsEqual([0x20]) }

  private func isCapital(_ text: [UInt8], _ word: Range<Int>) -> Bool {
    String(decoding: text[word].prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isUppercase ?? false
  }
}
