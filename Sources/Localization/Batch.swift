internal import Dispatch
internal import Synchronization

/// Many independent jobs on all cores, their results in order, memory for a few of them at a time.
public enum Batch {
  /// Runs `work` for every item, at most `jobs` at once, and hands the results to `deliver` in the items' order.
  ///
  /// The results are the same for every number of jobs. A stop asked for by `deliver` (false) ends the batch soon.
  public static func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, work: @Sendable (Item) -> Result, deliver: (Result) -> Bool
  ) {
    guard jobs > 1, items.count > 1 else {
      for item in items where !deliver(work(item)) { return }
      return
    }
    // Large enough that waiting for the slowest of a round costs little, small enough that results stay few.
    let round = 128 * jobs
    var start = 0
    while start < items.count {
      let slice = Array(items[start..<min(start + round, items.count)])
      for result in results(of: slice, jobs: jobs, work) where !deliver(result) { return }
      start += round
    }
  }

  private static func results<Item: Sendable, Result: Sendable>(
    of items: [Item], jobs: Int, _ work: @Sendable (Item) -> Result
  ) -> [Result] {
    let results = Mutex<[Result?]>(Array(repeating: nil, count: items.count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(jobs, items.count)) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < items.count else { return }
        let result = work(items[index])
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
