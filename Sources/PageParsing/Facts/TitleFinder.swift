import Foundation
import Language
import Markup
import NewsModel

/// Finds an article's title: what the page's data calls it, held against the headings that people see.
struct TitleFinder {
  let context: PageContext
  /// The headings that people see.
  private let headings: [PageHeading]

  /// What the page's `title` says, its parts folded, and its letters.
  private let pageTitle: String
  private let titleParts: Set<String>
  private let titleLetters: String
  /// What the page says its publication is called.
  private let siteNames: Set<String>

  init(context: PageContext) {
    self.context = context
    headings = HeadingReader(context: context).read()
    pageTitle = context.document.first(.title).map { Self.clean($0.text) } ?? ""
    let parts = TitleParts(pageTitle).parts
    titleParts =
      parts.count > 1
      ? Set((parts + parts.flatMap { TitleParts($0).parts }).map { Folding.label($0) }) : []
    titleLetters = Self.letters(pageTitle)
    let names = [
      context.meta.first(["og:site_name"])?.value, context.meta.first(["application-name"])?.value,
      context.linked.name(ofType: ["newsmediaorganization", "website"]),
    ]
    siteNames = Set(
      names.compactMap { $0.map { Folding.label(CleanText.line(Entities.decode($0), limit: 200)) } })
  }

  /// The title and the rule that gave it.
  func find() -> (title: String, rule: String, heading: Int?) {
    if let node = context.rules.nodes(.title)?.first {
      return (context.visibleLine(node), "site file", node)
    }
    let data = declared()
    let shared = self.shared()
    let told = [data?.title, shared, pageTitle].compactMap { $0 }
    let eligible = eligibleHeadings()
    // A heading that the data confirms is what readers saw.
    for heading in eligible {
      guard told.contains(where: { Self.agree(heading.text, $0) }) else { continue }
      if let inner = behindSection(heading) { return (inner.text, "h\(inner.level)", inner.index) }
      if let printed = printed([shared, data?.title], behind: heading) { return printed }
      // Where the data have it otherwise, the h1 is the telling for search machines, which the page's title repeats.
      if let data, !Self.holds(heading.text, data.title),
        shared.map({ Self.letters($0) }) != Self.letters(heading.text)
      {
        return (data.title, data.rule, heading.index)
      }
      return (heading.plain(told), "h1", heading.index)
    }
    // A lower heading that the data confirm: the h1 is the section's.
    let whole = [data?.title, shared, withoutSiteName(pageTitle)].compactMap { $0 }
    if let lower = headings.first(where: { heading in
      heading.level > 1 && heading.text.spaceCount >= 2 && !isOfSite(heading)
        && whole.contains { Self.covers(heading.text, $0) }
    }) {
      return (lower.plain(told), "h\(lower.level)", lower.index)
    }
    if pageTitle.isEmpty, let data, !["json-ld", "og:title", "twitter:title"].contains(data.rule) {
      return (data.title, data.rule, nil)
    }
    if let only = soleHeading(eligible, told: told) { return (only.plain(told), "h1", only.index) }
    if let data {
      if let heading = headings.first(where: { Self.agree($0.text, data.title) && !isOfSite($0) }) {
        return (data.title, data.rule, heading.index)
      }
      if !namesSite(data.title) { return (data.title, data.rule, nil) }
    }
    if let heading = headings.first(where: { Self.agree($0.text, pageTitle) && !isOfSite($0) }) {
      return (heading.plain(told), "h\(heading.level)", heading.index)
    }
    let bare = withoutSiteName(pageTitle)
    if let heading = eligible.first(where: { $0.text.count > 12 }), bare.count < 8 || headings.count == 1 {
      return (heading.text, "h1", heading.index)
    }
    if !bare.isEmpty { return (bare, "title", block(of: bare)) }
    if let heading = headings.first { return (heading.text, "h\(heading.level)", heading.index) }
    return ("", "none", nil)
  }

  /// What people read as the headline: an h1 that is neither the site's name nor a section's.
  private func eligibleHeadings() -> [PageHeading] {
    let first = headings.filter { $0.level == 1 && !isOfSite($0) }
    let named = first.filter { !context.measures.hints[$0.index].contains(.logo) }
    return named.isEmpty ? first : named
  }

