import NewsModel

/// An article that may be offered beside another one.
package struct RelatedArticle: Hashable, Sendable, Identifiable {
  /// What is offered.
  package var listed: ListedArticle
  /// BM25 by the other article's telling words, names counted more, lowered with the distance of the dates; greater
  /// is nearer.
  package var score: Double

  package init(listed: ListedArticle, score: Double) {
    self.listed = listed
    self.score = score
  }

  package var id: ArticleID { listed.id }
}
