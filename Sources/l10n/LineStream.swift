import Localization

/// Feeds JSON Lines from standard input to a job, and its answers to standard output.
struct LineStream {
  let console: Console
  /// Where the lines come from; `-` is standard input.
  var path = "-"

  /// Runs until the input ends; exit status 2 where a line could not be answered.
  func run(_ job: some LineJob) throws {
    var reader = try LineReader(path)
    var status = Status.done
    while let lines = try reader.next() {
      for line in lines where line.contains(where: { $0 != 0x20 && $0 != 13 && $0 != 9 }) {
        let answer = job.answer(line)
        if !answer.isDone { status = .failed }
        try console.print(answer.bytes)
      }
    }
    if status != .done { throw Exit(status) }
  }
}
