import Foundation
import NewsModel
import PageParsing
import Testing

@Suite("What is no part of a text is left out of it")
struct BodyCleaningTests {
  private static let prose = (1...6).map {
    "Мост через Тобылгу закрыли на ремонт до конца месяца, объезд идёт по улице номер \($0), автобусы ходят по "
      + "прежнему расписанию, а грузовики пойдут через старую переправу."
  }

  private static let body = prose.map { "<p>\($0)</p>" }.joined()

  private func article(_ page: String) throws -> (document: ArticleDocument, json: [String: Any]) {
    let page = PageText(
      Data(page.utf8), contentType: "text/html; charset=utf-8",
      address: WebAddress("https://gazeta.example/novosti/most.html"))
    let article = try #require(
      ArticleExtractor.article(in: page, timeZone: nil, now: Date(timeIntervalSince1970: 1_768_953_600)))
    let json = try JSONSerialization.jsonObject(with: PageJSON.article(article, page: page)) as? [String: Any]
    return (article.document, json ?? [:])
  }

  /// The blocks of a page whose article holds some HTML before, in and behind its paragraphs.
  private func texts(before: String = "", within: String = "", after: String = "") throws -> [String] {
    let html =
      "<html><head><title>Мост закрыли</title></head><body><article><h1>Мост закрыли</h1><div class='text'>"
      + "\(before)<p>\(Self.prose[0])</p><p>\(Self.prose[1])</p>\(within)<p>\(Self.prose[2])</p>"
      + "<p>\(Self.prose[3])</p>\(after)</div></article></body></html>"
    return try article(html).document.blocks.map(\.plainText)
  }

  private static let kept = Array(prose.prefix(4))

  @Test(
    "A card that leads to another article is no paragraph",
    arguments: [
      "<a href='/n/1'><h3>Паром вернули на реку</h3><p>Он стоял с августа без капитана.</p></a>",
      "<div class='u'><a href='/n/1'><img src='/a.jpg'><div>Паром вернули на реку</div></a></div>",
      "<section><a href='/n/1'><div>Читать</div><div>Паром вернули на реку</div></a></section>",
    ])
  func card(html: String) throws { #expect(try texts(within: html) == Self.kept) }

  @Test("A link around words of a paragraph stays")
  func link() throws {
    let html = "<p>Об этом <a href='/n/1'>рассказали в администрации города</a> утром, в среду.</p>"
    #expect(try texts(within: html).contains("Об этом рассказали в администрации города утром, в среду."))
  }

  @Test("A picture that opens larger keeps its caption")
  func largerPicture() throws {
    let html =
      "<a href='/big.jpg'><img src='/small.jpg'><div class='caption'>Мост зимой, вид с берега</div></a>"
    let figures = try article(
      "<article><h1>Мост закрыли</h1><div class='text'><p>\(Self.prose[0])</p>\(html)\(Self.body)</div></article>"
    ).document.blocks.filter { if case .figure = $0 { true } else { false } }
    #expect(figures.map(\.plainText) == ["Мост зимой, вид с берега"])
  }

  @Test("A page's table of contents goes, with the line over it")
  func contents() throws {
    let html =
      "<div><p>На этой странице:</p><ul><li><a href='#a'>Почему закрыли мост</a></li>"
      + "<li><a href='#b'>Как ехать в объезд</a></li></ul></div>"
    #expect(try texts(within: html) == Self.kept)
  }

  @Test("A list whose items lead to articles goes with the words that announce it")
  func announcedList() throws {
    let html =
      "<div>More great Gazeta stories</div><ul><li>Почему встал <a href='/n/1'>паром на реке</a></li>"
      + "<li>Кто <a href='/n/2'>строил старую переправу</a></li></ul>"
    #expect(try texts(after: html) == Self.kept)
  }

  @Test("A list of the text's own stays")
  func ownList() throws {
    let html = "<ul><li>автобус № 4 идёт по улице Мира</li><li>автобус № 7 не ходит</li></ul>"
    #expect(try texts(within: html).contains("автобус № 4 идёт по улице Мира\nавтобус № 7 не ходит"))
  }

  @Test(
    "By-lines, notes of change and bare addresses before the first paragraph are no text",
    arguments: [
      "<p>By Anna Petrova</p>", "<p>Текст: Анна Петрова</p>", "<div>Reviewed by Dr. Oleg Ivanov</div>",
      "<p>Обновлено 21 января 2026 года в 15:30</p>", "<p>https://gazeta.example/novosti/most.html</p>",
    ])
  func head(html: String) throws { #expect(try texts(before: html) == Self.kept) }

  @Test(
    "Lines that only lead on, and headings that head nothing, do not end a text",
    arguments: [
      "<p>Рубрика: <a href='/r'>Дороги</a></p><p>Тема: <a href='/t'>Мосты</a></p>", "<h4>Что дальше</h4><hr>",
      "<h4>Как слушать</h4><p><b>Слушать:</b> <a href='/l'>здесь</a><br><b>Скачать:</b> <a href='/s'>файл</a></p>",
      "<p><em>Updated at 1:23 p.m.</em></p>",
    ])
  func tail(html: String) throws { #expect(try texts(after: html) == Self.kept) }

  @Test("A last heading that is a sentence is a part of the text")
  func lastSentence() throws {
    #expect(try texts(after: "<h3>Мост откроют весной.</h3>").last == "Мост откроют весной.")
  }

  @Test("A post that is quoted from a network is a part of the text")
  func post() throws {
    let html =
      "<blockquote class='twitter-tweet'><p>Мост закрыт с восьми утра, ждём открытия.</p></blockquote>"
    #expect(try texts(within: html).contains("Мост закрыт с восьми утра, ждём открытия."))
  }

  @Test("Words in a picture's box are its caption, not a paragraph")
  func pictureBox() throws {
    let html =
      "<div class='image top'><img src='/m.jpg'><p>Мост в Заречном, вид с левого берега, январь.</p></div>"
    let document = try article(
      "<article><h1>Мост закрыли</h1>\(html)<div class='text'>\(Self.body)</div></article>"
    ).document
    #expect(
      !document.blocks.contains {
        if case .paragraph = $0 { $0.plainText.hasPrefix("Мост в Заречном") } else { false }
      })
  }

  @Test("What stands outside the article that the title heads is another's, however long")
  func otherArticle() throws {
    let other = (1...30).map { "<p>Чужая история номер \($0), длинная, подробная, с запятыми, о другом.</p>" }
      .joined()
    let html =
      "<title>Мост закрыли</title><body><article><h1>Мост закрыли</h1>\(Self.body)</article>"
      + "<article class='post'><h3>Вам понравится</h3>\(other)</article></body>"
    #expect(try article(html).document.blocks.map(\.plainText) == Self.prose)
  }

  @Test("Plain text leaves a picture's caption out, but tells a picture story by its captions")
  func captions() throws {
    func text(_ count: Int) throws -> String? {
      let figures = (0..<count).map {
        "<figure><img src='/\($0).jpg'><figcaption>Шаг \($0): положите доску на опору</figcaption></figure>"
      }.joined()
      let html = "<article><h1>Как чинят мост</h1><div class='text'>\(Self.body)\(figures)</div></article>"
      return try article(html).json["content_text"] as? String
    }
    #expect(try text(2)?.contains("положите доску") == false)
    #expect(try text(5)?.contains("положите доску") == false)
    #expect(try text(60)?.contains("Шаг 3: положите доску на опору") == true)
  }
}
