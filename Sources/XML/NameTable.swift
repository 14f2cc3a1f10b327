internal import CExpat
import Glibc

/// The numbers of element names, so that no string is made for a name that was seen before.
public struct NameTable: Sendable {
  private struct Entry {
    var start: Int
    var length: Int
    var number: Int
  }

  /// For each hash the entry, or -1.
  private var slots = [Int16](repeating: -1, count: 256)
  private var entries: [Entry] = []
  /// All names, one behind the other.
  private var bytes: [UInt8] = []

  /// A table with the names that are known beforehand.
  public init(_ names: [(namespace: String, local: String, number: Int)] = []) {
    for name in names {
      let whole = name.namespace.isEmpty ? name.local : name.namespace + "\n" + name.local
      _ = whole.withCString { number(of: $0) { _, _ in name.number } }
    }
  }

  /// The number of a name as expat writes it, namespace and local name with a line feed between; `ask` gives the number
  /// of one that is new.
  mutating func number(of name: UnsafePointer<XML_Char>, _ ask: (String, String) -> Int) -> Int {
    let length = strlen(name)
    // The names of a namespace differ at their ends.
    var index = length
    for at in max(0, length - 4)..<length { index = index &* 31 &+ Int(name[at]) }
    index &= slots.count - 1
    while slots[index] >= 0 {
      let entry = entries[Int(slots[index])]
      if entry.length == length, isSame(entry, name) { return entry.number }
      index = (index + 1) & (slots.count - 1)
    }
    let whole = String(cString: name)
    let end = whole.utf8.firstIndex(of: 10)
    let number =
      end.map { ask(String(whole[..<$0]), String(whole[whole.utf8.index(after: $0)...])) } ?? ask("", whole)
    // A document with very many names gains nothing from the table; it stays small.
    if entries.count < slots.count / 2 {
      slots[index] = Int16(entries.count)
      entries.append(Entry(start: bytes.count, length: length, number: number))
      for at in 0..<length { bytes.append(UInt8(bitPattern: name[at])) }
    }
    return number
  }

  private func isSame(_ entry: Entry, _ name: UnsafePointer<XML_Char>) -> Bool {
    bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memcmp($0 + entry.start, name, entry.length) == 0 } ?? (entry.length == 0)
    }
  }
}
