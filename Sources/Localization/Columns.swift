/// Rows of a table as lines: every column but the last as wide as its widest cell.
func columns(_ rows: [[String]]) -> [String] {
  let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
  return rows.map { row in
    row.enumerated().map { column, text in
      column == row.count - 1 ? text : text + String(repeating: " ", count: widths[column] - text.count + 2)
    }.joined()
  }
}
