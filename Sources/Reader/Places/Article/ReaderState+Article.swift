import Canvas
import NewsModel
import Phrases

extension ReaderState {
  /// Opens a story over what is shown, with the list it stands in for next and previous.
  mutating func open(_ story: Story, queue: [Story], index: Int) -> [Effect] {
    let effects = leaveArticle()
    if places.count >= 64,
      let oldest = places.firstIndex(where: { if case .article = $0 { true } else { false } })
    {
      places.remove(at: oldest)
    }
    places.append(.article(ArticlePlace(story: story, queue: queue, index: index)))
    side.listCursor = ListCursor(selection: index)
    focus = .main
    return effects + [.loadArticle(story.reference)]
  }

  /// Puts another story of the queue in the place of the one that is shown.
  mutating func turn(to index: Int) -> [Effect] {
    guard let article, article.queue.indices.contains(index) else { return [] }
    let effects = leaveArticle()
    let story = article.queue[index]
    var next = ArticlePlace(story: story, queue: article.queue, index: index)
    next.list = article.list
    place = .article(next)
    side.listCursor.selection = index
    focus = .main
    chooseBelow(story)
    return effects + [.loadArticle(story.reference)]
  }

  /// The list under the article follows it, so that going back leads to the article read last.
  private mutating func chooseBelow(_ story: Story) {
    guard places.count >= 2 else { return }
    let article = places.removeLast()
    if let index = mainStories.firstIndex(where: { $0.reference == story.reference }) {
      mainSelection = index
    }
    scrollToFocus()
    places.append(article)
  }

  /// What is to be kept of the article that is shown before another place is.
  func leaveArticle() -> [Effect] {
    guard let article, let id = article.id, article.opened?.document != nil, article.earlier == nil else {
      return []
    }
    let byte = article.layout.byte(atRow: article.top)
    guard byte != article.opened?.listed.status.position else { return [] }
    return [.savePosition(id, byte)]
  }

  /// Takes in an article that was loaded.
  mutating func receive(_ opened: OpenedArticle, for reference: ArticleReference) -> [Effect] {
    shelf.add(opened.listed)
    if case .headline(let headline, _) = reference { shelf.remember(headline.address, as: opened.listed.id) }
    guard isShown(reference) else { return [] }
    tellOfText(opened.document, fetchedAgainFor: reference)
    let isOnTop = article?.reference == reference
    let isNew = isOnTop && article?.opened == nil
    // Where there is nothing to read, nothing was read.
    let isFirstRead = isOnTop && opened.isReadable && !(article?.opened?.isReadable ?? false)
    changeArticles(reference) { place in
      if opened.document != nil || place.opened?.document == nil { place.opened = opened }
      if opened.document != nil { place.problem = nil }
    }
    var effects = isFirstRead ? markRead(opened.listed.id) : []
    guard isNew else { return effects }
    effects += fitArticle()
    withArticle { $0.top = $0.layout.row(ofByte: opened.listed.status.position) }
    if side.article != opened.listed.id {
      side.related = []
      side.article = nil
      effects.append(.loadBeside(opened.listed.id))
    }
    return effects
  }

  /// Says whether a text that was fetched once more is another one.
  private mutating func tellOfText(
    _ document: ArticleDocument?, fetchedAgainFor reference: ArticleReference
  ) {
    guard let article, article.isOf(reference), article.isFetchedAgain, let document else { return }
    withArticle { $0.isFetchedAgain = false }
    // By the same measure the archive keeps an earlier version.
    let isSame = document.plainText == article.opened?.document?.plainText
    notice = .done(phrasebook[isSame ? .textUnchanged : .textRenewed])
  }

  /// Takes in why a text could not be fetched; where there is an older one, the status line tells it.
  mutating func receive(_ problem: Problem, for reference: ArticleReference) {
    let isOnTop = article?.isOf(reference) ?? false
    if isOnTop, article?.isFetchedAgain ?? false { notice = nil }
    changeArticles(reference) {
      $0.problem = problem
      $0.isFetchedAgain = false
    }
    if isOnTop, article?.opened?.document != nil { notice = .problem(problem) }
  }

  private func isShown(_ reference: ArticleReference) -> Bool {
    places.contains { if case .article(let article) = $0 { article.isOf(reference) } else { false } }
  }

  /// Changes every place that shows an article.
  mutating func changeArticles(_ reference: ArticleReference, _ change: (inout ArticlePlace) -> Void) {
    for index in places.indices {
      guard case .article(var article) = places[index], article.isOf(reference) else { continue }
      change(&article)
      // Laid out anew when it is shown; until then it tells where the reader is.
      article.layout.key = ArticleLayout.Key()
      places[index] = .article(article)
    }
  }

  /// Lays the shown article out for the width it has, when that or the text has changed; the byte at the top stays
  /// there.
  mutating func fitArticle() -> [Effect] {
    guard let article else { return [] }
    let key = layoutKey
    guard article.layout.key != key else { return loadPictures() }
    let anchor = article.layout.rows.isEmpty ? nil : article.layout.place(atRow: article.top)
    let byte = article.layout.byte(atRow: article.top)
    let phrases = phrasebook
    let language = siteLanguage
    withArticle { place in
      place.layout = ArticleComposer.layout(
        ArticleFacts(place, siteLanguage: language), problem: place.problem, isLoading: place.isLoading,
        key: key,
        phrases: phrases)
      if place.top > 0, let anchor {
        place.top = byte > 0 ? place.layout.row(ofByte: byte) : place.layout.row(of: anchor)
      }
      if let find = place.find {
        place.find = Finder.find(find.text, in: place.layout, current: find.current)
      }
    }
    return loadPictures()
  }

  /// Asks for the pictures of the article that are not there yet; what other articles needed is let go in time.
  private mutating func loadPictures() -> [Effect] {
    guard let wanted = article?.layout.pictures else { return [] }
    if pictures.count > Self.picturesKept { pictures = pictures.filter { wanted.contains($0.key) } }
    let missing = wanted.filter { pictures[$0] == nil }
    for request in missing { pictures[request] = .some(nil) }
    return missing.map(Effect.loadPicture)
  }

  private static let picturesKept = 40

  /// All that decides how the article that is shown is laid out.
  private var layoutKey: ArticleLayout.Key {
    let main = Arrangement(self).main
    let margin = main.columns >= 60 ? 3 : main.columns >= 30 ? 1 : 0
    // A hidden pane keeps its text as it will be shown again.
    let room = (main.columns > 0 ? main.columns : size.columns) - 2 * margin
    return ArticleLayout.Key(
      measure: max(1, min(room, settings.measure)), isJustified: settings.isJustified,
      showsPictures: settings.showsPictures && !settings.isPlain && size.rows >= 16,
      pictureRows: max(3, min(16, size.rows / 2)),
      hiddenPictures: hiddenPictures, isPlain: settings.isPlain, isAiry: isAiry,
      language: settings.language.rawValue, isWhole: true)
  }
}

extension ArticlePlace {
  /// Whether an answer is still to come.
  var isLoading: Bool { opened == nil && problem == nil }
}
