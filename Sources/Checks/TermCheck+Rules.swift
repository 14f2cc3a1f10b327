internal import Units

extension TermCheck {
  /// The source names a concept that the target does not name.
  public static let missing = Rule(
    "term-missing", .error, activation: .withGlossary, options: .choices(["scope": Scope.allCases.map(\.rawValue)]),
    summary: "A name of the source is missing in the translation.",
    examples: [
      Example("en", "Kazatomprom opened a mine.", "ru", "Компания открыла рудник.", findsSegment: true),
      Example("en", "Kazatomprom opened a mine.", "ru", "Рудник открыл «Казатомпром»."),
      Example("en", "Kazakhstan signed the treaty.", "kk", "Шартқа Қазақстан қол қойды."),
      Example("en", "Kazakhstan signed the treaty.", "kk", "Шартқа қол қойылды.", findsSegment: true),
      Example("en", "He flew to Astana.", "ru", "Он вылетел в ⟦Кабул⟧."),
      Example("en", "The Astana Times asked him.", "kk", "Оған Astana Times сұрақ қойды."),
    ])

  /// The target has something close to a name.
  public static let variant = Rule(
    "term-variant", .error, activation: .withGlossary,
    summary: "A name is misspelled or stands in a form that it does not have.",
    examples: [
      Example("en", "Serik Zhumangarin will fly to Kabul.", "ru", "В Кабул вылетит ⟦Серик Жумангалин⟧."),
      Example("en", "Talks with Zhumangarin went on.", "ru", "Переговоры с Жумангариным продолжились."),
      Example("en", "Talks with Zhumangarin went on.", "ru", "Переговоры с ⟦Жумангариной⟧ продолжились."),
      Example("en", "Serik Zhumangarin was thanked.", "ru", "Поблагодарили ⟦Серика Жумангарину⟧."),
      Example("en", "He met Serik Zhumangarin.", "ru", "Он встретился с ⟦Сериком Жумангарину⟧."),
      Example("en", "He met Serik Zhumangarin.", "ru", "Встреча с вице-премьером ⟦Бериком Жумангариным⟧."),
      Example("en", "He met Serik Zhumangarin.", "ru", "Он встретился с С. Жумангариным и с министром Жумангариным."),
      Example("en", "Serik Zhumangarin came.", "kk", "Кездесуге ⟦Нұрлан Жұманғарин⟧ келді."),
      Example("en", "Serik Zhumangarin came.", "kk", "Министр Жұманғарин келді."),
      Example(
        "en", "Serik Zhumangarin came, they met.", "ru", "С ⟦Жумангалиным⟧ встретились: Серик Жумангарин приехал."),
      Example("en", "Kazatomprom grew.", "ru", "⟦КазАтомПром⟧ вырос."),
      Example("en", "Kazatomprom grew.", "kk", "⟦Казатомпромның⟧ кірісі өсті."),
      Example("en", "Kazakhstan grew.", "kk", "⟦Қaзақстанның⟧ экономикасы өсті."),
    ])

  /// The target has a name in the nominative where it cannot stand.
  public static let termCase = Rule(
    "term-case", .warning, activation: .withGlossary,
    summary: "A name is not inflected after a preposition that takes other cases.",
    examples: [
      Example("en", "He spoke with Zhumangarin.", "ru", "Он говорил с ⟦Жумангарин⟧."),
      Example("en", "He came to Kazatomprom.", "ru", "Он пришёл к «⟦Казатомпром⟧»."),
      Example("en", "He came to Kazatomprom.", "ru", "Он пришёл в «Казатомпром»."),
      Example("en", "He spoke with Kazatomprom.", "ru", "Он говорил с АО «Казатомпром»."),
      Example("en", "He flew from Almaty.", "ru", "Он вылетел из Алматы."),
    ])

  /// The target has a name that the editors do not want.
  public static let deprecated = Rule(
    "term-deprecated", .error, activation: .withGlossary,
    summary: "A name is used that the glossary lists as deprecated.",
    examples: [
      Example("en", "He flew to Almaty.", "kk", "Ол ⟦Алма-Атаға⟧ ұшты."),
      Example("en", "He flew to Almaty.", "kk", "Ол Алматыға ұшты."),
    ])
}
