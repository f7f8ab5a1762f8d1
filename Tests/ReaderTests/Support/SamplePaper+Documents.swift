import NewsModel

extension SamplePaper {
  /// A document with blocks of every kind.
  static let bridge = ArticleDocument(
    title: "Мост через Тобылгу открыли после трёх лет ремонта", authors: ["Антон Рябинин"],
    published: date(hoursAgo: 0.2), language: "ru", tags: ["мост", "Левобережье", "транспорт"],
    picture: address("pictures/bridge.png"),
    blocks: [
      .paragraph([
        Inline(
          "Первый автобус прошёл по мосту в 6:40 утра, а к полудню, по данным дорожного управления, через реку "
        ),
        Inline("проехало 4,2 тыс. машин", style: [.strong]),
        Inline(
          ". Ремонт, рассчитанный на два года, занял почти три: в старых опорах, построенных в 1974 г., "),
        Inline("нашли трещины", style: [.emphasis]),
        Inline(", о которых не знал никто."),
      ]),
      .paragraph([
        Inline("О том, "), Inline("сколько стоил объезд", link: address("obezd")),
        Inline(", мы писали раньше; полный "),
        Inline("отчёт института", link: WebAddress("https://example.org/zpi/transport-report?id=7")),
        Inline(" выложен на его странице."),
      ]),
      .heading(
        level: 2, [Inline("Что изменится для левого берега и для тех, кто ездит через реку на работу")]),
      .list(
        start: nil,
        items: [
          [.paragraph([Inline("автобус № 18 пойдёт прежним маршрутом, без пересадки у элеватора;")])],
          [.paragraph([Inline("зерновозы массой до 40 т снова смогут подъезжать к мельнице с юга;")])],
          [.paragraph([Inline("скорая помощь — через мост, 11 мин вместо 52.")])],
        ]),
      .quotation([
        .paragraph([
          Inline(
            "— Ошибкой было бы решить, что вопрос закрыт. Мы получили отсрочку. Хорошую, дорогую, честно отработанную, "
              + "но отсрочку, — говорит доцент Ж. К. Алимбаева.")
        ])
      ]),
      .figure(
        Block.Figure(
          picture: address("pictures/market.png"), description: "Мост",
          caption: [
            Inline("До ремонта через Тобылгу проезжало 17 тысяч машин в сутки. Фото из архива управления")
          ])),
      .table(
        Block.Table(
          caption: [Inline("Во что обошёлся ремонт, млн руб.")], headingRows: 1,
          rows: [
            [[Inline("Статья")], [Inline("План")], [Inline("Факт")]],
            [[Inline("Балки и монтаж")], [Inline("238,0")], [Inline("241,7")]],
            [[Inline("Кран, баржи, механизмы")], [Inline("88,0")], [Inline("61,9")]],
            [[Inline("Прочее")], [Inline("18,0")], [Inline("7,2")]],
          ])),
      .rule,
      .list(
        start: 9,
        items: [
          [.paragraph([Inline("Сначала снимут временные знаки.")])],
          [.paragraph([Inline("Потом закроют объезд через Каменку, не рассчитанный на тяжёлые машины.")])],
        ]),
      .preformatted("06:40  автобус 18\n07:15  автобус 18а\n"),
      .paragraph([Inline("Второй мост — у Старого Аула — пока существует только в областной схеме дорог.")]),
    ])

  /// A document of an article by its number.
  static func document(_ number: Int64) -> ArticleDocument {
    if number == 1 { return bridge }
    let listed = articles[Int(number) - 1].article
    let text = listed.summary.isEmpty ? "Подробности сообщит редакция." : listed.summary
    return ArticleDocument(
      title: listed.title, published: listed.published, language: "ru", tags: listed.tags,
      blocks: (1...3).map { .paragraph([Inline("Часть \($0). \(text)")]) })
  }
}
