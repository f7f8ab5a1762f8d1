/// Where readers speak on a page, by the title's node for which it was asked.
final class FoundComments {
  private var found: [Int: [Range<Int>]] = [:]

  /// Without a heading, under -1.
  subscript(heading: Int?) -> [Range<Int>]? {
    get { found[heading ?? -1] }
    set { found[heading ?? -1] = newValue }
  }
}
