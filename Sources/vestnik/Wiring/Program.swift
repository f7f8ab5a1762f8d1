import Configuration
import DemoEdition
import Fetching
import Foundation
import Logging
import NewsCache
import NewsModel
import Newsroom
import Phrases
import ReaderDesk
import Threads

/// The parts wired together for one run of the program.
struct Program {
  let folders: Folders
  let settings: Settings
  /// What is wrong in the settings and the site files.
  let faults: [Problem]
  /// That the archive was damaged, and where it is now; or that another program writes to it.
  let setAside: Problem?
  let phrases: Phrasebook
  let newsroom: NewsDesk
  /// Whether this is the embedded site, which keeps nothing.
  let isDemo: Bool

  /// The program over the reader's own files.
  /// - Parameters:
  ///   - needsWriting: refuses a cache that can only be read.
  ///   - isReader: a damaged archive is moved out of the way, so that the reader starts; what is wrong in the settings
  ///     is told on its screen, not on standard error.
  init(folders: Folders, offline: Bool, needsWriting: Bool = false, isReader: Bool = false) throws {
    isDemo = false
    self.folders = folders
    let opening = Meanwhile {
      try Self.cache(in: folders, isReading: !needsWriting, beginsAnew: isReader)
    }
    let (settings, warnings) = Settings.read(from: folders.settings)
    self.settings = settings
    let sites = SiteFolder(folders.sites, memory: folders.cache.appendingPathComponent("sites.bin"))
    let (followed, siteWarnings) = sites.read()
    phrases = Self.phrases(for: settings, siteLanguage: followed.first?.language)
    let (cache, damaged) = try opening.value()
    setAside = damaged.map { .archiveSetAside($0) } ?? (cache.isWaiting ? .archiveInUse : nil)
    if let setAside { Output.error(phrases.sentence(for: setAside)) }
    faults =
      Problem.all(in: settings, warnings, file: folders.settings.path) + siteWarnings.map { Problem($0) }
    if needsWriting, let obstacle = cache.obstacle { throw ProgramFailure(Problem(obstacle)) }
    let isOffline = offline || !settings.knowsHosts
    let web: any Transport =
      isOffline ? OfflineTransport() : CurlTransport(configuration: Self.manners(settings))
    newsroom = NewsDesk(
      cache: cache, sites: sites, transport: RoutingTransport(web: web),
      pictures: PictureStore(folder: folders.cache.appendingPathComponent("pictures")), isOffline: isOffline,
      bodyLimit: settings.bodyLimit,
      retention: Retention(days: settings.keepDays, perSource: settings.keepPerSource),
      log: Self.log(in: folders))
    newsroom.healClock()
    if !isReader, let fault { Output.error(phrases.sentence(for: fault)) }
  }

  /// The program over the embedded site: touches none of the reader's data.
  /// - Parameter keeps: what was read of the site waits for the next start, as of any site.
  init(
    demoWith folders: Folders, keeps: Bool = false, now: @escaping @Sendable () -> Date = TrustedClock.machine
  ) throws {
    isDemo = true
    self.folders = folders
    let (settings, _) = Settings.read(from: folders.settings)
    self.settings = settings
    faults = []
    setAside = nil
    phrases = Self.phrases(for: settings, siteLanguage: "ru")
    do throws(CacheError) {
      let transport = EchoTransport(now: now())
      let kept = keeps ? DemoHome(in: folders, day: transport.day) : nil
      let cache = if let kept { kept.archive } else { try ArticleCache.inMemory() }
      newsroom = NewsDesk(
        cache: cache, sites: kept?.sites ?? SiteList(),
        transport: transport, pictures: PictureStore(folder: nil),
        isOffline: false, now: now)
    } catch { throw ProgramFailure(Problem(error)) }
  }

  /// What is wrong in the settings, in one sentence.
  var fault: Problem? { faults.count > 1 ? .severalFaults(faults.count) : faults.first }

  /// The interface's words for commands that must do without the archive.
  static func phrases(folders: Folders) -> Phrasebook {
    phrases(for: Settings.read(from: folders.settings).settings)
  }

  /// The interface's words before anything else is known: for errors of the command line itself.
  static func phrasesForErrors(arguments: [String] = CommandLine.arguments) -> Phrasebook {
    let named = arguments.firstIndex(of: "--home").map { arguments.dropFirst($0 + 1).first } ?? nil
    let joined = arguments.first { $0.hasPrefix("--home=") }?.dropFirst("--home=".count)
    let folders = Folders(home: named ?? joined.map(String.init), environment: environment)
    return phrases(folders: folders)
  }

  /// The locale of characters and keys, as the environment names it.
  static func localeName(_ environment: [String: String]) -> String? {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }

  /// The interface's words, by settings, locale and what is followed.
  static func phrases(
    for settings: Settings = Settings(), siteLanguage: String? = nil,
    environment: [String: String] = environment
  ) -> Phrasebook {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let language =
      settings.language.flatMap(InterfaceLanguage.init)
      ?? InterfaceLanguage.automatic(localeName: locale, siteLanguage: siteLanguage)
    return Phrasebook(language: language, timeZone: settings.zone)
  }

  /// Every source that was asked goes to the log, failures as warnings.
  private static func log(in folders: Folders) -> @Sendable (SourceOutcome) -> Void {
    guard let file = LogFile(folders.log) else { return { _ in } }
    let logger = Logger(label: "vestnik") { _ in file }
    return { outcome in
      let facts: Logger.Metadata = [
        "site": "\(outcome.source.site)", "source": "\(outcome.source.address)",
        "result": "\(outcome.result)", "bytes": "\(outcome.wireBytes)",
      ]
      if case .failed = outcome.result {
        logger.warning("asked", metadata: facts)
      } else {
        logger.info("asked", metadata: facts)
      }
    }
  }

  /// How servers are asked.
  static func manners(_ settings: Settings) -> FetchConfiguration {
    var configuration = FetchConfiguration(
      version: VestnikCommand.version, contact: "https://vestnik.example/bot")
    configuration.hosts = settings.hosts.mapValues {
      FetchConfiguration.HostSettings(proxy: $0.proxy, extraRoots: $0.roots)
    }
    return configuration
  }

  /// Opens the cache; a damaged one is never overwritten.
  /// - Parameters:
  ///   - isReading: what another program writes at the moment is not waited for.
  ///   - beginsAnew: moves a damaged one out of the way.
  /// - Returns: the cache, and where the damaged one is now.
  private static func cache(
    in folders: Folders, isReading: Bool, beginsAnew: Bool
  ) throws -> (ArticleCache, damaged: String?) {
    do throws(CacheError) {
      guard beginsAnew else {
        return (try ArticleCache.open(at: folders.database.path, isReading: isReading), nil)
      }
      return try ArticleCache.openOrBegin(at: folders.database.path, now: TrustedClock.machine())
    } catch { throw ProgramFailure(Problem(error)) }
  }
}
