/// The endings that hang on one kind of stem, each with the cells that it stands for, in the order they were added.
struct EndingSet: Sendable {
  typealias Ending = (text: [Unicode.Scalar], cells: Cells)

  private(set) var list: [Ending] = []
  private var places: [[Unicode.Scalar]: Int] = [:]

  /// No ending.
  init() {}

  /// The ending that is nothing, which stands for every cell: what a word has that does not inflect.
  static let none: EndingSet = {
    var set = EndingSet()
    set.insert([], .all)
    return set
  }()

  var isEmpty: Bool { list.isEmpty }

  /// Adds cells to an ending.
  mutating func insert(_ text: [Unicode.Scalar], _ cells: Cells) {
    if let place = places[text] {
      list[place].cells.formUnion(cells)
    } else {
      places[text] = list.count
      list.append((text, cells))
    }
  }

  /// The cells of an ending; none where it is not of the set.
  func cells(of ending: some Sequence<Unicode.Scalar>) -> Cells { places[Array(ending)].map { list[$0].cells } ?? [] }
}
