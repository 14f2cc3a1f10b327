import Articles
import Units
import YAML

/// What `l10n.yaml` says of the formats of articles.
extension Configuration {
  /// A reader of a format for an article, with what is said of articles at its path.
  func reader(of format: any ArticleFormat.Type, for article: String, translator: String? = nil) -> any ArticleFormat {
    var options = formats
    for override in overrides where override.files.contains(where: { Glob($0).matches(article) }) {
      if let formats = override.formats { options.add(formats) }
    }
    options.translator = translator
    return format.init(options)
  }

  /// `{front-matter: {translate: [a], keep: [b]}, html: {furniture: [.c]}, ninjs: {uri: "{uri}/{lang}"}}`.
  static func formats(_ node: Node) throws(Malformed) -> FormatOptions {
    var options = FormatOptions()
    for (key, value) in try entries(node) {
      switch key.string {
      case "front-matter": options.frontMatter = try frontMatter(value)
      case "html": options.html = try html(value)
      case "ninjs": options.ninjs = try ninjs(value)
      default: throw unknown(key, in: "formats", known: ["front-matter", "html", "ninjs"])
      }
    }
    return options
  }

  private static func frontMatter(_ node: Node) throws(Malformed) -> FrontMatterKeys {
    var (translated, kept): ([String], [String]) = ([], [])
    for (key, value) in try entries(node) {
      switch key.string {
      case "translate": translated = try keys(value)
      case "keep": kept = try keys(value)
      default: throw unknown(key, in: "front-matter", known: ["translate", "keep"])
      }
    }
    return FrontMatterKeys(translated: translated, kept: kept)
  }

  private static func html(_ node: Node) throws(Malformed) -> HTMLSelection {
    var selection = HTMLSelection()
    for (key, value) in try entries(node) {
      switch key.string {
      case "furniture": selection.furniture = try selectors(value)
      case "text": selection.text = try selectors(value)
      case "protected": selection.protected = try selectors(value)
      default: throw unknown(key, in: "html", known: ["furniture", "text", "protected"])
      }
    }
    return selection
  }

  private static func ninjs(_ node: Node) throws(Malformed) -> NinjsOptions {
    var options = NinjsOptions()
    for (key, value) in try entries(node) {
      switch key.string {
      case "translate": options.texts = try keys(value)
      case "translation-of": options.translationOf = try text(value)
      case "uri":
        let pattern = try text(value)
        guard pattern.contains("{uri}"), pattern.contains("{lang}") else {
          throw Malformed(
            at: Offset(value.offset), problem: "a uri that would not be the copy's own",
            remedy: "write {uri} and {lang} in it: \"{uri}-{lang}\"")
        }
        options.uri = pattern
      default: throw unknown(key, in: "ninjs", known: ["translate", "translation-of", "uri"])
      }
    }
    return options
  }

  private static func keys(_ node: Node) throws(Malformed) -> [String] {
    var keys: [String] = []
    for node in try list(node) {
      let key = try text(node)
      guard !key.split(separator: ".").isEmpty else {
        throw Malformed(at: Offset(node.offset), problem: "a key is expected here", remedy: "write title, or hero.note")
      }
      keys.append(key)
    }
    return keys
  }

  private static func selectors(_ node: Node) throws(Malformed) -> [HTMLSelector] {
    var selectors: [HTMLSelector] = []
    for node in try list(node) {
      let text = try text(node)
      do { selectors.append(try HTMLSelector(text)) } catch {
        throw Malformed(at: Offset(node.offset), problem: "\"\(text)\" is \(error.problem)", remedy: error.remedy)
      }
    }
    return selectors
  }
}
