import NewsModel

/// The folders of a flat list, which stand in its outlines' `category` (OPML 2.0: comma-separated, slash-delimited).
struct CategoryFolders {
  /// Of the outline that stands open outside of any folder.
  private var folder: String?
  private var places: [String: Int] = [:]

  /// An outline begins outside of any folder: the first part of its first category is its folder.
  mutating func note(_ category: String?) {
    let first = category?.split(separator: ",").first.map(String.init) ?? ""
    let name = first.split(separator: "/").first.map { CleanText.line($0, limit: 200) }
    folder = name.flatMap(\.nonEmpty)
  }

  /// Puts a feed into its folder, which stands where the first feed in it stood.
  /// - Returns: `false` where it has no folder.
  mutating func place(_ feed: Outline, in outlines: inout [Outline]) -> Bool {
    guard let folder, feed.written != nil else { return false }
    if let place = places[folder], outlines.indices.contains(place) {
      outlines[place].outlines.append(feed)
    } else if let place = outlines.firstIndex(where: { $0.title == folder && $0.written == nil }) {
      places[folder] = place
      outlines[place].outlines.append(feed)
    } else {
      places[folder] = outlines.count
      outlines.append(Outline(title: folder, outlines: [feed]))
    }
    return true
  }
}