  /// The h2 right behind an h1 that is one of the page's titles, alone or behind a kicker, where the h1 is another of
  /// them: that one is written for search machines.
  private func printed(
    _ titles: [String?], behind heading: PageHeading
  ) -> (title: String, rule: String, heading: Int?)? {
    let document = context.document
    guard let next = headings.first(where: { $0.index >= document.end(heading.index) }), next.level == 2,
      context.measures.links[next.index] == 0
    else { return nil }
    let (own, text) = (Self.letters(heading.text), Self.letters(next.text))
    for case let title? in titles where title.spaceCount >= 2 {
      let letters = Self.letters(title)
      guard letters != own, !own.contains(letters), text.hasSuffix(letters) else { continue }
      let between = document.textRange(heading.index).upperBound..<document.textRange(next.index).lowerBound
      return (title, "h2", between.count < 200 ? next.index : heading.index)
    }
    return nil
  }

  /// The only h1 of the page's middle, whatever is written for search machines: readers see it as the headline. Of
  /// several the first one, where a title of the page has words of it.
  private func soleHeading(_ eligible: [PageHeading], told: [String]) -> PageHeading? {
    let candidates = eligible.filter { heading in
      heading.text.spaceCount >= 1 && heading.text.count >= 8 && !isBesideArticle(heading.index)
    }
    guard let sole = candidates.first else { return nil }
    guard
      candidates.count == 1
        || sole.text.spaceCount >= 2 && told.contains(where: { PageSubject.sharesWords(sole.text, $0) })
    else { return nil }
    // The text stands behind it, not before.
    let document = context.document
    let before = document.textRange(sole.index).lowerBound - document.textRange(0).lowerBound
    return before * 3 < document.textRange(0).count * 2 ? sole : nil
  }

  /// Whether a heading stands in a part that is no article's: the site's header with its menu, a column, the foot.
  private func isBesideArticle(_ index: Int) -> Bool {
    let document = context.document
    var node = index
    while node > 0 {
      switch document.name(node) {
      case .aside, .footer, .nav, .form, .dialog: return true
      case .header where (node..<document.end(node)).contains { document.name($0) == .nav }: return true
      default: break
      }
      let hints = context.measures.hints[node]
      if !hints.isDisjoint(with: [.sidebar, .popup, .comments, .related, .hidden, .logo]),
        context.measures.length[node] * 2 < context.measures.length[0]
      {
        return true
      }
      node = document.parent(node)
    }
    return false
  }

  // MARK: - Names of sites and sections

  /// Whether a heading is the site's name: it leads to the front page, stands in the logo, or is the part of the page's
  /// title that another heading completes.
  private func isOfSite(_ heading: PageHeading) -> Bool {
    if heading.leadsToFront || namesSite(heading.text) { return true }
    guard !titleParts.isEmpty, titleParts.contains(Folding.label(heading.text)) else { return false }
    let words = heading.text.spaceCount
    let own = Self.letters(heading.text)
    return headings.contains { other in
      guard other.index > heading.index, other.text.utf8.count <= pageTitle.utf8.count,
        other.text.spaceCount > words
      else { return false }
      let letters = Self.letters(other.text)
      return titleLetters.contains(letters) && !letters.contains(own)
    }
  }

  private func namesSite(_ title: String) -> Bool {
    let folded = Folding.label(title)
    return !folded.isEmpty && siteNames.contains(folded)
  }

  /// The headline in an article of its own under an h1 that names the section: «Пресс-релизы», «News».
  private func behindSection(_ heading: PageHeading) -> PageHeading? {
    let document = context.document
    guard heading.text.spaceCount <= 2,
      let next = headings.first(where: { $0.index >= document.end(heading.index) }), next.level > 1,
      next.text.spaceCount > heading.text.spaceCount, next.text.spaceCount >= 2
    else { return nil }
    let between = document.textRange(heading.index).upperBound..<document.textRange(next.index).lowerBound
    guard between.count < 60 else { return nil }
    var node = document.parent(next.index)
    while node > 0 {
      if node <= heading.index, heading.index < document.end(node) { break }
      if document.name(node) == .article,
        document.children(document.parent(node)).filter({ document.name($0) == .article }).count == 1
      {
        return next
      }
      node = document.parent(node)
    }
    return isMenuEntry(heading.text) ? next : nil
  }

  /// Whether a text is also that of a link in a menu or in the way back through sections.
  private func isMenuEntry(_ text: String) -> Bool {
    let document = context.document
    let folded = Folding.label(text)
    var end = 0
    for index in 1..<max(1, document.count) where document.isElement(index) {
      if document.name(index) == .nav
        || !context.measures.hints[index].isDisjoint(with: [.menu, .breadcrumb])
      {
        end = max(end, document.end(index))
      }
      if index < end, document.name(index) == .a, Folding.label(context.line(index, limit: 100)) == folded {
        return true
      }
    }
    return false
  }

