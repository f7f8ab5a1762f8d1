import Foundation
import Language
import NewsModel
import Phrases

/// What people may set, as the reader needs it; `Configuration` reads it from the settings file.
package struct ReaderSettings: Equatable, Sendable {
  /// How the ticker behaves.
  package enum Ticker: Hashable, Sendable {
    /// Steps of one cell, so many a second.
    case moving(cellsPerSecond: Int)
    /// Whole headlines, each for so many seconds.
    case paging(seconds: Int)
    case off
  }

  /// The language of the interface.
  package var language: InterfaceLanguage
  /// In which dates are told.
  package var timeZone: ClockZone
  /// `nil`: from the locale, else from the letters that are typed.
  package var keyboard: KeyboardLayout?
  /// The locale's name (`kk_KZ.UTF-8`), for the choice of the keyboard layout.
  package var localeName: String
  /// The width of an article's text in columns.
  package var measure: Int
  /// Whether an article's lines are set to the full measure.
  package var isJustified: Bool
  /// How the headlines on top move, if they are shown.
  package var ticker: Ticker
  /// Headlines with one of these words stand out in the ticker.
  package var urgentWords: [String]
  /// Whether articles have their pictures; a key changes it.
  package var showsPictures: Bool
  /// The width of the side panes; `nil`: from the screen's.
  package var paneColumns: Int?
  /// The names of the themes that can be chosen, in their order.
  package var themes: [String]
  /// The name of the theme in force.
  package var theme = ""
  /// Whether the network is forbidden (`--offline`).
  package var isOffline: Bool
  /// Whether the texts of what may be opened next are fetched before anybody opens them.
  package var fetchesAhead: Bool
  /// One column, no boxes, no ticker: for screen readers.
  package var isPlain: Bool
  /// Whether something between holds Escape back and sends it in one with the next key (GNU screen, tmux): Alt and a key
  /// that mean nothing are Escape and the key there.
  package var isEscapeHeldBack: Bool
  /// Keys of one's own, from the settings file; what they do not name keeps its default keys.
  package var keys: [KeyRebinding]

  package init(
    language: InterfaceLanguage = .ru, timeZone: ClockZone = .gmt, keyboard: KeyboardLayout? = nil,
    localeName: String = "", measure: Int = 68, isJustified: Bool = false,
    ticker: Ticker = .moving(cellsPerSecond: 6), urgentWords: [String] = [], showsPictures: Bool = true,
    paneColumns: Int? = nil, themes: [String] = [], isOffline: Bool = false,
    fetchesAhead: Bool = false,
    isPlain: Bool = false, isEscapeHeldBack: Bool = false, keys: [KeyRebinding] = []
  ) {
    self.language = language
    self.timeZone = timeZone
    self.keyboard = keyboard
    self.localeName = localeName
    self.measure = measure
    self.isJustified = isJustified
    self.ticker = ticker
    self.urgentWords = urgentWords
    self.showsPictures = showsPictures
    self.paneColumns = paneColumns
    self.fetchesAhead = fetchesAhead
    self.themes = themes
    self.isOffline = isOffline
    self.isPlain = isPlain
    self.isEscapeHeldBack = isEscapeHeldBack
    self.keys = keys
  }
}

/// A line of the settings file's `keys:`: a command by name and the keys that call it from now on.
package struct KeyRebinding: Hashable, Sendable {
  /// The command's name (`move-down`); one that does not exist is a fault.
  package var command: String
  /// The context's name; `nil`: every context the command has.
  package var context: String?
  /// Chords as text (`C-d`, `F1`, `g g` for a sequence).
  package var keys: [String]

  package init(command: String, context: String? = nil, keys: [String]) {
    self.command = command
    self.context = context
    self.keys = keys
  }
}
