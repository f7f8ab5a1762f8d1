import Canvas
import NewsModel
import Phrases

/// The followed sites: name, what is unread, when they were asked last.
enum KioskView {
  static func lines(_ state: ReaderState, _ kiosk: KioskPlace, columns: Int, rows: Int) -> [Line] {
    guard !state.sites.isEmpty else {
      return MainView.empty(state.phrasebook[.noSitesYet], columns: columns, rows: rows)
    }
    return list(state, columns: columns).lines(from: kiosk.cursor.top, rows: rows)
  }

  static func list(_ state: ReaderState, columns: Int) -> ItemList {
    let selection = state.mainSelection
    return ItemList(count: state.sites.count) { index in
      let lines = item(state, state.sites[index], columns: columns, isChosen: index == selection)
        .map { line in
          var line = line
          line.target = .row(index)
          return line
        }
      return heading(of: index, in: state.sites, columns: columns) + lines
    }
  }

  /// The folders above the first site that is filed under them.
  private static func heading(of index: Int, in sites: [Site], columns: Int) -> [Line] {
    let folder = sites[index].folder
    guard !folder.isEmpty, index == 0 || sites[index - 1].folder != folder else { return [] }
    let path = Typesetter.oneLine(folder.joined(separator: " / "), columns: max(1, columns - 4))
    return [Line([Span("  "), Span(path, .section)]), .blank]
  }

  private static func item(_ state: ReaderState, _ site: Site, columns: Int, isChosen: Bool) -> [Line] {
    let phrases = state.phrasebook
    let news = state.siteNews[site.id]
    let bar = isChosen ? Span(state.litPane == .main ? "▌ " : "▏ ", .accent) : Span("  ")
    let isHidden = state.muted.contains(.source(site.id))
    let unread = isHidden ? 0 : state.unread(of: site.id)
    let count = unread > 0 ? [Span(phrases.text(.unread, count: unread) + "  ", .accent)] : []
    let room = max(1, columns - 4 - count.reduce(0) { $0 + $1.columns })
    var name = Line([bar, Span(Typesetter.oneLine(site.name, columns: room), .lead, [.bold])])
    name.flushRight(count, in: columns)
    var facts = [Span(site.home.host.isEmpty ? site.home.path : site.home.host, .muted)]
    if isHidden {
      facts.append(Span(phrases[.siteHidden], .warning))
    } else {
      if let refreshed = news?.refreshed {
        facts.append(Span(phrases.age(of: refreshed, now: state.now), .date))
      }
      if let failing = news?.failing, failing > 0 {
        facts.append(Span(phrases.text(.notAnswering, count: failing), .warning))
      }
    }
    var lines = [name, Line([bar] + StoryRow.joined(facts))]
    if isChosen { for index in lines.indices { lines[index].surface = .selection } }
    return lines + [.blank]
  }
}
