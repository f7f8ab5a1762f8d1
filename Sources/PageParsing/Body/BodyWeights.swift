/// The thresholds by which an article's text is told from what stands around it, each with an example.
///
/// Shares are of 1, lengths in letters as `PageMeasures` counts them.
package struct BodyWeights: Sendable {
  /// An element that its class names as the body counts where it holds so much of the page's prose: a teaser box
  /// called `entry-content` beside an article does not.
  package var namedShare = 0.35
  /// The deepest of nested elements named so is the body where it holds so much of the heaviest of them:
  /// `div.article-body > div.text` and not the last `div.text` of three.
  package var namedDepth = 0.85
  /// The way leads down into a child that holds so much of what its parent holds…
  package var descent = 0.75
  /// …and further where the parent is named as the body: only through boxes that add nothing;
  package var descentInNamed = 0.98
  /// …or is an `<article>`, whose lead and last paragraphs may stand in boxes of their own;
  package var descentInArticle = 0.9
  /// …but at once where the child is the article whose heading is the title: news below may weigh as much.
  package var descentToTitle = 0.45
  /// An article with the title is the text where it holds so much of the found root, when what is around it is other
  /// articles: the first of an endless scroll.
  package var titledShare = 0.25
  /// …which is so where they hold so much of the rest.
  package var othersShare = 0.6
  /// An article with the title holds a text where it weighs so much…
  package var titledLeast = 250.0
  /// …and so much of the page: not the box of a headline over the text.
  package var titledLeastShare = 0.1
  /// What holds so much of all prose is no furniture, whatever its class: `div.widget` around the whole text.
  package var furnitureShare = 0.35
  /// The same for what is called comments, a column, a foot: a long discussion is none the less.
  package var besideShare = 0.8
  /// A text is prose from so many letters on: shorter boxes fall by their class alone.
  package var proseLength = 600.0
  /// …while so much of it at most is links.
  package var proseLinks = 0.15
  /// …and with more than so many signs between words.
  package var proseMarks = 8.0
  /// A box by a certain class (share, related) is a text after all from so many letters on.
  package var certainLength = 3000.0
  /// Where a text has fewer letters, the page is read once more without the classes…
  package var shortBody = 300.0
  /// …and what is found so is taken when it is so many times as long.
  package var lenientGain = 3.0
  /// A list, a table or a paragraph of which more is links leads on, and tells nothing.
  package var linksOnly = 0.7
  /// Another box made like the body is a part of the text where it weighs so much: a paragraph behind an advertisement.
  package var partLeast = 60.0
  /// A linked heading with no more letters than these beside it is a teaser, where there are three alike.
  package var teaserLongest = 900.0
  /// A box is foreign by its make only where so much prose stands outside of it.
  package var proseOutside = 200.0
  /// The title has a text of its own where so many letters stand behind it, outside of links, columns and forms: the
  /// two lines of a notice above a long discussion.
  package var titleLetters = 40.0

  package init() {}

  /// By their names, for those who measure what each does.
  package static var all: [(name: String, path: any WritableKeyPath<BodyWeights, Double> & Sendable)] {
    [
      ("namedShare", \.namedShare), ("namedDepth", \.namedDepth), ("descent", \.descent),
      ("descentInNamed", \.descentInNamed), ("descentInArticle", \.descentInArticle),
      ("descentToTitle", \.descentToTitle), ("titledShare", \.titledShare), ("othersShare", \.othersShare),
      ("titledLeast", \.titledLeast), ("titledLeastShare", \.titledLeastShare),
      ("furnitureShare", \.furnitureShare), ("besideShare", \.besideShare), ("proseLength", \.proseLength),
      ("proseLinks", \.proseLinks), ("proseMarks", \.proseMarks), ("certainLength", \.certainLength),
      ("shortBody", \.shortBody), ("lenientGain", \.lenientGain), ("linksOnly", \.linksOnly),
      ("partLeast", \.partLeast), ("teaserLongest", \.teaserLongest), ("proseOutside", \.proseOutside),
      ("titleLetters", \.titleLetters),
    ]
  }
}
