import Foundation
import Language
import NewsModel

/// An article that its site cuts into several pages, put together again.
package enum ArticleParts {
  /// More pages of one article are not asked for.
  package static let maximum = 12

  /// The page on which an article goes on; `nil` where the page it names as the next is another article's, as many
  /// sites call the one before or after.
  ///
  /// - Parameter address: where the page came from.
  package static func continuation(of article: ExtractedArticle, at address: WebAddress) -> WebAddress? {
    guard let next = article.nextPage, next.host == address.host, next != address else { return nil }
    let start = article.canonical.flatMap { $0.host == address.host ? $0 : nil } ?? address
    return stem(next) == stem(address) || stem(next) == stem(start) ? next : nil
  }

  /// The article with what another page of it tells behind its own text; unchanged where that page is another article.
  package static func joined(_ article: ExtractedArticle, _ next: ExtractedArticle) -> ExtractedArticle {
    guard isSame(article.document.title, next.document.title) else { return article }
    var whole = article
    let known = Set(article.document.blocks)
    whole.document.blocks += next.document.blocks.filter { !known.contains($0) }
    whole.nextPage = next.nextPage
    return whole
  }

  /// «Мост закрыли» and «Мост закрыли, страница 2».
  private static func isSame(_ first: String, _ second: String) -> Bool {
    let (one, two) = (Folding.label(first), Folding.label(second))
    return !one.isEmpty && (two.hasPrefix(one) || one.hasPrefix(two) && !two.isEmpty)
  }

  /// An address without what counts its pages: `/most/2/`, `/most/page/2`, `/most_2.html`, `/most.html?page=2`.
  static func stem(_ address: WebAddress) -> String {
    var text = LinkKinds.key(address)
    var query = ""
    if let question = text.firstIndex(of: "?") {
      let words = text[text.index(after: question)...].split(separator: "&").filter { word in
        !counters.contains { word.lowercased().hasPrefix($0 + "=") }
      }
      query = words.joined(separator: "&")
      text = String(text[..<question])
    }
    for ending in [".html", ".htm", ".shtml", ".php"] where text.hasSuffix(ending) {
      text = String(text.dropLast(ending.count))
    }
    while text.hasSuffix("/") { text.removeLast() }
    let digits = text.reversed().prefix { $0.isNumber }.count
    // A number that is longer is an article's own.
    if (1...2).contains(digits) {
      let rest = text.dropLast(digits)
      if let last = rest.last, "/-_,".contains(last) { text = String(rest.dropLast()) }
      if text.hasSuffix("/page") { text = String(text.dropLast(5)) }
    }
    while text.hasSuffix("/") { text.removeLast() }
    return text + "?" + query
  }

  private static let counters = ["page", "pg", "pagen_1", "part"]
}
