import Canvas
import Foundation
import Language
import NewsModel
import Phrases

/// All the reader knows and shows: changed by `Update.update` alone, drawn by `View.frame`.
///
/// Large because a screen is drawn from one value, and a key changes one value.
package struct ReaderState: Equatable, Sendable {
  /// The screen's.
  package internal(set) var size: CellSize
  /// As the settings file has them, with what keys changed since.
  package internal(set) var settings: ReaderSettings
  /// The moment of the last message, as the wall clock has it: what dates and ages are told by.
  package internal(set) var now: Date
  /// The same moment by the clock that nobody sets: what waits are measured by.
  var instant = ContinuousClock.now

  /// What is followed.
  var sites: [Site] = [] {
    didSet {
      sitePlaces = Dictionary(zip(sites.map(\.id), sites.indices)) { first, _ in first }
      siteNames = SiteNames.distinct(sites)
    }
  }
  /// Where in them each stands: a screen asks dozens of times.
  private var sitePlaces: [SiteID: Int] = [:]
  /// A name for each that no other has.
  private(set) var siteNames: [SiteID: String] = [:]
  /// The site whose masthead is shown.
  var site: SiteID?
  /// What the list of sites tells of each.
  var siteNews: [SiteID: SiteNews] = [:]
  /// What each site's front page shows.
  var editions: [SiteID: Edition] = [:]
  /// What each site's readers shall not miss.
  var top: [SiteID: [Story]] = [:]
  var shelf = Shelf()
  /// What is not shown.
  var muted: [MuteRule] = []

  /// Where the reader is: the last place is shown, the others are what `back` returns to.
  var places: [Place] = [.front(FrontPlace())]
  var focus: Pane = .main
  var menu = MenuState()
  var ticker = TickerState()
  var side = SideState()
  var prompt: Prompt?
  /// What a text was piped to the last time: offered again.
  var pipeCommand = ""
  /// The article whose text that was.
  var pipedArticle: ArticleReference?
  var popup: Popup?
  /// What the status line says until the next key.
  var notice: Notice?
  var refresh: RefreshProgress?
  /// What was last asked for because it may be opened next.
  var fetchedSoon: [ArticleReference] = []
  /// Since when the network has not answered.
  var offlineSince: Date?
  var history = ChangeHistory()
  /// What was asked for; `nil` until it is there.
  var pictures: [PictureRequest: PictureCells?] = [:]
  /// Pictures that could not be drawn.
  var hiddenPictures: Set<WebAddress> = []
  /// The layout by which keys are translated when none is set.
  var seenKeyboard: KeyboardLayout?
  /// The button that was pressed and not let go yet.
  var pressed: MouseEvent?
  /// The start of a key sequence that was typed.
  var pendingKeys: [KeyChord] = []
  /// Changes with everything that may change the screen but for the ticker's next step.
  var revision = 0
  /// Whether the program shall end: nothing is drawn any more.
  package internal(set) var isFinished = false

  /// Before any message; the first one is `Message.sitesLoaded`.
  ///
  /// - Parameters:
  ///   - site: the site to open, of those that `sitesLoaded` tells; the first when `nil`.
  ///   - section: the section to open, by its id or its title.
  ///   - muted: what is not shown, in the order in which it is told.
  ///   - problem: what the status line says until the first key.
  package init(
    size: CellSize, settings: ReaderSettings, now: Date, site: SiteID? = nil, section: String? = nil,
    muted: [MuteRule] = [], problem: Problem? = nil
  ) {
    self.size = size
    self.settings = settings
    self.now = now
    self.site = site
    self.wantedSection = section
    self.muted = muted
    notice = problem.map { .problem($0) }
    self.phrasebook = Phrasebook(language: settings.language, timeZone: settings.timeZone)
    self.keymap = settings.keys.isEmpty ? .standard : Keymap(rebindings: settings.keys)
    phrasebook.names = KeyNames(self).named
  }

  /// A followed site by its id.
  func followed(_ id: SiteID) -> Site? { sitePlaces[id].map { sites[$0] } }

  /// The section to open once the sites are loaded.
  var wantedSection: String?
  /// The interface's words; made once of the settings' language and time zone.
  var phrasebook: Phrasebook
  /// What keys mean; made once of the table and the settings' keys.
  var keymap: Keymap
}

extension ReaderState {
  /// What is written under a command's output, before the screen comes back.
  package var invitation: String { phrasebook[.pressKey] }
}
