import Foundation

/// What people may set in `config.yaml`; every value has a default, so that no file is needed.
package struct Settings: Hashable, Sendable {
  /// How the ticker behaves.
  package enum Ticker: String, Hashable, Sendable, CaseIterable {
    case moving
    case paging
    case off
  }

  /// How pictures are drawn.
  package enum Pictures: String, Hashable, Sendable, CaseIterable {
    /// In pixels where the terminal says that it knows them, else in cells.
    case auto
    case cells
    case sixel
    case kitty
    case off
  }

  /// A line of `keys:`: a command, perhaps a context, and the keys that call it.
  package struct KeyLine: Hashable, Sendable {
    /// The command's name, as `vestnik keys` prints it; not checked here.
    package let command: String
    /// `nil`: wherever the command can be called.
    package let context: String?
    /// Chords as text; a sequence has spaces in it.
    package let keys: [String]
    /// Where it stands in the file, counted from 1.
    package let line: Int?
  }

  /// How one host is reached.
  package struct Host: Hashable, Sendable {
    /// A proxy's address, in place of the environment's; empty: none.
    package var proxy: String?
    /// A file of root certificates (PEM), trusted for this host beside the machine's own.
    package var roots: String?
  }

  /// `ru`, `kk` or `en`; `nil`: by the locale.
  package var language: String?
  /// `ru`, `uk`, `be`, `kk` or `tt`; `nil`: by the locale and the letters typed.
  package var keyboard: String?
  /// IANA name; `nil`: the machine's.
  package var timeZone: String?
  /// A theme's name; `nil`: light or dark as the terminal is.
  package var theme: String?
  /// Whether headlines run, turn page by page, or are not shown.
  package var ticker = Ticker.moving
  /// Cells a second, 1 to 30.
  package var tickerSpeed = 6
  /// Headlines with one of these words stand out in the ticker.
  package var urgentWords: [String] = []
  /// Whether clicks and the wheel are taken; without it, the terminal's own selection works.
  package var mouse = true
  /// The width of an article's text in columns, 20 to 200.
  package var measure = 68
  /// Whether an article's lines are set to the full measure.
  package var justify = false
  /// One column, no boxes, no ticker: for screen readers.
  package var plain = false
  /// In what form pictures are shown, if at all.
  package var pictures = Pictures.auto
  /// Changes to the default keys, in the file's order.
  package var keys: [KeyLine] = []
  /// What single hosts need beyond the usual, by name in lower case.
  package var hosts: [String: Host] = [:]
  /// Whether what the file says of hosts is known: where it cannot be read, none may be asked past its proxy.
  package var knowsHosts = true
  /// The size in bytes, unpacked, beyond which an answer is refused; 100 kB to 256 MB.
  package var bodyLimit = 8 * 1024 * 1024
  /// For how many days articles are kept.
  package var keepDays = 180
  /// How many of each source's articles are kept, the newest.
  package var keepPerSource = 5000

  package init() {}
}
