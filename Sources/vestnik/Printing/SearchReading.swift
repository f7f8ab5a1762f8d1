import NewsCache

extension SearchResults.Reading {
  /// The words that were searched for instead of the typed ones.
  var text: String {
    switch self {
    case .otherLayout(let words), .transliteration(let words): words
    }
  }
}
