import CommandLineInterface
import Localization

/// Runs a job over its inputs, tells what each has to say in order, and ends with the worst status.
struct Runner {
  let console: Console
  let jobs: Int
  func run(_ inputs: [Input], _ work: @escaping @Sendable (Input) -> Outcome) throws(Exit) {
    var status = Status.done
    var ended: Exit?
    var (files, segments, written) = (0, 0, 0)
    let bar = ProgressBar(total: inputs.count, noun: "files", isQuiet: console.isQuiet)
    Batch.run(inputs, jobs: jobs, work: bar.counting(work)) { outcome in
      if !outcome.messages.isEmpty || !outcome.output.isEmpty { bar.clear() }
      for message in outcome.messages { console.tell(message) }
      status = max(status, outcome.status)
      if outcome.status < .failed, !outcome.isSkipped { files += 1 }
      segments += outcome.segments
      written += outcome.written
      if !outcome.output.isEmpty {
        do throws(Exit) { try console.print(outcome.output) } catch {
          ended = error
          return false
        }
      }
      return true
    }
    bar.clear()
    if let ended { throw ended }
    if status < .failed, files == 0 {
      console.tell("l10n: none of the files is in the language that --to asks for\n")
      throw Exit(.failed)
    }
    if !console.isQuiet, files > 0 {
      let text = "\(count(files, "file")) read, \(count(segments, "segment")), \(count(written, "file")) written"
      console.tell("l10n: \(text)\n")
    }
    if status != .done { throw Exit(status) }
  }

  /// Runs work that gives a result for each input, and tells what each has to say; the results in order, and the worst
  /// status.
  func gather<Result: Sendable>(
    _ inputs: [Input], _ work: @escaping @Sendable (Input) -> (Outcome, Result)
  ) -> (results: [Result], status: Status) {
    var results: [Result] = []
    let status = forEach(inputs, work) { results.append($0) }
    return (results, status)
  }

  /// Runs work that gives a result for each input, tells what each has to say, and hands over the results in order; the
  /// worst status.
  func forEach<Result: Sendable>(
    _ inputs: [Input], _ work: @escaping @Sendable (Input) -> (Outcome, Result), take: (Result) -> Void
  ) -> Status {
    var status = Status.done
    let bar = ProgressBar(total: inputs.count, noun: "files", isQuiet: console.isQuiet)
    Batch.run(inputs, jobs: jobs, work: bar.counting(work)) { outcome, result in
      if !outcome.messages.isEmpty { bar.clear() }
      for message in outcome.messages { console.tell(message) }
      status = max(status, outcome.status)
      take(result)
      return true
    }
    bar.clear()
    return status
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
