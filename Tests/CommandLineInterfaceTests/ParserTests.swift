import CommandLineInterface
import Testing

@Suite struct ParserTests {
  /// The command that a line calls, its arguments filled in.
  func command<C: Command>(_ type: C.Type, _ line: String...) throws -> C {
    guard case .run(let command) = try parse(line, for: Sample.self) else {
      throw UsageError("\(line) runs nothing")
    }
    return try #require(command as? C)
  }

  func message(_ line: [String]) -> String {
    do {
      let invocation = try parse(line, for: Sample.self)
      return "no error but \(invocation)"
    } catch { return error.message }
  }

  @Test func defaultsStandWhereNothingIsGiven() throws {
    let pack = try command(Pack.self, "pack")
    #expect(pack.to.isEmpty && pack.jobs == 2 && pack.shape == .text && pack.output == nil && !pack.force)
    #expect(pack.paths.isEmpty && !pack.common.quiet && pack.common.color == .auto)
    #expect(!pack.$jobs.isGiven)
  }

  @Test(arguments: [
    ["--jobs=4"], ["--jobs", "4"], ["-j", "4"], ["-j4"], ["-j=4"], ["-fj4"], ["-fj", "4"], ["--jobs", "3", "-j4"],
  ])
  func aValueMayBeAttachedOrFollow(line: [String]) throws {
    guard case .run(let command) = try parse(["pack"] + line, for: Sample.self) else { throw UsageError("not run") }
    let pack = try #require(command as? Pack)
    #expect(pack.jobs == 4)
    #expect(pack.$jobs.isGiven)
  }

  @Test func listsSplitAtCommasUnlessTheyHoldPaths() throws {
    let pack = try command(
      Pack.self, "pack", "--to", "ru,kk", "--to=uz", "--glossary", "a,b.csv", "--glossary", "c.csv")
    #expect(pack.to == ["ru", "kk", "uz"])
    #expect(pack.glossary == ["a,b.csv", "c.csv"])
  }

  @Test func optionsMayFollowPathsAndFlagsStandTogether() throws {
    let pack = try command(Pack.self, "pack", "a.txt", "-qf", "-", "--no-set-metadata", "b.txt", "-o", "-")
    #expect(pack.paths == ["a.txt", "-", "b.txt"])
    #expect(pack.common.quiet && pack.force && pack.noSetMetadata)
    #expect(pack.output == "-")
  }

  @Test func twoDashesEndTheOptions() throws {
    #expect(try command(Pack.self, "pack", "--", "--force", "-x", "--").paths == ["--force", "-x", "--"])
  }

  @Test func placesAreFilledInOrder() throws {
    let show = try command(Show.self, "show", "lamp", "json")
    #expect(show.thing == "lamp" && show.shape == .json)
    #expect(try command(Show.self, "show", "lamp").shape == nil)
  }

  @Test func commandsNest() throws {
    #expect(try command(Store.Add.self, "store", "add", "a", "b").files == ["a", "b"])
  }

  @Test func anEmptyValueIsAValue() throws {
    #expect(try command(Pack.self, "pack", "--output=").output == "")
    #expect(try command(Pack.self, "pack", "").paths == [""])
  }

  @Test func aValueMayLookLikeAnOptionThatDoesNotExist() throws {
    #expect(try command(Pack.self, "pack", "-o", "-dir").output == "-dir")
    #expect(try command(Pack.self, "pack", "-o=--force").output == "--force")
  }

  @Test(arguments: [
    (["--help"], "sample"), (["-h"], "sample"), (["help"], "sample"), (["help", "pack"], "sample pack"),
    (["pack", "--help"], "sample pack"), (["pack", "a", "-fh"], "sample pack"), (["show", "-h"], "sample show"),
    (["store", "--help"], "sample store"), (["help", "store", "add"], "sample store add"),
    (["store", "help", "add"], "sample store add"),
  ])
  func helpIsFoundEverywhere(line: [String], expected: String) throws {
    guard case .help(let path) = try parse(line, for: Sample.self) else { throw UsageError("\(line): no help") }
    #expect(path.map { $0.name }.joined(separator: " ") == expected)
  }

