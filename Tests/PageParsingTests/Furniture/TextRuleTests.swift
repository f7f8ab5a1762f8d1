import Testing

@testable import PageParsing

@Suite("Rules within a text")
struct TextRuleTests {
  @Test(
    "A paragraph that is one link is a signpost",
    arguments: [
      "<p><a href=\"/a\">Паром поставили на зиму</a></p>",
      "<p>→ <a href=\"/a\">Паром поставили на зиму</a></p>",
      "<p><b><a href=\"/a\">ПАРОМ ПОСТАВИЛИ НА ЗИМУ</a></b></p>",
      "<p>Ещё о реке: <a href=\"/a\">Паром поставили на зиму</a></p>",
      "<div><p>Więcej o rzece</p><p><a href=\"/a\">Паром поставили на зиму</a></p></div>",
      "<div class=\"row\"><a class=\"btn\" href=\"/\">Паром поставили на зиму</a></div>",
      "<div><span>Читайте также</span><a href=\"/a\">Паром поставили на зиму</a></div>",
      "<table><tr><td><b>Читайте также</b></td></tr><tr><td><a href=\"/a\">Паром поставили на зиму</a></td></tr></table>",
    ])
  func linkLines(part: String) throws {
    let text = try articleText(
      "<article><h1>Мост открыли</h1>\(prose(1...2))\(part)\(prose(3...4))</article>")
    #expect(text.contains("номер 4"))
    #expect(!text.lowercased().contains("паром") && !text.contains("Więcej"))
  }

  @Test("A link among words, in a list of a few, or to a document stays")
  func keptLinks() throws {
    let text = try articleText(
      "<article><h1>Мост открыли</h1>\(prose(1...2))<p>Об этом рассказал <a href=\"/a\">начальник участка</a> вчера.</p>"
        + "<p><a href=\"/p/most.pdf\">Проект моста на трёх листах</a></p>\(prose(3...4))</article>")
    #expect(text.contains("начальник участка") && text.contains("Проект моста"))
  }

  @Test(
    "Notes behind a text and what a site wants of its reader are no text",
    arguments: [
      "<p><i>Reporting by Ann Lee; editing by Bo Ray</i></p>", "<p>© 2026 Речной край</p>",
      "<h4>Об авторе</h4><p>Ким Цой ведёт хронику реки с 2012 года.</p>",
      "<p>Ann Lee contributed to this report.</p>",
      "<p>Комментарии появляются после проверки модератором.</p>",
      "<p>Подпишитесь на рассылку и получайте новости реки первыми</p>",
      "<p>Sign in to your account to read our other stories.</p>",
      "<p>Kommentare prüft unsere Redaktion vor der Freigabe.</p>",
      "<p>Редакцияға пікіріңізді жазыңыз, сізге жауап береміз.</p>",
    ])
  func closingNotes(note: String) throws {
    let text = try articleText("<article><h1>Мост открыли</h1>\(prose(1...4))\(note)</article>")
    #expect(text.hasSuffix("когда сойдёт вода."))
    #expect(text.contains("номер 4"))
  }

  @Test("A sentence of the story about subscriptions stays")
  func subscriptionsAsMatter() throws {
    let line = "Подписка на местную газету подорожала на треть, и почта ждёт, что её оформит меньше людей."
    let text = try articleText(
      "<article><h1>Мост открыли</h1>\(prose(1...2))<p>\(line)</p>\(prose(3...3))</article>")
    #expect(text.contains(line))
  }

  @Test(
    "Section, town, day and by-line before the first paragraph are no text",
    arguments: [
      "<p>Wirtschaft</p>", "<p>segunda-feira, 4 de maio de 2026 às 9:40</p>",
      "<p>08:15 EET, March 3, 2026</p>",
      "<p><time datetime=\"2026-05-04\">04.05.2026 09:40</time> <a rel=\"author\" href=\"/u/1\">Айгүл Сәрсен</a></p>",
    ])
  func openingLines(line: String) throws {
    let text = try articleText("<article><h1>Мост открыли</h1>\(line)\(prose(1...3))</article>")
    #expect(text.hasPrefix("Рабочие заменили пролёт номер 1"))
  }

  @Test("A short first sentence is text")
  func shortFirstSentence() throws {
    let text = try articleText("<article><h1>Мост открыли</h1><p>Ждали год.</p>\(prose(1...3))</article>")
    #expect(text.hasPrefix("Ждали год."))
  }

  @Test("Wares with a link to a shop among paragraphs are no text, prices that a sentence leads to are")
  func offers() throws {
    let wares = "<ul><li>Весло 2 100 ₽</li><li>Якорь 900 ₽</li><li>Трос 450 ₽</li></ul>"
    let offer = try articleText(
      "<article><h1>Мост открыли</h1>\(prose(1...3))<div>\(wares)<a href=\"https://lavka.example/\">В лавку</a></div>"
        + "\(prose(4...5))</article>")
    #expect(!offer.contains("Якорь") && offer.contains("номер 5"))
    let list = try articleText(
      "<article><h1>Мост открыли</h1>\(prose(1...3))\(wares)\(prose(4...5))</article>")
    #expect(list.contains("Якорь"))
  }
}
