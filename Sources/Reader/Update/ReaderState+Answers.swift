import Foundation
import NewsModel
import Phrases

extension ReaderState {
  /// Takes in what an effect has answered.
  mutating func receiveAnswer(_ message: Message) -> [Effect] {
    switch message {
    case .sitesLoaded(let sites): return receive(sites: sites)
    case .sitesChanged(let sites): return receive(changed: sites)
    case .siteNewsLoaded(let news): siteNews = news
    case .frontLoaded(let site, let edition):
      receive(edition, of: site)
    case .listLoaded(let query, let stories, let listed, let window):
      shelf.add(listed)
      return receive(stories, window, for: query)
    case .topLoaded(let site, let stories, let listed):
      shelf.add(listed)
      top[site] = stories
    case .articleLoaded(let reference, let opened): return receive(opened, for: reference)
    case .articleFailed(let reference, let problem): receive(problem, for: reference)
    case .besideLoaded(let id, let beside): receive(beside, of: id)
    case .found(let query, let finding):
      shelf.add(finding.articles)
      receive(finding, for: query)
    case .sourcesLoaded(let reports): receive(reports)
    case .pictureLoaded(let request, let cells):
      pictures[request] = .some(cells)
      if cells == nil { hiddenPictures.insert(request.address) }
    case .archiveChanged: return loadAgain()
    case .refreshProgressed(let progress): refresh = progress
    case .refreshFinished(let summary):
      finishRefresh(summary)
      return loadAgain()
    case .aheadFinished(let summary):
      finishFetchingAhead(summary)
      return loadAgain()
    case .textsKept(let articles): for id in articles { shelf.rememberText(of: id) }
    case .markedAllRead(let site, let section, let ids): return receive(markedRead: ids, site, section)
    case .done(let effect): return receive(done: effect)
    case .failed(let effect, let problem): return receive(problem, of: effect)
    case .textReady(let command, let text): return [.runCommand(command, input: text)]
    case .key, .pasted, .mouse, .resized, .themeSet, .tick, .resumed: break
    }
    return []
  }

  private mutating func receive(_ edition: Edition, of site: SiteID) {
    let chosen = site == self.site ? frontSelection : nil
    if let problem = edition.problem {
      notice = .problem(problem)
      // What stands there is better than nothing.
      if editions[site] != nil { return }
    }
    shelf.add(edition.articles)
    editions[site] = edition
    siteNews[site, default: SiteNews()].unread = edition.unreadTotal
    siteNews[site]?.refreshed = edition.refreshed
    guard let chosen, let index = frontStories.firstIndex(where: { shelf.isSame($0.reference, chosen) })
    else { return }
    for place in places.indices {
      if case .front(var front) = places[place] {
        front.cursor.selection = index
        places[place] = .front(front)
      }
    }
  }

  /// What is chosen on the front page, wherever that stands.
  private var frontSelection: ArticleReference? {
    for place in places {
      if case .front(let front) = place, front.cursor.selection > 0,
        frontStories.indices.contains(front.cursor.selection)
      {
        return frontStories[front.cursor.selection].reference
      }
    }
    return nil
  }

  private mutating func receive(_ finding: Finding, for query: SearchQuery) {
    for index in places.indices {
      guard case .search(var search) = places[index], search.query == query else { continue }
      // The same question asked again, because the archive grew, leaves the eye on its hit.
      let chosen =
        search.answered == query && search.hits.indices.contains(search.cursor.selection)
        ? search.hits[search.cursor.selection].story.reference : nil
      let found = chosen.flatMap { chosen in
        finding.hits.firstIndex { shelf.isSame($0.story.reference, chosen) }
      }
      search.cursor.follow(to: found)
      search.found = finding
      search.answered = query
      if search.goesToHits, !search.hits.isEmpty { search.isEditing = false }
      search.goesToHits = false
      places[index] = .search(search)
    }
  }

  private mutating func receive(_ reports: [SourceReport]) {
    for index in places.indices {
      guard case .sources(var sources) = places[index] else { continue }
      sources.reports = reports
      sources.isLoaded = true
      sources.cursor.clamp(to: reports.count)
      places[index] = .sources(sources)
    }
  }

  private mutating func receive(_ beside: Beside, of id: ArticleID) {
    shelf.add(beside.articles)
    guard article?.id == id else { return }
    side.article = id
    side.related = beside.related
    side.relatedCursor = ListCursor()
    if !beside.top.isEmpty, let site = shelf.site(of: id) { top[site] = beside.top }
  }

  private mutating func finishRefresh(_ summary: RefreshSummary) {
    refresh = nil
    if summary.wasTooEarly, !summary.wasCancelled {
      notice = .reason(phrasebook[.refreshTooEarly])
      return
    }
    offlineSince = summary.offlineSince
    if let problem = summary.problem {
      notice = .problem(problem)
    } else if summary.wasCancelled {
      notice = .done(phrasebook[.refreshCancelled])
    } else if summary.offlineSince == nil {
      var text =
        summary.newArticles > 0
        ? phrasebook.text(.refreshedNew, count: summary.newArticles) : phrasebook[.refreshedNothing]
      if summary.failures > 0 { text += " · " + phrasebook.text(.refreshFailures, count: summary.failures) }
      notice = .done(text)
    }
  }

  /// What is asked again when what may be shown has changed.
  func loadAgain() -> [Effect] {
    let shown = places.compactMap { place -> Effect? in
      if case .article(let article) = place { return article.id.map { .loadBeside($0) } }
      return place.listed?.reload
    }
    return [.loadSites] + (site.map { [.loadFront($0), .loadTop($0)] } ?? []) + shown
  }
}

extension SearchPlace {
  /// What is asked for; `nil` while too little is typed.
  var query: SearchQuery? {
    let text = line.text.trimmingCharacters(in: .whitespaces)
    return text.count >= 2 ? SearchQuery(text: text) : nil
  }
}
