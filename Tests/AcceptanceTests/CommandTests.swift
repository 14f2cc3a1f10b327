import Foundation
import TestSupport
import Testing

/// The commands as people type them, on a fixture of our own.
struct CommandTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write(try Fixture.bytes("articles/terminal.txt"), "src/terminal.txt")
  }

  @discardableResult
  private func l10n(_ arguments: String..., input: [UInt8] = []) throws -> Tool.Result {
    try Tool.run(arguments, in: workspace.path, input: input)
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try #require(workspace.read(name)), as: UTF8.self)
  }

  @Test func writesOneFileForEachLanguage() throws {
    let result = try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "ru,kk", "-o", "t/")
    #expect(result.status == 0)
    #expect(workspace.files.filter { $0.hasPrefix("t/") } == ["t/kk/terminal.txt.kk.xlf", "t/ru/terminal.txt.ru.xlf"])
    #expect(
      result.errors.contains("src/terminal.txt: lines 14-17 left out as furniture; --with-furniture includes them"))
  }

  @Test func sameInputGivesTheSameBytes() throws {
    try l10n("extract", "src", "--from", "en", "--to", "kk", "-o", "a/", "--jobs", "1")
    try l10n("extract", "src", "--from=en", "--to=kk", "-o", "b/", "--jobs", "7")
    #expect(workspace.read("a/kk/terminal.txt.kk.xlf") == workspace.read("b/kk/terminal.txt.kk.xlf"))
  }

  @Test(arguments: [
    (["extrct"], "did you mean ‘extract’?"),
    (["extract", "--form", "en"], "‘--from’"),
    (["extract", "src/terminal.txt"], "no source language is given; say it with --from en"),
    (["extract", "src/terminal.txt", "--from", "en"], "no target language"),
    (["extract", "nowhere.txt", "--from", "en", "--to", "kk"], "nowhere.txt: is not there"),
    (["extract", "src/terminal.txt", "--from", "en", "--to", "kk", "--xliff", "3"], "XLIFF 3 can't be written"),
    (["extract", "src", "--from", "en", "--to", "ru,kk", "-o", "x.xlf"], "has room for one file, and 2"),
    (["merge", "--to", "kazakh language"], "a language tag"),
    (["check", "--select", "number-mismach", "src"], "did you mean number-mismatch?"),
    (["explain", "no-such-rule"], "is no rule"),
    (["check"], "no XLIFF is given"),
  ])
  func answersAMistakeWithTheWayOut(_ arguments: [String], _ expected: String) throws {
    let result = try Tool.run(arguments, in: workspace.path)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("l10n: ") && result.errors.contains(expected), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }

  /// What a tool is known not to take is said before anyone sends it a file.
  @Test(arguments: [
    (["--for", "poedit", "--xliff", "2.2"], "poedit may not open XLIFF 2.2; it is known to read 2.0, 2.1, 1.2"),
    (["--for", "smartcat"], "smartcat wants languages with a region, and en has none"),
    (["--for", "memoq"], ""), (["--for", "memoQ"], ""),
  ])
  func warnsOfWhatAToolDoesNotTake(_ options: [String], _ expected: String) throws {
    let result = try Tool.run(
      ["extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-q", "-o", "t/"] + options, in: workspace.path)
    #expect(result.status == 0)
    #expect(expected.isEmpty ? result.errors.isEmpty : result.errors.contains(expected), "\(result.errors)")
  }

  @Test func namesTheUntranslatedUnitsAndWritesNothing() throws {
    try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/")
    let result = try l10n("merge", "t/kk/terminal.txt.kk.xlf", "--source-root", "src", "-o", "out/")
    #expect(result.status == 1)
    #expect(result.errors.contains("title.1 is not translated [untranslated]"))
    #expect(result.errors.contains("--incomplete source"))
    #expect(workspace.files.filter { $0.hasPrefix("out/") } == [])
    let incomplete = try l10n(
      "merge", "t/kk/terminal.txt.kk.xlf", "--source-root", "src", "-o", "out/", "--incomplete", "source")
    #expect(incomplete.status == 0)
    #expect(workspace.read("out/kk/terminal.txt") == workspace.read("src/terminal.txt"))
  }

  @Test func namesOnlyTheUnitWhoseSourceChanged() throws {
    try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/")
    try l10n("pseudo", "t/")
    let changed = try text("src/terminal.txt").replacing("with 36 cars", with: "").replacing("36 cars", with: "37 cars")
    try workspace.write(Array(changed.utf8), "src/terminal.txt")
    let result = try l10n("merge", "t/kk/terminal.txt.kk.xlf", "--source-root", "src", "-o", "out/")
    #expect(result.status == 1)
    let errors = result.errors.split(separator: "\n").filter { $0.contains(".xlf:") }
    #expect(errors.count == 1 && errors[0].contains("p2.1") && errors[0].contains("l10n update"), "\(result.errors)")
    #expect(workspace.files.filter { $0.hasPrefix("out/") } == [])
  }

  @Test func keepsAnArticleThatSomebodyEdited() throws {
    try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/")
    try l10n("pseudo", "t/")
    try l10n("merge", "t/", "--source-root", "src", "-o", "out/")
    let merged = try #require(workspace.read("out/kk/terminal.txt"))
    let edited = merged + Array(" Edited.".utf8)
    try workspace.write(edited, "out/kk/terminal.txt")
    let again = try l10n("merge", "t/", "--source-root", "src", "-o", "out/")
    #expect(again.status == 1 && again.errors.contains("`l10n update --from-localized` takes"), "\(again.errors)")
    #expect(workspace.read("out/kk/terminal.txt") == edited)
    #expect(try l10n("merge", "t/", "--source-root", "src", "-o", "out/", "--force").status == 0)
    #expect(workspace.read("out/kk/terminal.txt") == merged)
  }

  @Test func doesNotOverwriteTranslations() throws {
    try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/")
    try l10n("pseudo", "t/")
    let translated = workspace.read("t/kk/terminal.txt.kk.xlf")
    let again = try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/")
    #expect(again.status == 2 && again.errors.contains("nothing for `l10n update` to do"), "\(again.errors)")
    #expect(workspace.read("t/kk/terminal.txt.kk.xlf") == translated)
    try workspace.write(try Fixture.bytes("articles/terminal.txt") + Array("\nMore.\n".utf8), "src/terminal.txt")
    let changed = try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/")
    #expect(changed.status == 2 && changed.errors.contains("`l10n update` carries them over"), "\(changed.errors)")
    #expect(try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/", "--force").status == 0)
  }

  @Test func mergesWhatAToolReserialised() throws {
    try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/")
    try l10n("pseudo", "--locale", "source", "t/")
    var xliff = try text("t/kk/terminal.txt.kk.xlf")
    // Another prefix, another order of attributes, CR LF, another indentation, targets on lines of their own.
    xliff = xliff.replacing(/<(\/?)([a-z-]+)/) { "<\($0.output.1)x:\($0.output.2)" }
    xliff = xliff.replacing("xmlns=", with: "xmlns:x=").replacing("<x:xliff xmlns:x=", with: "<x:xliff xmlns:x=")
    xliff = xliff.replacing("<x:target>", with: "<x:target>\n          ").replacing(
      "</x:target>", with: "\n  </x:target>")
    xliff = xliff.replacing("\n", with: "\r\n")
    try workspace.write(Array(xliff.utf8), "t/kk/terminal.txt.kk.xlf")
    let result = try l10n("merge", "t/", "--source-root", "src", "-o", "out/", "--allow-source-copies")
    #expect(result.status == 0, "\(result.errors)")
    #expect(workspace.read("out/kk/terminal.txt") == workspace.read("src/terminal.txt"))
  }

  @Test func writesToStandardOutput() throws {
    try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/")
    try l10n("pseudo", "--locale", "source", "t/")
    let result = try l10n("merge", "t/", "--source-root", "src", "-o", "-", "--allow-source-copies", "--quiet")
    #expect(Array(result.output.utf8) == workspace.read("src/terminal.txt"))
    #expect(result.errors == "")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func saysThatTheDiskIsFull() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "\(Tool.path) extract src/terminal.txt --from en --to kk -o - > /dev/full 2> err; echo $? > status",
    ]
    process.currentDirectoryURL = URL(filePath: workspace.path)
    try process.run()
    process.waitUntilExit()
    #expect(try text("status") == "2\n")
    #expect(try text("err").contains("can't be written"))
  }

  @Test(arguments: ["../../etc/passwd", "/etc/passwd", "a/../../x.txt", ""])
  func refusesAnOriginalThatLeavesTheFolder(_ original: String) throws {
    try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/")
    let hostile = try text("t/kk/terminal.txt.kk.xlf").replacing(
      "original=\"terminal.txt\"", with: "original=\"\(original)\"")
    try workspace.write(Array(hostile.utf8), "t/kk/terminal.txt.kk.xlf")
    let result = try l10n("merge", "t/", "--source-root", "src", "-o", "out/", "--incomplete", "source")
    #expect(result.status == 2 && result.errors.contains("refused"), "\(result.errors)")
    #expect(workspace.files.filter { $0.hasPrefix("out/") } == [])
  }

  @Test func refusesALinkThatLeavesTheFolder() throws {
    try workspace.write(Array("Secret.".utf8), "secret.txt")
    try FileManager.default.createSymbolicLink(
      atPath: workspace("src/link.txt"), withDestinationPath: workspace("secret.txt"))
    try l10n("extract", "secret.txt", "--from", "en", "--to", "kk", "-o", "t/")
    let xliff = try text("t/kk/secret.txt.kk.xlf").replacing("secret.txt", with: "link.txt")
    try workspace.write(Array(xliff.utf8), "t/kk/secret.txt.kk.xlf")
    let result = try l10n("merge", "t/", "--source-root", "src", "-o", "out/", "--incomplete", "source")
    #expect(result.status == 2 && result.errors.contains("refused"), "\(result.errors)")
  }

  @Test func reportsABadFileAndDoesTheOthers() throws {
    try workspace.write([0x61, 0xFF], "src/bad.txt")
    try workspace.write(Array("x".utf8), "src/picture.jpg")
    let result = try l10n("extract", "src", "--from", "en", "--to", "kk", "-o", "t/")
    #expect(result.status == 2)
    #expect(result.errors.contains("src/bad.txt:1:2: not UTF-8: byte 1"), "\(result.errors)")
    #expect(!result.errors.contains("picture.jpg"))
    #expect(workspace.files.contains("t/kk/terminal.txt.kk.xlf"))
    let named = try l10n("extract", "src/picture.jpg", "--from", "en", "--to", "kk", "-o", "t/")
    #expect(named.status == 2 && named.errors.contains("its format is known neither by its name"), "\(named.errors)")
  }

  @Test func answersJSONLinesInOrderAndGoesOnAfterErrors() throws {
    let input = """
      {"id":"a","text":"One. Two.","from":"en","to":"kk"}
      {"id":2.50,"text":"x","from":"en","to":"kk","format":"docx"}
      not json
      {"id":"c","text":"Three.","from":"en","to":"ru"}

      """
    let result = try l10n("extract", "--jsonl", input: Array(input.utf8))
    #expect(result.status == 2)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix(#"{"id":"a","xliff":"<?xml"#))
    #expect(lines[1].hasPrefix(#"{"id":2.50,"error":"the format \"docx\""#))
    #expect(lines[2].hasPrefix(#"{"id":null,"error":"not JSON"#))
    #expect(lines[3].contains(#"target-language=\"ru\""#))
  }

  @Test func mergesAndChecksJSONLines() throws {
    let extracted = try l10n(
      "extract", "--jsonl", input: Array(#"{"id":"a","text":"It has 36 cars.","from":"en","to":"kk"}"#.utf8))
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(extracted.output.utf8)) as? [String: String])
    let xliff = try #require(answer["xliff"]).replacing(
      "</source>", with: "</source><target>Онда 37 вагон бар.</target>")
    let line = try JSONSerialization.data(
      withJSONObject: ["id": "a", "format": "text", "text": "It has 36 cars.\r\n", "xliff": xliff])
    let merged = try l10n("merge", "--jsonl", input: Array(line))
    #expect(merged.output == "{\"id\":\"a\",\"text\":\"Онда 37 вагон бар.\\r\\n\"}\n", "\(merged.output)")
    let checked = try l10n("check", "--jsonl", input: Array(line))
    #expect(checked.output.contains(#""rule":"number-mismatch""#), "\(checked.output)")
  }

  @Test func refusesTwoArticlesForOneFile() throws {
    try workspace.write(Array("Other.".utf8), "other/terminal.txt")
    let result = try l10n("extract", "src/terminal.txt", "other/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/")
    #expect(result.status == 2 && result.errors.contains("as src/terminal.txt would"), "\(result.errors)")
    #expect(workspace.files.filter { $0.hasPrefix("t/") } == [])
  }

  @Test(arguments: ["-", "one.txt"])
  func refusesTwoArticlesWhereThereIsRoomForOne(_ output: String) throws {
    try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "ru,kk", "-o", "t/")
    let result = try l10n("merge", "t", "--source-root", "src", "--incomplete", "source", "-o", output)
    #expect(result.status == 2 && result.output == "" && workspace.read("one.txt") == nil, "\(result.errors)")
  }

  @Test func saysThatNoFileIsInTheLanguageAskedFor() throws {
    try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/")
    #expect(try l10n("merge", "t", "--source-root", "src", "--to", "ru", "-o", "out/").status == 2)
  }

  @Test func neverWritesOntoAnotherArticle() throws {
    try workspace.write(Array("Mine.".utf8), "src/kk/terminal.txt")
    try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/")
    try l10n("pseudo", "t/")
    let merged = try l10n("merge", "t/", "--source-root", "src", "-o", "src", "--force")
    #expect(merged.status == 2, "\(merged.errors)")
    #expect(workspace.read("src/kk/terminal.txt") == Array("Mine.".utf8))
    #expect(try l10n("pseudo", "t/kk/terminal.txt.kk.xlf", "-o", "src/terminal.txt").status == 2)
    #expect(workspace.read("src/terminal.txt") == (try Fixture.bytes("articles/terminal.txt")))
  }

  @Test func recordsTheSameForAnyNumberOfJobs() throws {
    for number in 0..<40 { try workspace.write(Array("News \(number)\nOne is.".utf8), "many/\(number).txt") }
    try l10n("extract", "many", "--from", "en", "--to", "kk", "-o", "t/")
    try l10n("pseudo", "t/")
    try l10n("merge", "t/", "--source-root", "many", "-o", "a/", "--jobs", "1")
    try l10n("merge", "t/", "--source-root", "many", "-o", "b/", "--jobs", "4")
    #expect(workspace.read("a/.l10n-merged") == workspace.read("b/.l10n-merged"))
    #expect(workspace.read("a/.l10n-merged") != nil)
  }

  @Test func saysWhatItDoesNotKnowOfALanguage() throws {
    let extracted = try l10n("extract", "src/terminal.txt", "--from", "xx", "--to", "de", "-o", "t/")
    #expect(extracted.status == 0 && extracted.errors.contains("no facts about xx are known"))
    try workspace.write(Array("concepts: [{id: a, kind: place, xx: Kabul, de: Kabul}]".utf8), "g.yaml")
    let checked = try l10n("check", "t/", "--glossary", "g.yaml")
    #expect(checked.errors.contains("how names inflect in de is not known"), "\(checked.errors)")
  }

  @Test func initWritesWhatExtractReads() throws {
    #expect(try l10n("init").status == 0)
    try workspace.write(try Fixture.bytes("articles/terminal.txt"), "articles/2026/terminal.txt")
    try workspace.write(Array("# News\n\nIt is.\n".utf8), "articles/a.md")
    try workspace.write(Array("<p>It is.</p>".utf8), "articles/b.html")
    let result = try l10n("extract")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      workspace.files.filter { $0.hasPrefix("translations/ru/") } == [
        "translations/ru/articles/2026/terminal.txt.ru.xlf", "translations/ru/articles/a.md.ru.xlf",
        "translations/ru/articles/b.html.ru.xlf",
      ])
    try l10n("pseudo", "translations")
    let merged = try l10n("merge")
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(workspace.files.contains("localized/kk/articles/2026/terminal.txt"))
    #expect(try l10n("init").status == 2)
  }

  @Test(arguments: [
    ("news", ["news/a.txt", "news/x.txt/b.md"]), ("./news/", ["news/a.txt", "news/x.txt/b.md"]),
    ("news/*", ["news/a.txt"]), ("new?/**", ["news/a.txt", "news/x.txt/b.md"]), ("news/*.md", []), ("new?", []),
    (".", ["c.html", "news/a.txt", "news/x.txt/b.md"]),
  ])
  func takesFoldersAndPatternsOfArticles(_ articles: String, _ expected: [String]) throws {
    let folder = try Workspace()
    for name in ["c.html", "news/a.txt", "news/x.txt/b.md"] { try folder.write(Array("One.".utf8), name) }
    try folder.write(Array("{source: en, targets: [kk], articles: [\"\(articles)\"]}".utf8), "l10n.yaml")
    let result = try Tool.run(["extract"], in: folder.path)
    #expect(folder.files.filter { $0.hasSuffix(".xlf") } == expected.map { "translations/kk/\($0).kk.xlf" })
    guard expected.isEmpty else { return }
    #expect(result.status == 2 && result.errors.contains("no article fits \(articles); correct"), "\(result.errors)")
  }

  @Test(arguments: [
    ("{dir}/{name}.{lang}.{ext}", "content/post.md", "content/post.kk.md"),
    ("{localized-path}", "content/en/post.md", "content/kk/post.md"),
  ])
  func keepsCopiesBesideArticlesApart(_ localized: String, _ article: String, _ copy: String) throws {
    let configuration = "{source: en, targets: [kk], articles: [\"content/**/*.md\"], localized: \"\(localized)\"}"
    try workspace.write(Array(configuration.utf8), "l10n.yaml")
    try workspace.write(Array("One.\n".utf8), article)
    try workspace.write(Array("Бір.\n".utf8), copy)
    #expect(try l10n("extract").status == 0)
    #expect(workspace.files.filter { $0.hasSuffix(".xlf") } == ["translations/kk/\(article).kk.xlf"])
    try l10n("pseudo", "translations")
    let refused = try l10n("merge")
    #expect(refused.status == 1 && refused.errors.contains("\(copy): was edited"), "\(refused.errors)")
    #expect(try l10n("merge", "--force").status == 0)
    #expect(try #require(workspace.read(copy)) != Array("Бір.\n".utf8))
    #expect(workspace.read(article) == Array("One.\n".utf8))
    #expect(try l10n("extract", "content", "--force").status == 0)
    #expect(workspace.files.filter { $0.hasSuffix(".xlf") }.count == 1)
  }

  @Test func saysOnceThatFiguresAreLeftOut() throws {
    try workspace.write(Array("|Crop|2024|2025|\n|-|-|-|\n|Rye|1.5|2|\n\nSo it is.\n\n2026\n".utf8), "a.md")
    try workspace.write(Array(#"{"headline":"A","body_html":"<p>12</p>","body_text":"34\n56"}"#.utf8), "a.ninjs")
    let result = try l10n("extract", "a.md", "a.ninjs", "--from", "en", "--to", "kk", "-o", "t/")
    #expect(result.status == 0)
    #expect(result.errors.contains("a.md: lines 1-7: 5 texts left out: figures alone"), "\(result.errors)")
    #expect(result.errors.contains("a.ninjs: line 1: 3 texts left out: figures alone"), "\(result.errors)")
  }

  @Test(arguments: [["nowhere.xlf"], ["bad.xlf"], ["src"]])
  func writesNoPageOfNothing(_ paths: [String]) throws {
    try workspace.write(Array("<xliff".utf8), "bad.xlf")
    let toFile = try Tool.run(["preview"] + paths + ["-o", "page.html"], in: workspace.path)
    #expect(toFile.status == 2 && workspace.read("page.html") == nil, "\(toFile.errors)")
    let toOutput = try Tool.run(["preview"] + paths, in: workspace.path)
    #expect(toOutput.status == 2 && toOutput.output == "")
    try l10n("extract", "src/terminal.txt", "--from", "en", "--to", "kk", "-o", "t/")
    let mixed = try Tool.run(["preview", "t"] + paths + ["-o", "page.html"], in: workspace.path)
    #expect(mixed.status == 2 && workspace.read("page.html") != nil, "\(mixed.errors)")
  }

  @Test(arguments: [
    ("negation-lost", "note", "off by default"), ("term-missing", "error", "off without a glossary"),
    ("name-unlisted", "note", "off without a glossary"), ("number-mismatch", "error", ""),
  ])
  func saysWhichRulesAreOff(_ rule: String, _ severity: String, _ condition: String) throws {
    let lines = try l10n("check", "--list").output.split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("\(rule) ") })
    #expect(condition.isEmpty ? !line.contains("(off") : line.contains("(\(condition)"), "\(line)")
    let page = try l10n("explain", rule).output
    #expect(page.hasPrefix("\(rule) (\(severity)\(condition.isEmpty ? ")" : ", \(condition)")"), "\(page)")
  }

  @Test(arguments: [["check"], ["merge"], ["validate"], ["status"], ["preview"], ["update"]])
  func saysThatAFolderHoldsNoXLIFF(_ command: [String]) throws {
    let result = try Tool.run(command + ["src"], in: workspace.path)
    #expect(result.status == 2)
    #expect(result.errors.contains("src: holds no XLIFF file (.xlf, .xliff, .sdlxliff"), "\(result.errors)")
    #expect(!result.errors.contains("l10n formats"), "\(result.errors)")
  }

  /// The heading of a list says that it is furniture, as the element around it does: it is left out once.
  @Test func saysOnceThatFurnitureIsLeftOut() throws {
    let list = "<aside class=related><h3>Read more</h3><ul><li>Other news</li></ul></aside>"
    try workspace.write(Array("<h1>News</h1><p>One is.</p>\n\(list)\n<p>Two is.</p>".utf8), "a.html")
    let result = try l10n("extract", "a.html", "--from", "en", "--to", "kk", "-o", "t/")
    let lines = result.errors.split(separator: "\n").filter { $0.contains("furniture") }
    #expect(lines == ["l10n: a.html: line 2 left out as furniture; --with-furniture includes it"])
  }

  @Test(arguments: ["", "\n", " \r\n\n"])
  func saysThatAnArticleHasNoText(_ article: String) throws {
    try workspace.write(Array(article.utf8), "blank.txt")
    let result = try l10n("extract", "blank.txt", "--from", "en", "--to", "kk", "-o", "t/")
    #expect(result.status == 0)
    #expect(result.errors.contains("l10n: blank.txt: there is no text to translate in it\n"), "\(result.errors)")
    #expect(result.errors.contains("1 file read, 0 segments, 1 file written"), "\(result.errors)")
    #expect(try l10n("merge", "t/", "-o", "out/").status == 0)
    #expect(workspace.read("out/kk/blank.txt") == Array(article.utf8))
  }

  @Test func saysWhereNinjsIsBroken() throws {
    try workspace.write(Array("{\"headline\": \"A\",\n \"urgency\": 3 \"uri\": \"b\"}".utf8), "a.ninjs")
    let result = try l10n("extract", "a.ninjs", "--from", "en", "--to", "kk", "-o", "t/")
    #expect(result.status == 2)
    #expect(result.errors.contains("a.ninjs:2:15: the JSON can't be read: a comma or } is missing"), "\(result.errors)")
  }

  @Test func namesTheKeyThatIsMistyped() throws {
    try workspace.write(Array("source: en\ntarget: [kk]\n".utf8), "l10n.yaml")
    let result = try l10n("extract", "src/terminal.txt")
    #expect(result.status == 2)
    #expect(result.errors.contains("l10n.yaml:2:1: \"target\" is no key of l10n.yaml; did you mean \"targets\"?"))
  }

  @Test func helpFitsATerminal() throws {
    for command in ["extract", "merge", "check", "pseudo", "validate", "init", "explain", "formats", "completions"] {
      let help = try l10n(command, "--help")
      #expect(help.status == 0)
      #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(help.output)")
    }
  }
}
