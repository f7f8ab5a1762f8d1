import NewsModel

/// What stands under «Related»: what the article's page itself offers and what the cache found, each story once.
package enum RelatedRanking {
  /// An article that may be offered, with how near it is by its words (greater is nearer).
  package struct Candidate: Hashable, Sendable {
    /// What may be offered.
    package var listed: ListedArticle
    /// Compared with the best one's only; its scale is the caller's.
    package var score: Double

    package init(listed: ListedArticle, score: Double) {
      self.listed = listed
      self.score = score
    }
  }

  /// A line of the list.
  package struct Line: Hashable, Sendable {
    /// `nil` when only the page knows it.
    package var listed: ListedArticle?
    /// What the line says and where it leads.
    package var headline: Headline
    /// Whether it tells of the same event as the article itself.
    package var isSameEvent: Bool

    package init(listed: ListedArticle?, headline: Headline, isSameEvent: Bool) {
      self.listed = listed
      self.headline = headline
      self.isSameEvent = isSameEvent
    }
  }

  /// A found article is near enough when its score is at least this part of the best one's.
  private static let leastPart = 0.18

  /// The same event first, then what the page offers, then the others by nearness.
  package static func lines(
    for article: Article, found: [Candidate], page: [(headline: Headline, listed: ListedArticle?)], limit: Int
  ) -> [Line] {
    let others = found.filter { $0.listed.id != article.id }
    let best = others.map(\.score).max() ?? 0
    func isSister(_ listed: ListedArticle?) -> Bool {
      listed?.article.event != nil && listed?.article.event == article.event
    }
    let near = others.filter { $0.score >= best * leastPart || isSister($0.listed) }
      .sorted { $0.score != $1.score ? $0.score > $1.score : $0.listed.id < $1.listed.id }
    let cached = near.compactMap { candidate -> Line? in
      guard let address = candidate.listed.article.address else { return nil }
      let kept = candidate.listed.article
      let headline = Headline(
        title: kept.title, address: address, published: kept.date, isDayOnly: kept.isDayOnly,
        section: kept.sections.first.map { String($0.rawValue.split(separator: "/").last ?? "") })
      return Line(
        listed: candidate.listed, headline: headline,
        isSameEvent: isSister(candidate.listed))
    }
    let offered = page.map { row in
      Line(
        listed: row.listed, headline: row.headline,
        isSameEvent: isSister(row.listed))
    }
    var seen: Set<WebAddress> = Set([article.address?.withoutFragment].compactMap(\.self))
    var ids: Set<ArticleID> = [article.id]
    var result: [Line] = []
    for line in cached.filter(\.isSameEvent) + offered + cached.filter({ !$0.isSameEvent })
    where result.count < limit {
      if let id = line.listed?.id, !ids.insert(id).inserted { continue }
      guard seen.insert(line.headline.address.withoutFragment).inserted else { continue }
      result.append(line)
    }
    return result
  }
}
