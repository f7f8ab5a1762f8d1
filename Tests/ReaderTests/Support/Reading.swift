import Canvas
import Foundation
import NewsModel
import Phrases

@testable import Reader

/// A reader at work on the sample paper: messages go in, effects are answered at once from the sample or kept.
struct Reading {
  var state: ReaderState
  /// The same for all, so that two of them can be compared.
  private static let start = ContinuousClock.now
  /// Every effect so far, in order.
  var effects: [Effect] = []
  var now = SamplePaper.now
  /// The clock that nobody sets.
  var instant = Self.start
  /// Which effects the sample answers; the others are only kept.
  var answers: (Effect) -> Message? = Reading.answer

  init(
    columns: Int, rows: Int, language: InterfaceLanguage = .ru, sites: [Site] = [SamplePaper.site],
    muted: [MuteRule] = [], change: (inout ReaderSettings) -> Void = { _ in }
  ) {
    var settings = ReaderSettings(language: language, localeName: "ru_RU.UTF-8", showsPictures: false)
    change(&settings)
    state = ReaderState(
      size: CellSize(columns: columns, rows: rows), settings: settings, now: SamplePaper.now, muted: muted)
    send(.sitesLoaded(sites))
  }

  var frame: Frame { View.frame(of: state) }

  /// What the last call of `send` or `keys` asked for.
  private(set) var lastEffects: [Effect] = []

  mutating func send(_ message: Message) {
    lastEffects = []
    var queue = [message]
    while !queue.isEmpty {
      let asked = Update.update(&state, queue.removeFirst(), at: now, instant: instant)
      lastEffects += asked
      effects += asked
      queue += asked.compactMap(answers)
    }
  }

  /// Types keys, written as key files write them, parted by spaces.
  mutating func keys(_ text: String) {
    var all: [Effect] = []
    for part in text.split(separator: " ") {
      guard let chord = KeyChord(String(part)) else { preconditionFailure("no key: \(part)") }
      send(.key(chord))
      all += lastEffects
    }
    lastEffects = all
  }

  /// Presses a button of the mouse and lets it go in the same cell.
  mutating func click(_ point: CellPoint, _ button: MouseEvent.Button = .left) {
    send(.mouse(MouseEvent(.press, button: button, at: point)))
    send(.mouse(MouseEvent(.release, button: button, at: point)))
  }

  /// Types a text character by character.
  mutating func type(_ text: String) {
    for character in text { send(.key(.character(character))) }
  }

  static func answer(_ effect: Effect) -> Message? {
    switch effect {
    case .loadSiteNews: return .siteNewsLoaded([SamplePaper.siteID: SamplePaper.news])
    case .loadFront(let site):
      return .frontLoaded(site, site == SamplePaper.siteID ? SamplePaper.edition : Edition())
    case .loadTop(let site): return .topLoaded(site, site == SamplePaper.siteID ? SamplePaper.top : [], [])
    case .loadList(let query, _, _): return list(query)
    case .loadArticle(let reference): return article(reference)
    case .loadBeside(let id): return .besideLoaded(id, SamplePaper.beside)
    case .search(let query): return found(query)
    case .loadSources: return .sourcesLoaded(sources)
    case .copy, .openInBrowser, .mute, .unmute: return .done(effect)
    default: return nil
    }
  }

  private static func list(_ query: ListQuery) -> Message {
    let listed =
      switch query {
      case .section(_, let section): SamplePaper.articles.filter { $0.article.sections.contains(section) }
      case .site: SamplePaper.articles
      case .saved: SamplePaper.articles.filter(\.status.isSaved)
      case .sinceLastVisit: Array(SamplePaper.articles.prefix(3))
      }
    return .listLoaded(query, listed.map { Story($0) }, listed)
  }

  private static func article(_ reference: ArticleReference) -> Message {
    let listed =
      switch reference {
      case .kept(let id): SamplePaper.articles.first { $0.id == id }
      case .headline(let headline, _): SamplePaper.articles.first { $0.article.address == headline.address }
      }
    guard let listed else { return .articleFailed(reference, .offline) }
    let document = SamplePaper.document(listed.id.rawValue)
    return .articleLoaded(reference, OpenedArticle(listed: listed, document: document, source: "Эхо"))
  }

  private static func found(_ query: SearchQuery) -> Message {
    let hits = SamplePaper.articles.filter { $0.article.title.lowercased().contains(query.text.lowercased()) }
    let found = hits.map { listed in
      let snippet =
        "… \(listed.article.title.lowercased()) — и ещё несколько слов вокруг найденного, чтобы было ясно …"
      let range = snippet.range(of: query.text.lowercased())
      let matches = range.map {
        [
          snippet.utf8.distance(
            from: snippet.startIndex, to: $0.lowerBound)..<snippet.utf8.distance(
              from: snippet.startIndex, to: $0.upperBound)
        ]
      }
      return FoundStory(story: Story(listed), snippet: snippet, matches: matches ?? [])
    }
    return .found(query, Finding(hits: found, articles: hits))
  }

  static let sources: [SourceReport] = [
    SourceReport(
      source: Source(
        site: SamplePaper.siteID, address: SamplePaper.address("novosti/rss"), kind: .feed,
        section: SectionID(rawValue: "Новости")), siteName: "Эхо",
      lastSuccess: SamplePaper.date(hoursAgo: 0.2), articles: 5),
    SourceReport(
      source: Source(
        site: SamplePaper.siteID, address: SamplePaper.address("mir/rss"), kind: .feed,
        section: SectionID(rawValue: "В мире")), siteName: "Эхо", lastSuccess: SamplePaper.date(hoursAgo: 50),
      articles: 3, problem: .fetch(.timedOut, at: SamplePaper.site.home)),
  ]
}
