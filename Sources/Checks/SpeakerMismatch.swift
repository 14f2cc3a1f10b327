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
        "kk", "Оразбековтің айтуынша, өнім өсті.‖«Иә», – деді Оразбеков.",
        "en", "According to Orazbekov, output grew.‖“Yes,” said Orazbekov."),
      Example(
        "kk", "Оразбековтің айтуынша, өнім өсті.‖Оның айтуынша, Онин келді.",
        "en", "According to Orazbekov, output grew.‖Onin came, he said."),
      Example(
        "en", "The meeting is off, the White House said.‖“It is on,” said Wallace.",
        "ru", "Встречи не будет, заявил Белый дом.‖«Она будет», — сказал Уоллес."),
    ])

  private let attributions = PerLocale { Attribution($0) }
  private let spellings = PerLocale { PressSpelling($0) }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let source = attributions[bitext.sourceLocale]
    let press = spellings[bitext.targetLocale]
    let sourceEndings = spellings[bitext.sourceLocale].endingLimit
    var quoted: [(unit: UnitID, segment: Int, speakers: [Speaker])] = []
    var everyone: [Speaker] = []
    var names: Set<String> = []
    bitext.eachTranslation { unit, index, text, _ in
      let speakers = source.speakers(in: text.text, press)
      if !speakers.isEmpty { quoted.append((unit.id, index, speakers)) }
      for speaker in speakers where names.insert(speaker.name).inserted { everyone.append(speaker) }
    }
    guard quoted.count > 1 else { return }
    var next = quoted[...]
    bitext.eachTranslation { unit, index, text, translation in
      guard let own = next.first, own.unit == unit.id, own.segment == index else { return }
      next.removeFirst()
      let rendered = unit.segments.flatMap { Speaker.all(in: $0.target?.text ?? [], press) }
      let lost = own.speakers.filter { speaker in !rendered.contains { $0.mayBe(speaker.key, press, sourceEndings) } }
      guard let person = lost.last else { return }
      let present = NameSpellings.names(in: text.text).map { press.key(of: Array($0.unicodeScalars)) }
      // The verb may stand far from its subject: whoever is named in place of the lost speaker says it.
      for speaker in Speaker.all(in: translation.text, press)
      where !present.contains(where: { speaker.mayBe($0, press, sourceEndings) }) {
        guard let other = everyone.first(where: { speaker.isRendering(of: $0.key, press) }) else { continue }
        let message = "\(other.name) says here what \(person.name) says in the source"
        report(Self.rule.finding(message, unit, index, speaker.range))
        return
      }
    }
  }
}

/// A capitalised word that may be a speaker's name.
private struct Speaker {
  var range: Range<Int>
  var name: String
  var letters: Int
  var key: PressKey

  /// Nil for a word in small letters or wholly in capitals, and for one too short to be compared by its sound.
  init?(_ text: [UInt8], _ range: Range<Int>, _ press: PressSpelling) {
    guard Letters.beginsWithCapital(text, range) else { return nil }
    name = String(decoding: text[range], as: UTF8.self)
    let scalars = Array(name.unicodeScalars)
    guard scalars.contains(where: { $0.properties.isLowercase }) else { return nil }
    letters = scalars.count
    key = press.key(of: scalars)
    guard key.sounds.count >= 4 else { return nil }
    self.range = range
  }

  /// The words of a text that may be names.
  static func all(in text: [UInt8], _ press: PressSpelling) -> [Speaker] {
    Words(text).compactMap { Speaker(text, $0, press) }
  }

  func isRendering(of other: PressKey, _ press: PressSpelling) -> Bool {
    press.isRendering(key, ofLetters: letters, of: other)
  }

  /// Whether either name is the other's rendering: the source's may be the inflected one, by an ending of so many letters.
  func mayBe(_ other: PressKey, _ press: PressSpelling, _ sourceEndings: Int) -> Bool {
    isRendering(of: other, press)
      || press.isRendering(other, ofLetters: other.ends.last ?? 0, of: key, endingLimit: sourceEndings)
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
      guard let end = verbs.match(text, at: words[verb].lowerBound)?.end,
        !Letters.beginsWithCapital(text, words[verb])
      else { continue }
      if verb > 0, isOneSpace(text[words[verb - 1].upperBound..<words[verb].lowerBound]),
        let before = Speaker(text, words[verb - 1], press), !openers.contains(before.name)
      {
        result.append(before)
      }
      var last = end
      for word in words[verb...].drop(while: { $0.lowerBound < end }) {
        // The full stop is that of a title.
        guard Letters.beginsWithCapital(text, word),
          text[last..<word.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x2E })
        else { break }
        if let after = Speaker(text, word, press), !openers.contains(after.name) { result.append(after) }
        last = word.upperBound
      }
    }
    return result
  }

  private func isOneSpace(_ gap: ArraySlice<UInt8>) -> Bool { gap.elementsEqual([0x20]) }
}
