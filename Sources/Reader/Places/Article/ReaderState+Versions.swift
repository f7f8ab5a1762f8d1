import NewsModel

extension ArticlePlace {
  /// How many versions of the article are known, the last one included.
  var versionCount: Int { 1 + (opened?.history.earlier.count ?? 0) }

  /// Which of them is shown; the last one is 0.
  var shownVersion: Int {
    guard let earlier, let index = opened?.history.earlier.firstIndex(of: earlier) else { return 0 }
    return index + 1
  }
}

extension ReaderState {
  /// Shows one of the versions of the article that is read; the place in the last one is kept for coming back.
  mutating func showVersion(_ index: Int) -> [Effect] {
    guard let article, let opened = article.opened, index != article.shownVersion else { return [] }
    let effects = leaveArticle()
    let left = article.earlier == nil ? article.layout.byte(atRow: article.top) : nil
    let earlier = opened.history.earlier
    withArticle { place in
      if let left { place.opened?.listed.status.position = left }
      place.earlier = earlier.indices.contains(index - 1) ? earlier[index - 1] : nil
      place.find = nil
      place.top = 0
      place.layout = ArticleLayout()
    }
    let pictures = fitArticle()
    if self.article?.earlier == nil {
      withArticle { place in
        if let position = place.opened?.listed.status.position {
          place.top = place.layout.row(ofByte: position)
        }
      }
    }
    return effects + pictures
  }
}