  @Test func aGroupAloneIsNoCommand() throws {
    guard case .noCommand(let path) = try parse(["store"], for: Sample.self) else { throw UsageError("wrong") }
    #expect(path.map { $0.name } == ["sample", "store"])
  }

  @Test(arguments: ["--version", "-V"]) func theVersionIsTheTools(word: String) throws {
    guard case .version = try parse([word], for: Sample.self) else { throw UsageError("no version") }
    #expect(message(["store", word]).hasPrefix("unknown option"))
  }

  @Test(arguments: [
    (["pakc"], "unknown command ‘pakc’; did you mean ‘pack’?"),
    (["zzz"], "unknown command ‘zzz’; see ‘sample --help’"),
    (["store", "ad"], "unknown command ‘ad’; did you mean ‘add’?"),
    (["--quiet", "pack"], "‘--quiet’ stands before the command; write ‘sample <command> --quiet’"),
    (["--versoin"], "unknown option ‘--versoin’; did you mean ‘--version’?"),
    (["pack", "--forse"], "unknown option ‘--forse’ for ‘pack’; did you mean ‘--force’?"),
    (["pack", "--gloss=x"], "unknown option ‘--gloss’ for ‘pack’; did you mean ‘--glossary’?"),
    (["pack", "-z"], "unknown option ‘-z’ for ‘pack’; see ‘sample pack --help’"),
    (["pack", "--output"], "--output needs a value; see ‘sample pack --help’"),
    (["pack", "-qo"], "-o needs a value; see ‘sample pack --help’"),
    (
      ["pack", "--output", "--force"],
      "--output needs a value before ‘--force’; if that is the value, write --output=--force"
    ),
    (["pack", "--output", "--"], "--output needs a value before ‘--’; if that is the value, write --output=--"),
    (["pack", "--force=yes"], "--force takes no value; write --force alone"),
    (["pack", "--jobs", "many"], "--jobs: ‘many’ is not a whole number; see ‘sample pack --help’"),
    (["pack", "--jobs="], "--jobs: ‘’ is not a whole number; see ‘sample pack --help’"),
    (
      ["pack", "--jobs", "99999999999999999999"],
      "--jobs: ‘99999999999999999999’ is not a whole number; see ‘sample pack --help’"
    ),
    (["pack", "--as", "jsn"], "--as: ‘jsn’ is not one of its values; did you mean ‘json’? All: text, json, github"),
    (["pack", "--as", "x"], "--as: ‘x’ is not one of its values; use text, json, github"),
    (["pack", "--to", "ru,,kk"], "--to: ‘ru,,kk’ has an empty value; write them as a,b"),
    (["show"], "THING is missing; see ‘sample show --help’"),
    (["show", "a", "json", "c"], "unexpected argument ‘c’; see ‘sample show --help’"),
    (["store", "add"], "FILE is missing; see ‘sample store add --help’"),
    (["help", "pakc"], "unknown command ‘pakc’; did you mean ‘pack’?"),
    (["a\nb\u{1B}[1m"], "unknown command ‘a\\nb\\u{1B}[1m’; see ‘sample --help’"),
  ])
  func aMistakeIsAnsweredWithTheWayOut(line: [String], expected: String) {
    #expect(message(line) == expected)
  }

  /// Words that have broken parsers, in every order of three: none may trap, and every error is one line.
  @Test func noLineTraps() {
    let words = [
      "pack", "show", "store", "add", "help", "", "-", "--", "---", "=", "-=", "--=", "--=x", "-o", "-j", "-jx",
      "--jobs",
      "--to", ",", "-\u{301}", "--\u{0}", "é", "-h", "👩‍👩‍👧‍👦", "--as=", "\u{202E}", "-fqo=",
    ]
    for a in words {
      for b in words {
        for c in words where message([a, b, c]).contains("\n") { Issue.record("\([a, b, c]): \(message([a, b, c]))") }
      }
    }
  }
}
