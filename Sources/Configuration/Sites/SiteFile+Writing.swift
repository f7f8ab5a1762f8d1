import Foundation
import NewsModel
import Yams

extension SiteFile {
  /// The text of a site's file: a comment on what can be changed, then the site.
  package static func text(of site: Site) throws -> String {
    header + (try Yams.serialize(node: .mapping(root(of: site)), indent: 2, width: -1, allowUnicode: true))
  }

  /// The text of a site's file, changed where it says something else than a site: comments, order, quoting, unknown
  /// names stay.
  /// - Throws: where the text means no site, or is written in a way that cannot be changed in part.
  package static func text(_ text: String, changedTo site: Site) throws -> String {
    let mark = text.unicodeScalars.first == "\u{FEFF}" ? "\u{FEFF}" : ""
    let body = String(text.unicodeScalars.dropFirst(mark.isEmpty ? 0 : 1))
    var file = try YAMLFile.parse(body, path: "\(site.id).yaml").get()
    guard let old = Self.site(in: &file, id: site.id) else { throw SiteText.Refusal.meaning }
    guard old != site else { return text }
    let changed = try SiteText.changed(body, root: file.root, from: root(of: old), to: root(of: site))
    // What would not mean the site is not written.
    guard Self.site(from: changed, id: site.id, path: file.path).site == site else {
      throw SiteText.Refusal.meaning
    }
    return mark + changed
  }

  private static func root(of site: Site) -> Node.Mapping {
    var root = mapping([("name", site.name), ("home", site.home.text)])
    if let language = site.language { root["language"] = Node(language) }
    if let zone = site.timeZone { root["time_zone"] = Node(zone) }
    if !site.folder.isEmpty { root["folder"] = sequence(site.folder.map(quoted)) }
    if site.fullText { root["full_text"] = Node("true", Tag(.bool)) }
    if !site.sections.isEmpty { root["sections"] = sequence(site.sections.map(node(of:))) }
    if !site.feeds.isEmpty { root["feeds"] = sequence(site.feeds.map { Node($0.text) }) }
    if !site.pages.isEmpty {
      root["pages"] = sequence(
        site.pages.map { .mapping(mapping([("title", $0.title), ("url", $0.address.text)])) })
    }
    if site.rules != SiteRules() { root["rules"] = node(of: site.rules) }
    return root
  }

  private static let header = """
    # What Vestnik follows of this site. Edit freely: titles, order, feeds.
    # full_text: true     fetches the whole text of new articles with every refresh
    # time_zone: …        for dates that carry none (Europe/Moscow, Asia/Almaty)
    # rules:              CSS selectors where Vestnik's own understanding must give way:
    #   \(SiteRules.Role.allCases.map(\.rawValue).joined(separator: ", ")); feed_only: true reads no pages

    """

  private static func node(of section: Section) -> Node {
    var result = mapping([("title", section.title)])
    if let address = section.address { result["url"] = Node(address.text) }
    if let feed = section.feed { result["feed"] = Node(feed.text) }
    if !section.sections.isEmpty { result["sections"] = sequence(section.sections.map(node(of:))) }
    return .mapping(result)
  }

  private static func node(of rules: SiteRules) -> Node {
    var result = Node.Mapping([])
    if rules.isFeedOnly { result["feed_only"] = Node("true", Tag(.bool)) }
    for role in SiteRules.Role.allCases {
      if let selector = rules.selectors[role] { result[Node(role.rawValue)] = Node(selector) }
    }
    return .mapping(result)
  }

  private static func mapping(_ pairs: [(String, String)]) -> Node.Mapping {
    Node.Mapping(pairs.map { (Node($0.0), quoted($0.1)) })
  }

  private static func sequence(_ nodes: [Node]) -> Node { .sequence(Node.Sequence(nodes)) }

  /// A title such as `2024`, `no` or `~` must come back as text.
  private static func quoted(_ text: String) -> Node {
    let plain = Node(text)
    let isText = plain.bool == nil && plain.int == nil && plain.float == nil && plain.null == nil
    return isText && !text.isEmpty ? plain : Node(text, Tag(.str), .doubleQuoted)
  }
}
