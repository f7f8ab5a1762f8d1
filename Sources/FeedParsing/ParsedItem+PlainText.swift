import Markup

extension ParsedItem {
  /// The text that the feed gives beside the teaser, without marks; `nil` where it gives none.
  package var plainContent: String? { contentHTML.map(PlainText.fromHTML) }

  /// The teaser alone, without marks; `nil` where the feed gives none.
  package var plainTeaser: String? { summary.map(PlainText.fromHTML) }
}
