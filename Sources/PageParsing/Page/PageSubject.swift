import Language
import Markup
import NewsModel

/// What a page is about, by its own addresses and titles: against it the objects of its data are held.
struct PageSubject {
  /// How an object stands to the page.
  enum Relation {
    case same
    /// Nothing tells.
    case unknown
    /// Another page's.
    case other
  }

  private let page: PageText
  private let keys: Set<String>
  private let titles: [String]

  init(_ page: PageText, meta: MetaTags) {
    self.page = page
    let document = page.document
    var addresses = [page.address, page.resolve(meta.first(["og:url"])?.value)]
    var titles = [meta.first(["og:title"])?.value, meta.first(["twitter:title"])?.value]
    for index in 0..<document.count {
      switch document.name(index) {
      case .link where document.attribute(.rel, of: index)?.lowercased() == "canonical":
        addresses.append(page.resolve(document.attribute(.href, of: index)))
      case .title, .h1:
        if titles.count < 8 { titles.append(CleanText.line(document.text(index), limit: 400)) }
      default: break
      }
    }
    keys = Set(addresses.compactMap { $0.map(Self.key) })
    self.titles = titles.compactMap { $0.map { CleanText.line(Entities.decode($0), limit: 400) } }
  }

  /// By its address or its headline; an object in a list or among what is mentioned is the page's only where one of
  /// them says so.
  func relation(to thing: LinkedData.Thing) -> Relation {
    let others = thing.addresses.compactMap { page.resolve($0) }
    if others.contains(where: { $0.path != "/" && keys.contains(Self.key($0)) }) { return .same }
    let headline = thing.string("headline") ?? thing.string("name")
    if let headline, isTitle(headline) { return .same }
    if thing.isAside { return .other }
    // An address of its own and a headline that nothing on the page bears: another article.
    guard !keys.isEmpty, headline != nil, others.contains(where: { $0.path != "/" }) else { return .unknown }
    return .other
  }

  /// Whether a text is one of the page's titles, or the longer or shorter one of the two that editors write.
  func isTitle(_ text: String) -> Bool {
    let text = CleanText.line(PlainText.fromHTML(text), limit: 400)
    return titles.contains { TitleFinder.agree($0, text) || Self.sharesWords($0, text) }
  }

  /// Whether a text is one of the page's titles in so many words.
  func bears(_ text: String) -> Bool {
    text.utf8.count < 1000
      && titles.contains { TitleFinder.agree(CleanText.line(PlainText.fromHTML(text), limit: 400), $0) }
  }

  /// Whether a third of the words of the shorter one stands in the other.
  static func sharesWords(_ first: String, _ second: String) -> Bool {
    let (one, two) = (words(first), words(second))
    let shorter = min(one.count, two.count)
    return shorter > 1 && one.intersection(two).count * 3 >= shorter
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(
      Folding.label(text).split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 3 }
        .map { $0.prefix(6) })
  }

  /// An address without its scheme, `www.`, counters, page and closing slash.
  private static func key(_ address: WebAddress) -> String { LinkKinds.key(address).lowercased() }
}
