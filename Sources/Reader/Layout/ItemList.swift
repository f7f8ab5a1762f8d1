/// A list whose items take several lines each: only those that can be seen are laid out.
struct ItemList {
  let count: Int
  /// The lines of an item; the same for the same index.
  let item: (Int) -> [Line]

  /// The lines from an item down, as many as there are rows.
  func lines(from top: Int, rows: Int) -> [Line] {
    var result: [Line] = []
    var index = max(0, top)
    while index < count, result.count < rows {
      result += item(index)
      index += 1
    }
    return Array(result.prefix(max(0, rows)))
  }

  /// The first item to show so that the chosen one can be seen whole, as near to the one shown before as can be.
  func top(_ cursor: ListCursor, rows: Int) -> Int {
    guard count > 0 else { return 0 }
    let selection = max(0, min(cursor.selection, count - 1))
    if selection <= cursor.top { return selection }
    // Walking up from the chosen item finds the first one that still leaves it whole.
    var top = selection
    var used = item(selection).count
    while top > 0, top > cursor.top {
      used += item(top - 1).count
      if used > rows { break }
      top -= 1
    }
    return fill(from: max(top, min(cursor.top, selection)), rows: rows)
  }

  /// Nothing stays empty below the last item while items above could be shown.
  private func fill(from top: Int, rows: Int) -> Int {
    var top = top
    var used = 0
    for index in top..<count {
      used += item(index).count
      if used >= rows { return top }
    }
    while top > 0 {
      used += item(top - 1).count
      if used > rows { break }
      top -= 1
    }
    return top
  }
}
