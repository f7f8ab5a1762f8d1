import Canvas
import Phrases

/// Every command there is, in the order of the help.
package enum CommandTable {
  /// The rows; a command stands in exactly one.
  package static let rows: [CommandRow] = moving + finding + marking + news + screen

  private static let byCommand = Dictionary(rows.map { ($0.command, $0) }) { first, _ in first }

  /// The row of a command.
  static func row(of command: Command) -> CommandRow? { byCommand[command] }

  private static let texts: Set<KeyContext> = [.list, .article]
  private static let panes: Set<KeyContext> = [.list, .article, .menu, .ticker]
  private static let scrolled: Set<KeyContext> = [.list, .article, .help]

  private static let moving: [CommandRow] = [
    CommandRow(
      .moveDown, .moving, "j Down", in: [.list, .article, .help, .menu], hintedIn: [.list, .article, .help],
      hintPartner: .moveUp
    ) { $0.move(.down) },
    CommandRow(.moveUp, .moving, "k Up", in: [.list, .article, .help, .menu]) { $0.move(.up) },
    CommandRow(
      .menuLeft, .moving, "h Left", in: [.menu, .ticker], hintedIn: [.menu, .ticker], hintPartner: .menuRight
    ) { $0.move(.left) },
    CommandRow(.menuRight, .moving, "l Right", in: [.menu, .ticker]) { $0.move(.right) },
    CommandRow(
      .open, .moving, "Enter Right l", in: texts, others: [.menu: "Enter Space", .ticker: "Enter Space"],
      hintedIn: [.list, .menu, .ticker], reason: Reasons.open
    ) { $0.openFocused() },
    CommandRow(
      .pageDown, .moving, "Space PgDn C-f", in: scrolled, hintedIn: [.article, .help]
    ) { $0.move(.pageDown) },
    CommandRow(.pageUp, .moving, "b PgUp C-b", in: scrolled) { $0.move(.pageUp) },
    CommandRow(.halfPageDown, .moving, "C-d", in: scrolled) { $0.move(.halfPageDown) },
    CommandRow(.halfPageUp, .moving, "C-u", in: scrolled) { $0.move(.halfPageUp) },
    CommandRow(.goToFirst, .moving, "g Home", in: scrolled) { $0.move(.first) },
    CommandRow(.goToLast, .moving, "G End", in: scrolled) { $0.move(.last) },
    CommandRow(
      .nextArticle, .moving, "J", in: texts, hintedIn: [.article], hintPartner: .previousArticle,
      reason: Reasons.nextArticle
    ) { $0.goToArticle(by: 1) },
    CommandRow(.previousArticle, .moving, "K", in: texts, reason: Reasons.previousArticle) {
      $0.goToArticle(by: -1)
    },
    CommandRow(.nextUnread, .moving, "n", in: texts, hintedIn: [.list], reason: Reasons.story) {
      $0.goToUnread(by: 1)
    },
    CommandRow(.previousUnread, .moving, "N", in: texts, reason: Reasons.story) { $0.goToUnread(by: -1) },
    CommandRow(
      .nextSection, .moving, "]", in: panes, hintedIn: [.list],
      hintPartner: .previousSection,
      reason: Reasons.section
    ) { $0.walkSections(by: 1) },
    CommandRow(.previousSection, .moving, "[", in: panes, reason: Reasons.section) {
      $0.walkSections(by: -1)
    },
    CommandRow(
      .goToSection, .moving, "1 2 3 4 5 6 7 8 9 0", in: panes, reason: Reasons.section,
      byKey: { $0.goToSection($1) }),
    CommandRow(.nextPane, .moving, "Tab", in: panes, hintedIn: [.list, .article, .ticker]) {
      $0.focusPane(after: 1)
    },
    CommandRow(.previousPane, .moving, "S-Tab", in: panes) { $0.focusPane(after: -1) },
    CommandRow(.showHints, .moving, ";", in: texts, reason: Reasons.hints) { $0.showHints() },
    CommandRow(
      .back, .moving, "h Left Esc Backspace", in: [.list, .article, .help],
      others: [.menu: "Esc Backspace", .ticker: "Esc Backspace"],
      hintedIn: [.article, .help, .menu, .ticker]
    ) { $0.goBack() },
  ]

  private static let finding: [CommandRow] = [
    CommandRow(
      .search, .finding, "/", in: [.list, .menu, .ticker], others: [.article: ""], hintedIn: [.list]
    ) { $0.leaveArticle() + $0.beginSearch("") },
    CommandRow(.find, .finding, "/", in: [.article], hintedIn: [.article], reason: Reasons.text) {
      $0.askForWord()
    },
    CommandRow(.nextMatch, .finding, "", in: [.article], reason: Reasons.match) { $0.goToMatch(by: 1) },
    CommandRow(.previousMatch, .finding, "", in: [.article], reason: Reasons.match) { $0.goToMatch(by: -1) },
    CommandRow(.showSaved, .finding, "F", in: texts) { $0.showList(.saved) },
    CommandRow(.showSince, .finding, "", in: texts) { $0.showList(.sinceLastVisit) },
    CommandRow(.showFront, .finding, "", in: texts) { $0.show(.front) },
    CommandRow(.showSites, .finding, "", in: texts) { $0.showSites() },
  ]

  private static let marking: [CommandRow] = [
    CommandRow(.toggleRead, .marking, "u", in: texts, hintedIn: [.list], reason: Reasons.kept) {
      $0.toggleRead()
    },
    CommandRow(.markSectionRead, .marking, "A", in: [.list], reason: Reasons.section) { $0.markShownRead() },
    CommandRow(.toggleSaved, .marking, "f", in: texts, hintedIn: [.list, .article], reason: Reasons.kept) {
      $0.toggleSaved()
    },
    CommandRow(.undo, .marking, "z", in: texts, reason: Reasons.undo) { $0.undo() },
    CommandRow(.redo, .marking, "Z", in: texts, reason: Reasons.redo) { $0.redo() },
    CommandRow(.mute, .marking, "m", in: texts, reason: Reasons.mute) { $0.askWhatToMute() },
  ]

  private static let news: [CommandRow] = [
    CommandRow(
      .refresh, .news, "r", in: [.list, .menu, .ticker], hintedIn: [.list], reason: Reasons.refresh
    ) { $0.startRefresh() },
    CommandRow(.refreshEverything, .news, "R", in: [.list, .menu, .ticker], reason: Reasons.refresh) {
      $0.startRefresh(.everything)
    },
    CommandRow(.fetchAhead, .news, "d", in: [.list, .menu, .ticker], reason: Reasons.refresh) {
      $0.startFetchingAhead()
    },
    CommandRow(.fetchAgain, .news, "r R", in: [.article], reason: Reasons.fetchAgain) { $0.fetchAgain() },
    CommandRow(.openInBrowser, .news, "o", in: texts, hintedIn: [.article], reason: Reasons.address) {
      $0.focusedAddress.map { [.openInBrowser($0)] } ?? []
    },
    CommandRow(.copyLink, .news, "y", in: texts, reason: Reasons.address) {
      $0.focusedAddress.map { [.copy($0.text)] } ?? []
    },
    CommandRow(.saveToFile, .news, "S", in: texts, reason: Reasons.story) { $0.askForFile() },
    CommandRow(.pipe, .news, "|", in: texts, reason: Reasons.story) { $0.askForCommand() },
    CommandRow(.changeOrder, .news, "s", in: [.list], reason: Reasons.order) { $0.changeOrder() },
    CommandRow(.openTicker, .news, "t", in: [.list, .article, .menu], reason: Reasons.ticker) {
      $0.openTicker()
    },
    CommandRow(.aboutArticle, .news, "v", in: [.article], reason: Reasons.text) { $0.tellAboutArticle() },
    CommandRow(.showSources, .news, "v", in: [.list]) { $0.showSources() },
  ]

  private static let screen: [CommandRow] = [
    CommandRow(.togglePanes, .screen, "w", in: texts, reason: Reasons.panes) { $0.togglePanes() },
    CommandRow(.narrower, .screen, "<", in: texts) { $0.changeWidth(by: -2) },
    CommandRow(.wider, .screen, ">", in: texts) { $0.changeWidth(by: 2) },
    CommandRow(.togglePictures, .screen, "i", in: texts) { $0.togglePictures() },
    CommandRow(.themes, .screen, "T", in: texts, reason: Reasons.themes) { $0.showThemes() },
    CommandRow(.focusMenu, .screen, "F10", in: [.list, .article, .ticker], reason: Reasons.menu) {
      $0.focusMenu()
    },
    CommandRow(.palette, .screen, ": C-p") { $0.openPalette() },
    CommandRow(.help, .screen, "? F1", in: panes, hintedIn: panes) { $0.showHelp() },
    CommandRow(.redraw, .screen, "C-l") { _ in [.redraw] },
    CommandRow(.suspend, .screen, "C-z") { $0.leaveArticle() + [.suspend] },
    CommandRow(.leave, .screen, "q", hintedIn: [.list, .help]) { $0.leave() },
    CommandRow(.quit, .screen, "Q C-c") { $0.quit() },
  ]
}
