import Canvas
import NewsModel
import Phrases

extension ReaderState {
  /// Does what a command says, which is known to be possible.
  mutating func run(_ command: Command, chord: KeyChord?) -> [Effect] {
    switch command {
    case .moveDown, .moveUp, .menuRight, .menuLeft, .pageDown, .pageUp, .halfPageDown, .halfPageUp,
      .goToFirst,
      .goToLast:
      return move(command)
    case .open: return openFocused()
    case .back: return goBack()
    case .leave: return leave()
    case .nextPane: return focusPane(after: 1)
    case .previousPane: return focusPane(after: -1)
    case .focusMenu:
      focus = .menu
      menu.selection = currentMenuEntry ?? 0
      return []
    case .nextSection: return walkSections(by: 1)
    case .previousSection: return walkSections(by: -1)
    case .goToSection: return goToSection(chord)
    // Where no text is shown the next article is the next row.
    case .nextArticle: return article == nil ? move(.moveDown) : turnArticle(by: 1)
    case .previousArticle: return article == nil ? move(.moveUp) : turnArticle(by: -1)
    case .nextUnread: return goToUnread(by: 1)
    case .previousUnread: return goToUnread(by: -1)
    case .nextMatch: return goToMatch(by: 1)
    case .previousMatch: return goToMatch(by: -1)
    case .showHints: return showHints()
    case .search, .find, .showSaved, .showSince, .showFront, .showSites, .showSources, .help, .aboutArticle,
      .palette:
      return show(command)
    case .toggleRead, .markSectionRead, .toggleSaved, .undo, .redo, .mute: return mark(command)
    default: return act(command)
    }
  }

  /// Commands about news and about the screen.
  private mutating func act(_ command: Command) -> [Effect] {
    switch command {
    case .refresh: return startRefresh(refreshScope)
    case .refreshEverything: return startRefresh(.everything)
    case .fetchAgain: return fetchAgain()
    case .fetchAhead: return startFetchingAhead()
    case .openInBrowser: return (focusedAddress.map { [.openInBrowser($0)] }) ?? []
    case .copyLink: return (focusedAddress.map { [.copy($0.text)] }) ?? []
    case .saveToFile: return askForFile()
    case .pipe: return askForCommand()
    case .openTicker: return openTicker()
    case .changeOrder: return changeOrder()
    case .togglePanes:
      togglePanes()
      return []
    case .narrower: return changeWidth(by: -2)
    case .wider: return changeWidth(by: 2)
    case .togglePictures:
      settings.showsPictures.toggle()
      notice = .done(phrasebook[settings.showsPictures ? .picturesOn : .picturesOff])
      return []
    case .themes:
      let index = settings.themes.firstIndex(of: settings.theme) ?? 0
      popup = .themes(selection: index, previous: settings.theme)
      return []
    case .suspend: return leaveArticle() + [.suspend]
    case .redraw: return [.redraw]
    case .quit: return quit()
    default: return []
    }
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

  private mutating func startRefresh(_ scope: RefreshScope) -> [Effect] {
    guard refresh == nil else { return [.cancelRefresh] }
    refresh = RefreshProgress(done: 0, total: 0)
    return [.refresh(scope)]
  }

  private mutating func startFetchingAhead() -> [Effect] {
    guard refresh == nil else { return [.cancelRefresh] }
    refresh = RefreshProgress(done: 0, total: 0)
    return [.fetchAhead(refreshScope)]
  }

  private mutating func fetchAgain() -> [Effect] {
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

  private mutating func openTicker() -> [Effect] {
    let stories = tickerStories
    let index = focus == .ticker || settings.ticker.isPaging ? ticker.selection : tickerIndexInView
    guard stories.indices.contains(index) else { return [] }
    return open(stories[index], queue: stories, index: index)
  }

  private mutating func changeOrder() -> [Effect] {
    guard case .list(var list) = place, let index = ListOrder.allCases.firstIndex(of: list.order) else {
      return []
    }
    list.order = ListOrder.allCases[(index + 1) % ListOrder.allCases.count]
    list.cursor = ListCursor()
    place = .list(list)
    notice = .done(phrasebook.text(.orderIs, ["order": phrasebook[Phrase(order: list.order)]]))
    return [.loadList(list.query, list.order)]
  }

  private mutating func togglePanes() {
    let isShown = sidePanes != nil
    side.isShown = !isShown
    if isShown, focus == .top || focus == .related { focus = .main }
    if !isShown, size.columns < Arrangement.columnsForTwo, let first = availableSidePanes.first {
      focus = first
    }
  }

  /// The text of an article, or the side panes, by so many columns.
  private mutating func changeWidth(by columns: Int) -> [Effect] {
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
