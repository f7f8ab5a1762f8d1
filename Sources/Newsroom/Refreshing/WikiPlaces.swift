import Language
import NewsModel
import PageParsing

/// The pages of a wiki that are no articles: its front page, its sections, pages about itself, and what its engine keeps
/// in rooms of their own.
struct WikiPlaces {
  private let keys: Set<AddressKey>
  private let titles: Set<String>
  /// Where the wiki's pages stand for readers, up to their names: `https://viki.example/wiki/`; `nil` where they stand
  /// behind `?title=`, or nothing is known.
  private let folder: String?

  /// What front pages are called where the wiki's keeper named none, and the pages that engines put beside every other.
  private static let usual = Set(
    [
      "заглавная страница", "главная страница", "головна сторінка", "галоўная старонка", "басты бет",
      "баш бит",
      "main page", "start", "home", "sidebar", "frontpage", "header", "footer", "topheader", "pageheader",
      "pagefooter",
    ].map(Folding.fold))
  /// Rooms (MediaWiki: namespaces) of discussions, users, files, templates and the engine's own words.
  private static let rooms = Set(
    [
      "файл", "изображение", "участник", "участница", "обсуждение", "обсуждение участника",
      "обсуждение участницы",
      "обсуждение файла", "обсуждение шаблона", "обсуждение категории", "шаблон", "категория", "справка",
      "служебная",
      "mediawiki", "обсуждение mediawiki", "модуль", "медиа", "file", "image", "user", "user talk", "talk",
      "template",
      "category", "help", "special", "module", "media", "wiki", "playground", "зображення", "користувач",
      "обговорення", "обговорення користувача", "шаблон обговорення", "категорія", "довідка", "спеціальна",
      "файлы",
      "удзельнік", "удзельніца", "размовы", "катэгорыя", "сурет", "қатысушы", "талқылау", "үлгі", "санат",
      "анықтама",
      "арнайы", "рәсем", "кулланучы", "бәхәс", "калып", "төркем", "ярдәм", "махсус",
    ].map(Folding.fold))

  /// Words of a title that a page about the site has at most.
  private static let longestAbout = 3

  init(of site: Site) {
    let sections = site.flatSections.compactMap(\.section.address)
    keys = Set(([site.home] + sections + site.pages.map(\.address)).map(AddressKey.init))
    titles = Self.usual.union([Folding.fold(site.name)])
    folder = Self.folder(of: sections + [site.home])
  }

  /// What the addresses of most pages begin with that the wiki's menu leads to.
  private static func folder(of pages: [WebAddress]) -> String? {
    var counts: [String: Int] = [:]
    for page in pages where page.path.last != "/" && !page.text.contains("?") {
      if let slash = page.text.lastIndex(of: "/") { counts[String(page.text[...slash]), default: 0] += 1 }
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value * 2 > pages.count
    else { return nil }
    return best.key
  }

  /// The address by which readers know a page that a list of changes names by its title.
  func known(_ page: WebAddress) -> WebAddress {
    guard let folder, let question = page.text.firstIndex(of: "?") else { return page }
    let query = page.text[page.text.index(after: question)...]
    guard query.hasPrefix("title="), !query.contains("&") else { return page }
    return WebAddress(folder + query.dropFirst(6)) ?? page
  }

  /// Whether a page is one of them.
  func hold(_ page: WebAddress, titled title: String) -> Bool {
    let name = Folding.fold(title)
    if keys.contains(AddressKey(page)) || titles.contains(name) { return true }
    if title.split(separator: " ").count <= Self.longestAbout, SitePageReader.isAboutSite(title, page) {
      return true
    }
    guard let colon = name.firstIndex(of: ":") else { return false }
    return Self.rooms.contains(String(name[..<colon]))
  }
}
