import Foundation
import NewsModel

/// What an address and the words of its link say: a section, an article, a page about the site, another site.
struct LinkKinds {
  /// The page's own host without `www.`; `nil` for files.
  let host: String?

  init(address: WebAddress?) { host = address.flatMap { $0.scheme == "file" ? nil : Self.bare($0.host) } }

  /// Whether an address is of the same site: its host, a host under it or above it, or its sister under one name.
  func isOwn(_ address: WebAddress) -> Bool {
    guard let host else { return true }
    let other = Self.bare(address.host)
    return other == host || Self.family(other) == Self.family(host)
  }

  /// Whether an address is of just this host.
  func isSameHost(_ address: WebAddress) -> Bool { host.map { Self.bare(address.host) == $0 } ?? true }

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
    var text = address.withoutFragment.text
    if let question = text.utf8.firstIndex(of: 0x3F) {
      let kept = text[text.index(after: question)...].split(separator: "&").filter {
        !$0.hasPrefix("utm_") && !$0.hasPrefix("from") && !$0.hasPrefix("yclid") && !$0.hasPrefix("ref=")
      }
      text = text[..<question] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }
    var bytes = text.utf8[...]
    while bytes.last == 0x2F { bytes.removeLast() }
    if let colon = bytes.firstIndex(of: 0x3A), bytes[colon...].starts(with: "://".utf8) {
      bytes = bytes[colon...].dropFirst(3)
    }
    return String(Substring(bytes.starts(with: "www.".utf8) ? bytes.dropFirst(4) : bytes))
  }

  /// Whether the address alone shows an article: a date, a long number, a slug of many words.
  static func looksLikeArticle(_ address: WebAddress) -> Bool {
    let path = address.path
    let parts = path.split(separator: "/")
    guard let last = parts.last else {
      return address.text.contains("newsid=") || address.text.contains("?p=")
    }
    if AddressDate.date(in: address.text) != nil { return true }
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

  /// Whether a link reads as a section of a menu.
  static func readsAsSection(_ title: String, _ address: WebAddress) -> Bool {
    guard title.count >= 2, title.count <= 45, title.contains(where: \.isLetter) else { return false }
    guard title.split(separator: " ").count <= 6 else { return false }
    return !looksLikeArticle(address)
      || title.count <= 28 && title.split(separator: " ").count <= 3
        && AddressDate.date(in: address.text) == nil && !looksLikeFile(address)
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
  static func isService(_ title: String, _ address: WebAddress) -> Bool {
    // The longest of them has four words; signs may stand at both ends.
    let mayBeService = title.utf8.count < 100 && title.utf8.lazy.filter { $0 == 0x20 }.count < 6
    if mayBeService, serviceTitles.contains(BodyPhrases.folded(title)) { return true }
    let host = address.host
    if serviceHosts.contains(host) || serviceHosts.contains(family(host)) { return true }
    return address.path.lowercased().utf8.split(separator: 0x2F).prefix(4).contains { part in
      servicePaths.contains { part.starts(with: $0.utf8) && part.count <= $0.utf8.count + 6 }
    }
  }

  /// Pages about the site itself.
  static func isAboutSite(_ title: String, _ address: WebAddress) -> Bool {
    let folded = BodyPhrases.folded(title)
    if aboutTitles.contains(where: { folded.hasPrefix($0) }) { return true }
    let last = address.path.lowercased().split(separator: "/").last.map(String.init) ?? ""
    return aboutPaths.contains { last.hasPrefix($0) }
  }

  private static let serviceTitles: Set<String> = [
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
    "tatarça", "english version",
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
