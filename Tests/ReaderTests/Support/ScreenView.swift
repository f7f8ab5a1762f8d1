import Canvas
import NewsModel
import Phrases
import Testing

@testable import Reader

/// A view of the reader and how one gets there.
final class ScreenView: Sendable, CustomTestStringConvertible {
  /// The name of its sheet.
  let name: String
  /// The view most of which it leaves as it is.
  let over: ScreenView?
  private let keys: String
  private let typed: String
  private let sites: [Site]
  private let messages: [Message]
  private let history: ArticleHistory
  private let change: @Sendable (inout ReaderSettings) -> Void

  /// - Parameters:
  ///   - keys: what leads there, as key files write it.
  ///   - typed: what is typed then.
  ///   - messages: what happens last.
  ///   - history: what the first article said before.
  init(
    _ name: String, over: ScreenView? = nil, keys: String = "", typed: String = "",
    sites: [Site] = [SamplePaper.site], messages: [Message] = [],
    history: ArticleHistory = ArticleHistory(),
    change: @escaping @Sendable (inout ReaderSettings) -> Void = { _ in }
  ) {
    self.name = name
    self.over = over
    self.keys = keys
    self.typed = typed
    self.sites = sites
    self.messages = messages
    self.history = history
    self.change = change
  }

  var testDescription: String { name }

  /// The view at a size in a language.
  func reading(_ size: CellSize, _ language: InterfaceLanguage) -> Reading {
    let locales: [InterfaceLanguage: String] = [.ru: "ru_RU.UTF-8", .kk: "kk_KZ.UTF-8", .en: "en_GB.UTF-8"]
    var reading = Reading(columns: size.columns, rows: size.rows, language: language, sites: sites) {
      $0.localeName = locales[language] ?? ""
      change(&$0)
    }
    let answer = reading.answers
    reading.answers = { [history] effect in
      guard case .articleLoaded(let reference, var opened)? = answer(effect) else { return answer(effect) }
      if opened.listed.id == SamplePaper.articles[0].id { opened.history = history }
      return .articleLoaded(reference, opened)
    }
    reading.keys(keys)
    reading.type(typed)
    for message in messages { reading.send(message) }
    return reading
  }
}

extension ScreenView {
  /// Every view there is.
  static let all: [ScreenView] = news + texts + lists + popups + typing + states + plain

  private static let front = ScreenView("front")
  private static let list = ScreenView("list", keys: "2 j")
  private static let article = ScreenView("article", keys: "Enter")

  private static let changed = ScreenView("article-changed", over: article, keys: "Enter", history: versions)

  /// What a site without a front page shows: its newest headlines in one block.
  private static let feed = Edition(
    front: ShownFront(blocks: [
      .init(title: SamplePaper.site.name, lines: SamplePaper.articles.map { .kept($0) })
    ]),
    refreshed: SamplePaper.edition.refreshed, articles: SamplePaper.articles, unreadTotal: 37)

  /// One block without a title and a short one.
  private static let twoBlocks = Edition(
    front: ShownFront(
      FrontPage(blocks: [
        .init(title: "", headlines: [1, 2, 5].map(SamplePaper.headline)),
        .init(title: "", headlines: [6, 7].map(SamplePaper.headline)),
      ])), refreshed: SamplePaper.edition.refreshed, articles: SamplePaper.articles, unreadTotal: 37)

  private static let versions = ArticleHistory(
    earlier: (1...3).map { number in
      ArticleVersion(
        title: "Мост через Тобылгу откроют в пятницу, сообщение \(number)", summary: "",
        document: SamplePaper.document(2), replaced: SamplePaper.date(hoursAgo: Double(number * number)))
    }, removed: SamplePaper.date(hoursAgo: 0.1))

