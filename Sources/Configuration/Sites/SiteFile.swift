import Foundation
import NewsModel
import Yams

/// A site as YAML: `sites/<id>.yaml`, written by `vestnik add`, made to be read and edited.
package enum SiteFile {
  /// The names a site file takes, in the order they are written.
  enum Name {
    static let site = [
      "name", "home", "language", "time_zone", "folder", "full_text", "sections", "feeds", "pages", "rules",
    ]
    static let section = ["title", "url", "feed", "sections"]
    static let page = ["title", "url"]
    static let rules = ["feed_only"] + SiteRules.Role.allCases.map(\.rawValue)
  }

  /// No menu of a site is longer.
  static let sectionLimit = 200

  /// Reads a site file's text.
  /// - Returns: the site with what was passed over, or `nil` with the reason among the warnings.
  package static func site(
    from text: String, id: SiteID, path: String
  ) -> (site: Site?, warnings: [ConfigurationWarning]) {
    switch YAMLFile.parse(text, path: path) {
    case .failure(let failure): return (nil, [failure])
    case .success(var file):
      let site = site(in: &file, id: id)
      return (site, file.warnings)
    }
  }

  static func site(in file: inout YAMLFile, id: SiteID) -> Site? {
    let root = file.root
    file.refuseUnknownNames(in: root, known: Name.site)
    guard let home = address(root["home"], name: "home", in: &file) else {
      if root["home"] == nil { file.warn(.missing(name: "home")) }
      return nil
    }
    let name = text(root["name"]) ?? home.host
    var site = Site(id: id, name: name.isEmpty ? id.rawValue : name, home: home)
    site.language = text(root["language"])
    if let zone = text(root["time_zone"]) {
      if TimeZone(identifier: zone) != nil {
        site.timeZone = zone
      } else {
        file.warn(
          .badValue(name: "time_zone", expected: "Europe/Moscow, Asia/Almaty…"), at: root["time_zone"])
      }
    }
    site.folder = folder(root["folder"])
    site.fullText = flag(root["full_text"], name: "full_text", in: &file)
    site.sections = sections(root["sections"], depth: 0, in: &file)
    site.feeds = (root["feeds"]?.sequence.map(Array.init) ?? []).compactMap {
      address($0, name: "feeds", in: &file)
    }
    site.pages = (root["pages"]?.sequence.map(Array.init) ?? []).compactMap { node in
      guard let mapping = node.mapping else { return nil }
      file.refuseUnknownNames(in: mapping, known: Name.page)
      guard let address = address(mapping["url"], name: "url", in: &file) else { return nil }
      return Headline(title: text(mapping["title"]) ?? address.text, address: address)
    }
    site.rules = rules(root["rules"], in: &file)
    return site
  }

  private static func sections(_ node: Node?, depth: Int, in file: inout YAMLFile) -> [Section] {
    guard let node else { return [] }
    guard let sequence = node.sequence else {
      file.warn(.badValue(name: "sections", expected: "- title: …"), at: node)
      return []
    }
    return sequence.prefix(sectionLimit).compactMap { entry in
      guard let mapping = entry.mapping, let title = text(mapping["title"]), !title.isEmpty else {
        file.warn(.missing(name: "title"), at: entry)
        return nil
      }
      file.refuseUnknownNames(in: mapping, known: Name.section)
      return Section(
        title: title,
        address: address(mapping["url"], name: "url", in: &file),
        feed: address(mapping["feed"], name: "feed", in: &file),
        sections: depth == 0 ? sections(mapping["sections"], depth: 1, in: &file) : [])
    }
  }

  private static func rules(_ node: Node?, in file: inout YAMLFile) -> SiteRules {
    guard let node else { return SiteRules() }
    guard let mapping = node.mapping else {
      file.warn(.badValue(name: "rules", expected: "body: div.article"), at: node)
      return SiteRules()
    }
    file.refuseUnknownNames(in: mapping, known: Name.rules)
    var rules = SiteRules(isFeedOnly: flag(mapping["feed_only"], name: "feed_only", in: &file))
    for role in SiteRules.Role.allCases {
      if let selector = text(mapping[role.rawValue]), !selector.isEmpty { rules.selectors[role] = selector }
    }
    return rules
  }

  private static func text(_ node: Node?) -> String? {
    (node?.scalar?.string).map { CleanText.line($0, limit: 1000) }
  }

  /// One name, or several from the outermost inwards.
  private static func folder(_ node: Node?) -> [String] {
    let nodes = node?.sequence.map(Array.init) ?? [node].compactMap(\.self)
    return nodes.prefix(16).compactMap(text).filter { !$0.isEmpty }
  }

  private static func flag(_ node: Node?, name: String, in file: inout YAMLFile) -> Bool {
    guard let node else { return false }
    guard let value = node.bool else {
      file.warn(.badValue(name: name, expected: "true, false"), at: node)
      return false
    }
    return value
  }

  private static func address(_ node: Node?, name: String, in file: inout YAMLFile) -> WebAddress? {
    guard let node else { return nil }
    guard let text = node.scalar?.string, let address = WebAddress(text) else {
      file.warn(.badValue(name: name, expected: "https://…"), at: node)
      return nil
    }
    return address
  }
}
