import Units
import XML

/// The table as one page of XHTML that a browser shows, lets be written in, and saves.
enum TablePage {
  static func page(_ table: TranslationTable, title: String, from source: String, to target: String) -> [UInt8] {
    let rows = table.rows.map { row in
      """
      <tr id="\(escaped(row.id))"><th scope="row">\(escaped(row.id))</th><td class="source" lang="\(escaped(source))">\
      \(escaped(row.source))</td><td class="target" lang="\(escaped(target))" contenteditable="plaintext-only" \
      role="textbox" aria-multiline="true" aria-label="\(escaped(row.id))">\(escaped(row.target))</td></tr>

      """
    }
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE html>
      <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>\(escaped(title))</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <h1>\(escaped(title))</h1>
      <p>Write the translation into the right column. Numbers in braces, {1}, stand for markup: keep each of them.</p>
      <p><button type="button" id="save">Save</button></p>
      <table>
      <thead><tr><th>id</th><th>\(escaped(source))</th><th>\(escaped(target))</th></tr></thead>
      <tbody>

      """
    return Array((head + rows.joined() + foot).utf8)
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { margin: 0 auto; max-width: 80rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
    table { border-collapse: collapse; width: 100%; table-layout: fixed; }
    th, td { border: 1px solid GrayText; padding: .375rem .5rem; text-align: start; vertical-align: top;
      overflow-wrap: anywhere; }
    th:first-child { width: 6rem; font-size: .8125rem; font-weight: normal; }
    td { white-space: pre-wrap; }
    td:focus-visible { outline: 3px solid Highlight; }
    """

  /// No character in it is one of XML's markup.
  private static let foot = """
    </tbody>
    </table>
    <script>
    "use strict";
    document.getElementById("save").addEventListener("click", function () {
      const page = new XMLSerializer().serializeToString(document);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([page], { type: "application/xhtml+xml" }));
      link.download = decodeURIComponent(location.pathname.split("/").pop()) || "table.html";
      link.click();
    });
    </script>
    </body>
    </html>

    """

  /// The rows of a page that was saved.
  ///
  /// - Throws: ``Units/Malformed`` where it is no such page.
  static func rows(in bytes: [UInt8]) throws(Malformed) -> [TranslationTable.Row] {
    let reader = PageReader(bytes)
    do { try parse(bytes, receiver: reader) } catch {
      throw Malformed(
        at: Offset(error.offset), problem: "not a page that its Save button wrote: \(error.problem)",
        remedy: "open the page in a browser and press Save, or use the CSV table")
    }
    guard !reader.rows.isEmpty else { throw Malformed(at: Offset(0), problem: "the page has no row of a table") }
    return reader.rows
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendEscaped(Array(text.utf8).span, inAttribute: true, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Reads the rows of a page: `tr` elements with an id, their source and target cells.
private final class PageReader: Receiver {
  private enum Name: Int { case other, row, cell, lineBreak }
  private enum Cell { case source, target }

  private(set) var rows: [TranslationTable.Row] = []
  private let bytes: [UInt8]
  private var row: TranslationTable.Row?
  private var cell: (kind: Cell, text: String)?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var wantsText: Bool { cell != nil }

  func number(namespace: String, local: String) -> Int {
    let names: [String: Name] = ["tr": .row, "td": .cell, "br": .lineBreak]
    return (names[local] ?? .other).rawValue
  }

  func start(_ element: Int, _ tag: borrowing StartTag) {
    switch Name(rawValue: element) {
    case .row: row = tag["id"].map { .init(id: $0, source: "", target: "", at: Offset(tag.range.lowerBound)) }
    case .cell: cell = (tag["class"] == "target" ? .target : .source, "")
    case .lineBreak: cell?.text += "\n"
    default: break
    }
  }

  func end(_ element: Int, at range: Range<Int>) {
    switch Name(rawValue: element) {
    case .row:
      if let row { rows.append(row) }
      row = nil
    case .cell:
      if let cell {
        if cell.kind == .source { row?.source = cell.text } else { row?.target = cell.text }
      }
      cell = nil
    default: break
    }
  }

  func text(at range: Range<Int>, replacement: [UInt8]?) {
    cell?.text +=
      replacement.map { String(decoding: $0, as: UTF8.self) } ?? String(decoding: bytes[range], as: UTF8.self)
  }
}
