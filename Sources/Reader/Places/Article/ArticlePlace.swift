import Canvas
import NewsModel
import Phrases

/// An article that is being read.
struct ArticlePlace: Equatable, Sendable {
  var reference: ArticleReference
  /// What the list said of it: shown until it is loaded.
  var story: Story
  /// `nil` until the cache has answered.
  var opened: OpenedArticle?
  /// What it said before, when that is shown instead.
  var earlier: ArticleVersion?
  /// Why there is no full text.
  var problem: Problem?
  /// The text as lines, for the width and settings it is shown with.
  var layout = ArticleLayout()
  /// The first line shown.
  var top = 0
  /// The list it was opened from, for next and previous.
  var queue: [Story]
  /// Its place in the queue.
  var index: Int
  /// The list that the queue is a part of, where it may be one: it comes with further rows.
  var list: ListQuery?
  var find: FindState?
  /// Whether its text was asked for once more and has not come yet.
  var isFetchedAgain = false

  init(story: Story, queue: [Story], index: Int) {
    reference = story.reference
    self.story = story
    self.queue = queue
    self.index = index
  }

  /// Its number in the cache, once loaded.
  var id: ArticleID? { opened?.listed.id }

  /// Whether an answer that names an article is about this one, which may have been opened under another name.
  func isOf(_ reference: ArticleReference) -> Bool {
    reference == self.reference || reference == id.map(ArticleReference.kept)
  }

  /// Its address, where it has one.
  var address: WebAddress? {
    if let address = opened?.listed.article.address { return address }
    if case .headline(let headline, _) = reference { return headline.address }
    return nil
  }
}

/// A search inside a text.
struct FindState: Equatable, Sendable {
  var text: String
  /// Every hit, top to bottom.
  var hits: [TextPlace]
  /// The one the view has moved to.
  var current: Int
}

/// A piece of an article's text: a paragraph of the layout and UTF-8 offsets in it.
struct TextPlace: Hashable, Sendable {
  var paragraph: Int
  var range: Range<Int>
}
