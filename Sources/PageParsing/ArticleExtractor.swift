import Foundation
import Language
import Markup
import NewsModel

/// Reads an article off its page: metadata, clean body, and what the page shows beside the text.
package enum ArticleExtractor {
  /// - Parameters:
  ///   - rules: the site file's selectors, which go before anything found here.
  ///   - timeZone: for dates that carry no zone; `nil`: UTC.
  ///   - reading: the rules and thresholds for the text, and whether what they took out is told.
  ///   - now: for dates like «вчера в 20:41».
  /// - Returns: `nil` when nothing on the page reads as an article.
  package static func article(
    in page: PageText, rules: SiteRules = SiteRules(), timeZone: ClockZone? = nil, now: Date,
    reading: BodyReading = BodyReading()
  ) -> ExtractedArticle? {
    guard page.document.count > 1 else { return nil }
    return ArticleReading(PageContext(page, rules: rules, timeZone: timeZone, now: now, reading: reading))
      .read()
  }
}

/// One reading of one page.
private struct ArticleReading {
  let context: PageContext

  init(_ context: PageContext) { self.context = context }

  func read() -> ExtractedArticle? {
    var title = TitleFinder(context: context).find()
    var body = BodyReader(context: context).read(title: title.title, heading: title.heading)
    if title.heading == nil || title.title.spaceCount < 3, title.rule == "title" || title.rule == "none",
      let shown = ShownHeadline(context: context).find(above: body.roots)
    {
      title = (shown.title, "line over the text", shown.node)
      body = BodyReader(context: context).read(title: title.title, heading: title.heading)
    }
    guard !body.blocks.isEmpty || !title.title.isEmpty else { return nil }
    var evidence = [
      PageEvidence(field: "title", rule: title.rule), PageEvidence(field: "body", rule: body.rule),
    ]

    let dates = DateFinder(context: context, heading: title.heading, body: body.roots)
    let published = dates.published()
    if let published { evidence.append(PageEvidence(field: "date", rule: published.rule)) }
    var authors = AuthorFinder(context: context).find(heading: title.heading, body: body.roots)
    if authors == nil, let signature = Signature.read(body.blocks) {
      authors = ([signature], "signature")
      body.log.tookOut(body.blocks.removeLast(), by: "signature")
    }
    if let authors { evidence.append(PageEvidence(field: "authors", rule: authors.rule)) }

    if let lead = LeadFigure(context: context).find(heading: title.heading, body: body) {
      body.blocks.insert(lead, at: 0)
    }
    let text = body.blocks.lazy.prefix(40).map(\.plainText).joined(separator: "\n")
    let beside = BesideReader(context: context, body: body.roots)
    var document = ArticleDocument(
      title: title.title, authors: authors?.names ?? [], published: published?.date,
      isDayOnly: published?.hasTime == false,
      modified: dates.modified(after: published?.date)?.date, language: context.language(of: text),
      tags: beside.tags(),
      picture: picture(notIn: body.blocks), summary: summary(), blocks: body.blocks)
    document.related = beside.related()
    document.top = beside.top()
    var article = ExtractedArticle(
      document: document, canonical: canonical(), nextPage: nextPage(),
      siteName: SiteName(context: context).find(),
      zoneOffset: published?.offset, evidence: evidence)
    if context.reading.isRecording {
      article.removed = body.log.parts(of: context, roots: body.roots)
      var lines = PageLineReader(
        context: context, body: body, heading: title.heading, blocks: body.blocks)
      article.lines = lines.read()
    }
    return article
  }

  private func picture(notIn blocks: [Block]) -> WebAddress? {
    let declared = context.meta.first(["og:image", "twitter:image", "twitter:image:src", "og:image:url"])?
      .value
    let linked = LinkedData.string(context.linked.article?.fields["image"])
    guard let address = context.page.resolve(declared ?? linked) else { return nil }
    let name = address.path.split(separator: "/").last
    for block in blocks {
      guard case .figure(let figure) = block, let picture = figure.picture else { continue }
      if picture == address || picture.path.split(separator: "/").last == name { return nil }
    }
    return address
  }

  private func summary() -> String? {
    let found =
      context.meta.first(["og:description", "description", "twitter:description", "dc.description"])?.value
      ?? context.linked.article?.string("description")
    guard let found else { return nil }
    let line = CleanText.line(PlainText.fromHTML(found), limit: 1000)
    return line.isEmpty ? nil : line
  }

  /// The page on which the article goes on; what another article calls its next one is none.
  private func nextPage() -> WebAddress? {
    guard let next = NextPage(context: context).find() else { return nil }
    if context.rules.nodes(.next) != nil { return next }
    let own = [context.page.address, canonical()].compactMap { $0.map(ArticleParts.stem) }
    return own.contains(ArticleParts.stem(next)) ? next : nil
  }

  private func canonical() -> WebAddress? {
    for index in 0..<context.document.count where context.document.name(index) == .link {
      guard context.document.attribute(.rel, of: index)?.lowercased() == "canonical" else { continue }
      return context.page.resolve(context.document.attribute(.href, of: index))
    }
    return context.page.resolve(context.meta.first(["og:url"])?.value)
  }
}
