import Glibc
import Measuring
import Memory
import Units

// Measures look-ups in a translation memory, English to Russian, after the first one has read what it keeps.
//
// usage: remembering MEMORY QUERIES; lines that begin with = are looked up as they are, those with ~ at 75 %. A line for
// each of `exact` and `fuzzy`: ms of CPU time for a look-up, and how many of the queries found something.

func measure() throws {
  let words = CommandLine.arguments.dropFirst()
  guard words.count == 2, let path = words.first, let queries = words.last,
    let english = LanguageTag("en"), let russian = LanguageTag("ru")
  else { return print("usage: remembering MEMORY QUERIES") }
  let memory = try TranslationMemory(path, creates: false)
  let lines = bytes(of: queries).split(separator: 10)
  for (name, mark, least) in [("exact", UInt8(ascii: "="), 100), ("fuzzy", UInt8(ascii: "~"), 75)] {
    let texts = lines.filter { $0.first == mark }.map { Content(text: Array($0.dropFirst())) }
    var found = 0
    let seconds = try best {
      found = 0
      for text in texts where try !memory.matches(for: text, from: english, to: russian, least: least).isEmpty {
        found += 1
      }
    }
    print(name, seconds * 1000 / Double(max(1, texts.count)), "ms", found, "of", texts.count)
  }
}

try measure()
