import NewsModel

/// A text of a feed before it is known what becomes of it.
struct FeedText: Hashable {
  var value: String
  var isHTML: Bool

  var isBlank: Bool { value.allSatisfy(\.isWhitespace) }

  /// As HTML, cleaned; `nil` when there is nothing in it.
  var html: String? {
    guard !isBlank else { return nil }
    return HTMLFragment.cleaned(isHTML ? value : HTMLFragment.escaped(value))
  }

  /// As one plain line.
  var line: String { isHTML ? HTMLFragment.line(value) : CleanText.line(value) }
}
