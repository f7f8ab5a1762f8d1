import FeedParsing
import Foundation
import Language
import NewsModel
import PageParsing

/// A feed that answered, with what the page says of it.
struct AnsweredFeed: Sendable {
  let found: FoundFeed
  let feed: ParsedFeed

  var address: WebAddress { found.address }
}

/// A feed of a site that is not followed unasked.
package struct LeftOutFeed: Hashable, Sendable {
  /// Why nobody would miss it.
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    /// What readers say under the articles.
    case comments
    /// Written in another language than the page.
    case otherLanguage
    /// Another format of one that is followed.
    case sameAsAnother
    /// What a search or a tag brings together.
    case selection
  }

  /// Where it is.
  package var address: WebAddress
  /// Why it is left out.
  package var reason: Reason

  package init(address: WebAddress, reason: Reason) {
    self.address = address
    self.reason = reason
  }
}

/// Which of a site's feeds are followed unasked.
enum FeedChoice {
  /// - Parameter language: the page's.
  /// - Returns: the feeds to follow, in their order, and the others with the reason. The only feed that a site has is
  ///   followed, whatever it is.
  static func choose(
    _ feeds: [AnsweredFeed], language: String?
  ) -> (followed: [AnsweredFeed], leftOut: [LeftOutFeed]) {
    var followed: [AnsweredFeed] = []
    var leftOut: [LeftOutFeed] = []
    for feed in feeds {
      let reason = reason(against: feed, language: language)
      if let reason {
        leftOut.append(LeftOutFeed(address: feed.address, reason: reason))
      } else if let place = followed.firstIndex(where: { isSame($0, feed) }) {
        let (better, other) =
          isFuller(feed, than: followed[place]) ? (feed, followed[place]) : (followed[place], feed)
        followed[place] = better
        leftOut.append(LeftOutFeed(address: other.address, reason: .sameAsAnother))
      } else {
        followed.append(feed)
      }
    }
    if followed.isEmpty, let first = feeds.first {
      followed = [first]
      leftOut.removeAll { $0.address == first.address }
    }
    return (followed, leftOut)
  }

  private static func reason(against feed: AnsweredFeed, language: String?) -> LeftOutFeed.Reason? {
    if isOfComments(feed) { return .comments }
    if isOfOtherLanguage(feed, language) { return .otherLanguage }
    return isSelection(feed.address) ? .selection : nil
  }

  // MARK: Comments

  /// What the names of feeds of comments begin with, or are, in lower case.
  private static let commentNames = [
    "лента комментариев", "комментарии к", "комментарии на", "отзывы к", "отзывы на", "comments for",
    "comments on",
    "comments feed", "comment feed", "recent comments", "последние комментарии", "коментарі до",
    "стрічка коментарів",
    "канал коментарів", "пікірлер арнасы", "пікірлер таспасы", "комментарийлар тасмасы",
  ]
  /// A name that is nothing but such a word.
  private static let bareNames: Set<String> = [
    "комментарии", "отзывы", "comments", "коментарі", "пікірлер", "фикерләр", "каментары", "комментарийлар",
  ]
  private static let answers = [
    "комментарий к", "комментарии к", "комментарий на", "comment on", "re: ", "by: ", "от: ", "коментар до",
    "автор: ", "пікір: ", "отзыв к", "отзыв на",
  ]

  static func isOfComments(_ feed: AnsweredFeed) -> Bool {
    let address = feed.address.text.lowercased()
    if address.contains("feed=comments") || address.contains("comments_rss")
      || address.contains("comments-rss")
    {
      return true
    }
    let segments = feed.address.path.lowercased().split(separator: "/")
    if segments.contains("comments"), let last = segments.last, last != "comments" { return true }
    for name in [feed.found.title, feed.feed.title] {
      let parts = name.lowercased().split { "»«|—–:-".contains($0) }.map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      if parts.contains(where: { part in
        bareNames.contains(part) || commentNames.contains { part.hasPrefix($0) }
      }) {
        return true
      }
    }
    let items = feed.feed.items
    let answering = items.count { item in
      let fragment = item.address.map { $0.text.drop { $0 != "#" }.lowercased() } ?? ""
      let title = item.title.lowercased()
      return fragment.hasPrefix("#comment") || answers.contains { title.hasPrefix($0) }
    }
    return answering * 2 > items.count
  }

  // MARK: Language

  private static func isOfOtherLanguage(_ feed: AnsweredFeed, _ language: String?) -> Bool {
    guard let language = language.map(base) else { return false }
    if let named = feed.found.language, named.lowercased() != "x-default" { return base(named) != language }
    // Without a word of the page, what is said and what is written have to agree.
    guard let said = feed.feed.language.map(base), said != language else { return false }
    let written = LanguageIdentifier.identify(feed.feed.items.prefix(20).map(\.title).joined(separator: ". "))
    return written.map { base($0) == said } ?? false
  }

  /// `ru` of `ru-RU`.
  private static func base(_ tag: String) -> String {
    tag.lowercased().prefix { $0 != "-" && $0 != "_" }.description
  }

  // MARK: Formats and selections

  private static let formatWords: Set<String> = [
    "rss", "rss2", "rss20", "atom", "atom10", "rdf", "json", "xml", "feed", "feeds", "index", "jsonfeed",
    "php", "лента",
    "format", "type", "2", "0", "1", "10", "20", "via",
  ]

  /// Two formats of one matter: names or paths that differ in the format's alone, and the same items.
  private static func isSame(_ first: AnsweredFeed, _ second: AnsweredFeed) -> Bool {
    let (own, other) = (keys(of: first.feed), keys(of: second.feed))
    let common = own.intersection(other).count
    guard common > 0, common * 2 >= min(own.count, other.count) else {
      return own.isEmpty && other.isEmpty && first.address == second.address
    }
    if first.address.host == second.address.host,
      words(of: first.address.text) == words(of: second.address.text)
    {
      return true
    }
    let isWhole = common == max(own.count, other.count) && first.feed.format != second.feed.format
    return isWhole
      && words(of: first.found.title + first.feed.title) == words(of: second.found.title + second.feed.title)
  }

  /// Whether two addresses bring the same articles.
  static func isEqual(_ first: AnsweredFeed, _ second: AnsweredFeed) -> Bool {
    keys(of: first.feed) == keys(of: second.feed)
  }

  private static func keys(of feed: ParsedFeed) -> Set<String> {
    Set(feed.items.compactMap { $0.address.map { AddressKey($0).text } ?? $0.id })
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter {
      !formatWords.contains($0)
    }
  }

  /// The one that tells more of its articles.
  private static func isFuller(_ feed: AnsweredFeed, than other: AnsweredFeed) -> Bool {
    func bytes(_ feed: ParsedFeed) -> Int { feed.items.reduce(0) { $0 + ($1.fullestHTML?.utf8.count ?? 0) } }
    return bytes(feed.feed) > bytes(other.feed) * 2
  }

  /// Paths of what a search, a tag or an author brings together.
  private static func isSelection(_ address: WebAddress) -> Bool {
    let segments = address.path.lowercased().split(separator: "/")
    let query = address.text.drop { $0 != "?" }.dropFirst().lowercased().split(separator: "&")
    return segments.dropLast().contains { ["search", "tag", "tags", "author", "poisk"].contains($0) }
      || query.contains { part in ["s=", "q=", "query=", "search="].contains { part.hasPrefix($0) } }
  }
}
