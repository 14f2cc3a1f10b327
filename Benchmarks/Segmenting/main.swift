import Glibc
import ICU
import Localization
import Locales
import Measuring
import Segmentation
import Units

// Measures the stages of `l10n segment`: reading, ICU's breaks, the rules that judge them, writing.
//
// usage: segmenting FILE LANG; for each stage a line with its milliseconds of CPU time, the best of five runs.

func readBlocks(_ path: String) throws -> [[UInt8]] {
  var blocks: [[UInt8]] = []
  var reader = try LineReader(path)
  while let block = try reader.nextBlock(), block.firstInvalidUTF8 == nil { blocks.append(block) }
  return blocks
}

func measure() throws {
  let words = CommandLine.arguments
  guard words.count == 3, let tag = LanguageTag(words[2]) else { return print("usage: segmenting FILE LANG") }
  let start = cpuTime()
  let rules = try SentenceRules.compiled()
  let segmenter = try SentenceSegmenter(locale: Locale(tag))
  print("ready", (cpuTime() - start) * 1000)
  let blocks = try readBlocks(words[1])
  print("read", try best { _ = try readBlocks(words[1]) } * 1000)
  let breaks = try best {
    for block in blocks { try rules.forEachBreak(in: block.span, byExcerptsOf: SentenceSegmenter.excerptSize) { _ in } }
  }
  print("breaks", breaks * 1000)
  let sentences = best { for block in blocks { segmenter.forEachSentence(in: block.span) { _, _ in } } }
  print("rules", (sentences - breaks) * 1000)
  let job = try SegmentJob(tag)
  let null = open("/dev/null", O_WRONLY)
  let all = try best {
    for block in blocks { try job.lines(block, explains: false) { _ = FileWriter.writeAll($0, to: null) } }
  }
  print("write", (all - sentences) * 1000)
}

try measure()
