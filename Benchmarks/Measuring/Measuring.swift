import Glibc

/// The CPU time of this process in seconds: another program on the same cores does not count.
public func cpuTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The least CPU time of five runs, in seconds.
public func best(_ body: () throws -> Void) rethrows -> Double {
  var best = Double.infinity
  for _ in 0..<5 {
    let start = cpuTime()
    try body()
    best = min(best, cpuTime() - start)
  }
  return best
}
