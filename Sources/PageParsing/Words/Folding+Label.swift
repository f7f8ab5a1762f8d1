import Language
import NewsModel

extension Folding {
  /// A label of a page, a button's or a heading's words, as it is looked up: on one line and folded.
  ///
  /// - Parameter limit: the scalars of the text that are looked at.
  static func label(_ text: String, limit: Int = 500) -> String { phrase(CleanText.line(text, limit: limit)) }
}
