internal import Glibc
internal import Synchronization

/// A bar on standard error: how much is done, how fast, how long it will take.
///
/// It shows on a terminal alone, and only where the work takes over a second. Any thread may say that one more is done.
public final class ProgressBar: Sendable {
  private struct State {
    var done = 0
    var lastDrawn = Duration.zero
    var isShown = false
  }

  private let state = Mutex(State())
  private let total: Int
  private let noun: String
  private let terminal: Terminal
  private let isQuiet: Bool
  private let elapsed: @Sendable () -> Duration
  private let write: @Sendable (String) -> Void

  /// A bar for `total` things called `noun`; the clock runs from here.
  public convenience init(total: Int, noun: String, isQuiet: Bool = false) {
    let clock = ContinuousClock()
    let start = clock.now
    self.init(
      total: total, noun: noun, isQuiet: isQuiet, terminal: Terminal(fileDescriptor: STDERR_FILENO),
      elapsed: { start.duration(to: clock.now) },
      write: { text in
        var text = text
        text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      })
  }

  /// A bar with a clock and an output of the caller's own.
  init(
    total: Int, noun: String, isQuiet: Bool, terminal: Terminal, elapsed: @escaping @Sendable () -> Duration,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.total = total
    self.noun = noun
    self.isQuiet = isQuiet
    self.terminal = terminal
    self.elapsed = elapsed
    self.write = write
  }

  /// The work, which says of each input that it is done.
  public func counting<Input, Result>(
    _ work: @escaping @Sendable (Input) -> Result
  ) -> @Sendable (Input) -> Result {
    { input in
      defer { self.advance() }
      return work(input)
    }
  }

  /// Says that so many more are done.
  public func advance(by count: Int = 1) {
    state.withLock { state in
      state.done += count
      guard terminal.isTerminal, !isQuiet else { return }
      let now = elapsed()
      guard now >= .seconds(1), now - state.lastDrawn >= .milliseconds(100) else { return }
      state.lastDrawn = now
      state.isShown = true
      write(
        "\r" + progressLine(width: terminal.width - 1, done: state.done, total: total, noun: noun, elapsed: now)
          + clearRest)
    }
  }

  /// Takes the bar away, so that a message can stand there; the next step draws it again.
  public func clear() {
    state.withLock { state in
      if state.isShown { write("\r" + clearRest) }
      state.isShown = false
    }
  }
}

/// The control sequence that erases from the cursor to the end of the line.
private let clearRest = "\u{1B}[K"

/// `[#####     ]  1,234/10,000 articles  523/s  0:17 left`, in at most `width` columns; what does not fit is left out.
func progressLine(width: Int, done: Int, total: Int, noun: String, elapsed: Duration) -> String {
  let seconds = max(Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18, 0.001)
  let rate = Double(max(done, 0)) / seconds
  var parts = ["\(grouped(done))/\(grouped(total)) \(noun)", "\(grouped(Int(min(rate.rounded(), 1e15))))/s"]
  if rate > 0, total > done { parts.append(clockTime(Double(total - done) / rate) + " left") }
  while parts.count > 1, parts.joined(separator: "  ").count > width { parts.removeLast() }
  let text = String(parts.joined(separator: "  ").prefix(max(width, 0)))
  let room = min(40, width - text.count - 4)
  guard room >= 10, total > 0 else { return text }
  let filled = Int(Double(room) * min(max(Double(done) / Double(total), 0), 1))
  return "[" + String(repeating: "#", count: filled) + String(repeating: " ", count: room - filled) + "]  " + text
}

/// `1,234,567`.
private func grouped(_ number: Int) -> String {
  let digits = Array(String(number.magnitude))
  var result = number < 0 ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
    result.append(digit)
  }
  return result
}

/// `1:02:03`, `2:03`.
private func clockTime(_ seconds: Double) -> String {
  let whole = Int(min(seconds.rounded(.up), 359_999))
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let minutes = whole / 60 % 60
  return whole < 3600 ? "\(minutes):\(two(whole % 60))" : "\(whole / 3600):\(two(minutes)):\(two(whole % 60))"
}
