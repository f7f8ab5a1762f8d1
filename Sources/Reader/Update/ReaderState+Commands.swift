import Canvas
import NewsModel
import Phrases

extension ReaderState {
  /// The next or previous article; where no text is shown that is the next row.
  mutating func goToArticle(by step: Int) -> [Effect] {
    article == nil ? move(step > 0 ? .down : .up) : turnArticle(by: step)
  }

  mutating func focusMenu() -> [Effect] {
    focus = .menu
    menu.selection = currentMenuEntry ?? 0
    return []
  }

  mutating func togglePictures() -> [Effect] {
    settings.showsPictures.toggle()
    notice = .done(phrasebook[settings.showsPictures ? .picturesOn : .picturesOff])
    return []
  }

  mutating func showThemes() -> [Effect] {
    let index = settings.themes.firstIndex(of: settings.theme) ?? 0
    popup = .themes(selection: index, previous: settings.theme)
    return []
  }

  /// Ends the program; the place in the text is kept.
  mutating func quit() -> [Effect] {
    let effects = leaveArticle() + (refresh == nil ? [] : [Effect.cancelRefresh]) + [.quit]
    isFinished = true
    return effects
  }

  private var refreshScope: RefreshScope {
    guard let site else { return .everything }
    if case .kiosk = place { return .everything }
    return section.map { .section(site, $0) } ?? .site(site)
  }

  /// Asks for what is shown, or for something else.
  mutating func startRefresh(_ scope: RefreshScope? = nil) -> [Effect] {
    guard refresh == nil else { return [.cancelRefresh] }
    refresh = RefreshProgress(done: 0, total: 0)
    return [.refresh(scope ?? refreshScope)]
  }

  mutating func startFetchingAhead() -> [Effect] {
    guard refresh == nil else { return [.cancelRefresh] }
    refresh = RefreshProgress(done: 0, total: 0)
    return [.fetchAhead(refreshScope)]
  }

  mutating func fetchAgain() -> [Effect] {
    guard let id = article?.id else {
      guard let reference = article?.reference else { return [] }
      withArticle { $0.problem = nil }
      return [.loadArticle(reference)]
    }
    withArticle {
      $0.problem = nil
      $0.isFetchedAgain = true
    }
    notice = .done(phrasebook[.loading])
    return [.fetchAgain(id)]
  }

  /// The address of what has the focus.
  var focusedAddress: WebAddress? {
    if focus == .main, let article { return article.address }
    switch focusedStory?.reference {
    case .headline(let headline, _): return headline.address
    case .kept(let id): return shelf.address(of: id)
    case nil: break
    }
    if case .sources(let sources) = place, sources.reports.indices.contains(sources.cursor.selection) {
      return sources.reports[sources.cursor.selection].source.address
    }
    return nil
  }

  mutating func openTicker() -> [Effect] {
    let stories = tickerStories
    let index = focus == .ticker || settings.ticker.isPaging ? ticker.selection : tickerIndexInView
    guard stories.indices.contains(index) else { return [] }
    return open(stories[index], queue: stories, index: index)
  }

  mutating func changeOrder() -> [Effect] {
    guard case .list(var list) = place, let index = ListOrder.allCases.firstIndex(of: list.order) else {
      return []
    }
    list.order = ListOrder.allCases[(index + 1) % ListOrder.allCases.count]
    list.cursor = ListCursor()
    (list.wanted, list.asked) = list.window == nil ? (nil, nil) : (0, 0)
    place = .list(list)
    notice = .done(phrasebook.text(.orderIs, ["order": phrasebook[Phrase(order: list.order)]]))
    return [.loadList(list.query, list.order)]
  }

  mutating func togglePanes() -> [Effect] {
    let isShown = sidePanes != nil
    side.isShown = !isShown
    if isShown, focus == .top || focus == .related { focus = .main }
    if !isShown, size.columns < Arrangement.columnsForTwo, let first = availableSidePanes.first {
      focus = first
    }
    return []
  }

  /// The text of an article, or the side panes, by so many columns.
  mutating func changeWidth(by columns: Int) -> [Effect] {
    if article != nil, focus == .main {
      settings.measure = max(30, min(120, settings.measure + columns))
      notice = .done(phrasebook.text(.measureIs, count: settings.measure))
    } else if let pane = Arrangement(self).top ?? Arrangement(self).related {
      settings.paneColumns = max(22, min(80, pane.columns - columns))
    }
    return []
  }
}

extension ReaderSettings.Ticker {
  var isPaging: Bool { if case .paging = self { true } else { false } }
}
