/// What reading text needs to know of an element.
struct HTMLElement: OptionSet {
  let rawValue: UInt32

  /// Stands apart from the text around it.
  static let block = Self(rawValue: 1)
  /// Has no end tag.
  static let void = Self(rawValue: 1 << 1)
  /// A paragraph that is open ends where it begins.
  static let closesParagraph = Self(rawValue: 1 << 2)
  /// Its content is no text of the article.
  static let protected = Self(rawValue: 1 << 3)
  /// Its content is shown to translators, and stays.
  static let readable = Self(rawValue: 1 << 4)
  /// Its content is what a site puts around an article.
  static let furniture = Self(rawValue: 1 << 5)
  /// End tags of other elements don't reach out of it.
  static let barrier = Self(rawValue: 1 << 6)
  /// Its end tag reaches out of barriers.
  static let table = Self(rawValue: 1 << 7)
  /// SVG and MathML.
  static let foreign = Self(rawValue: 1 << 8)
  static let escapableText = Self(rawValue: 1 << 9)
  static let rawText = Self(rawValue: 1 << 10)
  static let script = Self(rawValue: 1 << 11)
  static let plainText = Self(rawValue: 1 << 12)
  static let paragraph = Self(rawValue: 1 << 13)
  static let lineBreak = Self(rawValue: 1 << 14)
  /// Never furniture, whatever its class says: the whole page, or the article itself.
  static let page = Self(rawValue: 1 << 15)
  /// The whole page.
  static let root = Self(rawValue: 1 << 16)
  /// What stands above an article, or above the page.
  static let header = Self(rawValue: 1 << 17)
  /// Ends SVG and MathML that were left open.
  static let breaksOut = Self(rawValue: 1 << 18)
  /// HTML may stand in it, within SVG.
  static let integrationPoint = Self(rawValue: 1 << 19)

  /// The element of a name's ``HTMLName``; one that is not known is inline.
  static func named(_ name: HTMLName) -> Self { byName[name] ?? [] }

  private static let byName: [HTMLName: Self] = {
    var table: [HTMLName: Self] = [:]
    for (names, traits) in kinds {
      for name in names.split(separator: " ") { table[HTMLName(String(name)), default: []].formUnion(traits) }
    }
    return table
  }()

  private static let kinds: [(names: String, traits: Self)] = [
    ("html body main article", .page),
    ("html body", .root),
    ("header", .header),
    (
      """
      b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta \
      nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
      """, .breaksOut
    ),
    ("foreignobject desc title", .integrationPoint),
    ("html head body title base link meta frameset frame noframes", .block),
    (
      """
      address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 \
      h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul listing xmp plaintext
      """, [.block, .closesParagraph]
    ),
    ("li dt dd", [.block, .closesParagraph]),
    ("caption colgroup col tbody thead tfoot tr td th", [.block, .table]),
    ("table", .table),
    ("td th caption table template object", .barrier),
    ("option optgroup select datalist legend button label", .block),
    ("p", .paragraph),
    ("br", .lineBreak),
    ("area base br col embed frame hr img input link meta param source track wbr", .void),
    ("nav aside footer", .furniture),
    ("svg math", [.foreign, .protected]),
    ("script", [.script, .protected]),
    ("style xmp iframe noembed noframes", [.rawText, .protected]),
    ("title textarea", .escapableText),
    ("textarea template video audio object canvas applet select datalist map embed", .protected),
    ("plaintext", [.plainText, .protected]),
    ("pre listing", .protected),
    ("code kbd samp var tt", [.protected, .readable]),
    (
      """
      amp-ad amp-embed amp-iframe amp-twitter amp-instagram amp-facebook amp-youtube amp-video amp-audio amp-analytics \
      amp-tiktok amp-vimeo amp-brightcove amp-jwplayer amp-pinterest amp-reddit amp-soundcloud amp-social-share
      """, .protected
    ),
  ]
}

extension HTMLTokenizer {
  /// Reads the content of an element as its start tag says, which SVG and MathML do not.
  mutating func enter(_ traits: HTMLElement, named name: Range<Int>) {
    guard !isForeign else { return }
    let mode: Mode
    if traits.contains(.script) {
      mode = .script
    } else if traits.contains(.rawText) {
      mode = .rawText
    } else if traits.contains(.escapableText) {
      mode = .escapableText
    } else if traits.contains(.plainText) {
      mode = .plainText
    } else {
      return
    }
    enter(mode, named: bytes[name].map(\.asciiLowercased))
  }
}

/// The name of an element or an attribute without regard to case: a number that is quick to compare.
struct HTMLName: Hashable {
  private let value: UInt64

  init(_ bytes: some Sequence<UInt8>) {
    // FNV-1a, 64 bits.
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte.asciiLowercased)) &* 0x100_0000_01b3 }
    self.value = value
  }

  init(_ name: String) { self.init(name.utf8) }

  static func == (left: Self, right: Self) -> Bool { left.value == right.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
