/// Rows of a table as lines: every column but the last as wide as its widest cell.
///
/// Those from `numbers` on are set to the right.
func columns(_ rows: [[String]], numbersFrom numbers: Int = .max) -> [String] {
  let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
  return rows.map { row in
    row.enumerated().map { column, text in
      let space = String(repeating: " ", count: widths[column] - text.count)
      return column >= numbers ? space + text : column == row.count - 1 ? text : text + space
    }.joined(separator: "  ")
  }
}
