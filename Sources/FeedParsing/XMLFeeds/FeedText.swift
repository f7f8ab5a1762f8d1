import NewsModel

/// A text of a feed before it is known what becomes of it.
struct FeedText: Hashable {
  var value: String
  var isHTML: Bool

  var isBlank: Bool { value.allSatisfy(\.isWhitespace) }

  /// As HTML, cleaned; `nil` when there is nothing in it. Text without tags is parted at its blank lines.
  var html: String? {
    guard !isBlank else { return nil }
    let meant = isHTML ? HTMLFragment.meant(by: value) : HTMLFragment.escaped(value)
    return HTMLFragment.cleaned(HTMLFragment.partedAtBlankLines(meant))
  }

  /// As one plain line.
  var line: String { isHTML ? HTMLFragment.line(value) : CleanText.line(value) }
}
