import Glibc
import Locales
import Measuring
import Terminology
import Units

// Measures matching: how long a glossary takes until it can be asked, and how fast texts are looked through.
//
// usage: matching GLOSSARY LANG=TEXT…; a line for `ready` (ms of CPU time) and one for each language (MB/s).

func measure() throws {
  let words = CommandLine.arguments.dropFirst()
  guard let path = words.first else { return print("usage: matching GLOSSARY LANG=TEXT…") }
  let pairs = words.dropFirst().map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
  let glossary = bytes(of: path)
  let locales = pairs.compactMap { LanguageTag($0[0]) }.map { Locale($0) }
  let start = cpuTime()
  let matchers = TermMatchers(try Glossary(yaml: glossary))
  for locale in locales { _ = matchers[locale] }
  print("ready", (cpuTime() - start) * 1000)
  for (locale, pair) in zip(locales, pairs) where pair.count == 2 {
    let lines = bytes(of: pair[1]).split(separator: 10).map(Array.init)
    let matcher = matchers[locale]
    let bytes = lines.reduce(0) { $0 + $1.count }
    var found = 0
    let seconds = best { found = lines.reduce(0) { $0 + matcher.matches(in: $1).count } }
    print(locale.tag, Double(bytes) / 1e6 / seconds, "MB/s", found, "matches in", bytes, "bytes")
  }
}

try measure()
