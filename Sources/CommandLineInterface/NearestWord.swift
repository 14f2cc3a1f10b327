/// The candidate that `word` is most likely a slip of, or nil where none is near.
///
/// Near is one edit in three letters, and a beginning of one candidate alone (`--gloss` for `--glossary`).
func nearest(to word: String, among candidates: [String]) -> String? {
  let scored = candidates.map { (candidate: $0, distance: editDistance(word, $0)) }
  if let best = scored.min(by: { $0.distance < $1.distance }), best.distance <= max(1, word.count / 3) {
    return best.candidate
  }
  let longer = candidates.filter { word.count > 2 && $0.hasPrefix(word) }
  return longer.count == 1 ? longer.first : nil
}

/// The Damerau-Levenshtein distance (optimal string alignment): a swap of neighbours counts as one edit.
func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left)
  let right = Array(right)
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      let replaced = last[j] + (left[i] == right[j] ? 0 : 1)
      var best = min(last[j + 1] + 1, row[j] + 1, replaced)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, beforeLast[j - 1] + 1) }
      row.append(best)
    }
    (beforeLast, last) = (last, row)
  }
  return last[right.count]
}
