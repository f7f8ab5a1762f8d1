import Canvas
import Foundation
import NewsModel
import TextLayout

/// The top row: the site's name, the ticker, the date in words.
enum MastheadView {
  /// Where the parts of the row stand.
  struct Parts {
    var name: String
    var date: String
    var dateColumn: Int
    /// The columns of the ticker.
    var ticker: Range<Int>
  }

  static func parts(_ state: ReaderState) -> Parts {
    let columns = state.size.columns
    let phrases = state.phrasebook
    let name = Typesetter.oneLine(name(state), columns: max(6, columns / 3))
    let date =
      columns >= 90
      ? phrases.longDate(state.now) : columns >= 36 ? phrases.date(state.now, now: state.now) : ""
    let nameEnd = 1 + CellWidth.columns(of: name)
    let dateColumn = max(nameEnd + 1, columns - 1 - CellWidth.columns(of: date))
    // A space, the mark at each end, a space.
    let start = nameEnd + 4
    let end = (date.isEmpty ? columns - 1 : dateColumn) - 4
    return Parts(name: name, date: date, dateColumn: dateColumn, ticker: start..<max(start, end))
  }

  /// The site's name in capitals; what tells it from a namesake stands behind it as it is.
  private static func name(_ state: ReaderState) -> String {
    guard let site = state.currentSite else { return "VESTNIK" }
    let distinct = state.siteNames[site.id] ?? site.name
    return site.name.uppercased() + distinct.dropFirst(site.name.count)
  }

  static func draw(_ state: ReaderState, row: Int, on frame: inout Frame) {
    let parts = parts(state)
    frame.fill(CellRectangle(row: row, column: 0, columns: frame.columns, rows: 1), surface: .mastheadBar)
    frame.put(parts.name, row: row, column: 1, ink: .masthead, attributes: [.bold])
    frame.put(parts.date, row: row, column: parts.dateColumn, ink: .date)
    guard parts.ticker.count >= 8, state.settings.ticker != .off, !state.tickerStories.isEmpty else { return }
    let isFocused = state.litPane == .ticker
    let markInk: Ink = isFocused ? .focusedBorder : .border
    frame.put("‹", row: row, column: parts.ticker.lowerBound - 2, ink: markInk)
    frame.put("›", row: row, column: parts.ticker.upperBound + 1, ink: markInk)
    for piece in pieces(state, columns: parts.ticker.count) {
      frame.put(
        piece.text, row: row, column: parts.ticker.lowerBound + piece.column, ink: piece.ink,
        attributes: piece.isChosen ? [.underline] : [], limit: piece.limit, clip: parts.ticker)
    }
  }

  /// What a column of the row leads to.
  static func target(at column: Int, _ state: ReaderState) -> Target? {
    let parts = parts(state)
    guard parts.ticker.contains(column) else {
      return column < parts.ticker.lowerBound ? .command(.showFront) : nil
    }
    let place = column - parts.ticker.lowerBound
    let piece = pieces(state, columns: parts.ticker.count).first { piece in
      place >= piece.column && place < piece.column + CellWidth.columns(of: piece.text)
    }
    return piece?.headline.map { .tickerHeadline($0) }
  }

  /// The first cell of the headline that has the focus.
  static func focusedCell(_ state: ReaderState, row: Int) -> CellPoint {
    let ticker = parts(state).ticker
    let chosen = pieces(state, columns: ticker.count).first { $0.isChosen }
    let column = ticker.lowerBound + max(0, chosen?.column ?? 0)
    return CellPoint(row: row, column: min(column, max(0, state.size.columns - 1)))
  }

  /// A piece of the moving line; columns left of the ticker are cut.
  struct Piece {
    var text: String
    var column: Int
    var ink: Ink
    var headline: Int?
    var isChosen = false
    var limit: Int?
  }

  /// The headlines that can be seen, from the left; when all fit, they stand.
  static func pieces(_ state: ReaderState, columns: Int) -> [Piece] {
    let stories = state.tickerStories
    guard !stories.isEmpty else { return [] }
    if state.settings.ticker.isPaging {
      let index = min(state.ticker.selection, stories.count - 1)
      let text = Typesetter.oneLine(stories[index].title, columns: columns)
      return [piece(state, text, index: index, column: 0)]
    }
    let separatorColumns = CellWidth.columns(of: ReaderState.tickerSeparator)
    let length = state.tickerColumns
    var column = -(length > 0 ? state.ticker.offset % length : 0)
    var result: [Piece] = []
    var index = 0
    // The line follows itself without end.
    while column < columns, result.count < 4 * columns + 8 {
      let title = stories[index].title
      let width = CellWidth.columns(of: title)
      if column + width + separatorColumns > 0 {
        result.append(piece(state, title, index: index, column: column))
        result.append(Piece(text: ReaderState.tickerSeparator, column: column + width, ink: .muted))
      }
      column += width + separatorColumns
      index = (index + 1) % stories.count
    }
    return result
  }

  private static func piece(_ state: ReaderState, _ text: String, index: Int, column: Int) -> Piece {
    let isChosen = state.litPane == .ticker && state.ticker.selection == index
    let ink: Ink = isChosen ? .selected : state.isUrgent(text) ? .tickerUrgent : .ticker
    return Piece(text: text, column: column, ink: ink, headline: index, isChosen: isChosen)
  }
}

extension ReaderState {
  /// The headline that stands first in the ticker and can be read from its beginning, else the one that fills it.
  var tickerIndexInView: Int {
    let pieces = MastheadView.pieces(self, columns: max(8, MastheadView.parts(self).ticker.count))
    let headlines = pieces.filter { $0.headline != nil }
    return (headlines.first { $0.column >= 0 } ?? headlines.first)?.headline ?? 0
  }

  /// Moves the line so that the chosen headline begins at its left end.
  mutating func bringTickerIntoView() {
    guard !settings.ticker.isPaging else { return }
    let separator = CellWidth.columns(of: Self.tickerSeparator)
    ticker.offset = tickerStories.prefix(ticker.selection).reduce(0) {
      $0 + CellWidth.columns(of: $1.title) + separator
    }
  }
}
