/// Words and phrases to look up at a place in a text, by UTF-8 bytes, each with endings it may take.
struct WordTrie: Sendable {
  /// First child and next sibling, so the whole trie is one array.
  private struct Node {
    var byte: UInt8
    var entry: Int32 = -1
    var child: Int32 = -1
    var sibling: Int32 = -1
  }

  private var nodes = [Node(byte: 0)]
  private var first = [Int32](repeating: -1, count: 256)

  /// A form, or its stem, as written, with a capital first, with all words capitalised, in capitals; each once.
  private struct Spellings {
    private var small: [[UInt8]]
    private var capitals: [UInt8]

    init(_ form: Substring) {
      let bytes = Array(form.utf8)
      small = [bytes]
      let capitalised = Self.capitalised(form)
      if capitalised != bytes { small.append(capitalised) }
      if bytes.contains(0x20) {
        let words = form.split(separator: " ", omittingEmptySubsequences: false)
        let title = Array(words.map { Self.capitalised($0) }.joined(separator: [0x20]))
        if title != capitalised { small.append(title) }
      }
      capitals = Array(form.uppercased().utf8)
    }

    /// A text with its first letter as a capital.
    private static func capitalised(_ text: Substring) -> [UInt8] {
      Array(text.prefix(1).uppercased().utf8) + text.dropFirst().utf8
    }

    /// The stem with an ending behind it.
    func appending(_ ending: Substring) -> Spellings {
      guard !capitals.isEmpty else { return Spellings(ending) }
      var result = self
      for index in small.indices { result.small[index] += ending.utf8 }
      result.capitals += ending.uppercased().utf8
      return result
    }

    /// All of them.
    var all: [[UInt8]] { small.contains(capitals) ? small : small + [capitals] }
  }

  /// Adds a form with what it stands for, in all its spellings.
  mutating func insert(_ form: String, entry: Int) { insert(Spellings(form[...]), entry) }

  private mutating func insert(_ spellings: Spellings, _ entry: Int) {
    for spelling in spellings.all { insertExactly(spelling, entry: entry) }
  }

  /// Adds the forms of a list as the locale data writes them: whole words, or `stem|ending ending`.
  mutating func insert(forms: [String], entry: Int) {
    for form in forms {
      guard let bar = form.utf8.firstIndex(of: UInt8(ascii: "|")) else {
        insert(form, entry: entry)
        continue
      }
      let stem = Spellings(form[..<bar])
      for ending in form[form.utf8.index(after: bar)...].split(separator: " ") {
        insert(ending == "-" ? stem : stem.appending(ending), entry)
      }
    }
  }

  /// The first form of a list as the locale data writes them, which is the one that a dictionary has.
  static func firstForm(_ forms: [String]) -> String {
    guard let first = forms.first, let bar = first.firstIndex(of: "|") else { return forms.first ?? "" }
    let ending = first[first.index(after: bar)...].prefix { $0 != " " }
    return String(first[..<bar]) + (ending == "-" ? "" : ending)
  }

  /// The longest word at `start` that ends where a word ends, itself or with one of `endings`.
  func match(_ text: [UInt8], at start: Int, endings: WordTrie? = nil) -> (entry: Int, end: Int)? {
    guard start < text.count else { return nil }
    var node = first[Int(text[start])]
    var at = start + 1
    var result: (Int, Int)?
    while node >= 0 {
      let current = nodes[Int(node)]
      if current.entry >= 0 {
        if Letters.endsWord(text, at) {
          result = (Int(current.entry), at)
        } else if let ending = endings?.match(text, at: at) {
          result = (Int(current.entry), ending.end)
        }
      }
      guard at < text.count else { break }
      node = child(of: current, text[at])
      at += 1
    }
    return result
  }

  /// The word or phrase that ends right before the space in front of a place.
  func match(_ text: [UInt8], before end: Int, endings: WordTrie? = nil) -> Int? {
    var at = end - 1
    var words = 0
    // As far back as the longest phrases reach.
    while at > 0, end - at < 64, words < 4 {
      at -= 1
      guard text[at] & 0xC0 != 0x80, Letters.isLetter(text, at), !Letters.precedes(text, at) else { continue }
      words += 1
      if let match = match(text, at: at, endings: endings), match.end + Letters.space(text, match.end) == end {
        return match.entry
      }
    }
    return nil
  }

  /// What ``match(_:at:endings:)`` finds where words begin, in the order of the text.
  func matches(in text: [UInt8], endings: WordTrie? = nil) -> [Int] {
    places(in: text, endings: endings).map(\.entry)
  }

  /// What ``match(_:at:endings:)`` finds where words begin, with the places.
  func places(in text: [UInt8], endings: WordTrie? = nil) -> [(entry: Int, range: Range<Int>)] {
    text.indices.compactMap { at in
      guard first[Int(text[at])] >= 0, !(Letters.isLetter(text, at) && Letters.precedes(text, at)) else { return nil }
      return match(text, at: at, endings: endings).map { ($0.entry, at..<$0.end) }
    }
  }

  /// The longest entry at `start`, wherever the word ends.
  func prefix(of text: [UInt8], at start: Int) -> (entry: Int, end: Int)? {
    guard start < text.count else { return nil }
    var node = first[Int(text[start])]
    var at = start + 1
    var result: (Int, Int)?
    while node >= 0 {
      let current = nodes[Int(node)]
      if current.entry >= 0 { result = (Int(current.entry), at) }
      guard at < text.count else { break }
      node = child(of: current, text[at])
      at += 1
    }
    return result
  }

  private func child(of node: Node, _ byte: UInt8) -> Int32 {
    var child = node.child
    while child >= 0, nodes[Int(child)].byte != byte { child = nodes[Int(child)].sibling }
    return child
  }

  private mutating func insertExactly(_ form: [UInt8], entry: Int) {
    var node: Int32 = -1
    for byte in form {
      let known = node < 0 ? first[Int(byte)] : child(of: nodes[Int(node)], byte)
      if known >= 0 {
        node = known
        continue
      }
      let new = Int32(nodes.count)
      if node < 0 {
        nodes.append(Node(byte: byte))
        first[Int(byte)] = new
      } else {
        nodes.append(Node(byte: byte, sibling: nodes[Int(node)].child))
        nodes[Int(node)].child = new
      }
      node = new
    }
    if node >= 0, nodes[Int(node)].entry < 0 { nodes[Int(node)].entry = Int32(entry) }
  }
}
