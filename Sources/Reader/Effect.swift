import Canvas
import NewsModel

/// What the reader asks the program to do; answers come as messages.
///
/// When it wants to be woken is no effect but derived from the state: `ReaderState.nextWake`.
package enum Effect: Equatable, Sendable {
  /// What is followed by now. Answered by `sitesChanged`.
  case loadSites
  /// What is new in every site. Answered by `siteNewsLoaded`.
  case loadSiteNews
  /// Answered by `frontLoaded`, from the cache.
  case loadFront(SiteID)
  /// Answered by `listLoaded`, from the cache.
  case loadList(ListQuery, ListOrder, ListPart = .around(0))
  /// Answered by `articleLoaded`, from the cache; the full text is fetched when it is not there and a network is.
  case loadArticle(ArticleReference)
  /// Fetches an article's text again. Answered by `articleLoaded` or `articleFailed`.
  case fetchAgain(ArticleID)
  /// Answered by `besideLoaded`.
  case loadBeside(ArticleID)
  /// Answered by `topLoaded`.
  case loadTop(SiteID)
  /// Answered by `found`. A newer search makes an older one's answer needless.
  case search(SearchQuery)
  /// Answered by `sourcesLoaded`.
  case loadSources(SiteID?)
  /// Answered by `pictureLoaded`.
  case loadPicture(PictureRequest)

  /// Answered by `refreshProgressed`, then `refreshFinished`.
  case refresh(RefreshScope)
  /// Fetches the texts of what is unread, so that no network is needed for them. Answered by `refreshProgressed`, then
  /// `aheadFinished`.
  case fetchAhead(RefreshScope)
  /// Fetches the texts of what may be opened next, once the cursor rests; a newer wish takes its place. Answered by
  /// `textsKept`.
  case fetchSoon([ArticleReference])
  /// Ends a refresh or a fetching ahead early; the answer tells that it was.
  case cancelRefresh

  /// Answered by `done` or `failed`, in the order of asking.
  case mark([ArticleID], Mark)
  /// Everything of a section (of the site, when `nil`) becomes read. Answered by `markedAllRead` or `failed`.
  case markAllRead(SiteID, SectionID?)
  /// Keeps the place in a text: a byte offset into the document's plain text. Answered by `done` or `failed`.
  case savePosition(ArticleID, Int)
  /// Answered by `done` or `failed`.
  case mute(MuteRule)
  /// Shows again what a rule named. Answered by `done` or `failed`.
  case unmute(MuteRule)

  /// Answered by `done` or `failed`.
  case openInBrowser(WebAddress)
  /// To the clipboard (OSC 52). Answered by `done` or `failed`.
  case copy(String)
  /// Writes an article to a file: Markdown, HTML or plain text by its suffix. Answered by `done` or `failed`, by
  /// `Problem.fileExists` where one stands there and may not be replaced.
  case saveToFile(ArticleReference, path: String, replaces: Bool)
  /// Answered by `textReady`, or `failed`.
  case loadText(ArticleReference, command: String)
  /// Gives the terminal to a shell command with a text as its input, until it ends. Answered by `failed` only.
  case runCommand(String, input: String)
  /// Shows a theme, for a preview. No answer.
  case showTheme(String)
  /// Shows a theme from now on, at the next start too. No answer.
  case chooseTheme(String)
  /// The title of the terminal's window.
  case setWindowTitle(String)
  case suspend
  case redraw
  case quit
}

/// A picture wanted in cells.
package struct PictureRequest: Hashable, Sendable {
  /// Where the picture lies.
  package var address: WebAddress
  /// The width it may take.
  package var columns: Int
  /// The height it may take.
  package var rows: Int

  package init(address: WebAddress, columns: Int, rows: Int) {
    self.address = address
    self.columns = columns
    self.rows = rows
  }
}
