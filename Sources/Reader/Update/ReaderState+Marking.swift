import Language
import NewsModel
import Phrases

extension ReaderState {
  mutating func toggleRead() -> [Effect] {
    let effects = toggle(\.isRead, Mark.read)
    // In a list the next one follows, so that several can be marked in a row.
    if focus == .main, article == nil { mainSelection = min(mainSelection + 1, max(0, mainCount - 1)) }
    return effects
  }

  mutating func toggleSaved() -> [Effect] {
    let effects = toggle(\.isSaved, Mark.saved)
    if let story = focusedStory, let id = shelf.number(of: story.reference) {
      notice = .done(phrasebook[shelf.statuses[id]?.isSaved ?? false ? .savedNow : .notSavedNow])
    }
    return effects
  }

  /// Takes the last change back.
  mutating func undo() -> [Effect] {
    guard let deed = history.undo() else { return [] }
    notice = .done(phrasebook[.undone])
    return putInForce(deed)
  }

  /// Makes the change again that was taken back last.
  mutating func redo() -> [Effect] {
    guard let deed = history.redo() else { return [] }
    notice = .done(phrasebook[.redone])
    return putInForce(deed)
  }

  mutating func askWhatToMute() -> [Effect] {
    let rules = focusedStory.map(muteRules) ?? chosenSite.map { [.source($0)] } ?? []
    let changes = rules.filter { !muted.contains($0) }.map(MuteChange.hide) + muted.map(MuteChange.show)
    if !changes.isEmpty { popup = .mute(changes, selection: 0) }
    return []
  }

  /// Marks an article read because it was opened.
  mutating func markRead(_ id: ArticleID) -> [Effect] { put(.read(true), on: [id]) }

  private mutating func toggle(_ part: WritableKeyPath<ArticleStatus, Bool>, _ mark: (Bool) -> Mark)
    -> [Effect]
  {
    guard let story = focusedStory, let id = shelf.number(of: story.reference) else { return [] }
    let status = shelf.statuses[id] ?? ArticleStatus()
    return put(mark(!status[keyPath: part]), on: [id])
  }

  /// All of the list that is shown becomes read; of a section or a site also what the list does not show.
  mutating func markShownRead() -> [Effect] {
    notice = .done(phrasebook[.sectionRead])
    let shown = mainStories.compactMap { shelf.number(of: $0.reference) }
    guard case .list(let list) = place, let effect = list.query.markingAll else {
      return put(.read(true), on: shown)
    }
    let unread = without(.read(true), shown)
    history.make(.marking(unread, .read(true)), by: effect)
    shelf.ask(for: .read(true), on: unread)
    return [effect]
  }

  /// Puts a mark on those articles that do not have it.
  private mutating func put(_ mark: Mark, on ids: [ArticleID]) -> [Effect] {
    let changed = without(mark, ids)
    guard !changed.isEmpty else { return [] }
    let deed = ChangeHistory.Deed.marking(changed, mark)
    history.make(deed)
    return putInForce(deed)
  }

  /// Those articles that are known not to have a mark, each once.
  private func without(_ mark: Mark, _ ids: [ArticleID]) -> [ArticleID] {
    var seen: Set<ArticleID> = []
    return ids.filter { id in shelf.statuses[id].map { !$0.has(mark) } ?? false && seen.insert(id).inserted }
  }

  /// Shows a deed and asks for it to be kept.
  mutating func putInForce(_ deed: ChangeHistory.Deed) -> [Effect] {
    switch deed {
    case .marking(let ids, let mark): shelf.ask(for: mark, on: ids)
    case .muting(let change): show(change)
    }
    return deed.effect.map { [$0] } ?? []
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
