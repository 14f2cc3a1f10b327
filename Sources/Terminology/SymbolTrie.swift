/// Tries over symbols, each with its own root; the edges of a node lie side by side, sorted.
struct SymbolTrie: Sendable {
  private var first: [UInt32] = []
  private var labels: [Alphabet.Symbol] = []
  private var targets: [UInt32] = []
  /// What a node stands for; -1 for nothing.
  private(set) var values: [Int32] = []

  /// Adds a trie of these keys and returns its root.
  mutating func add(_ keys: [(key: [Alphabet.Symbol], value: Int32)]) -> Int {
    let sorted = keys.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    if first.isEmpty { first.append(0) }
    let root = values.count
    var queue: [(low: Int, high: Int, depth: Int)] = [(0, sorted.count, 0)]
    var index = 0
    var nodes = root + 1
    while index < queue.count {
      var (low, high, depth) = queue[index]
      index += 1
      var value: Int32 = -1
      while low < high, sorted[low].key.count == depth {
        value = sorted[low].value
        low += 1
      }
      values.append(value)
      while low < high {
        let label = sorted[low].key[depth]
        var end = low
        while end < high, sorted[end].key[depth] == label { end += 1 }
        labels.append(label)
        targets.append(UInt32(nodes))
        nodes += 1
        queue.append((low, end, depth + 1))
        low = end
      }
      first.append(UInt32(labels.count))
    }
    return root
  }

  /// The node after `symbol`, or -1.
  @inline(__always)
  func step(_ node: Int, _ symbol: Alphabet.Symbol) -> Int {
    var edge = Int(first[node])
    let end = Int(first[node + 1])
    while edge < end {
      let label = labels[edge]
      if label == symbol { return Int(targets[edge]) }
      if label > symbol { return -1 }
      edge += 1
    }
    return -1
  }

  /// The bytes that the trie takes.
  var size: Int { first.count * 4 + labels.count * 2 + targets.count * 4 + values.count * 4 }
}
