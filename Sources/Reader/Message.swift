import Canvas
import NewsModel
import Phrases

/// What happens to the reader: what a person does, what time does, what effects answer.
package enum Message: Equatable, Sendable {
  case key(KeyChord)
  case pasted(String)
  case mouse(MouseEvent)
  case resized(CellSize)
  /// The screen shows in the theme of this name.
  case themeSet(String)
  /// The moment of `ReaderState.nextWake` has come.
  case tick

  /// The first message of all: what is followed, in the order of the kiosk.
  case sitesLoaded([Site])
  /// Answers `Effect.loadSites`: the same sites, as a rule.
  case sitesChanged([Site])
  /// Answers `Effect.loadSiteNews`; sites that nothing is known of are not among them.
  case siteNewsLoaded([SiteID: SiteNews])
  /// Answers `Effect.loadFront`; comes again by itself when a refresh changed the site.
  case frontLoaded(SiteID, Edition)
  /// Answers `Effect.loadList`; comes again by itself when a refresh changed the list.
  /// Without a window the rows are all there are.
  case listLoaded(ListQuery, [Story], [ListedArticle], ListWindow? = nil)
  /// Answers `Effect.loadArticle`. May come twice: what the cache has, then with the text that was fetched.
  case articleLoaded(ArticleReference, OpenedArticle)
  /// Answers `Effect.loadArticle` when nothing at all can be shown, or the text could not be fetched.
  case articleFailed(ArticleReference, Problem)
  /// Answers `Effect.loadBeside`.
  case besideLoaded(ArticleID, Beside)
  /// Answers `Effect.loadTop`.
  case topLoaded(SiteID, [Story], [ListedArticle])
  /// Answers `Effect.search`.
  case found(SearchQuery, Finding)
  /// Answers `Effect.loadSources`.
  case sourcesLoaded([SourceReport])
  /// Answers `Effect.loadPicture`; `nil`: it cannot be drawn, its caption stands alone.
  case pictureLoaded(PictureRequest, PictureCells?)

  /// Answers `Effect.loadText`: an article as plain text.
  case textReady(command: String, text: String)

  /// The archive, or what is followed, is not what it was, by this process or by another: what is shown is asked for again.
  case archiveChanged

  case refreshProgressed(RefreshProgress)
  case refreshFinished(RefreshSummary)
  /// Answers `Effect.fetchAhead`; lists that changed come by themselves.
  case aheadFinished(AheadSummary)
  /// Answers `Effect.fetchSoon`: articles whose texts can be read without a network now.
  case textsKept([ArticleID])

  /// Answers `Effect.markAllRead`: the articles that were unread, those among them that no list shows.
  case markedAllRead(SiteID, SectionID?, [ArticleID])
  /// An effect that has no other answer was done: what it changes is kept.
  case done(Effect)
  /// An effect was refused: what it changes is as it was.
  case failed(Effect, Problem)
  /// The clock may have been set, the terminal was resumed: everything is drawn anew.
  case resumed
}
