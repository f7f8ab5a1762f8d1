import Canvas
import Configuration
import CursesTerminal
import Foundation
import Glibc
import Language
import NewsModel
import Newsroom
import Phrases
import Reader
import ReaderApp
import ReaderDesk
import Synchronization
import Threads

/// Where the reader opens.
struct ReaderStart {
  var site: SiteID?
  var section: SectionID?
  var theme: String?
  /// One column, no boxes, no ticker; `nil`: as it is set.
  var isPlain: Bool?
}

extension Program {
  /// Opens the reader and returns when it is closed; dies of the signal that ended it, once all is put away.
  func openReader(_ start: ReaderStart) throws {
    let remembered = Remembered(from: memory)
    let catalogue = ThemeCatalogue(folder: folders.themes)
    let chosen = try chosenTheme(named: start.theme, remembered: remembered, in: catalogue)
    let traits = TerminalTraits(environment: Self.environment)
    let look = readerSettings(themes: catalogue.names, isPlain: start.isPlain, terminal: traits)
    // The terminal answers while the news is loaded.
    let screen = try openScreen(theme: chosen ?? .plain, on: traits)
    screen.ask(questions(isThemeChosen: chosen != nil, to: traits))
    let mutes = MuteList(store: isDemo ? nil : MuteFile(folders.muted))
    let state = ReaderState(
      size: screen.size, settings: look, now: newsroom.now(), site: start.site,
      section: start.section?.rawValue, muted: mutes.rules,
      problem: setAside ?? fault)
    let picked = Mutex<String?>(nil)
    let surroundings = ReaderProgram.Surroundings(
      theme: { catalogue.theme(named: $0) }, keepTheme: { name in picked.withLock { $0 = name } },
      browser: Browser(environment: Self.environment), shell: Shell(environment: Self.environment),
      clipboard: ClipboardTool(environment: Self.environment),
      suitingTheme: isThemeOpen(chosen) ? { catalogue.standard(isDark: Self.isDark($0)) } : nil,
      archive: newsroom.archivePath.isEmpty ? nil : newsroom.archivePath, sites: folders.sites.path,
      now: newsroom.now)
    let service = DeskService(
      desk: newsroom, phrases: phrases, lastVisit: remembered.lastVisit, mutes: mutes,
      mutedFile: folders.muted.path)
    // What is not there cannot be watched.
    if !isDemo {
      try? FileManager.default.createDirectory(at: folders.sites, withIntermediateDirectories: true)
    }
    let reader = ReaderProgram(
      screen: screen, state: state, sites: SiteNames.filed(newsroom.followed), service: service,
      surroundings: surroundings)
    let answers = screen.answers()
    if let choice = pixelChoice { screen.usePixels(choice) }
    let theme = chosen ?? catalogue.standard(isDark: isDark(answers.background))
    if chosen == nil { screen.setTheme(theme) }
    let renewal = Task.detached(executorPreference: WorkerThreads.shared) { [newsroom] in
      await newsroom.renewIndex()
    }
    _ = reader.run(theme: theme.name)
    renewal.cancel()
    screen.close()
    var memories = remembered
    memories.lastVisit = newsroom.now()
    if let name = picked.withLock({ $0 }) { (memories.theme, memories.themeSetting) = (name, settings.theme) }
    memories.write(to: memory)
    if let number = CursesScreen.endingSignal {
      signal(number, SIG_DFL)
      raise(number)
    }
    if let problem = reader.refusal { throw ProgramFailure(problem) }
  }

  /// The demo remembers nothing: it touches no data.
  private var memory: URL? { isDemo ? nil : folders.state.appendingPathComponent("remembered.json") }

