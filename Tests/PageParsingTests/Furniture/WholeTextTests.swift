import Testing

@testable import PageParsing

@Suite("Texts that are read whole")
struct WholeTextTests {
  @Test(
    "A class that names a layout, a price or a condition takes no text away",
    arguments: [
      "<div class=\"print:max-w-full\">%</div>", "<div class=\"hidden md:block\">%</div>",
      "<div class=\"promo-grid__cell\">%</div>", "<div class=\"piano-wrapper\">%</div>",
      "<div class=\"banner-offset\"><div class=\"story__text\">%</div></div>",
      "<div class=\"row margin-bottom\">%</div>", "<div class=\"modelMarginBottom flex\">%</div>",
      "<div class=\"views-row views-row-1\"><div class=\"views-field\">%</div></div>",
      "<div class=\"d-none d-md-block\">%</div>", "<div class=\"hidden-print\">%</div>",
      "<section class=\"elementor-section elementor-top-section\">%</section>",
    ])
  func layoutClasses(box: String) throws {
    let boxed = box.replacing("%", with: prose(3...3))
    let text = try articleText(
      "<article><h1>Мост открыли</h1>\(prose(1...2))\(boxed)\(prose(4...4))</article>")
    #expect(text.contains("номер 3"))
  }

  @Test("A paragraph that one pays for is text, an invitation to pay is none")
  func paywalls() throws {
    let paid = prose(3...3).replacing("<p>", with: "<p class=\"paywall\">").replacing(
      "автобусы", with: "<a href=\"/tag/avtobus\">автобусы</a>")
    let offer = "<div class=\"paywall\">Оформите подписку, и откроются все статьи.</div>"
    let text = try articleText(
      "<article><h1>Мост открыли</h1>\(prose(1...2))\(paid)\(offer)\(prose(4...4))</article>")
    #expect(text.contains("номер 3") && !text.contains("Оформите"))
  }

  @Test("The hours of a live blog stay over its entries")
  func liveBlog() throws {
    let entries = (1...4).map { "<div><span>1\($0):05</span>\(prose($0...$0))</div>" }.joined()
    let text = try articleText("<article><h1>Мост открыли</h1><div>\(entries)</div></article>")
    #expect((1...4).allSatisfy { text.contains("1\($0):05") })
  }

  @Test("What counts readers behind a text is none of it, in a paragraph of its own or behind a break")
  func counters() throws {
    let text = try articleText(
      "<div class=news><h1>Мост открыли</h1>\(prose(1...2))Мост служит городу.<br>Количество показов: 124<br></div>"
    )
    #expect(text.contains("служит городу") && !text.contains("показов"))
  }

  @Test("Words within a sentence stay whatever their class")
  func inlineClasses() throws {
    let text = try articleText(
      "<article><h1>Мост открыли</h1><p><span class=\"opening-callout\">Вчера в полдень</span> мост открыли, и "
        + "первыми проехали автобусы.</p>\(prose(1...2))</article>")
    #expect(text.contains("Вчера в полдень мост открыли"))
  }

