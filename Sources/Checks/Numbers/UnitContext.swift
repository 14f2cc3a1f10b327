internal import Locales
internal import YAML

/// What a text says about a number's unit besides the word behind the number: that of 20 degrees.
struct UnitContext: Sendable {
  private var words = WordTrie()
  private var units: [MeasureUnit] = []
  /// By what is measured, the words that tell it.
  private var subjects: [String: WordTrie] = [:]
  /// By unit, how much of it is likely at most where such a word stands.
  private var limits: [String: Double] = [:]
  private var endings = WordTrie()

  init(_ locale: Locale) {
    endings.insert(forms: locale.strings("numbers.endings"), entry: 0)
    for (key, forms) in locale["numbers.measures"]?.entries ?? [] {
      let unit = MeasureUnit(key.string ?? "", locale)
      if unit.isBare {
        let beside = locale["numbers.bare-units"]?[key.string ?? ""]?["beside"]?.strings ?? []
        for (name, limit) in locale["numbers.bare-units"]?[key.string ?? ""]?["at-most"]?.entries ?? [] {
          limits[name.string ?? ""] = limit.string.flatMap { Double($0) }
        }
        subjects[unit.kind, default: WordTrie()].insert(forms: beside, entry: 0)
      } else {
        words.insert(forms: forms.strings, entry: units.count)
        units.append(unit)
      }
    }
  }

  /// The units of a kind that a text names, wherever they stand.
  func units(of kind: String, in text: [UInt8]) -> [String] {
    words.matches(in: text, endings: endings).map { units[$0] }.filter { $0.kind == kind }.map(\.name)
  }

  /// How much of a unit may well be meant by a word that doesn't say which unit it is.
  func highest(of unit: String) -> Double { limits[unit] ?? .infinity }

  /// Whether a text is about what units of a kind measure: temperature.
  func isAbout(_ kind: String, _ text: [UInt8]) -> Bool {
    subjects[kind].map { !$0.matches(in: text, endings: endings).isEmpty } ?? false
  }
}
