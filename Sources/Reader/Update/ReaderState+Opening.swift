import Canvas
import NewsModel
import Phrases

extension ReaderState {
  /// Opens what has the focus.
  mutating func openFocused() -> [Effect] {
    switch focus {
    case .menu: return openMenu()
    case .list: return turn(to: side.listCursor.selection)
    case .ticker, .top, .related:
      let stories = stories(in: focus)
      let index = selection(in: focus)
      return stories.indices.contains(index) ? open(stories[index], queue: stories, index: index) : []
    case .main: break
    }
    if article != nil { return openVisibleLink() }
    return place.listed?.open(&self) ?? []
  }

  private mutating func openMenu() -> [Effect] {
    let entries = menuEntries
    guard entries.indices.contains(menu.selection) else { return [] }
    let entry = entries[menu.selection]
    if let row = menu.open, entry.rows.indices.contains(row) {
      return show(entry.rows[row].destination)
    }
    return openEntry(menu.selection)
  }

  /// The only link or tag that can be seen is opened, several get labels.
  private mutating func openVisibleLink() -> [Effect] {
    let links = HintCollector.targets(self).filter {
      switch $0.target {
      case .link, .tag: true
      case .row, .sideRow, .menuEntry, .menuRow, .tickerHeadline, .popupRow, .command: false
      }
    }
    guard let first = links.first else {
      notice = .reason(phrasebook[.reasonNoLinks])
      return []
    }
    if links.allSatisfy({ $0.target == first.target }) { return follow(first.target) }
    return showHints(links)
  }

  /// Does what a click or a label on a target does.
  mutating func follow(_ target: Target) -> [Effect] {
    switch target {
    case .row(let index):
      focus = .main
      mainSelection = index
      return openFocused()
    case .sideRow(.list, let index): return turn(to: index)
    case .sideRow(let pane, let index):
      let stories = stories(in: pane)
      return stories.indices.contains(index) ? open(stories[index], queue: stories, index: index) : []
    case .menuEntry(let index): return chooseEntry(index)
    case .menuRow(let row):
      menu.open = row
      return openMenu()
    case .tickerHeadline(let index):
      let stories = tickerStories
      return stories.indices.contains(index) ? open(stories[index], queue: stories, index: index) : []
    case .link(let number):
      guard let links = article?.layout.links, links.indices.contains(number) else { return [] }
      return open(links[number])
    case .tag(let tag): return leaveArticle() + beginSearch(tag)
    case .popupRow(let index): return choosePopupRow(index)
    case .command(let command): return perform(command)
    }
  }

  /// A click on an entry: its sub-menu, if it has one, else its page.
  private mutating func chooseEntry(_ index: Int) -> [Effect] {
    let entries = menuEntries
    guard entries.indices.contains(index) else { return [] }
    if !entries[index].rows.isEmpty, menu.open == nil || menu.selection != index {
      focus = .menu
      menu = MenuState(selection: index, open: 0)
      return []
    }
    return openEntry(index)
  }

  /// Follows a link: what belongs to a followed site opens here, the rest in the browser.
  private mutating func open(_ address: WebAddress) -> [Effect] {
    guard let owner = sites.first(where: { $0.home.host == address.host && !$0.home.host.isEmpty }) else {
      return [.openInBrowser(address)]
    }
    let story = Story(Headline(title: address.path, address: address), site: owner.id)
    return open(story, queue: [story], index: 0)
  }

  /// The next or previous article of the queue.
  mutating func turnArticle(by step: Int) -> [Effect] {
    guard let article else { return [] }
    return turn(to: article.index + step)
  }

  /// The next or previous unread story; in a text with found words, the next or previous of them.
  mutating func goToUnread(by step: Int) -> [Effect] {
    if let article, focus == .main {
      if article.find != nil { return goToMatch(by: step) }
      let found = nextUnread(in: article.queue, from: article.index, by: step)
      guard let found else {
        if let query = article.list, let effects = seekUnread(in: query, by: step) { return effects }
        notice = .reason(phrasebook[.reasonNoUnread])
        return []
      }
      return turn(to: found)
    }
    if focus == .main, case .search = place { return goToHit(by: step) }
    let stories = stories(in: focus)
    guard let found = nextUnread(in: stories, from: selection(in: focus), by: step) else {
      if focus == .main, case .list(let list) = place, let effects = seekUnread(in: list.query, by: step) {
        return effects
      }
      notice = .reason(phrasebook[.reasonNoUnread])
      return []
    }
    switch focus {
    case .main: mainSelection = found
    case .list: side.listCursor.selection = found
    case .top: side.topCursor.selection = found
    case .related: side.relatedCursor.selection = found
    case .menu, .ticker: break
    }
    return []
  }

  /// The next or previous hit of the search that is shown.
  private mutating func goToHit(by step: Int) -> [Effect] {
    let wanted = mainSelection + step
    guard (0..<mainCount).contains(wanted) else {
      notice = .reason(phrasebook[.reasonNoMoreHits])
      return []
    }
    mainSelection = wanted
    return []
  }

  private func nextUnread(in stories: [Story], from index: Int, by step: Int) -> Int? {
    var next = index + step
    while stories.indices.contains(next) {
      if !shelf.status(of: stories[next].reference).isRead { return next }
      next += step
    }
    return nil
  }
}
