import NewsModel
import Phrases

// What becomes of a change: the archive has kept it, or refused it.

extension ReaderState {
  /// Takes in that an effect was done.
  mutating func receive(done effect: Effect) -> [Effect] {
    _ = history.kept(effect)
    switch effect {
    case .mark(let ids, let mark): return settle(mark, on: ids)
    case .mute, .unmute: return loadAgain()
    case .copy: notice = .done(phrasebook[.copied])
    case .openInBrowser: notice = .done(phrasebook[.openedInBrowser])
    case .saveToFile(_, let path, _): notice = .done(phrasebook.text(.writtenTo, ["path": path]))
    case .loadSites, .loadSiteNews, .loadFront, .loadList, .loadArticle, .fetchAgain, .loadBeside, .loadTop,
      .search,
      .loadSources, .loadPicture, .refresh, .fetchAhead, .fetchSoon, .cancelRefresh, .loadText:
      // These are answered by what they bring.
      break
    case .markAllRead, .savePosition, .runCommand, .showTheme, .chooseTheme, .setWindowTitle, .suspend,
      .redraw, .quit:
      break
    }
    return []
  }

  /// Takes in why an effect was not done: what it had changed on the screen goes back.
  mutating func receive(_ problem: Problem, of effect: Effect) -> [Effect] {
    if case .saveToFile(let reference, let path, _) = effect, case .fileExists = problem {
      askAgain(Prompt(purpose: .saveToFile(reference, replacing: path), line: InputLine(path)))
      return []
    }
    notice = .problem(problem)
    keepLine(of: effect)
    if case .mark(let ids, let mark) = effect { takeBack(mark, from: ids) }
    guard let refused = history.refused(effect) else { return [] }
    switch refused.deed {
    case .marking(let ids, let mark):
      if case .markAllRead = effect { takeBack(mark, from: ids) }
      return []
    case .muting(let change):
      show(change.inverse)
      return loadAgain()
    }
  }

  /// Takes in which articles became read with their section or their site, those among them that no list shows.
  mutating func receive(markedRead ids: [ArticleID], _ site: SiteID, _ section: SectionID?) -> [Effect] {
    guard let kept = history.kept(.markAllRead(site, section)), case .marking(let shown, let mark) = kept.deed
    else { return [] }
    _ = settle(mark, on: shown)
    guard history.specify(kept, as: ids, mark) else { return loadAgain() }
    // It was undone before the archive had told of all: the others follow.
    let others = ids.filter(Set(ids).subtracting(shown).contains)
    return putInForce(.marking(others, mark.inverse))
  }

  private mutating func settle(_ mark: Mark, on ids: [ArticleID]) -> [Effect] {
    for (site, change) in shelf.answer(mark, on: ids, isKept: true) {
      editions[site]?.unreadTotal += change
      siteNews[site]?.unread += change
    }
    // What was never met here cannot be counted here.
    return ids.allSatisfy { shelf.statuses[$0] != nil } ? [] : loadAgain()
  }

  private mutating func takeBack(_ mark: Mark, from ids: [ArticleID]) {
    _ = shelf.answer(mark, on: ids, isKept: false)
  }

  /// Hides or shows again what a rule names.
  mutating func show(_ change: MuteChange) {
    switch change {
    case .hide(let rule): if !muted.contains(rule) { muted.append(rule) }
    case .show(let rule): muted.removeAll { $0 == rule }
    }
  }

  /// What a site has unread by what is shown: marks that were not answered yet count.
  func unread(of site: SiteID) -> Int {
    let kept = editions[site]?.unreadTotal ?? siteNews[site]?.unread ?? 0
    return max(0, kept + shelf.pendingUnread(of: site))
  }
}

extension ListQuery {
  /// What makes all of it read, where the archive can tell by itself what that is.
  var markingAll: Effect? {
    switch self {
    case .section(let site, let section): .markAllRead(site, section)
    case .site(let site): .markAllRead(site, nil)
    case .saved, .sinceLastVisit: nil
    }
  }
}
