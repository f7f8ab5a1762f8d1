import CResources
import Foundation

/// «Эхо», a small regional news site of our own: every page, feed and picture of it by path.
///
/// The same articles whenever it is asked for; only their dates move with the day (`EchoCalendar`).
package struct EchoSite: Sendable {
  /// What one path answers.
  package struct Response: Sendable {
    /// As an HTTP server would say it.
    package let contentType: String
    /// The body, whole.
    package let bytes: Data
  }

  /// The address of the front page when the site is read from within the program.
  package static let standardHome = "https://echo.example/"

  /// The address of the front page; ends in a slash.
  package let home: String
  /// Newest first.
  let articles: [EchoArticle]
  let calendar: EchoCalendar
  private let pictures: [String: Data]
  private let pages: [String: String]

  /// - Parameters:
  ///   - now: decides which day the edition is of.
  ///   - home: where a copy of the site is served from.
  package init(now: Date, home: String = standardHome) {
    self.home = home
    var articles: [EchoArticle] = []
    var pictures: [String: Data] = [:]
    var pages: [String: String] = [:]
    for index in 0..<resource_count() {
      let file = resource_at(index)
      let path = String(cString: file.name).split(separator: "/")
      guard path.count == 3, path[0] == "demo" else { continue }
      let bytes = Data(bytes: file.bytes, count: file.count)
      switch path[1] {
      case "articles":
        let text = String(decoding: bytes, as: UTF8.self)
        if let article = EchoArticle(fileName: String(path[2]), text: text) { articles.append(article) }
      case "pictures": pictures["/pictures/\(path[2])"] = bytes
      default: pages["/\(path[2])"] = String(decoding: bytes, as: UTF8.self)
      }
    }
    articles.sort { ($0.daysBefore, -$0.minuteOfDay, $0.slug) < ($1.daysBefore, -$1.minuteOfDay, $1.slug) }
    self.articles = articles
    self.pictures = pictures
    self.pages = pages
    calendar = EchoCalendar(now: now, newestMinute: articles.first?.minuteOfDay ?? 0)
  }

  /// Every path that answers, in order.
  package var paths: [String] {
    let sections = EchoSection.all.flatMap { ["/\($0.slug)/", "/\($0.slug)/rss.xml"] }
    return (["/", "/rss.xml"] + sections + articles.map(\.path) + pictures.keys + pages.keys).sorted()
  }

  /// What a path answers; `nil`: no such page.
  package func response(path: String) -> Response? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    if path == "/" { return html(frontPage(), isWindows1251: false) }
    if path == "/rss.xml" { return feed(of: nil) }
    if let bytes = pictures[path] { return Response(contentType: "image/png", bytes: bytes) }
    if let fragment = pages[path] { return html(staticPage(fragment), isWindows1251: false) }
    if let article = articles.first(where: { $0.path == path }) {
      return html(page(of: article), isWindows1251: article.section.isWindows1251)
    }
    if parts.count == 2, parts[0] == "tag", let tag = String(parts[1]).removingPercentEncoding {
      return tagPage(tag).map { html($0, isWindows1251: false) }
    }
    guard let section = EchoSection.all.first(where: { $0.slug == parts.first.map(String.init) }) else {
      return nil
    }
    if parts.count == 1 { return html(sectionPage(section), isWindows1251: section.isWindows1251) }
    return parts.count == 2 && parts[1] == "rss.xml" ? feed(of: section) : nil
  }

  /// The windows-1251 corners name their character set in the page alone.
  private func html(_ text: String, isWindows1251: Bool) -> Response {
    Response(
      contentType: isWindows1251 ? "text/html" : "text/html; charset=utf-8",
      bytes: EchoText.bytes(text, isWindows1251: isWindows1251))
  }

  private func feed(of section: EchoSection?) -> Response {
    let isWindows1251 = section?.isWindows1251 ?? false
    return Response(
      contentType: "application/rss+xml",
      bytes: EchoText.bytes(feedText(of: section, isWindows1251: isWindows1251), isWindows1251: isWindows1251)
    )
  }
}