  private func openScreen(theme: Theme, on traits: TerminalTraits) throws -> CursesScreen {
    var screenSettings = ScreenSettings(for: traits)
    screenSettings.usesMouse = settings.mouse && traits.mayReportMouse
    screenSettings.theme = theme
    if let refused = Self.environment["NO_COLOR"], !refused.isEmpty {
      screenSettings.maximumDepth = .none
    }
    do throws(TerminalError) {
      return try CursesScreen(settings: screenSettings, locale: TerminalLocale.establish())
    } catch { throw ProgramFailure(Problem(error)) }
  }

  /// The theme that was asked for, picked in the reader before, or set; `nil`: what suits the terminal.
  func chosenTheme(
    named name: String?, remembered: Remembered = Remembered(from: nil), in catalogue: ThemeCatalogue
  ) throws -> Theme? {
    let kept = remembered.themeSetting == settings.theme ? remembered.theme : nil
    guard let wanted = name ?? kept ?? settings.theme else { return nil }
    if let theme = catalogue.theme(named: wanted) { return theme }
    guard name != nil else { return nil }
    throw ProgramFailure(.noTheme(named: wanted, in: catalogue))
  }

  /// What is to be known of the terminal, asked all at once.
  private func questions(isThemeChosen: Bool, to traits: TerminalTraits) -> CursesScreen.Questions {
    var questions: CursesScreen.Questions = []
    if !isThemeChosen, toldBackground == nil { questions.insert(.background) }
    if pixelChoice != nil, traits.mayKnowPixels { questions.insert(.pixels) }
    return questions
  }

  /// How pictures are to be shown in pixels; `nil`: not at all.
  private var pixelChoice: PixelChoice? {
    switch settings.pictures {
    case .auto: .whatItKnows
    case .sixel: .sixel
    case .kitty: .kitty
    case .cells, .off: nil
    }
  }

  /// The console's font has no half blocks to draw pictures of; who sets them by name wants them all the same.
  private func showsPictures(on traits: TerminalTraits) -> Bool {
    switch settings.pictures {
    case .auto: !traits.isConsole
    case .sixel, .kitty, .cells: true
    case .off: false
    }
  }

  /// The colour's number that `COLORFGBG` gives the background.
  private var toldBackground: Int? {
    (Self.environment["COLORFGBG"] ?? "").split(separator: ";").last.flatMap { Int($0) }
  }

  /// Whether the terminal's background is dark: it tells by `COLORFGBG`, or was asked; most are.
  private func isDark(_ background: RGB?) -> Bool {
    if let number = toldBackground { return !(number == 7 || number == 15) }
    return background.map(Self.isDark) ?? true
  }

  private static func isDark(_ background: RGB) -> Bool { background.luminance < 0.18 }

  /// Whether the theme is still to be what suits the terminal, when it tells its background.
  private func isThemeOpen(_ chosen: Theme?) -> Bool { chosen == nil && toldBackground == nil }

  func readerSettings(
    themes: [String], isPlain: Bool?,
    terminal traits: TerminalTraits = TerminalTraits(environment: environment)
  ) -> ReaderSettings {
    let locale = Self.localeName(Self.environment) ?? ""
    let ticker: ReaderSettings.Ticker =
      switch settings.ticker {
      case .moving: .moving(cellsPerSecond: settings.tickerSpeed)
      case .paging: .paging(seconds: max(2, 30 / settings.tickerSpeed))
      case .off: .off
      }
    return ReaderSettings(
      language: phrases.language, timeZone: phrases.timeZone,
      keyboard: settings.keyboard.flatMap(KeyboardLayout.init), localeName: locale, measure: settings.measure,
      isJustified: settings.justify, ticker: ticker, urgentWords: settings.urgentWords,
      showsPictures: showsPictures(on: traits), themes: themes, isOffline: newsroom.isOffline,
      fetchesAhead: true, isPlain: isPlain ?? settings.plain, isEscapeHeldBack: traits.isMultiplexed,
      keys: settings.keys.map(KeyRebinding.init))
  }
}

extension KeyRebinding {
  /// A line of the settings file.
  init(_ line: Settings.KeyLine) {
    self.init(command: line.command, context: line.context, keys: line.keys)
  }
}
