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
    ])

  private let attributions = PerLocale { Attribution($0) }
  private let spellings = PerLocale { PressSpelling($0) }

  var rules: [Rule] { [Self.rule] }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    let (source, target) = (attributions[bitext.sourceLocale], attributions[bitext.targetLocale])
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
      let named = target.speakers(in: translation.text, press)
      guard !named.isEmpty, !Self.isAnyone(own.speakers, namedIn: unit, press) else { return }
      let present = NameSpellings.names(in: text.text).map { press.key(of: Array($0.unicodeScalars)) }
      for speaker in named where !present.contains(where: { speaker.isRendering(of: $0, press) }) {
        let other = quoted.lazy.flatMap(\.speakers).first { speaker.isRendering(of: $0.key, press) }
        guard let other, let person = own.speakers.last else { continue }
        let message = "\(other.name) says here what \(person.name) says in the source"
        report(Self.rule.finding(message, unit, index, speaker.range))
        return
      }
    }
  }

  /// Whether one of the speakers is named anywhere in the unit's target.
  private static func isAnyone(_ speakers: [Speaker], namedIn unit: Unit, _ press: PressSpelling) -> Bool {
    unit.segments.contains { segment in
      guard let text = segment.target?.text else { return false }
      return Words(text).contains { word in
        guard let name = Speaker(text, word, press) else { return false }
        return speakers.contains { name.isRendering(of: $0.key, press) }
      }
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

  func isRendering(of other: PressKey, _ press: PressSpelling) -> Bool {
    press.isRendering(key, ofLetters: name.unicodeScalars.count, of: other)
  }
}

/// The words of saying of a language.
private struct Attribution: Sendable {
  private var verbs = WordTrie()

  init(_ locale: Locale) { verbs.insert(forms: locale.strings("roles.attribution"), entry: 0) }

  /// The names beside a word of saying: the one right before it, and those after it or after one word more.
  func speakers(in text: [UInt8], _ press: PressSpelling) -> [Speaker] {
    let words = Array(Words(text))
    var result: [Speaker] = []
    for verb in words.indices where verbs.match(text, at: words[verb].lowerBound)?.end == words[verb].upperBound {
      let speaker = { (index: Int) in words.indices.contains(index) ? Speaker(text, words[index], press) : nil }
      if let before = speaker(verb - 1) { result.append(before) }
      var index = speaker(verb + 1) == nil ? verb + 2 : verb + 1
      while let after = speaker(index) {
        result.append(after)
        index += 1
      }
    }
    return result
  }
}
