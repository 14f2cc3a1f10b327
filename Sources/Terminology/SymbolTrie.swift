/// Tries over symbols, each with its own root; the children of a node lie side by side, sorted.
struct SymbolTrie: Sendable {
  /// The first child of each node; where it ends, the children of the next node begin.
  private var children: ContiguousArray<UInt32> = [0]
  /// The symbol that leads to each node; no text has that of a root, so a node's children may end with the next root.
  private var labels: ContiguousArray<Alphabet.Symbol> = []
  /// What a node stands for; -1 for nothing.
  private(set) var values: ContiguousArray<Int32> = []

  private static let rootLabel = Alphabet.Symbol.max

  /// Adds a trie and returns its root.
  mutating func add(_ draft: SymbolTrieDraft) -> Int {
    let root = values.count
    children[root] = UInt32(root + 1)
    labels.append(Self.rootLabel)
    var queue = [Int32(0)]
    var at = 0
    while at < queue.count {
      let node = queue[at]
      at += 1
      values.append(draft.values[Int(node)])
      var child = draft.firstChild[Int(node)]
      while child >= 0 {
        labels.append(draft.labels[Int(child)])
        queue.append(child)
        child = draft.nextSibling[Int(child)]
      }
      children.append(UInt32(labels.count))
    }
    return root
  }

  /// The node after `symbol`, or -1.
  @inline(__always)
  func step(_ node: Int, _ symbol: Alphabet.Symbol) -> Int {
    var child = Int(children[node])
    let end = Int(children[node + 1])
    while child < end {
      let label = labels[child]
      if label >= symbol { return label == symbol ? child : -1 }
      child += 1
    }
    return -1
  }

  /// The symbols that lead on from a node, each with the node after it.
  func steps(from node: Int) -> [(symbol: Alphabet.Symbol, node: Int)] {
    let own = Int(children[node])..<Int(children[node + 1])
    return own.filter { labels[$0] != Self.rootLabel }.map { (labels[$0], $0) }
  }
}

/// A trie while keys are added to it: the children of a node are a list, sorted.
struct SymbolTrieDraft {
  fileprivate private(set) var labels: [Alphabet.Symbol] = [0]
  fileprivate private(set) var firstChild: [Int32] = [-1]
  fileprivate private(set) var nextSibling: [Int32] = [-1]
  /// What each node stands for; -1 for nothing.
  var values: [Int32] = [-1]

  /// The node of a key, which is added where it is not there.
  mutating func node(of key: some Sequence<Alphabet.Symbol>) -> Int {
    var node = 0
    for symbol in key { node = child(of: node, symbol & Alphabet.number) }
    return node
  }

  private mutating func child(of node: Int, _ symbol: Alphabet.Symbol) -> Int {
    var before = -1
    var child = Int(firstChild[node])
    while child >= 0, labels[child] < symbol {
      before = child
      child = Int(nextSibling[child])
    }
    if child >= 0, labels[child] == symbol { return child }
    let new = labels.count
    labels.append(symbol)
    firstChild.append(-1)
    nextSibling.append(Int32(child))
    values.append(-1)
    if before < 0 { firstChild[node] = Int32(new) } else { nextSibling[before] = Int32(new) }
    return new
  }
}
