import Testing

@testable import CommandLineInterface

@Suite struct HelpTests {
  @Test func thePageOfACommand() {
    let expected = """
      Pack files.

      Usage: sample pack [options] [PATH…]

      Every file becomes one parcel, and parcels are never opened again by this
      command.

      Arguments:
        [PATH…]  Files.

      Options:
            --to LANG          Languages.
            --glossary FILE    Names.
        -j, --jobs N           How many at once. [default: 2]
            --as SHAPE         Shape of the output. [one of: text, json, github;
                               default: text]
        -o, --output DIR       Where to.
            --something-with-a-very-long-name TEXT
                               An option whose name is longer than the column of names
                               allows.
        -f, --force            Replace files.
        -x, --no-set-metadata  Leave it.
        -h, --help             Show this help.

      Common options:
        -q, --quiet       Say nothing.
            --color WHEN  Colour. [one of: auto, always, never; default: auto]

      Examples:
        sample pack a.txt --to ru,kk
            Pack one file.

      """
    let page = helpPage(of: [Sample.self, Pack.self], width: 80)
    #expect(page == expected, "\(page)")
  }

  @Test func anEmptyDefaultIsNotShown() {
    #expect("".argument == nil)
    #expect("en".argument == "en")
    #expect(Optional<Int>.none.argument == nil)
    #expect(Optional(4).argument == "4")
  }

  @Test func thePageOfTheTool() {
    let expected = """
      Prepare text.

      Usage: sample [options] <command>

      Commands:
        pack  Pack files.
        show  Show one thing.

      More:
        store  The store of parcels.

      Options:
        -h, --help     Show this help.
        -V, --version  Show the version.

      ‘sample <command> --help’ explains a command.

      """
    let page = helpPage(of: [Sample.self], width: 80)
    #expect(page == expected, "\(page)")
  }

  @Test(arguments: [-1, 0, 1, 40, 57, 80, 100, 400]) func noLineIsWiderThanAsked(width: Int) {
    let page = helpPage(of: [Sample.self, Pack.self], width: width)
    for line in page.split(separator: "\n") where !line.contains("--something") {
      #expect(line.count <= min(max(width, 40), 100), "\(line)")
    }
  }

  @Test(arguments: [
    ("one two three", 7, 0, 0, "one two\nthree"), ("one two three", 7, 2, 0, "  one\n  two\n  three"),
    ("one two three", 8, 0, 3, "one two\n   three"), ("overlong word", 4, 0, 0, "overlong\nword"), ("", 5, 0, 0, ""),
  ])
  func wrapping(text: String, width: Int, indent: Int, hanging: Int, expected: String) {
    #expect(wrapped(text, width: width, indent: indent, hanging: hanging) == expected)
  }
}
