import Canvas
import Foundation
import NewsModel
import Phrases

/// The menu bar: which entry has the focus, whether its sub-menu hangs open.
struct MenuState: Equatable, Sendable {
  var selection = 0
  /// The focused row of the open sub-menu; `nil`: none is open.
  var open: Int?
}

/// The moving headlines.
struct TickerState: Equatable, Sendable {
  /// How many columns the line has moved, modulo its length.
  var offset = 0
  /// The headline with the focus, or the one that is shown when paging.
  var selection = 0
  /// When it takes its next step, by the clock that nobody sets.
  var nextStep: ContinuousClock.Instant?
}

/// The panes beside the main one.
struct SideState: Equatable, Sendable {
  /// `nil`: shown where there is room.
  var isShown: Bool?
  /// The article that `related` belongs to.
  var article: ArticleID?
  var related: [Story] = []
  var relatedCursor = ListCursor()
  var topCursor = ListCursor()
  /// In the list beside an article.
  var listCursor = ListCursor()
}

/// A line that people type into, at the bottom of the screen.
struct Prompt: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    /// Find in the text; where the view was before.
    case find(from: Int)
    /// The file to write an article to; the one that stands there already and may be replaced.
    case saveToFile(ArticleReference, replacing: String?)
    /// The shell command that an article's text goes to.
    case pipe(ArticleReference)
  }

  var purpose: Purpose
  var line = InputLine()
}

/// What lies over everything else.
enum Popup: Equatable, Sendable {
  /// Every command by name.
  case palette(line: InputLine, selection: Int)
  /// Themes, each shown as it is passed; the one to return to.
  case themes(selection: Int, previous: String)
  /// Letters on everything that can be opened; what was typed of them.
  case hints([HintLabel], typed: String)
  /// What can be hidden, and what is and can be shown again.
  case mute([MuteChange], selection: Int)
  /// About this article; which of its versions is chosen, the last one being 0.
  case about(selection: Int)
}

/// A label and what it opens.
struct HintLabel: Equatable, Sendable {
  var label: String
  var place: CellPoint
  var target: Target
}

/// What the status line says until the next key.
enum Notice: Equatable, Sendable {
  case done(String)
  case problem(Problem)
  case reason(String)
}

extension ReaderState {
  /// The pane whose chosen row is lit: the one with the focus, unless a pop-up has the keys.
  var litPane: Pane? {
    switch popup {
    case nil, .hints: focus
    case .palette, .themes, .mute, .about: nil
    }
  }
}
