import Foundation
import Language
import NewsModel

/// What an address and the words of its link say: a section, an article, a page about the site, another site.
struct LinkKinds {
  /// The page's own host without `www.`; `nil` for files.
  let host: String?
  /// What addresses of just the page's host begin with, and whether that host is one of services.
  private let own: (start: String, isService: Bool)?

  init(address: WebAddress?) {
    guard let address, address.scheme != "file" else {
      (host, own) = (nil, nil)
      return
    }
    let name = address.host
    host = Self.bare(name)
    own = (address.scheme + "://" + name, Self.isServiceHost(name))
  }

  /// Whether an address has the page's own scheme and host, and neither user nor port.
  private func isOfPage(_ address: WebAddress) -> Bool {
    guard let start = own?.start, address.text.beginsExactly(with: start) else { return false }
    let next = address.text.utf8.dropFirst(start.utf8.count).first
    return next == nil || next == 0x2F || next == 0x3F || next == 0x23
  }

  /// Whether an address is of the same site: its host, a host under it or above it, or its sister under one name.
  func isOwn(_ address: WebAddress) -> Bool {
    guard let host, !isOfPage(address) else { return true }
    let other = Self.bare(address.host)
    return other == host || Self.family(other) == Self.family(host)
  }

  /// Whether an address is of just this host.
  func isSameHost(_ address: WebAddress) -> Bool { host.map { Self.bare(address.host) == $0 } ?? true }

  /// Whether an address is on a host below the page's own: `sport.` before it.
  func isBelow(_ address: WebAddress) -> Bool {
    host.map { Self.bare(address.host).hasSuffix("." + $0) } ?? false
  }

  static func bare(_ host: String) -> String {
    for prefix in ["www.", "m."] where host.hasPrefix(prefix) { return String(host.dropFirst(prefix.count)) }
    return host
  }

  /// The last two labels of a host, three where the last but one is a country's general one (`com.ua`).
  private static func family(_ host: String) -> String {
    let labels = host.utf8.split(separator: 0x2E)
    guard labels.count > 2 else { return host }
    let isGeneral = generalLabels.contains(Substring(labels[labels.count - 2]))
    return labels.suffix(isGeneral ? 3 : 2).map { String(Substring($0)) }.joined(separator: ".")
  }

  private static let generalLabels: Set<Substring> = [
    "com", "co", "org", "net", "gov", "edu", "in", "ac", "kiev", "msk", "spb", "info",
  ]

  /// The key under which two links are one: no fragment, no counting parameters, no closing slash.
  static func key(_ address: WebAddress) -> String {
    var text = address.text
    if let key = text.withUTF8(plainKey) { return key }
    text = address.withoutFragment.text
    if let question = text.utf8.firstIndex(of: 0x3F) {
      let kept = text[text.index(after: question)...].split(separator: "&").filter {
        !$0.hasPrefix("utm_") && !$0.hasPrefix("from") && !$0.hasPrefix("yclid") && !$0.hasPrefix("ref=")
      }
      text = text[..<question] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }
    return text.withUTF8(bareKey)
  }

  /// The key of an address without parameters and fragment.
  private static func plainKey(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    bytes.contains { $0 == 0x23 || $0 == 0x3F } ? nil : bareKey(bytes)
  }

  /// An address without scheme, `www.` and closing slashes.
  private static func bareKey(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var rest = bytes[...]
    while rest.last == 0x2F { rest.removeLast() }
    if let colon = rest.firstIndex(of: 0x3A), rest[colon...].starts(with: "://".utf8) {
      rest = rest[(colon + 3)...]
    }
    return String(decoding: rest.starts(with: "www.".utf8) ? rest.dropFirst(4) : rest, as: UTF8.self)
  }