  private static let news = [
    front, ScreenView("front-end", over: front, keys: "G"),
    ScreenView("front-of-a-feed", over: front, messages: [.frontLoaded(SamplePaper.siteID, feed)]),
    ScreenView("front-of-two-blocks", over: front, messages: [.frontLoaded(SamplePaper.siteID, twoBlocks)]),
    list, ScreenView("list-end", over: list, keys: "2 G"),
    ScreenView("list-top-news", over: list, keys: "2 j Tab"),
    ScreenView("ticker", over: front, keys: "S-Tab S-Tab l"),
    ScreenView("menu", over: front, keys: "F10 l"), ScreenView("menu-open", over: front, keys: "F10 l l j j"),
  ]

  private static let texts = [
    article, ScreenView("article-page", over: article, keys: "Enter Space"),
    ScreenView("article-end", over: article, keys: "Enter G"),
    ScreenView("article-panes", over: article, keys: "Enter w"),
    ScreenView("article-justified", over: article, keys: "Enter") { $0.isJustified = true },
    changed,
    ScreenView("article-found", over: article, keys: "Enter /", typed: "мост"),
  ]

  private static let lists = [
    ScreenView("saved", keys: "F"),
    ScreenView("since", keys: "e") {
      $0.keys = [KeyRebinding(command: "since-last-visit", context: "list", keys: ["e"])]
    },
    ScreenView("sources", keys: "v j"),
    ScreenView("sites", keys: "q", sites: [SamplePaper.site, SamplePaper.otherSite]),
    ScreenView("sites-filed", keys: "q", sites: SamplePaper.filedSites),
    ScreenView("no-sites", sites: []),
    ScreenView("help", keys: "?"), ScreenView("help-end", keys: "? G"),
  ]

  private static let popups = [
    ScreenView("palette", over: front, keys: ": Down"),
    ScreenView("palette-nothing", over: front, keys: ":", typed: "zzz"),
    ScreenView("themes", over: front, keys: "T j") {
      $0.themes = ["newspaper-dark", "newspaper-light", "night", "steppe"]
      $0.theme = "newspaper-light"
    },
    ScreenView("mute", over: front, keys: "m"),
    ScreenView("about", over: article, keys: "Enter v"),
    ScreenView("about-versions", over: changed, keys: "Enter v j", history: versions),
    ScreenView("hints", over: front, keys: ";"),
    ScreenView("hints-article", over: article, keys: "Enter ;"),
  ]

  private static let typing = [
    ScreenView("search", keys: "/"),
    ScreenView("search-typed", keys: "/", typed: "мост"),
    ScreenView("search-hits", keys: "/ м о с т Enter j"),
    ScreenView("search-nothing", keys: "/", typed: "zzz"),
    ScreenView("save", over: front, keys: "S"),
    ScreenView(
      "save-again", over: front,
      messages: [
        .failed(
          .saveToFile(.kept(SamplePaper.articles[0].id), path: "мост.txt", replaces: false),
          .fileExists("мост.txt"))
      ]),
    ScreenView("pipe", over: front, keys: "|", typed: "lp"),
    ScreenView(
      "pipe-again", over: front,
      messages: [
        .failed(.loadText(.kept(SamplePaper.articles[0].id), command: "lp -d hall"), .noSuchArticle("1"))
      ]),
    ScreenView("sequence", over: front, keys: "g") {
      $0.keys = [
        KeyRebinding(command: "first", context: nil, keys: ["g g"]),
        KeyRebinding(command: "show-front", context: nil, keys: ["g f"]),
        KeyRebinding(command: "show-sites", context: nil, keys: ["g s p"]),
      ]
    },
  ]

  private static let states = [
    ScreenView(
      "refreshing", over: front,
      messages: [.refreshProgressed(RefreshProgress(done: 3, total: 12, waitingFor: ["echo.example"]))]),
    ScreenView(
      "offline", over: front,
      messages: [
        .refreshFinished(RefreshSummary(newArticles: 0, offlineSince: SamplePaper.date(hoursAgo: 3)))
      ]),
    ScreenView(
      "failed", over: article, keys: "Enter",
      messages: [.failed(.openInBrowser(SamplePaper.address("most")), .noBrowser)]),
  ]

  private static let plain = [
    ScreenView("plain-front") { $0.isPlain = true },
    ScreenView("plain-article", keys: "Enter") { $0.isPlain = true },
  ]
}
