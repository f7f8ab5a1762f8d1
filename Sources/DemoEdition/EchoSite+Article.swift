import Foundation

extension EchoSite {
  /// An article's page: title, date, picture with caption, body, tags, share links, «По теме».
  func page(of article: EchoArticle) -> String {
    let picture = article.picture.map { name in
      let caption = article.caption.map { "<figcaption>\(EchoText.escape($0))</figcaption>" } ?? ""
      return
        #"<figure><img src="/pictures/\#(name)" alt="\#(EchoText.escape(article.caption ?? ""))">\#(caption)</figure>"#
    }
    let author = article.author.map { #" <span class="author">\#(EchoText.escape($0))</span>"# } ?? ""
    let main = """
      <div class="breadcrumbs"><a href="/">Главная</a> / <a href="/\(article.section.slug)/">\(article.section.title)</a></div>
      <article class="post" lang="\(article.language)">
      <h1>\(EchoText.escape(article.title))</h1>
      <div class="post-meta">\(date(article, article.section.isWindows1251 ? .digits : .words))\(author)</div>
      \(picture ?? "")
      <div class="post-text">
      \(article.body)
      </div>
      \(tagLinks(of: article))
      <div class="share">Поделиться: <a href="https://vk.com/share.php?url=\(article.path)">ВКонтакте</a> \
      <a href="https://t.me/share/url?url=\(article.path)">Telegram</a></div>
      </article>
      \(related(to: article))
      """
    let published = calendar.text(calendar.published(article), .iso)
    let meta = """
      <meta property="og:title" content="\(EchoText.escape(article.title))">
      <meta property="og:description" content="\(EchoText.escape(article.summary))">
      <meta property="article:published_time" content="\(published)">

      """
    return page(
      title: "\(article.title) — Эхо", feeds: [article.section],
      isWindows1251: article.section.isWindows1251, language: article.language, main: main, meta: meta)
  }

  private func tagLinks(of article: EchoArticle) -> String {
    let links = article.tags.map { tag -> String in
      let path = tag.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      return #"<a rel="tag" href="/tag/\#(path)/">\#(EchoText.escape(tag))</a>"#
    }
    return links.isEmpty ? "" : #"<div class="tags">Теги: \#(links.joined(separator: ", "))</div>"#
  }

  /// The same event first, then what shares tags, then the same section: four in all.
  private func related(to article: EchoArticle) -> String {
    func closeness(_ other: EchoArticle) -> Int {
      let isSameEvent = article.event != nil && other.event == article.event
      let shared = Set(article.tags).intersection(other.tags).count
      return (isSameEvent ? 100 : 0) + shared * 10 + (other.section == article.section ? 1 : 0)
    }
    let nearest = articles.enumerated()
      .filter { $0.element.slug != article.slug && closeness($0.element) > 0 }
      .sorted { (-closeness($0.element), $0.offset) < (-closeness($1.element), $1.offset) }
      .prefix(4)
    let entries = nearest.map { _, other in
      #"<li><a href="\#(other.path)">\#(EchoText.escape(other.title))</a> \#(date(other, .digits))</li>"#
    }
    return """
      <section class="related">
      <h3>По теме</h3>
      <ul>
      \(entries.joined(separator: "\n"))
      </ul>
      </section>
      """
  }
}
