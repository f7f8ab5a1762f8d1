import Canvas
import NewsModel
import Phrases

/// The front page: a block for each section, side by side where there is room.
enum FrontView {
  /// A column narrower than this sets no headline well.
  private static let columnWidth = 36
  private static let gap = 3

  /// The visible lines.
  static func lines(_ state: ReaderState, _ front: FrontPlace, columns: Int, rows: Int) -> [Line] {
    guard state.mainCount > 0 else { return emptyLines(state, columns: columns, rows: rows) }
    return page(state, front, columns: columns, rows: front.cursor.top..<front.cursor.top + max(0, rows))
  }

  /// The first line to show so that the chosen story can be seen whole.
  static func top(_ state: ReaderState, front: FrontPlace, columns: Int, rows: Int) -> Int {
    // The first story brings the page's beginning with it, wherever it stands.
    guard front.cursor.selection > 0 else { return 0 }
    let page = page(state, front, columns: columns)
    let chosen = page.indices.filter { row in
      page[row].spans.contains { $0.target == .row(front.cursor.selection) }
    }
    var top = max(0, min(front.cursor.top, page.count - rows))
    guard let first = chosen.first, let last = chosen.last else { return top }
    // A block's first story brings the block's title with it.
    let start = max(0, first - (isFirstOfBlock(state, front.cursor.selection) ? 1 : 0))
    if last >= top + rows { top = last - rows + 1 }
    if start < top { top = start }
    return max(0, top)
  }

  private static func isFirstOfBlock(_ state: ReaderState, _ index: Int) -> Bool {
    var start = 0
    for block in state.edition.front.blocks {
      if start == index { return true }
      start += block.lines.count
    }
    return false
  }

  private static func emptyLines(_ state: ReaderState, columns: Int, rows: Int) -> [Line] {
    let phrases = state.phrasebook
    if state.sites.isEmpty {
      return MainView.empty(phrases[.noSitesYet], columns: columns, rows: rows)
    }
    if let site = state.site, state.muted.contains(.source(site)) {
      return MainView.empty(phrases[.frontMuted], columns: columns, rows: rows)
    }
    let isKnown = state.site.map { state.editions[$0] != nil } ?? false
    let isEmpty = isKnown && state.refresh == nil
    let empty: Phrase = state.settings.isOffline ? .frontEmptyOffline : .frontEmpty
    return MainView.empty(phrases[isEmpty ? empty : .loading], columns: columns, rows: rows)
  }

  /// The page, or some of its rows: blocks are put one after another into the column that is shortest so far; where
  /// there are fewer blocks than columns, the longest one goes on in those that are left.
  private static func page(
    _ state: ReaderState, _ front: FrontPlace, columns: Int, rows: Range<Int> = 0..<Int.max
  ) -> [Line] {
    let room = max(1, columns - 4)
    let count = state.settings.isPlain ? 1 : max(1, min(3, (room + gap) / (columnWidth + gap)))
    let width = max(1, (room - gap * (count - 1)) / count)
    var stacks: [[Line]] = Array(repeating: [], count: count)
    let setter = FrontBlock(state: state, front: front, width: width)
    for piece in pieces(of: state.edition.front.blocks, by: setter, columns: count) {
      let shortest = stacks.indices.min { stacks[$0].count < stacks[$1].count } ?? 0
      let isTop = stacks[shortest].isEmpty
      if !isTop { stacks[shortest].append(.blank) }
      // A block without a title needs no heading where nothing stands above it.
      if let title = piece.title, !(isTop && title.isEmpty) {
        stacks[shortest] += setter.heading(title)
      }
      stacks[shortest] += piece.stories.joined()
      if stacks[shortest].last == .blank { stacks[shortest].removeLast() }
    }
    let height = stacks.map(\.count).max() ?? 0
    return rows.clamped(to: 0..<height).map { row in
      var line = Line()
      var used = 0
      for (index, stack) in stacks.enumerated() where stack.indices.contains(row) {
        let start = 2 + index * (width + gap)
        line.spans.append(Span(String(repeating: " ", count: start - used)))
        line.spans += stack[row].spans
        used = start + stack[row].columns
      }
      return line
    }
  }
}

extension FrontView {
  /// What of a block stands in one column.
  private struct Piece {
    /// `nil` for what goes on from another column.
    let title: String?
    /// The rows of each story.
    let stories: [[Line]]

    var height: Int { stories.joined().count }
  }

