extension EchoSite {
  /// The front page: a block a section, its lead with time and summary, then headlines 2 to 5.
  func frontPage() -> String {
    let blocks = EchoSection.all.map { section -> String in
      let own = articles.filter { $0.section == section }
      guard let lead = own.first else { return "" }
      let list = own.dropFirst().prefix(4).map { article in
        #"<li><a href="\#(article.path)">\#(EchoText.escape(article.title))</a> \#(date(article, .dayAndMonth))</li>"#
      }
      return """
        <section class="news-block">
        <h2><a href="/\(section.slug)/">\(section.title)</a></h2>
        <div class="lead">
        \(lead.picture.map { #"<a href="\#(lead.path)"><img src="/pictures/\#($0)" alt=""></a>"# } ?? "")
        <h3><a href="\(lead.path)">\(EchoText.escape(lead.title))</a></h3>
        \(date(lead, .words))
        <p>\(EchoText.escape(lead.summary))</p>
        </div>
        <ol start="2">
        \(list.joined(separator: "\n"))
        </ol>
        </section>
        """
    }
    return page(
      title: "Эхо — новости Заречинска и области", feeds: [nil] + EchoSection.all,
      main: blocks.joined(separator: "\n"))
  }

  /// A section's page: every headline with its time and summary.
  func sectionPage(_ section: EchoSection) -> String {
    page(
      title: "\(section.title) — Эхо", feeds: [section], isWindows1251: section.isWindows1251,
      main: list(of: articles.filter { $0.section == section }, title: section.title))
  }

  /// What bears a tag; `nil` where nothing does.
  func tagPage(_ tag: String) -> String? {
    let tagged = articles.filter { $0.tags.contains(tag) }
    guard !tagged.isEmpty else { return nil }
    return page(title: "\(tag) — Эхо", feeds: [nil], main: list(of: tagged, title: tag))
  }

  /// A page about the site itself.
  func staticPage(_ fragment: String) -> String {
    page(title: "Эхо", feeds: [nil], main: "<article class=\"page\">\n\(fragment)\n</article>")
  }

  func page(
    title: String, feeds: [EchoSection?], isWindows1251: Bool = false, language: String = "ru", main: String,
    meta: String = ""
  ) -> String {
    let links = feeds.map { section in
      let name = section.map { "Эхо: \($0.title)" } ?? "Эхо"
      let path = section.map { "/\($0.slug)/rss.xml" } ?? "/rss.xml"
      return #"<link rel="alternate" type="application/rss+xml" title="\#(name)" href="\#(path)">"#
    }
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="\(isWindows1251 ? "windows-1251" : "utf-8")">
      <title>\(EchoText.escape(title))</title>
      <meta property="og:site_name" content="Эхо">
      \(meta)\(links.joined(separator: "\n"))
      </head>
      <body>
      \(header)
      <div class="columns">
      <main>
      \(main)
      </main>
      \(sidebar)
      </div>
      \(footer)
      </body>
      </html>

      """
  }

  /// A date beside a headline.
  func date(_ article: EchoArticle, _ manner: EchoCalendar.Manner) -> String {
    #"<span class="date">\#(calendar.text(calendar.published(article), manner))</span>"#
  }

  private func list(of articles: [EchoArticle], title: String) -> String {
    let entries = articles.map { article in
      """
      <div class="news-item">
      <h3><a href="\(article.path)">\(EchoText.escape(article.title))</a></h3>
      \(date(article, .digits))
      <p>\(EchoText.escape(article.summary))</p>
      </div>
      """
    }
    return
      "<h1>\(EchoText.escape(title))</h1>\n<div class=\"news-list\">\n\(entries.joined(separator: "\n"))\n</div>"
  }

  private var header: String {
    func entry(_ section: EchoSection) -> String {
      #"<li><a href="/\#(section.slug)/">\#(section.title)</a></li>"#
    }
    let nested = EchoSection.all.filter(\.isNested).map(entry).joined()
    let after = EchoSection.all.filter { !$0.isNested && $0.slug != "novosti" }.map(entry).joined(
      separator: "\n")
    let ticker = articles.prefix(4).map {
      #"<li><a href="\#($0.path)">\#(EchoText.escape($0.title))</a></li>"#
    }
    return """
      <header>
      <a class="logo" href="/">Эхо</a>
      <span class="today">\(calendar.text(calendar.day, .masthead))</span>
      <div class="ticker"><ul>
      \(ticker.joined(separator: "\n"))
      </ul></div>
      <nav class="main-menu"><ul>
      <li><a href="/">Главная</a></li>
      <li><a href="/novosti/">Новости</a></li>
      <li class="has-children"><a href="#">Разделы</a><ul class="sub-menu">\(nested)</ul></li>
      \(after)
      <li><a href="/o-nas.html">О нас</a></li>
      </ul></nav>
      </header>
      """
  }

  private var sidebar: String {
    let entries = topArticles.map { article in
      """
      <li><span class="section">\(article.section.title)</span> \
      <a href="\(article.path)">\(EchoText.escape(article.title))</a> \(date(article, .dayAndMonth))</li>
      """
    }
    return """
      <aside class="sidebar">
      <section class="top-news">
      <h3>Топ новости</h3>
      <ol>
      \(entries.joined(separator: "\n"))
      </ol>
      </section>
      <form class="subscribe" action="/podpiska" method="post">
      <p>Письмо с главными новостями недели</p>
      <input type="email" name="email" placeholder="Ваша почта"><button>Подписаться</button>
      <label>Нажимая кнопку, вы соглашаетесь с <a href="/politika.html">политикой конфиденциальности</a></label>
      </form>
      </aside>
      """
  }

  /// One article of each event, then the newest of the others: six.
  private var topArticles: [EchoArticle] {
    var seen: Set<String> = []
    let ofEvents = articles.filter { article in article.event.map { seen.insert($0).inserted } ?? false }
    let others = articles.filter { $0.event == nil }
    return Array((ofEvents + others).prefix(6))
  }

  private var footer: String {
    """
    <footer>
    <ul class="footer-menu"><li><a href="/o-nas.html">О нас</a></li><li><a href="/kontakty.html">Контакты</a></li>\
    <li><a href="/politika.html">Политика конфиденциальности</a></li></ul>
    <p>© Эхо, 1991–\(calendar.text(calendar.day, .year)). При перепечатке ссылка обязательна.</p>
    <p>Почта редакции: <a href="mailto:redaktsiya@echo.example">redaktsiya@echo.example</a></p>
    </footer>
    """
  }
}