  /// The element whose whole text is the headline, where it is no heading: a `div`, a `b`, a cell.
  private func block(of title: String) -> Int? {
    let document = context.document
    let folded = Folding.label(title)
    for index in 1..<max(1, document.count) where document.isElement(index) && !context.measures.isVoid[index]
    {
      let length = context.measures.length[index]
      guard length > 8, length < title.utf8.count * 2, document.name(index) != .title,
        document.name(index) != .a
      else { continue }
      if Folding.label(context.visibleLine(index, limit: 400)) == folded { return index }
    }
    return nil
  }

  /// The title by which the page is handed on in networks.
  private func shared() -> String? {
    guard let found = context.meta.first(["og:title", "twitter:title"]) else { return nil }
    let title = withoutSiteName(Self.clean(found.value))
    return title.count > 2 ? title : nil
  }

  private func declared() -> (title: String, rule: String)? {
    let shared = context.meta.first(["og:title", "twitter:title"]).map { Self.clean($0.value) } ?? ""
    let headlines = context.linked.headlines.map { Self.clean(PlainText.fromHTML($0)) }.filter {
      $0.count > 2
    }
    if let headline = headlines.first(where: { Self.agree($0, shared) }) ?? headlines.first {
      return (withoutSiteName(headline), "json-ld")
    }
    let names = [
      "og:title", "twitter:title", "dc.title", "dcterms.title", "dc:title", "headline", "parsely-title",
      "sailthru.title",
      "article:title", "weibo:article:title", "citation_title", "mrc__share_title", "title",
    ]
    for name in names {
      if let found = context.meta.first([name]) {
        let text = withoutSiteName(Self.clean(found.value))
        if text.count > 2 { return (text, name) }
      }
    }
    return nil
  }

  private static func clean(_ text: String) -> String { CleanText.line(Entities.decode(text), limit: 500) }

  /// Cuts «| Эхо», «Раздел »» and the like off: the part that names the site, else the one that no heading bears, else
  /// the shorter end behind the strongest sign.
  func withoutSiteName(_ title: String) -> String {
    let split = TitleParts(title)
    guard split.parts.count > 1 else { return withoutLabel(title) }
    let names = siteNames
    if let bare = split.without(names) { return bare }
    let shownFirst = headings.filter { $0.level == 1 && !$0.leadsToFront }.map { Folding.label($0.text) }
    if shownFirst.contains(Folding.label(title)) { return title }
    if let headed = split.choices.first(where: { shownFirst.contains(Folding.label($0)) }) { return headed }
    if let shown = split.choices.first(where: { block(of: $0) != nil }), shown.spaceCount >= 1 {
      return shown
    }
    return split.longest
  }

  /// «Эхо: мост закрыли», where the site is known to be called so.
  private func withoutLabel(_ title: String) -> String {
    let parts = title.components(separatedBy: ": ")
    guard parts.count > 1, let first = parts.first, namesSite(first) else { return title }
    return parts.dropFirst().joined(separator: ": ")
  }

  /// Whether one title is a part of the other.
  private static func holds(_ first: String, _ second: String) -> Bool {
    let (one, two) = (letters(first), letters(second))
    return one.contains(two) || two.contains(one)
  }

  /// Whether a heading is one of the page's titles, or the greater part of it.
  private static func covers(_ heading: String, _ title: String) -> Bool {
    agree(heading, title) && letters(heading).count * 10 >= letters(title).count * 6
  }

  private static func letters(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// Whether two titles are one: the same words, or one holds the other and most of its words.
  static func agree(_ first: String, _ second: String) -> Bool {
    let (one, two) = (Folding.label(first), Folding.label(second))
    guard !one.isEmpty, !two.isEmpty else { return false }
    if one == two { return true }
    guard one.count > 8 else { return false }
    if two.contains(one) || one.contains(two) && two.count * 2 > one.count { return true }
    let words = Set(one.split(whereSeparator: { !$0.isLetter && !$0.isNumber }))
    let others = Set(two.split(whereSeparator: { !$0.isLetter && !$0.isNumber }))
    guard words.count > 3 else { return false }
    return words.intersection(others).count * 10 >= words.count * 8
  }
}
