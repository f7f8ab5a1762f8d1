import Markup

/// Tells tables of data from those that place things on a page, and finds the cells of the former.
struct TableReader {
  /// The cells of a table as nodes.
  struct Cells {
    var caption: Int?
    var headingRows: Int
    var rows: [[Int]]
  }

  let document: HTMLDocument
  let isDropped: [Bool]

  /// - Returns: `nil` for a table that only places things.
  func read(_ table: Int) -> Cells? {
    var cells = Cells(caption: nil, headingRows: 0, rows: [])
    var holdsTable = false
    var longest = 0
    var stillHeading = true
    func row(_ index: Int, inHead: Bool) {
      var row: [Int] = []
      var isHeading = true
      for cell in document.children(index) where !isDropped[cell] {
        let name = document.name(cell)
        guard name == .td || name == .th else { continue }
        row.append(cell)
        if name == .td { isHeading = false }
        longest = max(longest, document.textRange(cell).count)
        if !holdsTable { holdsTable = (cell..<document.end(cell)).contains { document.name($0) == .table } }
      }
      guard !row.isEmpty else { return }
      if stillHeading, inHead || isHeading && row.count > 1 {
        cells.headingRows += 1
      } else {
        stillHeading = false
      }
      cells.rows.append(row)
    }
    for child in document.children(table) where !isDropped[child] {
      switch document.name(child) {
      case .caption: cells.caption = child
      case .tr: row(child, inHead: false)
      case .thead, .tbody, .tfoot:
        for inner in document.children(child) where document.name(inner) == .tr && !isDropped[inner] {
          row(inner, inHead: document.name(child) == .thead)
        }
      default: break
      }
      if cells.rows.count > 5000 { break }
    }
    let columns = cells.rows.map(\.count).max() ?? 0
    guard !holdsTable, columns >= 2, cells.rows.count >= 2, columns <= 100 else { return nil }
    // A cell of a newspaper's column is no cell of a table.
    guard longest < 1200 || cells.headingRows > 0 else { return nil }
    return cells
  }
}
