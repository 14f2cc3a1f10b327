/// The number of letters to insert, delete, replace or swap with a neighbour to make one text the other.
///
/// Nil where it is more than `limit`, which keeps the work to a band beside the diagonal.
func editDistance<Letter: Equatable>(_ left: [Letter], _ right: [Letter], atMost limit: Int) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  var before: [Int] = []
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var next = [row + 1]
    next.reserveCapacity(right.count + 1)
    var best = row + 1
    for column in 0..<right.count {
      let isSame = left[row] == right[column]
      var cost = min(last[column] + (isSame ? 0 : 1), min(last[column + 1], next[column]) + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, before[column - 1] + 1)
      }
      next.append(cost)
      best = min(best, cost)
    }
    if best > limit { return nil }
    before = last
    last = next
  }
  return last[right.count] <= limit ? last[right.count] : nil
}
