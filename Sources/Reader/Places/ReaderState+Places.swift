import Canvas
import NewsModel

extension ReaderState {
  /// Where the reader is.
  var place: Place {
    get { places.last ?? .front(FrontPlace()) }
    set { places[places.count - 1] = newValue }
  }

  /// Changes the article that is shown; nothing happens where none is.
  mutating func withArticle(_ change: (inout ArticlePlace) -> Void) {
    guard case .article(var article) = place else { return }
    change(&article)
    place = .article(article)
  }

  /// The article that is shown.
  var article: ArticlePlace? {
    if case .article(let article) = place { article } else { nil }
  }

  /// Whether there are rows enough to leave some empty for the eye's sake.
  var isAiry: Bool { size.rows >= 30 }

  /// The site whose masthead is shown.
  var currentSite: Site? { site.flatMap { followed($0) } }

  /// What its front page shows.
  var edition: Edition { site.flatMap { editions[$0] } ?? Edition() }

  /// Top news beside every list and text: those of the site that the article is of, else of the one that is shown.
  var topStories: [Story] {
    var told = site
    if let id = article?.id, let own = shelf.site(of: id) { told = own }
    return told.flatMap { top[$0] } ?? []
  }

  /// The language of texts that tell none.
  var siteLanguage: String? { currentSite?.language ?? settings.language.rawValue }

  /// The section whose list is shown, or from whose list an article was opened.
  var section: SectionID? {
    for place in places.reversed() {
      if case .list(let list) = place, case .section(_, let section) = list.query { return section }
    }
    return nil
  }

  /// The stories of the front page in the order of their blocks.
  var frontStories: [Story] {
    guard let site else { return [] }
    return edition.front.blocks.flatMap { block in
      block.lines.map { Self.story($0, in: block, of: site) }
    }
  }

  private static func story(_ line: FrontLine, in block: ShownFront.Block, of site: SiteID) -> Story {
    var story = Story(line, site: site)
    if story.section == nil { story.section = block.title }
    return story
  }

  /// One story of the front page, without those before it.
  func frontStory(at index: Int) -> Story? {
    guard let site else { return nil }
    var left = index
    for block in edition.front.blocks {
      if block.lines.indices.contains(left) {
        return Self.story(block.lines[left], in: block, of: site)
      }
      left -= block.lines.count
    }
    return nil
  }

  /// The stories of the list in the main pane.
  var mainStories: [Story] { place.listed?.stories(self) ?? [] }

  /// How many rows can be chosen in the main pane.
  var mainCount: Int { place.listed?.count(self) ?? 0 }

  /// The chosen row in the main pane.
  var mainSelection: Int {
    get { place.listed?.cursor.selection ?? 0 }
    set { place.changeCursor { $0.selection = newValue } }
  }

  /// The stories of a pane.
  func stories(in pane: Pane) -> [Story] {
    switch pane {
    case .main: mainStories
    case .list: article?.queue ?? []
    case .top: topStories
    case .related: side.related
    case .ticker: tickerStories
    case .menu: []
    }
  }

  /// The chosen row of a pane.
  func selection(in pane: Pane) -> Int {
    switch pane {
    case .main: mainSelection
    case .list: side.listCursor.selection
    case .top: side.topCursor.selection
    case .related: side.relatedCursor.selection
    case .ticker: ticker.selection
    case .menu: menu.selection
    }
  }

  /// The story that commands act on: the article that is read, or the focused row.
  var focusedStory: Story? {
    if focus == .main, let article { return article.story }
    if focus == .main, case .front(let front) = place { return frontStory(at: front.cursor.selection) }
    let stories = stories(in: focus)
    let selection = selection(in: focus)
    return stories.indices.contains(selection) ? stories[selection] : nil
  }

  /// Where keys are typed.
  var keyContext: KeyContext {
    switch focus {
    case .menu: return .menu
    case .ticker: return .ticker
    case .list, .top, .related: return .list
    case .main: break
    }
    switch place {
    case .article: return .article
    case .help: return .help
    case .kiosk, .front, .list, .search, .sources: return .list
    }
  }

  /// Whether characters are text and no commands.
  var isTyping: Bool {
    if prompt != nil { return true }
    if case .palette = popup { return true }
    if popup == nil, focus == .main, case .search(let search) = place { return search.isEditing }
    return false
  }
}
