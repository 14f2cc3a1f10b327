/// What stands in place of a byte that the parser must not read as Markdown.
///
/// It is no character of markup, no white space, no punctuation and no control, and never stands in UTF-8.
let maskByte: UInt8 = 0xFF

/// A construct that Markdown itself doesn't know and that is copied: `{{< figure >}}`, `{#id}`, `[^1]`, `<Card />`; an
/// address.
struct Template {
  /// What a person sees.
  let display: String
  /// Whether the text means the same without it at its edge.
  let isLoose: Bool

  init(_ bytes: ArraySlice<UInt8>) {
    display = Self.shown(bytes)
    let second = bytes.dropFirst().first
    let third = bytes.dropFirst(2).first
    switch (bytes.first, second) {
    // What is put out in place of `{{ name }}` is a word of the sentence; what `{{< figure >}}` draws isn't.
    case (UInt8(ascii: "{"), UInt8(ascii: "{")): isLoose = third == UInt8(ascii: "<") || third == UInt8(ascii: "%")
    case (UInt8(ascii: "{"), _): isLoose = second.map { $0.isASCIIPunctuation } ?? true
    case (UInt8(ascii: "<"), _): isLoose = true
    // The rest of a footnote's label, which begins the note.
    default: isLoose = bytes.last == UInt8(ascii: ":")
    }
  }

  /// The bytes of a code as a person sees them: on one line, and not too long.
  static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    var count = 0
    for scalar in String(decoding: bytes.prefix(256), as: UTF8.self).unicodeScalars {
      let isControl = scalar.value < 0x20 || scalar.value == 0xFFFD || scalar.value & 0xFFFE == 0xFFFE
      text.unicodeScalars.append(isControl ? " " : scalar)
      count += 1
      if count == 60, bytes.count > 60 { return text + "…" }
    }
    return text
  }
}

/// An inline tag of HTML, as far as codes need it.
struct HTMLTag {
  /// The name in lower case; empty for a comment and the like.
  let name: [UInt8]
  /// Whether it ends an element.
  let isEnd: Bool
  /// Whether it begins or ends an element that has text.
  let isPaired: Bool

  /// Whether what it begins is not text: code, or what its author marked so.
  let isProtected: Bool

  init(_ bytes: ArraySlice<UInt8>) {
    let body = bytes.dropFirst()
    isEnd = body.first == UInt8(ascii: "/")
    let name = (isEnd ? body.dropFirst() : body).prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D }
      .map { $0.isASCIILetter ? $0 | 0x20 : $0 }
    self.name = name
    let isVoid = ["img", "br", "hr", "wbr", "input", "source", "track", "embed"].contains {
      $0.utf8.elementsEqual(name)
    }
    isPaired = !name.isEmpty && !isVoid && bytes.dropLast().last != UInt8(ascii: "/")
    let isCode = ["code", "samp", "var", "pre", "script", "style", "svg", "math"].contains {
      $0.utf8.elementsEqual(name)
    }
    let text = String(decoding: bytes.prefix(1000), as: UTF8.self)
    let isMarked = text.contains("translate=\"no\"") || text.contains("translate='no'") || text.contains("notranslate")
    isProtected = isPaired && !isEnd && (isCode || isMarked)
  }
}