  private static func pieces(
    of blocks: [ShownFront.Block], by setter: FrontBlock, columns: Int
  ) -> [Piece] {
    var number = 0
    var pieces: [Piece] = []
    for block in blocks where !block.lines.isEmpty {
      pieces.append(Piece(title: block.title, stories: setter.stories(block, from: number)))
      number += block.lines.count
    }
    let spare = columns - pieces.count
    if spare > 0, let longest = pieces.indices.max(by: { pieces[$0].height < pieces[$1].height }) {
      let parts = parts(of: pieces[longest].stories, count: spare + 1).enumerated().map { index, stories in
        Piece(title: index == 0 ? pieces[longest].title : nil, stories: stories)
      }
      pieces.replaceSubrange(longest...longest, with: parts)
    }
    return pieces
  }

  /// A block's stories in parts of about the same height.
  private static func parts(of stories: [[Line]], count: Int) -> [[[Line]]] {
    let height = stories.joined().count
    var parts: [[[Line]]] = [[]]
    var above = 0
    for (index, story) in stories.enumerated() {
      // On where more than half of it would stand below the part's share, or each part left needs one of what is left.
      let isFull = (2 * above + story.count) * count > 2 * height * parts.count
      let isLast = stories.count - index <= count - parts.count
      if !parts[parts.count - 1].isEmpty, parts.count < count, isFull || isLast { parts.append([]) }
      parts[parts.count - 1].append(story)
      above += story.count
    }
    return parts
  }
}

/// One block of the front page in a column of its width.
struct FrontBlock {
  let state: ReaderState
  let front: FrontPlace
  let width: Int

  /// Each story's rows: the lead with time and summary, then the others numbered from 2.
  ///
  /// - Parameter first: the number of the block's first story on the page, from 0.
  func stories(_ block: ShownFront.Block, from first: Int) -> [[Line]] {
    block.lines.enumerated().map { offset, line in
      var result: [Line] = []
      let index = first + offset
      let story = Story(line, site: state.site ?? SiteID(rawValue: ""))
      let status = state.shelf.status(of: story.reference)
      let spans =
        offset == 0
        ? lead(story, index, status)
        : numbered(story, number: offset + 1, of: block.lines.count, index, status)
      let isChosen = front.cursor.selection == index && state.litPane == .main
      for row in spans {
        var line = Line(row)
        line.pad(to: width)
        for position in line.spans.indices {
          line.spans[position].target = .row(index)
          if isChosen { line.spans[position].surface = .selection }
        }
        result.append(line)
      }
      if offset == 0, block.lines.count > 1 { result.append(.blank) }
      return result
    }
  }

  /// A title with a rule behind it; a rule where there is none, nothing in a plain view.
  func heading(_ title: String) -> [Line] {
    if title.isEmpty, state.settings.isPlain { return [] }
    let text = Typesetter.oneLine(title, columns: width)
    var line = Line([Span(text, .section, [.bold])])
    let space = title.isEmpty ? "" : " "
    let left = width - line.columns - space.count
    if left > 1, !state.settings.isPlain {
      line.spans.append(Span(space + String(repeating: "─", count: left), .border))
    }
    return [line]
  }

  private func lead(_ story: Story, _ index: Int, _ status: ArticleStatus) -> [[Span]] {
    let room = max(1, width - 2)
    let setter = Typesetter(language: state.siteLanguage, dividesWords: !state.settings.isPlain)
    var rows = setter.headline(story.title, measure: room).map {
      [bar(index), status.isRead ? Span($0, .read) : Span($0, .lead, [.bold])]
    }
    if let date = story.date {
      let age = state.phrasebook.age(of: date, isDayOnly: story.isDayOnly, now: state.now)
      rows.append([bar(index), Span(age, .date)] + savedMark(status))
    }
    if !story.summary.isEmpty {
      rows += setter.paragraph(story.summary, measure: room, lineLimit: 3).map {
        [bar(index), Span($0, .summary)]
      }
    }
    return rows
  }

  private func numbered(
    _ story: Story, number: Int, of count: Int, _ index: Int, _ status: ArticleStatus
  ) -> [[Span]] {
    let mark = "\(number) "
    let indent = 2 + "\(count) ".count
    let titles = Typesetter(language: state.siteLanguage)
      .row(story.title, measure: max(1, width - indent))
    return titles.enumerated().map { row, title in
      let before =
        row == 0
        ? Span(String(repeating: " ", count: indent - 2 - mark.count) + mark, .number)
        : Span(String(repeating: " ", count: indent - 2))
      return [bar(index), before, Span(title, status.isRead ? .read : .headline)]
        + (row == titles.count - 1 ? savedMark(status) : [])
    }
  }

  private func bar(_ index: Int) -> Span {
    front.cursor.selection == index && state.litPane == .main ? Span("▌ ", .accent) : Span("  ")
  }

  private func savedMark(_ status: ArticleStatus) -> [Span] {
    status.isSaved ? [Span(" ★", .saved)] : []
  }
}
