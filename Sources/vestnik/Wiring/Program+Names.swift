import Configuration
import NewsModel
import Newsroom
import Phrases
import ReaderDesk

extension Program {
  /// The site a person names by its name or by the stem of its file; `nil` for no name.
  func site(named name: String?) throws -> Site? {
    guard let name else { return nil }
    let sites = newsroom.followed
    let folded = name.lowercased()
    if let site = sites.first(where: { $0.id.rawValue == folded }) { return site }
    let bearers = sites.filter { $0.name.lowercased() == folded }
    if let site = bearers.first {
      guard bearers.count == 1 else {
        let ids = bearers.map(\.id.rawValue).joined(separator: ", ")
        throw ProgramFailure(.severalSites(CleanText.line(name, limit: 200), ids: ids))
      }
      return site
    }
    let names = sites.flatMap { [$0.name.lowercased(), $0.id.rawValue] }
    throw ProgramFailure(
      .noSuchSite(CleanText.line(name, limit: 200), nearest: NearestName.to(name, among: names)))
  }

  /// The section a person names by its title, in one site or in any.
  func section(named name: String?, in site: Site?) throws -> (Site, SectionID)? {
    guard let name else { return nil }
    let folded = name.lowercased()
    let sites = site.map { [$0] } ?? newsroom.followed
    for site in sites {
      for (id, section) in site.flatSections
      where section.title.lowercased() == folded || id.rawValue.lowercased() == folded {
        return (site, id)
      }
    }
    let titles = sites.flatMap { $0.flatSections.map(\.section.title) }
    throw ProgramFailure(Self.noSection(named: CleanText.line(name, limit: 200), among: titles))
  }

  /// That there is no section of a name, with the nearest, else the first of those that there are.
  private static func noSection(named name: String, among titles: [String]) -> Problem {
    if let nearest = NearestName.to(name, among: titles.map { $0.lowercased() }) {
      return .noSuchSection(name, nearest: nearest)
    }
    var seen: Set<String> = []
    let known = titles.filter { seen.insert($0.lowercased()).inserted }
    guard !known.isEmpty else { return .noSections(name) }
    let rest = known.count > toldSections ? ", …" : ""
    return .sectionNotAmong(name, known: known.prefix(toldSections).joined(separator: ", ") + rest)
  }

  /// So many sections are named in a sentence.
  private static let toldSections = 12

  /// The article a person names by its number or its address.
  func article(named name: String) throws -> ListedArticle {
    do {
      if let number = Int64(name) {
        if let article = try newsroom.article(ArticleID(rawValue: number)) { return article }
      } else if let address = WebAddress(name), let article = try newsroom.article(at: address) {
        return article
      }
    } catch { throw ProgramFailure(Problem(error)) }
    throw ProgramFailure(.noSuchArticle(CleanText.line(name, limit: 200)))
  }
}
