import Foundation
import NewsModel

@testable import Reader

/// A small paper for the reader's tests: one site with a menu, a front page, sections and articles of every kind.
enum SamplePaper {
  /// 21 January 2026, 12:40 UTC, a Wednesday.
  static let now = Date(timeIntervalSince1970: 1_768_999_200)
  static let siteID = SiteID(rawValue: "echo")

  static func address(_ path: String) -> WebAddress {
    guard let address = WebAddress("https://echo.example/\(path)") else { preconditionFailure(path) }
    return address
  }

  static func date(hoursAgo hours: Double) -> Date { now.addingTimeInterval(-hours * 3600) }

  static let site = Site(
    id: siteID, name: "Эхо", home: address(""), language: "ru", timeZone: "Asia/Yekaterinburg",
    sections: [
      Section(title: "Главная", address: address("")),
      Section(title: "Новости", address: address("novosti")),
      Section(
        title: "Разделы",
        sections: [
          Section(title: "Персонально", address: address("personalno")),
          Section(title: "Держать курс", address: address("kurs")),
          Section(title: "Стратегия", address: address("strategiya")),
        ]),
      Section(title: "В мире", address: address("mir")),
      Section(title: "В стране", address: address("strana")),
      Section(title: "Человек и закон", address: address("zakon")),
      Section(title: "О нас", address: address("about")),
    ])

  /// A second site, for the list of sites.
  static let otherSite = Site(
    id: SiteID(rawValue: "steppe"), name: "Степной вестник",
    home: WebAddress("https://steppe.example/") ?? address("steppe"), language: "ru",
    sections: [Section(title: "Главная", address: WebAddress("https://steppe.example/"))])

  /// Sites in folders, two of one name.
  static let filedSites: [Site] = {
    var namesake = otherSite
    namesake.name = site.name
    var filed = otherSite
    filed.id = SiteID(rawValue: "filed")
    filed.folder = ["Область", "Районы"]
    return [site, namesake, filed]
  }()

  /// Number, path, section, hours ago, title, summary.
  static let rows: [(Int64, String, String, Double, String, String)] = [
    (
      1, "most", "Новости", 0.2, "Мост через Тобылгу открыли после трёх лет ремонта",
      "Первыми по обновлённой переправе прошли рейсовые автобусы и колонна зерновозов. Ограничение по массе сняли "
        + "полностью, скорость — 60 км/ч."
    ),
    (
      2, "kotelnaya", "Новости", 2, "Котельная на Кирпичной встала ночью: тепло в 48 домов вернули к утру",
      "Аварийная бригада заменила насос за шесть часов."
    ),
    (3, "avtobus", "Новости", 5, "Автобус № 18 вернули на прежний маршрут", ""),
    (
      4, "ekspeditsiya", "Новости", 20, "Экспедиция на озеро Тарнок: что нашли под метровым льдом",
      "Гидрологи А. С. Ким и Б. Т. Оспанова провели на льду одиннадцать дней."
    ),
    (5, "biblioteka", "Новости", 30, "Библиотека имени Абая откроет читальный зал до полуночи", ""),
    (
      6, "pshenitsa", "В мире", 3, "Пшеница подорожала на Дельмарской бирже шестой день подряд",
      "Цена тонны поднялась до 240 долларов, впервые с осени 2024 г."
    ),
    (7, "dombra", "В мире", 8, "Домбра и баян у океана: ансамбль из Заречинска дал концерт в порту", ""),
    (8, "poezd", "В мире", 26, "Ночной поезд соединил две столицы впервые за двадцать лет", ""),
    (
      9, "nasos", "В стране", 6, "Сто сёл получат водопровод до 2028 года",
      "На работы выделено 4,8 млрд руб., треть суммы пойдёт на очистные сооружения."
    ),
    (10, "shkola", "В стране", 27, "Сельским школам разрешили начинать уроки в девять", ""),
    (
      11, "sud", "Человек и закон", 12, "Суд вернул пенсионерке деньги, списанные за чужой кредит",
      "Банк обязали выплатить 312 тыс. руб. и компенсацию."
    ),
    (12, "zayavlenie", "Человек и закон", 40, "Как подать заявление, не выходя из дома", ""),
  ]

  static let articles: [ListedArticle] = rows.map { number, path, section, hours, title, summary in
    ListedArticle(
      article: Article(
        id: ArticleID(rawValue: number), site: siteID, address: address(path), title: title, summary: summary,
        tags: ["мост", "Левобережье"], published: date(hoursAgo: hours), firstSeen: date(hoursAgo: hours),
        language: "ru", sections: [SectionID(rawValue: section)], hasDocument: true),
      status: ArticleStatus(isRead: number == 3 || number == 7, isSaved: number == 4))
  }

  static func headline(_ number: Int) -> Headline {
    let row = rows[number - 1]
    return Headline(
      title: row.4, address: address(row.1), published: date(hoursAgo: row.3), section: row.2,
      summary: row.5.isEmpty ? nil : row.5)
  }

  static let front = FrontPage(
    ticker: [
      headline(6), headline(1),
      Headline(title: "Молния: на трассе М-5 сняли ограничения", address: address("molniya")), headline(11),
    ],
    blocks: [
      FrontPage.Block(
        title: "Новости", address: address("novosti"), headlines: [1, 2, 3, 4, 5].map(headline)),
      FrontPage.Block(title: "В мире", address: address("mir"), headlines: [6, 7, 8].map(headline)),
      FrontPage.Block(title: "В стране", address: address("strana"), headlines: [9, 10].map(headline)),
      FrontPage.Block(
        title: "Человек и закон", address: address("zakon"), headlines: [11, 12].map(headline)),
    ],
    top: [1, 6, 9, 11, 2].map(headline))

  static let edition = Edition(
    front: ShownFront(front), refreshed: now.addingTimeInterval(-600), articles: articles,
    unread: [SectionID(rawValue: "Новости"): 4], unreadTotal: 37)

  static let news = SiteNews(unread: 37, refreshed: now.addingTimeInterval(-600))

  static let top = front.top.map { Story($0, site: siteID) }

  static let beside = Beside(
    related: [
      Story(articles[3]), Story(articles[7]), Story(headline(2), site: siteID),
    ], top: top, articles: articles)

  static func stories(_ numbers: [Int]) -> [Story] { numbers.map { Story(articles[$0 - 1]) } }
}
