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
      hintPartner: .moveUp),
    CommandRow(.moveUp, .moving, "k Up", in: [.list, .article, .help, .menu]),
    CommandRow(
      .menuLeft, .moving, "h Left", in: [.menu, .ticker], hintedIn: [.menu, .ticker], hintPartner: .menuRight),
    CommandRow(.menuRight, .moving, "l Right", in: [.menu, .ticker]),
    CommandRow(
      .open, .moving, "Enter Right l", in: texts, others: [.menu: "Enter Space", .ticker: "Enter Space"],
      hintedIn: [.list, .menu, .ticker], reason: Reasons.open),
    CommandRow(
      .pageDown, .moving, "Space PgDn C-f", in: scrolled, hintedIn: [.article, .help]),
    CommandRow(.pageUp, .moving, "b PgUp C-b", in: scrolled),
    CommandRow(.halfPageDown, .moving, "C-d", in: scrolled),
    CommandRow(.halfPageUp, .moving, "C-u", in: scrolled),
    CommandRow(.goToFirst, .moving, "g Home", in: scrolled),
    CommandRow(.goToLast, .moving, "G End", in: scrolled),
    CommandRow(
      .nextArticle, .moving, "J", in: texts, hintedIn: [.article], hintPartner: .previousArticle,
      reason: Reasons.nextArticle),
    CommandRow(.previousArticle, .moving, "K", in: texts, reason: Reasons.previousArticle),
    CommandRow(.nextUnread, .moving, "n", in: texts, hintedIn: [.list], reason: Reasons.story),
    CommandRow(.previousUnread, .moving, "N", in: texts, reason: Reasons.story),
    CommandRow(
      .nextSection, .moving, "]", in: panes, hintedIn: [.list],
      hintPartner: .previousSection,
      reason: Reasons.section),
    CommandRow(.previousSection, .moving, "[", in: panes, reason: Reasons.section),
    CommandRow(.goToSection, .moving, "1 2 3 4 5 6 7 8 9 0", in: panes, reason: Reasons.section),
    CommandRow(.nextPane, .moving, "Tab", in: panes, hintedIn: [.list, .article, .ticker]),
    CommandRow(.previousPane, .moving, "S-Tab", in: panes),
    CommandRow(.showHints, .moving, ";", in: texts, reason: Reasons.hints),
    CommandRow(
      .back, .moving, "h Left Esc Backspace", in: [.list, .article, .help],
      others: [.menu: "Esc Backspace", .ticker: "Esc Backspace"],
      hintedIn: [.article, .help, .menu, .ticker]),
  ]

  private static let finding: [CommandRow] = [
    CommandRow(
      .search, .finding, "/", in: [.list, .menu, .ticker], others: [.article: ""], hintedIn: [.list]),
    CommandRow(.find, .finding, "/", in: [.article], hintedIn: [.article], reason: Reasons.text),
    CommandRow(.nextMatch, .finding, "", in: [.article], reason: Reasons.match),
    CommandRow(.previousMatch, .finding, "", in: [.article], reason: Reasons.match),
    CommandRow(.showSaved, .finding, "F", in: texts),
    CommandRow(.showSince, .finding, "", in: texts),
    CommandRow(.showFront, .finding, "", in: texts),
    CommandRow(.showSites, .finding, "", in: texts),
  ]

  private static let marking: [CommandRow] = [
    CommandRow(.toggleRead, .marking, "u", in: texts, hintedIn: [.list], reason: Reasons.kept),
    CommandRow(.markSectionRead, .marking, "A", in: [.list], reason: Reasons.section),
    CommandRow(.toggleSaved, .marking, "f", in: texts, hintedIn: [.list, .article], reason: Reasons.kept),
    CommandRow(.undo, .marking, "z", in: texts, reason: Reasons.undo),
    CommandRow(.redo, .marking, "Z", in: texts, reason: Reasons.redo),
    CommandRow(.mute, .marking, "m", in: texts, reason: Reasons.mute),
  ]

  private static let news: [CommandRow] = [
    CommandRow(
      .refresh, .news, "r", in: [.list, .menu, .ticker], hintedIn: [.list], reason: Reasons.refresh),
    CommandRow(.refreshEverything, .news, "R", in: [.list, .menu, .ticker], reason: Reasons.refresh),
    CommandRow(.fetchAhead, .news, "d", in: [.list, .menu, .ticker], reason: Reasons.refresh),
    CommandRow(.fetchAgain, .news, "r R", in: [.article], reason: Reasons.fetchAgain),
    CommandRow(.openInBrowser, .news, "o", in: texts, hintedIn: [.article], reason: Reasons.address),
    CommandRow(.copyLink, .news, "y", in: texts, reason: Reasons.address),
    CommandRow(.saveToFile, .news, "S", in: texts, reason: Reasons.story),
    CommandRow(.pipe, .news, "|", in: texts, reason: Reasons.story),
    CommandRow(.changeOrder, .news, "s", in: [.list], reason: Reasons.order),
    CommandRow(.openTicker, .news, "t", in: [.list, .article, .menu], reason: Reasons.ticker),
    CommandRow(.aboutArticle, .news, "v", in: [.article], reason: Reasons.text),
    CommandRow(.showSources, .news, "v", in: [.list]),
  ]

  private static let screen: [CommandRow] = [
    CommandRow(.togglePanes, .screen, "w", in: texts, reason: Reasons.panes),
    CommandRow(.narrower, .screen, "<", in: texts),
    CommandRow(.wider, .screen, ">", in: texts),
    CommandRow(.togglePictures, .screen, "i", in: texts),
    CommandRow(.themes, .screen, "T", in: texts, reason: Reasons.themes),
    CommandRow(.focusMenu, .screen, "F10", in: [.list, .article, .ticker], reason: Reasons.menu),
    CommandRow(.palette, .screen, ": C-p"),
    CommandRow(.help, .screen, "? F1", in: panes, hintedIn: panes),
    CommandRow(.redraw, .screen, "C-l"),
    CommandRow(.suspend, .screen, "C-z"),
    CommandRow(.leave, .screen, "q", hintedIn: [.list, .help]),
    CommandRow(.quit, .screen, "Q C-c"),
  ]
}
