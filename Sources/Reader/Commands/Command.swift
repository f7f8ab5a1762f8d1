/// Something a key, the palette or a click can call: its raw value is its name in key files and in `phrases`.
package enum Command: String, CaseIterable, Hashable, Sendable {
  // Moving.
  case moveDown = "move-down"
  case moveUp = "move-up"
  case menuRight = "menu-right"
  case menuLeft = "menu-left"
  case open = "open"
  case back = "back"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case goToFirst = "first"
  case goToLast = "last"
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case nextSection = "next-section"
  case previousSection = "previous-section"
  case goToSection = "go-to-section"
  case nextArticle = "next-article"
  case previousArticle = "previous-article"
  case nextUnread = "next-unread"
  case previousUnread = "previous-unread"
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case showHints = "link-hints"

  // Finding.
  case search = "search"
  case find = "find"
  case showSince = "since-last-visit"
  case showSaved = "show-saved"
  case showSites = "show-sites"
  case showFront = "show-front"

  // Marking.
  case toggleRead = "toggle-read"
  case markSectionRead = "mark-section-read"
  case toggleSaved = "toggle-saved"
  case undo = "undo"
  case redo = "redo"
  case mute = "mute"

  // News.
  case refresh = "refresh"
  case refreshEverything = "refresh-everything"
  case fetchAgain = "fetch-again"
  case fetchAhead = "fetch-ahead"
  case openInBrowser = "open-in-browser"
  case copyLink = "copy-link"
  case saveToFile = "save-to-file"
  case pipe = "pipe"
  case openTicker = "open-ticker"
  case changeOrder = "change-order"
  case showSources = "show-sources"
  case aboutArticle = "about-article"

  // The screen.
  case togglePanes = "toggle-panes"
  case narrower = "narrower"
  case wider = "wider"
  case togglePictures = "toggle-pictures"
  case themes = "themes"
  case focusMenu = "focus-menu"
  case palette = "palette"
  case help = "help"
  case suspend = "suspend"
  case redraw = "redraw"
  case leave = "leave"
  case quit = "quit"
}

/// Where a key is typed: what it means depends on it.
package enum KeyContext: String, CaseIterable, Hashable, Sendable {
  /// A list in any pane.
  case list
  /// The text of an article.
  case article
  /// The menu bar and its sub-menus.
  case menu
  /// The ticker, stopped.
  case ticker
  /// The help.
  case help
}