  @Test("Boxes made alike with advertisements between them are one text")
  func cousins() throws {
    func part(_ numbers: ClosedRange<Int>) -> String {
      "<div class=\"flex\"><div class=\"w\"><div class=\"px\">\(prose(numbers))</div></div></div><div class=\"ad\"></div>"
    }
    let text = try articleText(
      "<main><div><h1>Мост открыли</h1>\(part(1...8))\(part(9...9))\(part(10...11))</div></main>")
    for number in 1...11 { #expect(text.contains("номер \(number),"), "\(number)") }
  }

  @Test("What stands before and behind a long table belongs to the text")
  func aroundTable() throws {
    let rows = (1...12).map { "<tr><td>Пролёт \($0)</td><td>\(prose($0...$0))</td></tr>" }.joined()
    let text = try articleText(
      "<main><h1>Мост открыли</h1><div><p>Вот что успели сделать за год, по пролётам.</p><table>\(rows)</table>"
        + "<p>Осталось покрасить перила, и мост готов.</p></div></main>")
    #expect(text.contains("Вот что успели") && text.contains("Осталось покрасить"))
  }

  @Test(
    "A text is found in noscript, in a shadow tree, in a streamed segment and in a link around it all",
    arguments: [
      "<div id=\"app\"></div><noscript><h1>Мост открыли</h1>%</noscript>",
      "<h1>Мост открыли</h1><news-body><template shadowrootmode=\"open\">%</template></news-body>",
      "<main><h1>Мост открыли</h1><template id=\"B:0\"></template></main><div hidden id=\"S:0\">%</div>",
      "<a href=\"/news/most\"><h1>Мост открыли</h1>%</a>",
    ])
  func oddElements(page: String) throws {
    let text = try articleText(page.replacing("%", with: prose(1...3)))
    for number in 1...3 { #expect(text.contains("номер \(number),"), "\(number)") }
  }

  @Test("A template, a hidden box and noscript beside a text stay out")
  func unseen() throws {
    let text = try articleText(
      "<article><h1>Мост открыли</h1>\(prose(1...3))</article><template>\(prose(7...7))</template>"
        + "<div hidden>\(prose(8...8))</div><noscript>\(prose(9...9))</noscript>")
    for number in 7...9 { #expect(!text.contains("номер \(number),"), "\(number)") }
  }

  @Test("Readings of ruby go, letters of formulas stay, soft hyphens go")
  func letters() throws {
    let text = try articleText(
      "<article><h1>Мост открыли</h1>\(prose(1...2))<p><ruby>山<rp>(</rp><rt>やま</rt><rp>)</rp></ruby> и "
        + "<math><mi>a</mi><mo>=</mo><mn>2</mn></math> в при\u{AD}мере.</p></article>")
    #expect(text.contains("山 и") && !text.contains("やま"))
    #expect(text.contains("a=2") && text.contains("примере"))
  }

  @Test("A page without head and body tags is read")
  func noBodyTag() throws {
    let page =
      "<!doctype html><meta charset=utf-8><title>Река</title><article><h1>Мост открыли</h1>\(prose(1...2))"
    let text = try articleText(page)
    #expect(text.contains("номер 1") && text.contains("номер 2"))
  }

  @Test("What a recipe takes is told with how it is made")
  func ingredients() throws {
    let text = try articleText(
      "<main><article><h1>Пирог</h1><p>Печём к празднику реки.</p></article><section class=\"ingredients\"><ul>"
        + "<li>300 г муки</li><li>100 г мёда</li></ul></section><section>\(prose(1...4))</section></main>")
    #expect(text.contains("300 г муки") && text.contains("номер 4"))
  }

  @Test("A text that stands only in the state of a script is read, another story's is not")
  func scriptState() throws {
    let story = (1...4).map {
      "{\"value\":\"Рабочие заменили пролёт номер \($0), и поехали первые автобусы, без речей.\"}"
    }
    let state =
      "<div id=\"app\"></div><script type=\"application/json\">{\"story\":{\"title\":\"Мост открыли\",\"contents\":["
      + story.joined(separator: ",")
      + "]},\"next\":{\"title\":\"Хор вернулся\",\"text\":\"Хор вернулся с конкурса, "
      + "привёз диплом и поёт в субботу на площади у фонтана.\"}}</script>"
    let text = try articleText(state)
    #expect(text.contains("номер 1") && text.contains("номер 4") && !text.contains("диплом"))
    let whole = try articleText("<article><h1>Мост открыли</h1>\(prose(7...9))</article>" + state)
    #expect(whole.contains("номер 7") && !whole.contains("номер 1,"))
  }

  @Test("Cells of a table keep what stands before a link")
  func cellsBeforeLinks() throws {
    let rows = (1...4).map { "<tr><td>\($0)00 г</td><td><a href=\"/z/\($0)\">сорт \($0)</a></td></tr>" }
      .joined()
    let text = try articleText(
      "<article><h1>Пирог</h1>\(prose(1...2))<table><tr><th>Сколько</th><th>Чего</th></tr>\(rows)</table>\(prose(3...3))</article>"
    )
    #expect(text.contains("200 г") && text.contains("сорт 4"))
  }

  @Test("Captions are told only where they carry the text")
  func captions() throws {
    func picture(_ number: Int) -> String {
      "<figure><img src=\"/\(number).jpg\" width=\"800\"><figcaption>Рабочие номер \(number) ставят опору на место в самом "
        + "начале весны</figcaption></figure>"
    }
    let report = try articleText(
      "<article><h1>Мост открыли</h1>\((1...6).map { prose($0...$0) + picture($0) }.joined())</article>")
    #expect(!report.contains("ставят опору"))
    let gallery = try articleText(
      "<article><h1>Мост открыли</h1><p>Как строили мост, в шести снимках, день за днём.</p>"
        + "\((1...6).map(picture).joined())</article>")
    #expect(gallery.contains("номер 6 ставят опору"))
  }
}
