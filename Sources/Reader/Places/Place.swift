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
