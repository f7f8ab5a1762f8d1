import NewsModel

extension ReaderState {
  /// Asks for the texts under the cursor and beside it, when they are not here and a network is.
  mutating func fetchSoon() -> [Effect] {
    guard settings.fetchesAhead, !settings.isOffline, offlineSince == nil else { return [] }
    let wanted = nextToOpen.filter { !shelf.hasText(of: $0) }
    guard wanted != fetchedSoon else { return [] }
    fetchedSoon = wanted
    return wanted.isEmpty ? [] : [.fetchSoon(wanted)]
  }

  /// What may be opened next: the chosen row, the one after it, the one before it.
  private var nextToOpen: [ArticleReference] {
    let rows: [ArticleReference?]
    if focus == .main, let article {
      rows = [1, -1].map { step in
        let place = article.index + step
        return article.queue.indices.contains(place) ? article.queue[place].reference : nil
      }
    } else if focus == .main, case .front(let front) = place {
      rows = [0, 1, -1].map { frontStory(at: front.cursor.selection + $0)?.reference }
    } else {
      let (stories, selection) = (stories(in: focus), selection(in: focus))
      rows = [0, 1, -1].map { step in
        stories.indices.contains(selection + step) ? stories[selection + step].reference : nil
      }
    }
    return rows.compactMap(\.self)
  }

  mutating func finishFetchingAhead(_ summary: AheadSummary) {
    refresh = nil
    if summary.wasCancelled {
      notice = .done(phrasebook[.refreshCancelled])
      return
    }
    let size = phrasebook.size(bytes: summary.wireBytes)
    var parts: [String] = []
    if summary.texts > 0 { parts.append(phrasebook.text(.aheadTexts, count: summary.texts, ["size": size])) }
    if summary.missing > 0 {
      let count = phrasebook.text(.aheadMissing, count: summary.missing)
      parts.append(summary.problem.map { "\(count): \(phrasebook.sentence(for: $0))" } ?? count)
    }
    if parts.isEmpty { parts.append(phrasebook[.aheadNothing]) }
    if summary.isBudgetSpent { parts.insert(phrasebook[.aheadRest], at: 1) }
    notice = .done(parts.joined(separator: " · "))
  }
}
