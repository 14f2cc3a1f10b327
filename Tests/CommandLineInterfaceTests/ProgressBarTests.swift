import Synchronization
import Testing

@testable import CommandLineInterface

@Suite struct ProgressBarTests {
  @Test(arguments: [
    (79, 2_500, 10_000, 5, "[#########                           ]  2,500/10,000 articles  500/s  0:15 left"),
    (79, 10_000, 10_000, 5, "[########################################]  10,000/10,000 articles  2,000/s"),
    (79, 1, 10_000, 3, "[                                       ]  1/10,000 articles  0/s  8:19:57 left"),
    (44, 2_500, 10_000, 5, "2,500/10,000 articles  500/s  0:15 left"),
    (30, 2_500, 10_000, 5, "2,500/10,000 articles  500/s"),
    (12, 2_500, 10_000, 5, "2,500/10,000"),
    (0, 2_500, 10_000, 5, ""),
    (-5, 2_500, 10_000, 5, ""),
    (79, 0, 0, 0, "0/0 articles  0/s"),
    (79, 12, 10, 1, "[########################################]  12/10 articles  12/s"),
  ])
  func line(width: Int, done: Int, total: Int, seconds: Int, expected: String) {
    let line = progressLine(width: width, done: done, total: total, noun: "articles", elapsed: .seconds(seconds))
    #expect(line == expected)
    #expect(line.count <= max(width, 0))
  }

  /// What a bar writes when a step is done at each of these milliseconds.
  func written(at times: [Int], isTerminal: Bool = true, isQuiet: Bool = false) -> [String] {
    let sink = Sink()
    let bar = ProgressBar(
      total: 100, noun: "files", isQuiet: isQuiet, terminal: Terminal(isTerminal: isTerminal, reportedColumns: 60),
      elapsed: { .milliseconds(sink.time.withLock { $0 }) }, write: { text in sink.lines.withLock { $0.append(text) } })
    for moment in times {
      sink.time.withLock { $0 = moment }
      bar.advance()
    }
    bar.clear()
    bar.clear()
    return sink.lines.withLock { $0 }
  }

  final class Sink: Sendable {
    let time = Mutex(0)
    let lines = Mutex<[String]>([])
  }

  @Test func nothingIsShownWithinASecond() { #expect(written(at: [1, 500, 999]).isEmpty) }

  @Test func aLongerWorkIsShownTenTimesASecondAndCleared() {
    let lines = written(at: [999, 1000, 1050, 1100, 1110, 1200])
    #expect(lines.count == 4, "\(lines)")
    #expect(lines.first?.contains("2/100 files") == true)
    #expect(lines.last == "\r\u{1B}[K")
  }

  @Test func onlyATerminalShowsIt() {
    #expect(written(at: [5000], isTerminal: false).isEmpty)
    #expect(written(at: [5000], isQuiet: true).isEmpty)
  }
}
