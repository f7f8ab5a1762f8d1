import NewsCache
import NewsModel
import Newsroom
import Phrases
import Reader
import ReaderApp

/// Lists, which have no end: of a long one only the rows around one are read.
extension DeskService {
  /// How many rows are read where something is muted: which are shown is known only of those that were read.
  private static let filteredLength = 20_000
  /// Of what is new since the last visit, the best so many.
  private static let newLength = 500
  /// Of a long list in the order of what matters most, the newest so many compete; the others follow by date.
  private static let competing = 2000

  package func listing(_ query: ListQuery, order: ListOrder, part: ListPart) async -> Listing {
    let isMixed = query == .saved || query == .sinceLastVisit
    do throws(CacheError) {
      if let asked = articleQuery(query), mutes.rules.isEmpty {
        let total = try desk.count(asked)
        if total > ListWindow.length {
          return try rows(LongList(query: asked, order: order, total: total), part, namesSites: isMixed)
        }
      }
      let listed = ordered(try articles(query), by: order, keeps: query == .sinceLastVisit)
      return try listing(listed, namesSites: isMixed)
    } catch { return Listing(problem: Problem(error)) }
  }

  private func articles(_ query: ListQuery) throws(CacheError) -> [ListedArticle] {
    guard var asked = articleQuery(query) else {
      return try desk.top(site: nil, since: lastVisit ?? .distantPast, limit: Self.newLength)
    }
    asked.limit = Self.filteredLength
    return try desk.articles(asked)
  }

  /// A list as the archive has it; `nil` for one that is ranked.
  private func articleQuery(_ query: ListQuery) -> ArticleQuery? {
    switch query {
    case .section(let site, let section): ArticleQuery(site: site, section: section)
    case .site(let site): ArticleQuery(site: site)
    case .saved: ArticleQuery(isSaved: true)
    case .sinceLastVisit: nil
    }
  }

  private func ordered(_ listed: [ListedArticle], by order: ListOrder, keeps: Bool) -> [ListedArticle] {
    switch order {
    case .newest: listed
    case .oldest: listed.reversed()
    case .top: keeps ? listed : desk.ranked(listed)
    case .unreadFirst: listed.filter { !$0.status.isRead } + listed.filter(\.status.isRead)
    }
  }

  /// A list that is longer than what is read of it.
  private struct LongList {
    var query: ArticleQuery
    var order: ListOrder
    var total: Int
  }

  private func rows(_ list: LongList, _ part: ListPart, namesSites: Bool) throws(CacheError) -> Listing {
    let row: Int
    var sought: ListWindow.Sought?
    switch part {
    case .around(let asked): row = asked
    case .unread(let from, let isForward):
      guard let found = try unreadRow(of: list, from: from, isForward: isForward) else {
        return Listing(window: ListWindow(start: 0, total: list.total, sought: .nothing))
      }
      row = found
      sought = .found(found)
    }
    let start = ListWindow.start(around: row, total: list.total)
    var listing = try listing(rows(of: list, from: start), namesSites: namesSites)
    listing.window = ListWindow(start: start, total: list.total, sought: sought)
    return listing
  }

  private func rows(of list: LongList, from start: Int) throws(CacheError) -> [ListedArticle] {
    let length = ListWindow.length
    switch list.order {
    case .newest: return try desk.articles(list.query.rows(start, length))
    case .oldest: return try desk.articles(list.query.reversed.rows(start, length))
    case .unreadFirst:
      let unread = try desk.count(list.query.marked(isUnread: true))
      var rows =
        start < unread ? try desk.articles(list.query.marked(isUnread: true).rows(start, length)) : []
      rows += try desk.articles(
        list.query.marked(isUnread: false).rows(max(0, start - unread), length - rows.count))
      return rows
    case .top:
      guard start < Self.competing else { return try desk.articles(list.query.rows(start, length)) }
      let best = desk.ranked(try desk.articles(list.query.rows(0, Self.competing))).dropFirst(start).prefix(
        length)
      return try best + desk.articles(list.query.rows(Self.competing, length - best.count))
    }
  }

  private func unreadRow(of list: LongList, from row: Int, isForward: Bool) throws(CacheError) -> Int? {
    switch list.order {
    case .newest: return try desk.unreadRow(of: list.query, from: row, isForward: isForward)
    case .oldest: return try desk.unreadRow(of: list.query.reversed, from: row, isForward: isForward)
    case .unreadFirst:
      let unread = try desk.count(list.query.marked(isUnread: true))
      let found = isForward ? row + 1 : min(row, unread) - 1
      return (0..<unread).contains(found) ? found : nil
    case .top:
      let best = desk.ranked(try desk.articles(list.query.rows(0, Self.competing)))
      let beyond = try desk.unreadRow(
        of: list.query, from: isForward ? max(row, Self.competing - 1) : row, isForward: isForward)
      let near = best.indices.filter { !best[$0].status.isRead && (isForward ? $0 > row : $0 < row) }
      if isForward { return near.first ?? beyond }
      return beyond.flatMap { $0 >= Self.competing ? $0 : nil } ?? near.last
    }
  }
}

extension ArticleQuery {
  fileprivate func rows(_ start: Int, _ count: Int) -> ArticleQuery {
    var query = self
    (query.offset, query.limit) = (start, count)
    return query
  }

  fileprivate func marked(isUnread: Bool) -> ArticleQuery {
    var query = self
    query.isUnread = isUnread
    return query
  }

  fileprivate var reversed: ArticleQuery {
    var query = self
    query.order = order == .newest ? .oldest : .newest
    return query
  }
}
