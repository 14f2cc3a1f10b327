import Foundation
import Testing

@testable import CommandLineInterface

/// Each script is run by its own shell, in a folder with files in it; a shell that is not installed is skipped.
@Suite struct CompletionScriptTests {
  /// What each shell must offer for a line, the cursor at its end.
  static let cases: [(line: String, offers: [String])] = [
    ("sample pa", ["pack"]),
    ("sample st", ["store"]),
    ("sample h", ["help"]),
    ("sample --vers", ["--version"]),
    ("sample store a", ["add"]),
    ("sample pack --fo", ["--force"]),
    ("sample pack --no-", ["--no-set-metadata"]),
    ("sample pack --qui", ["--quiet"]),
    ("sample pack --as j", ["json"]),
    ("sample pack --color n", ["never"]),
    ("sample pack --to k", ["kk"]),
    ("sample pack --to ru,k", ["ru,kk"]),
    ("sample pack -f --glossary nam", ["names.csv"]),
    ("sample pack -o fol", ["folder/"]),
    ("sample pack --force one", ["one.txt"]),
    ("sample pack -o folder one.txt tw", ["two words.md"]),
    ("sample show lamp js", ["json"]),
    ("sample store add names.t", ["names.txt"]),
  ]

  @Test(arguments: Shell.allCases) func theScriptsAreWellFormed(shell: Shell) throws {
    guard let path = executable(shell) else { return }
    let script = completionScript(for: shell, of: Sample.self)
    let folder = try Folder()
    try folder.write("script", script)
    // fish finds wrong options of `complete` only by running it.
    let (status, output) = try run(path, shell == .fish ? ["script"] : ["-n", "script"], in: folder.path)
    #expect(status == 0 && output.isEmpty, "\(output)\n\(script)")
  }

  @Test(.enabled(if: executable(.bash) != nil), arguments: cases)
  func bashCompletes(line: String, offers: [String]) throws {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { String($0).shellQuoted }
    let driver = """
      source ./script
      COMP_WORDS=(\(words.joined(separator: " "))) COMP_CWORD=\(words.count - 1)
      _sample
      for reply in "${COMPREPLY[@]}"; do
        # bash itself adds the slash, as the script asks it to.
        if [ -d "$reply" ]; then reply=$reply/; fi
        printf '%s\\n' "$reply"
      done
      """
    #expect(try output(of: .bash, driver) == offers)
  }

  @Test(
    .enabled(if: executable(.bash) != nil),
    arguments: [
      (["sample", "pack", "--as", "="], ["text", "json", "github"]),
      (["sample", "pack", "--as", "=", "g"], ["github"]),
      (["sample", "pack", "--to", "=", "r"], ["ru"]),
      (["sample", "pack", "--as", "=", "json", "--fo"], ["--force"]),
      (["sample", "pack", "--", "--fo"], []),
      (["sample", "store", ""], ["add", "help"]),
    ])
  func bashCompletesWordsAsItSplitsThem(words: [String], offers: [String]) throws {
    let driver = """
      source ./script
      COMP_WORDS=(\(words.map(\.shellQuoted).joined(separator: " "))) COMP_CWORD=\(words.count - 1)
      _sample
      if [ ${#COMPREPLY[@]} -gt 0 ]; then printf '%s\\n' "${COMPREPLY[@]}"; fi
      """
    #expect(try output(of: .bash, driver) == offers)
  }

  @Test(.enabled(if: executable(.fish) != nil), arguments: cases)
  func fishCompletes(line: String, offers: [String]) throws {
    let driver = "source ./script; complete -C \(line.shellQuoted)"
    let found = try output(of: .fish, driver).map { String($0.prefix { $0 != "\t" }) }
    #expect(found.contains(offers), "\(found)")
    #expect(!found.contains("one.png"), "\(found)")
  }

  @Test(.enabled(if: executable(.zsh) != nil), arguments: cases)
  func zshCompletes(line: String, offers: [String]) throws {
    let driver = """
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell 'PROMPT= PS2= ; autoload -Uz compinit; compinit -u -D; source ./script
      finish() { zle complete-word; print -r -- "<<$BUFFER>>"; BUFFER=; zle accept-line }
      zle -N finish; bindkey "^I" finish; print READY$((1 + 1))'
      zpty -r shell output '*READY2*'
      zpty -w -n shell \(line.shellQuoted)$'\\t'
      zpty -r shell output '*<<*>>*'
      output=${output##*<<}
      print -r -- "${output%%>>*}"
      """
    let found = try output(of: .zsh, driver).first ?? "nothing"
    let expected =
      line.split(separator: " ", omittingEmptySubsequences: false).dropLast().joined(separator: " ")
      + " " + offers.joined().replacingOccurrences(of: "two words", with: "two\\ words")
    // Behind a value of a list zsh puts a comma, which goes away with the next space.
    #expect(found.trimmingCharacters(in: CharacterSet(charactersIn: ", \r")) == expected)
  }

  /// The lines that a script prints in a folder with the completion script and some files.
  func output(of shell: Shell, _ driver: String) throws -> [String] {
    let folder = try Folder()
    try folder.write("script", completionScript(for: shell, of: Sample.self))
    for file in ["one.txt", "one.png", "two words.md", "names.csv", "names.txt", "folder/three.txt"] {
      try folder.write(file, "")
    }
    let path = try #require(executable(shell))
    return try run(path, ["-c", driver], in: folder.path).output.split(separator: "\n").map(String.init)
  }
}

/// Where a shell is installed.
func executable(_ shell: Shell) -> String? {
  ["/bin/", "/usr/bin/", "/usr/local/bin/"].map { $0 + shell.rawValue }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// Runs a program to its end.
func run(_ program: String, _ arguments: [String], in folder: String) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  process.environment = ["HOME": folder, "PATH": "/usr/bin:/bin", "TERM": "dumb", "LC_ALL": "C.UTF-8"]
  process.standardInput = FileHandle.nullDevice
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}

/// A temporary folder that goes away with its last reference.
final class Folder {
  let path = NSTemporaryDirectory() + UUID().uuidString

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}
