import Language
import NewsModel
import Phrases

extension ReaderState {
  /// Commands that change what is read, saved or muted.
  mutating func mark(_ command: Command) -> [Effect] {
    switch command {
    case .toggleRead:
      let effects = toggle(\.isRead)
      // In a list the next one follows, so that several can be marked in a row.
      if focus == .main, article == nil { mainSelection = min(mainSelection + 1, max(0, mainCount - 1)) }
      return effects
    case .toggleSaved:
      let effects = toggle(\.isSaved)
      if let story = focusedStory, let id = shelf.number(of: story.reference) {
        notice = .done(phrasebook[shelf.statuses[id]?.isSaved ?? false ? .savedNow : .notSavedNow])
      }
      return effects
    case .markSectionRead: return markShownRead()
    case .undo:
      guard let change = history.undo() else { return [] }
      notice = .done(phrasebook[.undone])
      return switch change {
      case .statuses(let steps): apply(steps.map { ($0.id, $0.before) })
      case .muting(let change): apply(change.inverse)
      }
    case .redo:
      guard let change = history.redo() else { return [] }
      notice = .done(phrasebook[.redone])
      return switch change {
      case .statuses(let steps): apply(steps.map { ($0.id, $0.after) })
      case .muting(let change): apply(change)
      }
    case .mute:
      let rules = focusedStory.map(muteRules) ?? chosenSite.map { [.source($0)] } ?? []
      let changes = rules.filter { !muted.contains($0) }.map(MuteChange.hide) + muted.map(MuteChange.show)
      if !changes.isEmpty { popup = .mute(changes, selection: 0) }
      return []
    default: return []
    }
  }

  /// Marks an article read because it was opened.
  mutating func markRead(_ id: ArticleID) -> [Effect] {
    guard let status = shelf.statuses[id], !status.isRead else { return [] }
    return change([id]) { $0.isRead = true }
  }

  /// Hides or shows again, and tells the file of it.
  mutating func apply(_ change: MuteChange) -> [Effect] {
    switch change {
    case .hide(let rule):
      if !muted.contains(rule) { muted.append(rule) }
      return [.mute(rule)]
    case .show(let rule):
      muted.removeAll { $0 == rule }
      return [.unmute(rule)]
    }
  }

  private mutating func toggle(_ part: WritableKeyPath<ArticleStatus, Bool>) -> [Effect] {
    guard let story = focusedStory, let id = shelf.number(of: story.reference) else { return [] }
    return change([id]) { $0[keyPath: part].toggle() }
  }

  /// All of the list that is shown becomes read; of a section also what the list does not show.
  private mutating func markShownRead() -> [Effect] {
    let ids = mainStories.compactMap { shelf.number(of: $0.reference) }
    var effects = change(ids) { $0.isRead = true }
    if case .list(let list) = place, case .section(let site, let section) = list.query {
      effects.append(.markRead(site, section))
    }
    notice = .done(phrasebook[.sectionRead])
    return effects
  }

  /// Changes statuses, remembers how they were, and tells the cache.
  private mutating func change(_ ids: [ArticleID], _ change: (inout ArticleStatus) -> Void) -> [Effect] {
    var steps: [StatusHistory.Step] = []
    for id in ids {
      guard let before = shelf.statuses[id] else { continue }
      var after = before
      change(&after)
      if after != before { steps.append(StatusHistory.Step(id: id, before: before, after: after)) }
    }
    history.remember(.statuses(steps))
    return apply(steps.map { ($0.id, $0.after) })
  }

  /// Puts statuses in force and tells the cache, in as few effects as can be.
  private mutating func apply(_ statuses: [(ArticleID, ArticleStatus)]) -> [Effect] {
    var groups: [(read: Bool?, saved: Bool?, ids: [ArticleID])] = []
    for (id, status) in statuses {
      guard let old = shelf.statuses[id] else { continue }
      let read = old.isRead == status.isRead ? nil : status.isRead
      let saved = old.isSaved == status.isSaved ? nil : status.isSaved
      guard read != nil || saved != nil else { continue }
      if let read { countUnread(read ? -1 : 1, for: id) }
      shelf.change(id) {
        $0.isRead = status.isRead
        $0.isSaved = status.isSaved
      }
      if let index = groups.firstIndex(where: { $0.read == read && $0.saved == saved }) {
        groups[index].ids.append(id)
      } else {
        groups.append((read, saved, [id]))
      }
    }
    return groups.map { .setStatus($0.ids, read: $0.read, saved: $0.saved) }
  }

  /// Keeps the count of the article's site right until the cache tells it anew.
  private mutating func countUnread(_ change: Int, for id: ArticleID) {
    guard let site = shelf.site(of: id) else { return }
    if let unread = editions[site]?.unreadTotal { editions[site]?.unreadTotal = max(0, unread + change) }
    if let unread = siteNews[site]?.unread { siteNews[site]?.unread = max(0, unread + change) }
  }

  /// The site whose row is chosen in the list of sites.
  var chosenSite: SiteID? {
    guard focus == .main, case .kiosk = place, sites.indices.contains(mainSelection) else { return nil }
    return sites[mainSelection].id
  }

  private func muteRules(for story: Story) -> [MuteRule] {
    var rules: [MuteRule] = []
    if let site = shelf.site(of: story.reference) ?? site {
      let shown = site == self.site ? section : nil
      if let section = shown ?? followed(site)?.section(titled: story.section) {
        rules.append(.section(site, section))
      }
      if sites.count > 1 { rules.append(.source(site)) }
    }
    var seen: Set<String> = []
    for word in Self.wholeWords(of: story.title) where word.count >= 4 {
      // What says nothing of the story is no reason to hide it.
      guard !SearchTerms.terms(of: word, language: story.language ?? siteLanguage).isEmpty else { continue }
      let folded = word.lowercased()
      if seen.insert(folded).inserted { rules.append(.word(folded)) }
    }
    return Array(rules.prefix(12))
  }

  /// The words of a title from their first letter to their last; one that begins with a number says something else
  /// without it and is left out.
  static func wholeWords(of title: String) -> [Substring] {
    title.split { !$0.isLetter && !$0.isNumber && !hyphens.contains($0) }.compactMap { piece in
      guard let first = piece.firstIndex(where: { !hyphens.contains($0) }), piece[first].isLetter,
        let last = piece.lastIndex(where: \.isLetter)
      else { return nil }
      return piece[first...last]
    }
  }

  private static let hyphens: Set<Character> = ["-", "\u{2010}", "\u{2011}"]
}
