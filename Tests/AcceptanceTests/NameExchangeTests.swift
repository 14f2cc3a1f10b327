import Foundation
import TestSupport
import Testing

/// Texts that differ from those of the memory in names of the glossary: the translation gets the text's own names, where
/// their form is certain.
struct NameExchangeTests {
  private let workspace: Workspace
  private static let glossary = """
    concepts:
      - {id: alimov, kind: person, source: made up, en: Marat Alimov, ru: {term: Марат Алимов, gender: masculine}, kk: Марат Әлімов}
      - {id: seitov, kind: person, source: made up, en: Serik Seitov, ru: {term: Серик Сеитов, gender: masculine}, kk: Серік Сейітов}
      - {id: omarova, kind: person, source: made up, en: Aliya Omarova, ru: {term: Алия Омарова, gender: feminine}, kk: Әлия Омарова}
      - {id: semey, kind: place, source: made up, en: Semey, ru: Семей, kk: Семей}
      - {id: taraz, kind: place, source: made up, en: Taraz, ru: Тараз, kk: Тараз}
      - {id: shu, kind: place, status: proposed, source: made up, en: Shu, ru: Шу, kk: Шу}
      - {id: karaganda, kind: place, source: made up, en: Karaganda, ru: Караганда, kk: Қарағанды}

    """
  private static let memory = [
    ("Marat Alimov opened the bridge.", "ru", "Марат Алимов открыл мост."),
    ("They gave 5 medals to Alimov.", "ru", "Они вручили 5 медалей Алимову."),
    ("It rained in Semey.", "ru", "В Семее шёл дождь."),
    ("Alimov spoke.", "ru", "Алимов сказал, что Алимова ждут."),
    ("Alimov came from Semey to Taraz.", "kk", "Әлімов Семейден Таразға келді."),
    ("Marat Alimov left.", "ru", "Марат <ph x='1'/>Алимов уехал."),
  ]

  init() throws {
    workspace = try Workspace()
    try workspace.write(Array(Self.glossary.utf8), "names.yaml")
    let units = Self.memory.map { source, language, target in
      "<tu><tuv xml:lang=\"en\"><seg>\(source)</seg></tuv><tuv xml:lang=\"\(language)\"><seg>\(target)</seg></tuv></tu>"
    }
    let tmx = "<tmx version=\"1.4\"><header srclang=\"en\"/><body>\(units.joined())</body></tmx>"
    try workspace.write(Array(tmx.utf8), "m.tmx")
    _ = try Tool.run(["memory", "import", "m.tmx", "--memory", "m.sqlite"], in: workspace.path)
  }

  @Test(arguments: [
    ("Serik Seitov opened the bridge.", "ru", "99 % names", "Серик Сеитов открыл мост."),
    ("They gave 7 medals to Seitov.", "ru", "99 % names", "Они вручили 7 медалей Сеитову."),
    ("It rained in Taraz.", "ru", "99 % names", "В Таразе шёл дождь."),
    // The suffixes follow the sounds of the name.
    ("Seitov came from Karaganda to Semey.", "kk", "99 % names", "Сейітов Қарағандыдан Семейге келді."),
    // Which the editors have not decided on.
    ("Alimov came from Semey to Shu.", "kk", "84 % fuzzy", "Әлімов Семейден Таразға келді."),
    // Another gender, as much of the name, and which of two: nobody is sure.
    ("Aliya Omarova opened the bridge.", "ru", "68 % fuzzy", "Марат Алимов открыл мост."),
    ("It rained in Karaganda.", "ru", "60 % fuzzy", "В Семее шёл дождь."),
    ("Seitov opened the bridge.", "ru", "70 % fuzzy", "Марат Алимов открыл мост."),
    ("Seitov spoke.", "ru", "76 % fuzzy", "Алимов сказал, что Алимова ждут."),
    // A code stands inside of the name.
    ("Serik Seitov left.", "ru", "61 % fuzzy", "Марат Алимов уехал."),
  ])
  func putsTheNamesIntoTheTranslation(_ text: String, _ language: String, _ kind: String, _ target: String) throws {
    let arguments = [
      "memory", "find", text, "--from", "en", "--to", language, "--memory", "m.sqlite", "--least", "60", "--limit", "1",
    ]
    let found = try Tool.run(arguments + ["--glossary", "names.yaml"], in: workspace.path)
    #expect(found.output.hasPrefix("\(kind)\n") && found.output.hasSuffix("\n  \(target)\n"), "\(found)")
    // Without a glossary no name is known.
    #expect(try !Tool.run(arguments, in: workspace.path).output.contains("names"))
  }

  /// A translator sees what was done, and nobody takes it for somebody's translation.
  @Test(arguments: [("1.2", "match-quality=\"99%\""), ("2.0", "type=\"am\"")])
  func marksWhatItPutTogether(_ version: String, _ mark: String) throws {
    try workspace.write(Array("It rained in Taraz.\n".utf8), "a.md")
    let result = try Tool.run(
      [
        "extract", "a.md", "--from", "en", "--to", "ru", "--xliff", version, "--memory", "m.sqlite", "--fill", "75",
        "--glossary", "names.yaml", "-o", "a.xlf",
      ], in: workspace.path)
    #expect(result.status == 0, "\(result.errors)")
    let xliff = String(decoding: try #require(workspace.read("a.xlf")), as: UTF8.self)
    #expect(xliff.contains("origin=\"l10n memory, names replaced\"") && xliff.contains(mark), "\(xliff)")
    let merge = try Tool.run(["merge", "a.xlf", "-o", "-"], in: workspace.path)
    #expect(merge.status == 1 && merge.errors.contains("that nobody has confirmed"), "\(merge.errors)")
  }
}
