import Units

/// The elements that are open: as much of the standard's stack as it takes to know where each one ends, authors leaving
/// out end tags as they do.
///
/// Inline elements are on it only where their content is protected.
struct HTMLOpenElements {
  /// What the content of an element is.
  enum Scope { case text, protected, furniture }

  /// An element that is open.
  struct Entry {
    var name: HTMLName
    var traits: HTMLElement
    /// The name in its start tag.
    var nameRange: Range<Int>
    /// The bytes of its start tag.
    var tag: Range<Int>
    var scope = Scope.text
    var role: Role?
    /// The number of blocks before it.
    var firstBlock = 0
    /// The barrier it stands in; the stack sets it.
    var barrier = -1
  }

  private(set) var entries: [Entry] = []
  private var barriers: [Int] = []
  private var counts: [HTMLName: Int] = [:]
  private var countsInBarrier: [Place: Int] = [:]
  /// How far up an end tag that is left out is looked for: keeps a stack of any depth linear.
  private static let reach = 64

  private struct Place: Hashable {
    var name: HTMLName
    var barrier: Int
  }

  var last: Entry? { entries.last }

  /// Whether an element of this name is open.
  func contains(_ name: HTMLName) -> Bool { counts[name, default: 0] > 0 }

  mutating func push(_ entry: Entry) {
    var entry = entry
    entry.barrier = barriers.last ?? -1
    counts[entry.name, default: 0] += 1
    countsInBarrier[Place(name: entry.name, barrier: entry.barrier), default: 0] += 1
    if entry.traits.contains(.barrier) { barriers.append(entries.count) }
    entries.append(entry)
  }

  mutating func removeLast() {
    guard let entry = entries.popLast() else { return }
    counts[entry.name, default: 1] -= 1
    countsInBarrier[Place(name: entry.name, barrier: entry.barrier), default: 1] -= 1
    if entry.traits.contains(.barrier) { barriers.removeLast() }
  }

  /// Sets what the content of the last entry is.
  mutating func setScope(_ scope: Scope, at index: Int) { entries[index].scope = scope }

  /// The index of the entry that an end tag ends; nil where it ends none.
  func index(endedBy name: HTMLName, _ traits: HTMLElement) -> Int? {
    if traits.contains(.table) || traits.contains(.barrier) {
      guard contains(name) else { return nil }
    } else {
      guard countsInBarrier[Place(name: name, barrier: barriers.last ?? -1), default: 0] > 0 else { return nil }
    }
    return entries.lastIndex { $0.name == name }
  }

  /// The index of the entry whose end tag is left out in front of this start tag; nil where none is.
  func index(endedByStart name: HTMLName, _ traits: HTMLElement) -> Int? {
    if let rule = Self.impliedEnds[name] {
      for index in entries.indices.suffix(Self.reach).reversed() {
        if rule.ended.contains(entries[index].name) { return outermost(rule, from: index) }
        if rule.stops.contains(entries[index].name) { break }
      }
    }
    guard traits.contains(.closesParagraph) else { return nil }
    return index(endedBy: Self.paragraph, .paragraph)
  }

  /// A row ends with its cell: the outermost entry up to where the rule stops.
  private func outermost(_ rule: ImpliedEnd, from found: Int) -> Int {
    var result = found
    for index in entries.indices[..<found].suffix(Self.reach).reversed() {
      if rule.stops.contains(entries[index].name) { break }
      if rule.ended.contains(entries[index].name) { result = index }
    }
    return result
  }

  private struct ImpliedEnd {
    var ended: Set<HTMLName>
    var stops: Set<HTMLName>

    init(_ ended: String, upTo stops: String) {
      self.ended = Set(ended.split(separator: " ").map { HTMLName(String($0)) })
      self.stops = Set(stops.split(separator: " ").map { HTMLName(String($0)) })
    }
  }

  private static let paragraph = HTMLName("p")

  private static let impliedEnds: [HTMLName: ImpliedEnd] = {
    let rows = ImpliedEnd("tr td th caption colgroup", upTo: "table template")
    let sections = ImpliedEnd("tbody thead tfoot tr td th caption colgroup", upTo: "table template")
    let terms = ImpliedEnd("dt dd", upTo: "dl table template")
    return [
      HTMLName("li"): ImpliedEnd("li", upTo: "ul ol menu table template"),
      HTMLName("dt"): terms, HTMLName("dd"): terms,
      HTMLName("td"): ImpliedEnd("td th", upTo: "tr table template"),
      HTMLName("th"): ImpliedEnd("td th", upTo: "tr table template"),
      HTMLName("tr"): rows, HTMLName("tbody"): sections, HTMLName("thead"): sections, HTMLName("tfoot"): sections,
      HTMLName("option"): ImpliedEnd("option", upTo: "select datalist"),
      HTMLName("body"): ImpliedEnd("head", upTo: ""),
    ]
  }()
}