  /// Whether the address alone shows an article: a date, a long number, a slug of many words.
  static func looksLikeArticle(_ address: WebAddress) -> Bool {
    let path = address.path
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return namesPage(address) && !address.text.contains("cat=") }
    if AddressDate.isIn(address) { return true }
    let words = last.split { $0 == "-" || $0 == "_" || $0 == "." || $0 == "+" }
    if words.count >= 6 { return true }
    if words.contains(where: { $0.count >= 5 && $0.allSatisfy(\.isNumber) }), !words.contains("tag") {
      return true
    }
    let isPage = last.hasSuffix(".html") || last.hasSuffix(".htm") || last.hasSuffix(".shtml")
    if isPage, words.count >= 5 || last.prefix(while: \.isNumber).count >= 3 && last.contains("-") {
      return true
    }
    if last.allSatisfy(\.isNumber), last.count >= 4 { return true }
    return false
  }

  /// Whether an address leads to the root with a query that names one page: `/?p=12`, `/?article12`; those that choose a
  /// language or a look name none.
  static func namesPage(_ address: WebAddress) -> Bool {
    guard let question = address.text.firstIndex(of: "?") else { return false }
    return address.text[question...].dropFirst().split { $0 == "&" || $0 == "#" }.contains { part in
      let name = part.prefix { $0 != "=" }.lowercased()
      return !lookNames.contains(name) && !name.hasPrefix("utm_") && part.contains(where: \.isNumber)
    }
  }

  private static let lookNames: Set<String> = [
    "lang", "language", "hl", "locale", "theme", "view", "style", "print", "sort", "mobile", "version",
    "page", "paged",
    "from", "ref", "yclid", "special",
  ]

  /// Whether words are a month's name and a year: an archive's, which counters may follow.
  static func namesMonth(_ title: String) -> Bool {
    let words = title.split { !$0.isLetter && !$0.isNumber }
    guard (2...3).contains(words.count), let year = words.dropFirst().first, year.count == 4,
      year.hasPrefix("19") || year.hasPrefix("20"), year.allSatisfy(\.isNumber)
    else { return false }
    return words.dropFirst(2).allSatisfy { $0.allSatisfy(\.isNumber) }
      && DateNames.month(Folding.fold(words[0])) != nil
  }

  /// Whether a section is called as archives are: by dates, which may bring news or lead to years alone.
  static func isArchive(_ title: String) -> Bool { archiveTitles.contains(Folding.label(title)) }

  private static let archiveTitles: Set<String> = [
    "архив", "архивы", "архив новостей", "архів", "архів новин", "архіў", "архіў навін", "мұрағат",
    "жаңалықтар мұрағаты", "архив материалов", "хәбәрләр архивы", "archive", "archives", "news archive",
  ]

  /// Whether an address is a tool's of a wiki or an engine: editing, histories, entering.
  static func isTool(_ address: WebAddress) -> Bool {
    // Behind the scheme one of these signs stands in every tool's address.
    guard address.text.utf8.dropFirst(8).contains(where: { $0 == 0x3F || $0 == 0x3A || $0 == 0x25 }) else {
      return false
    }
    let text = (address.text.removingPercentEncoding ?? address.text).lowercased()
    guard let question = text.firstIndex(of: "?") else {
      return text.contains("/special:") || text.contains("/служебная:")
    }
    let query = text[question...]
    if query.contains("special:") || query.contains("служебная:") { return true }
    return query.dropFirst().split { $0 == "&" || $0 == "#" }.contains { part in
      let name = part.prefix { $0 != "=" }
      if ["redlink", "diff", "oldid", "replytocom"].contains(name) { return true }
      let value = part.dropFirst(name.count + 1)
      return (name == "action" || name == "do") && toolWords.contains(String(value))
    }
  }

  private static let toolWords: Set<String> = [
    "edit", "history", "login", "register", "logout", "recent", "index", "media", "revisions", "backlink",
    "admin",
    "info", "purge", "submit", "delete", "protect", "diff", "export", "profile", "lostpassword", "addnews",
  ]

  /// Whether a link reads as a section of a menu.
  static func readsAsSection(_ title: String, _ address: WebAddress) -> Bool {
    guard title.count >= 2, title.count <= 45, title.contains(where: \.isLetter) else { return false }
    guard title.split(separator: " ").count <= 6 else { return false }
    return !looksLikeArticle(address)
      || title.count <= 28 && title.split(separator: " ").count <= 3
        && !AddressDate.isIn(address) && !looksLikeFile(address)
  }

  /// Pictures, documents, programs.
  static func looksLikeFile(_ address: WebAddress) -> Bool {
    let ending = address.text.utf8.suffix(5)
    guard let dot = ending.lastIndex(of: 0x2E) else { return false }
    return fileEndings.contains(Substring(ending[dot...].dropFirst()).lowercased())
  }

  private static let fileEndings: Set<String> = [
    "jpg", "jpeg", "png", "gif", "webp", "pdf", "doc", "docx", "zip", "rar", "mp3", "mp4", "xml", "rss",
    "apk",
  ]

  /// Doors that are no sections: entering, searching, social networks, shops of applications.
  func isService(_ title: String, _ address: WebAddress) -> Bool {
    // The longest of them has four words; signs may stand at both ends.
    let mayBeService = title.utf8.count < 100 && title.spaceCount < 6
    if mayBeService, Self.serviceTitles.contains(ExactText(Folding.label(title))) { return true }
    if Self.isTool(address) { return true }
    let isOfService =
      isOfPage(address) ? own?.isService ?? false : Self.isServiceHost(address.host)
    return isOfService || address.withPath(Self.isServicePath)
  }

  private static func isServiceHost(_ host: String) -> Bool {
    serviceHosts.contains(host) || serviceHosts.contains(family(host))
  }

  /// Whether one of the first four parts of a path is a service's word, in either case, or little more.
  private static func isServicePath(_ path: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = path
    var parts = 0
    while parts < 4 {
      rest = rest.drop { $0 == 0x2F }
      guard let first = rest.first else { return false }
      let part = rest.prefix { $0 != 0x2F }
      rest = rest[part.endIndex...]
      parts += 1
      for word in servicePaths where word.utf8.first == lower(first) && part.count <= word.utf8.count + 6 {
        if part.lazy.map(lower).starts(with: word.utf8) { return true }
      }
    }
    return false
  }

  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Pages about the site itself.
  static func isAboutSite(_ title: String, _ address: WebAddress) -> Bool {
    if aboutTitles.contains(where: Folding.label(title).beginsExactly) { return true }
    let last = address.withPath { path in
      let open = path.lastIndex { $0 != 0x2F }.map { path[...$0] } ?? path.prefix(0)
      return String(decoding: open.lastIndex(of: 0x2F).map { open[($0 + 1)...] } ?? open, as: UTF8.self)
    }
    return aboutPaths.contains(where: LowerCase.of(last).beginsExactly)
  }

  private static let serviceTitles: Set<ExactText> = [
    "войти", "вход", "регистрация", "поиск", "выход", "личный кабинет", "rss", "login", "log in", "sign in",
    "sign up", "register",
    "search", "подписаться", "subscribe", "подписка", "увійти", "пошук", "реєстрація", "кіру", "іздеу",
    "мобильная версия",
    "полная версия", "версия для слабовидящих", "facebook", "twitter", "вконтакте", "telegram", "instagram",
    "youtube",
    "одноклассники", "whatsapp", "viber", "tiktok", "vk", "ok", "rus", "eng", "kaz", "ru", "en", "kz", "ua",
    "қаз", "рус", "укр", "қазақша",
    "english", "русский", "українська", "o‘zbekcha", "menu", "меню", "еще", "more", "все", "все разделы",
    "ще", "close", "закрыть",
    "наверх", "на главную", "перейти к основному содержанию", "skip to content", "skip to main content",
    "tatarça", "english version", "метки", "теги", "облако тегов", "облако меток", "тегтер", "тэги", "tags",
    "tag cloud", "войти / зарегистрироваться",
  ]

  private static let servicePaths: [String] = [
    "login", "register", "signin", "signup", "auth", "user", "account", "wp-login", "subscribe",
    "cart",
    "search", "logout", "registration", "rss",
  ]

  private static let serviceHosts: Set<String> = [
    "facebook.com", "twitter.com", "x.com", "vk.com", "vkontakte.ru", "ok.ru", "odnoklassniki.ru",
    "instagram.com", "youtube.com",
    "youtu.be", "t.me", "telegram.me", "tiktok.com", "linkedin.com", "pinterest.com", "play.google.com",
    "apps.apple.com",
    "itunes.apple.com", "news.google.com", "wa.me", "viber.com", "rutube.ru", "dzen.ru", "zen.yandex.ru",
    "google.com", "max.ru", "news.yandex.ru",
    "livejournal.com", "my.mail.ru", "plus.google.com", "feedburner.com", "metrika.yandex.ru",
    "liveinternet.ru", "top.mail.ru", "rambler.ru",
  ]

  private static let aboutTitles = [
    "о нас", "о сайте", "о проекте", "о газете", "о редакции", "о компании", "об издании", "о издании",
    "редакция", "контакты", "контактная информация", "реклама",
    "рекламодателям", "политика конфиденциальности", "пользовательское соглашение", "правила", "вакансии",
    "обратная связь", "про нас", "про проект",
    "контакти", "редакція", "політика конфіденційності", "угода користувача", "біз туралы", "байланыс",
    "жоба туралы", "құпиялылық саясаты",
    "безнең турында", "элемтә", "аб нас", "кантакты", "about", "contact", "privacy", "terms", "imprint",
    "impressum", "datenschutz",
    "advertis", "careers", "jobs", "cookie",
  ]

  private static let aboutPaths = [
    "about", "contact", "kontakt", "o-nas", "o_nas", "onas", "privacy", "policy", "politika-konf", "terms",
    "reklama", "advert", "redakciya",
    "redaktsiya", "impressum", "imprint",
  ]
}
