import Canvas
import NewsModel
import Phrases

extension ReaderState {
  /// Shows a part of the site, whatever was shown before.
  mutating func show(_ destination: MenuEntry.Destination) -> [Effect] {
    let effects = leaveArticle()
    guard let site else { return effects }
    switch destination {
    case .nowhere: return effects
    case .front:
      returnToFront()
      return effects + [.loadFront(site)]
    case .all:
      returnToFront()
      return effects + push(.site(site))
    case .section(let section):
      returnToFront()
      if let page = page(of: section) { return effects + open(page, of: site) }
      return effects + push(.section(site, section))
    case .page(let page):
      returnToFront()
      return effects + open(page, of: site)
    }
  }

  private mutating func open(_ page: Headline, of site: SiteID) -> [Effect] {
    let story = Story(page, site: site)
    return open(story, queue: [story], index: 0)
  }

  /// Takes off everything above the front page.
  private mutating func returnToFront() {
    if let front = places.firstIndex(where: { if case .front = $0 { true } else { false } }) {
      places.removeSubrange((front + 1)...)
    } else {
      places.append(.front(FrontPlace()))
    }
    focus = .main
  }

  private mutating func push(_ query: ListQuery) -> [Effect] {
    let list = ListPlace(query: query)
    places.append(.list(list))
    focus = .main
    return [.loadList(query, list.order)]
  }

  /// Shows a site's front page.
  mutating func show(site id: SiteID) -> [Effect] {
    if site != id { side = SideState(isShown: side.isShown) }
    site = id
    ticker = TickerState()
    returnToFront()
    place = .front(FrontPlace())
    return [.loadFront(id), .loadTop(id)]
  }

  /// Opens the line for finding in a text.
  mutating func askForWord() -> [Effect] {
    prompt = Prompt(purpose: .find(from: article?.top ?? 0))
    return []
  }

  mutating func openPalette() -> [Effect] {
    popup = .palette(line: InputLine(), selection: 0)
    return []
  }

  mutating func tellAboutArticle() -> [Effect] {
    popup = .about(selection: article?.shownVersion ?? 0)
    return []
  }

  mutating func showHelp() -> [Effect] {
    let effects = leaveArticle()
    places.append(.help(HelpPlace()))
    focus = .main
    return effects
  }

  /// The list of sites, from where everything else is gone into.
  mutating func showSites() -> [Effect] {
    let effects = leaveArticle()
    returnToFront()
    if case .kiosk = places[0] { places.removeSubrange(1...) } else { places = [.kiosk(KioskPlace())] }
    return effects
  }

  mutating func showSources() -> [Effect] {
    let effects = leaveArticle()
    places.append(.sources(SourcesPlace(site: site)))
    focus = .main
    return effects + [.loadSources(site)]
  }

  mutating func showList(_ query: ListQuery) -> [Effect] {
    let effects = leaveArticle()
    if case .list(let list) = place, list.query == query { return effects }
    returnToFront()
    return effects + push(query)
  }

  /// Opens the search with a text already in it.
  mutating func beginSearch(_ text: String) -> [Effect] {
    if case .search(var search) = place, text.isEmpty {
      search.isEditing = true
      search.line.moveToEnd()
      place = .search(search)
      focus = .main
      return []
    }
    var search = SearchPlace(line: InputLine(text))
    search.isEditing = text.isEmpty
    places.append(.search(search))
    focus = .main
    return search.query.map { [.search($0)] } ?? []
  }

  /// One step back: out of a side pane, else to the place below.
  mutating func goBack() -> [Effect] {
    if focus == .menu {
      if menu.open != nil { menu.open = nil } else { focus = .main }
      return []
    }
    if focus != .main {
      focus = .main
      return []
    }
    guard places.count > 1 else { return [] }
    let effects = leaveArticle()
    places.removeLast()
    if case .kiosk = place { side.related = [] }
    return effects + besideAgain()
  }

  /// Back from everything; at the top, out of the program.
  mutating func leave() -> [Effect] {
    if focus != .main || places.count > 1 { return goBack() }
    return quit()
  }

  /// What stood beside an article that is shown again.
  private mutating func besideAgain() -> [Effect] {
    side.listCursor.selection = article?.index ?? 0
    guard let id = article?.id, side.article != id else { return [] }
    side.related = []
    side.article = nil
    return [.loadBeside(id)]
  }

  /// The next or previous section of the menu.
  mutating func walkSections(by step: Int) -> [Effect] {
    let walk = sectionWalk
    guard !walk.isEmpty else { return [] }
    let current: MenuEntry.Destination =
      section.map { .section($0) } ?? (places.contains(where: \.isWholeSite) ? .all : .front)
    let index = walk.firstIndex(of: current) ?? (step > 0 ? -1 : 0)
    return show(walk[((index + step) % walk.count + walk.count) % walk.count])
  }

  /// The entry of the menu whose number was typed; 0 is the tenth.
  mutating func goToSection(_ chord: KeyChord?) -> [Effect] {
    guard case .character(let digit) = chord?.key, let number = digit.wholeNumberValue else { return [] }
    let index = (number + 9) % 10
    let count = menuEntries.count
    guard index < count else {
      notice = .reason(phrasebook.text(.menuEntries, count: count))
      return []
    }
    return openEntry(index)
  }

  /// Goes where an entry of the menu leads; one that leads nowhere opens its sub-menu.
  mutating func openEntry(_ index: Int) -> [Effect] {
    let entries = menuEntries
    guard entries.indices.contains(index) else { return [] }
    guard entries[index].destination == .nowhere else { return show(entries[index].destination) }
    guard !entries[index].rows.isEmpty else {
      notice = .reason(phrasebook[.reasonNothingHere])
      return []
    }
    focus = .menu
    menu = MenuState(selection: index, open: 0)
    return []
  }
}
