import Canvas
import Foundation
import Glibc
import NewsModel
import Phrases
import Reader

/// The program's loop: waits for the terminal, the background or the next deadline, and for nothing else; turns
/// what comes into messages, runs effects, puts one frame on the screen.
///
/// Runs on the thread that calls it, to the end. When nothing moves it does not wake.
package final class ReaderProgram {
  /// Why the loop ended.
  package enum Ending: Hashable, Sendable {
    /// The reader asked to.
    case quit
    /// The terminal went away or the process was told to end.
    case closed
  }

  /// What the loop needs besides a screen and news.
  package struct Surroundings {
    /// A theme by its name; `nil` when there is none.
    package var theme: (String) -> Theme?
    /// Keeps a theme's name for the next start.
    package var keepTheme: (String) -> Void
    /// Opens links.
    package var browser: Browser
    /// Runs what people pipe an article to.
    package var shell: Shell
    /// Copies where the terminal does not.
    package var clipboard: ClipboardTool
    /// The theme that suits a background, for terminals that tell theirs late; `nil` where the theme was chosen.
    package var suitingTheme: ((RGB) -> Theme)?
    /// The archive's file, which other processes may write to; `nil` for one that is only in memory.
    package var archive: String?
    /// The folder that says what is followed, which other processes may write to too.
    package var sites: String?
    /// The wall clock.
    package var now: () -> Date

    package init(
      theme: @escaping (String) -> Theme? = { _ in nil }, keepTheme: @escaping (String) -> Void = { _ in },
      browser: Browser = Browser(environment: ProcessInfo.processInfo.environment),
      shell: Shell = Shell(environment: ProcessInfo.processInfo.environment),
      clipboard: ClipboardTool = ClipboardTool(environment: ProcessInfo.processInfo.environment),
      suitingTheme: ((RGB) -> Theme)? = nil, archive: String? = nil, sites: String? = nil,
      now: @escaping () -> Date = TrustedClock.machine
    ) {
      self.theme = theme
      self.keepTheme = keepTheme
      self.browser = browser
      self.shell = shell
      self.clipboard = clipboard
      self.suitingTheme = suitingTheme
      self.archive = archive
      self.sites = sites
      self.now = now
    }
  }

  private let screen: any Screen
  private let mailbox = Mailbox()
  private let runner: EffectRunner
  private let watch: ArchiveWatch
  /// When what happened to the archive is told, and when that was done the last time.
  private var changeDue: ContinuousClock.Instant?
  private var lastChange: ContinuousClock.Instant?
  private let clockJumps = ClockJumps()
  private var hasChanged = false
  private let surroundings: Surroundings
  /// Whether the reader has picked a theme, which a background that is told late does not change.
  private var hasPickedTheme = false
  private var state: ReaderState
  private var painter = Painter()
  private var shown: Frame?
  /// Whether anything has happened to the state since it was drawn.
  private var isStale = true
  private var ending: Ending?
  /// Whether there is anything to be loaded before the first frame.
  private let isLoading: Bool
  /// How long the first frame waits for its news: people see an empty page flash up after less than this.
  private static let firstPatience = Duration.milliseconds(30)
  /// How often the loop went around: what a test of idleness counts.
  package private(set) var rounds = 0
  /// How many frames were put on the screen.
  package private(set) var frames = 0
  /// Why something that was asked for at the end, when nothing could be shown any more, was not kept.
  package private(set) var refusal: Problem?

  /// Begins to load what is shown first, which goes on while the caller waits for the terminal's answers.
  ///
  /// - Parameters:
  ///   - state: as it is before any message, of the screen's size.
  ///   - sites: what is followed, in the order of the kiosk.
  package init(
    screen: any Screen, state: ReaderState, sites: [Site], service: any NewsService,
    surroundings: Surroundings = Surroundings()
  ) {
    self.screen = screen
    self.state = state
    self.surroundings = surroundings
    isLoading = !sites.isEmpty
    watch = ArchiveWatch(file: surroundings.archive, sites: surroundings.sites)
    runner = EffectRunner(service: service, mailbox: mailbox, watch: watch)
    receive(.sitesLoaded(sites))
  }

  /// Runs until the reader quits or the terminal is gone. Changes that were asked for are done when it returns;
  /// the screen is left open.
  ///
  /// - Parameter theme: the name of the one that the screen shows.
  package func run(theme: String) -> Ending {
    receive(.themeSet(theme))
    if isLoading { mailbox.wait(Self.firstPatience) }
    for message in mailbox.take() { receive(message) }
    draw()
    while ending == nil {
      wait()
      rounds += 1
      for event in screen.pendingEvents() { take(event) }
      for message in mailbox.take() { receive(message) }
      watchArchive()
      if isTickDue { receive(.tick) }
      if ending == nil { draw() }
    }
    runner.finish()
    for message in mailbox.take() { receive(message) }
    return ending ?? .quit
  }

  /// Whether the ticker's moment has come, or another minute than the one on the screen: with it ages change, and at
  /// midnight the date.
  private var isTickDue: Bool {
    if let wake = state.nextWake, wake <= .now { return true }
    return Update.minute(surroundings.now()) != Update.minute(state.now)
  }

  private func take(_ event: ScreenEvent) {
    switch event {
    case .key(let chord): receive(.key(chord))
    case .paste(let text): receive(.pasted(text))
    case .mouse(let event): receive(.mouse(event))
    case .resized(let size): receive(.resized(size))
    case .resumed: receive(.resumed)
    case .background(let color): suit(color)
    case .closed: ending = ending ?? .closed
    }
  }

  private func receive(_ message: Message) {
    guard ending == nil else {
      if case .failed(_, let problem) = message { refusal = refusal ?? problem }
      return
    }
    isStale = true
    for effect in Update.update(&state, message, at: surroundings.now(), instant: .now) { perform(effect) }
    if state.isFinished { ending = ending ?? .quit }
  }

  private func draw() {
    guard isStale else { return }
    isStale = false
    let frame = painter.frame(of: state)
    guard frame != shown else { return }
    screen.present(frame)
    shown = frame
    frames += 1
  }

  /// Carries an effect out, or starts what does: one switch over all of them, so that none is forgotten.
  private func perform(_ effect: Effect) {
    switch effect {
    case .loadSites: runner.ask { .sitesChanged(await $0.sites()) }
    case .loadSiteNews: runner.ask { .siteNewsLoaded(await $0.siteNews()) }
    case .loadFront(let site): runner.ask { .frontLoaded(site, await $0.edition(of: site)) }
    case .loadTop(let site):
      runner.ask { service in
        let listing = await service.top(of: site)
        if let problem = listing.problem { return .failed(effect, problem) }
        return .topLoaded(site, listing.stories, listing.articles)
      }
    case .loadList(let query, let order, let part):
      runner.ask { service in
        let listing = await service.listing(query, order: order, part: part)
        if let problem = listing.problem { return .failed(effect, problem) }
        return .listLoaded(query, listing.stories, listing.articles, listing.window)
      }
    case .loadBeside(let article): runner.ask { .besideLoaded(article, await $0.beside(article)) }
    case .loadSources(let site): runner.ask { .sourcesLoaded(await $0.sources(of: site)) }
    case .loadArticle(let reference): runner.open(reference)
    case .fetchAgain(let article): runner.fetchText(of: .kept(article))
    case .search(let query): runner.search(query)
    case .loadPicture(let request): runner.draw(request, form: screen.pixelForm)

    case .refresh(let scope):
      runner.refresh { .refreshFinished(await $0.refresh(scope, progress: $1)) }
    case .fetchAhead(let scope): runner.refresh { .aheadFinished(await $0.fetchAhead(scope, progress: $1)) }
    case .fetchSoon(let references): runner.fetchSoon(references)
    case .cancelRefresh: runner.cancelRefresh()

    case .mark(let articles, let mark): runner.change(for: effect) { await $0.mark(articles, mark) }
    case .markAllRead(let site, let section):
      runner.change { service in
        switch await service.markAllRead(site, section: section) {
        case .marked(let articles): .markedAllRead(site, section, articles)
        case .failed(let problem): .failed(effect, problem)
        }
      }
    case .savePosition(let article, let position):
      runner.change(for: effect) { await $0.savePosition(position, in: article) }
    case .mute(let rule): runner.change(for: effect) { await $0.mute(rule) }
    case .unmute(let rule): runner.change(for: effect) { await $0.unmute(rule) }

    case .saveToFile(let reference, let path, let replaces):
      runner.save(reference, to: path, replaces: replaces, for: effect)
    case .loadText(let reference, let command): runner.text(of: reference, command: command, for: effect)
    case .runCommand(let command, let input): runCommand(command, input: input, for: effect)
    case .quit: ending = ending ?? .quit
    case .suspend:
      screen.suspend()
      shown = nil
    case .redraw:
      screen.invalidate()
      shown = nil
    case .setWindowTitle(let title): screen.setTitle(title)
    case .copy(let text): copy(text, for: effect)
    case .showTheme(let name):
      hasPickedTheme = true
      _ = show(theme: name)
    case .chooseTheme(let name):
      hasPickedTheme = true
      if show(theme: name) {
        surroundings.keepTheme(name)
      } else {
        mailbox.post(.failed(effect, .noSuchTheme(name, nearest: nil)))
      }
    case .openInBrowser(let address): open(address, for: effect)
    }
  }

  /// Lends the terminal to a command; people read what it printed before they come back.
  private func runCommand(_ command: String, input: String, for effect: Effect) {
    var status: Int? = nil
    let (shell, invitation) = (surroundings.shell, state.invitation)
    screen.lend {
      status = shell.run(command, input: input) { screen.isEnding }
      shell.waitForKey(invitation) { screen.isEnding }
    }
    shown = nil
    guard status != 0 else { return }
    mailbox.post(.failed(effect, status.map { .commandFailed(command, status: $0) } ?? .noShell))
  }

  /// Opens an address in a window beside, or lends the terminal to a browser that draws there.
  private func open(_ address: WebAddress, for effect: Effect) {
    switch surroundings.browser.way(to: address) {
    case .aside(let program, let words):
      let hasStarted = Browser.start(program, words) { [mailbox] in mailbox.post(.failed(effect, .noBrowser))
      }
      mailbox.post(hasStarted ? .done(effect) : .failed(effect, .noBrowser))
    case .inTerminal(let program, let words, let leavesText):
      var status: Int?
      let (shell, invitation) = (surroundings.shell, state.invitation)
      screen.lend {
        status = shell.run(program, words) { screen.isEnding }
        if leavesText || status != 0 { shell.waitForKey(invitation) { screen.isEnding } }
      }
      shown = nil
      let name = words.first ?? program
      let problem = status.map { Problem.commandFailed(name, status: $0) } ?? .noBrowser
      mailbox.post(status == 0 ? .done(effect) : .failed(effect, problem))
    case nil: mailbox.post(.failed(effect, .noBrowser))
    }
  }

  /// Copies by the terminal, else by the desktop; where neither does, the text itself is shown.
  private func copy(_ text: String, for effect: Effect) {
    if screen.copy(text) { return mailbox.post(.done(effect)) }
    let isUnderWay = surroundings.clipboard.copy(text) { [mailbox] isCopied in
      mailbox.post(isCopied ? .done(effect) : .failed(effect, .noClipboard(text)))
    }
    if !isUnderWay { mailbox.post(.failed(effect, .noClipboard(text))) }
  }

  /// Shows the theme that suits a background, unless the reader has picked one.
  private func suit(_ background: RGB) {
    guard !hasPickedTheme, let theme = surroundings.suitingTheme?(background) else { return }
    guard theme.name != state.settings.theme else { return }
    screen.setTheme(theme)
    shown = nil
    receive(.themeSet(theme.name))
  }

  /// Tells of changes a moment after the first, and no more often than makes sense while they go on.
  private func watchArchive() {
    let now = ContinuousClock.now
    let (change, sign) = watch.take()
    hasChanged = hasChanged || change
    if change || sign, changeDue == nil {
      let soon = now + ArchiveWatch.pause
      changeDue = lastChange.map { max(soon, $0 + ArchiveWatch.interval) } ?? soon
    }
    guard let due = changeDue, due <= now else { return }
    changeDue = nil
    lastChange = now
    runner.noticeChange(isCertain: hasChanged)
    hasChanged = false
  }

  /// - Returns: whether there is such a theme, and its file can be read.
  private func show(theme name: String) -> Bool {
    guard let theme = surroundings.theme(name) else { return false }
    screen.setTheme(theme)
    shown = nil
    return true
  }

  /// Blocks until there is something to do.
  private func wait() {
    // While a change waits for its moment, more of them wake nobody: a refresh writes hundreds of times a second.
    let archive = changeDue == nil ? watch.descriptors : []
    let descriptors = screen.inputDescriptors + [mailbox.descriptor] + archive + clockJumps.descriptors
    var waiting = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let now = ContinuousClock.now
    let deadlines = [state.nextWake, changeDue, screen.inputDeadline].compactMap { $0.map { $0 - now } }
    let first = min(deadlines.min() ?? restOfMinute, restOfMinute)
    let milliseconds = Int32(max(0, first / .milliseconds(1)).rounded(.up))
    _ = poll(&waiting, nfds_t(waiting.count), milliseconds)
    if let last = waiting.last, clockJumps.descriptors == [last.fd], last.revents != 0 { clockJumps.goOn() }
  }

  /// How long it is until the wall clock's next minute.
  private var restOfMinute: Duration {
    let seconds = surroundings.now().timeIntervalSinceReferenceDate
    return .seconds(60 - (seconds - (seconds / 60).rounded(.down) * 60))
  }
}
