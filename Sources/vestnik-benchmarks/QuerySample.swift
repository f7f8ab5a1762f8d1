import Language
import NewsCache
import NewsModel

/// Queries as people might type them: one to three words of an archive, drawn by the number of articles that have
/// them, a tenth of all from the fifty commonest stems that are no stop words. The same for the same archive.
struct QuerySample {
  let queries: [String]

  /// How many articles are read to learn what words there are.
  private static let readArticles = 3_000
  private static let commonest = 50

  init(of cache: ArticleCache, count: Int) throws {
    var frequencies: [String: Int] = [:]
    // A stem as one of its words was written.
    var words: [String: String] = [:]
    let total = try cache.count(ArticleQuery())
    let step = max(1, total / Self.readArticles)
    for offset in stride(from: 0, to: total, by: step * 100) {
      for listed in try cache.articles(ArticleQuery(limit: 100, offset: offset)) {
        let text = listed.article.title + "\n" + (try cache.document(listed.id)?.plainText ?? "")
        let bytes = Array(text.utf8)
        var seen: Set<String> = []
        let telling = Set(SearchTerms.terms(of: text))
        for token in SearchTerms.tokens(of: text)
        where telling.contains(token.stem) && seen.insert(token.stem).inserted {
          frequencies[token.stem, default: 0] += 1
          words[token.stem] = words[token.stem] ?? String(decoding: bytes[token.range], as: UTF8.self)
        }
      }
    }
    let ranked = frequencies.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    let wholeWeight = ranked.reduce(0) { $0 + $1.value }
    var random: UInt64 = 1
    func draw(below limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % max(1, limit)
    }
    func drawByFrequency() -> String {
      var left = draw(below: wholeWeight)
      for (stem, frequency) in ranked {
        left -= frequency
        if left < 0 { return words[stem] ?? stem }
      }
      return ranked.first?.key ?? ""
    }
    queries = (0..<count).map { number in
      let length = 1 + draw(below: 3)
      return (0..<length).map { place -> String in
        guard number.isMultiple(of: 10), place == 0, !ranked.isEmpty else { return drawByFrequency() }
        let stem = ranked[draw(below: min(Self.commonest, ranked.count))].key
        return words[stem] ?? stem
      }.joined(separator: " ")
    }
  }
}
