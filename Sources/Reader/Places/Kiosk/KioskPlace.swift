import Canvas

/// The followed sites.
struct KioskPlace: Equatable, Sendable {
  var cursor = ListCursor()
}

extension KioskPlace: ListedPlace {
  var reload: Effect? { .loadSiteNews }

  func count(_ state: ReaderState) -> Int { state.sites.count }

  func lines(_ state: ReaderState, size: CellSize) -> [Line] {
    KioskView.lines(state, self, columns: size.columns, rows: size.rows)
  }

  func top(_ state: ReaderState, size: CellSize) -> Int {
    KioskView.list(state, columns: size.columns).top(cursor, rows: size.rows)
  }

  func open(_ state: inout ReaderState) -> [Effect] {
    let sites = state.sites
    return sites.indices.contains(cursor.selection) ? state.show(site: sites[cursor.selection].id) : []
  }
}
