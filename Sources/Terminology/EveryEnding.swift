internal import Synchronization

/// Every ending that words of a language may have, with its cells: what a wrong ending is told by.
///
/// They are expanded when a wrong ending is first asked for, which is seldom.
final class EveryEnding: Sendable {
  private let made = Mutex<EndingSet?>(nil)

  /// The cells that an ending stands for in any class of the language; none where it is no ending.
  func cells(of ending: some Collection<Unicode.Scalar>, in inflection: Inflection) -> Cells {
    let table = made.withLock { made in
      if let made { return made }
      let table = inflection.everyEnding()
      made = table
      return table
    }
    return table.cells(of: ending)
  }
}
