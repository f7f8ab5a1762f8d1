import Canvas
import NewsModel
import Phrases

/// Where a reader is: one layer of the way from the front page down; `back` takes the last one off.
enum Place: Equatable, Sendable {
  /// The list of followed sites.
  case kiosk(KioskPlace)
  case front(FrontPlace)
  case list(ListPlace)
  case article(ArticlePlace)
  case search(SearchPlace)
  case sources(SourcesPlace)
  case help(HelpPlace)

  /// Whether it is the list of everything of a site.
  var isWholeSite: Bool {
    if case .list(let list) = self, case .site = list.query { true } else { false }
  }
}

/// A part of the screen that can have the focus.
enum Pane: Hashable, Sendable {
  case menu
  /// The list an article was opened from, beside it on wide screens.
  case list
  case main
  case related
  case top
  case ticker

  /// Those that show stories or a text, from left to right.
  static let content: [Pane] = [.list, .main, .top, .related]
}

/// The followed sites.
struct KioskPlace: Equatable, Sendable {
  var cursor = ListCursor()
}

/// A front page: its stories are numbered through, block by block.
struct FrontPlace: Equatable, Sendable {
  var selection = 0
  /// The first line shown.
  var top = 0
}

/// A list of stories: a section, what is saved, what is new since the last visit.
struct ListPlace: Equatable, Sendable {
  var query: ListQuery
  var order = ListOrder.newest
  var stories: [Story] = []
  var isLoaded = false
  var cursor = ListCursor()
}

/// A search in the archive.
struct SearchPlace: Equatable, Sendable {
  var line = InputLine()
  /// Whether keys go into the line; else they are commands on the hits.
  var isEditing = true
  /// Enter was pressed before there were hits: these get the keys as soon as they come.
  var goesToHits = false
  /// What the hits answer.
  var answered: SearchQuery?
  var found = Finding()
  var cursor = ListCursor()

  var hits: [FoundStory] { found.hits }
}

/// The sources and how they are.
struct SourcesPlace: Equatable, Sendable {
  var site: SiteID?
  var reports: [SourceReport] = []
  var isLoaded = false
  var cursor = ListCursor()
}

/// The help: every command with its keys.
struct HelpPlace: Equatable, Sendable {
  var top = 0
}

/// The focused row of a list and the first one shown.
struct ListCursor: Equatable, Sendable {
  var selection = 0
  /// The first item shown.
  var top = 0

  /// Keeps the eye on an item that has another place now; with no such item any more it goes back to the top.
  mutating func follow(to index: Int?) {
    guard let index else {
      self = ListCursor()
      return
    }
    top += index - selection
    selection = index
  }

  /// Keeps both inside a list of `count` items.
  mutating func clamp(to count: Int) {
    selection = max(0, min(selection, count - 1))
    top = max(0, min(top, selection))
  }
}
