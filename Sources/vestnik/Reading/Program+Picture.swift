import Canvas
import Configuration
import Foundation
import NewsModel
import Newsroom
import Reader
import ReaderDesk
import Threads

extension Program {
  /// The moment of every picture: 21 January 2026, 12:40 UTC.
  static let pictureMoment = Date(timeIntervalSince1970: 1_768_999_200)

  /// The front page of the first site as it would stand on a screen, as SVG.
  func frontPicture(size: CellSize, _ start: ReaderStart) throws -> String {
    let catalogue = ThemeCatalogue(folder: folders.themes)
    let theme = try chosenTheme(named: start.theme, in: catalogue) ?? catalogue.standard(isDark: true)
    let look = readerSettings(themes: [], isPlain: start.isPlain)
    let service = DeskService(desk: newsroom, phrases: phrases, lastVisit: nil, mutes: MuteList(store: nil))
    let sites = SiteNames.filed(newsroom.followed)
    let messages = AsyncBridge.wait { () -> [Message] in
      guard let site = sites.first?.id else { return [.sitesLoaded(sites)] }
      let top = await service.top(of: site)
      return [
        .sitesLoaded(sites), .frontLoaded(site, await service.edition(of: site)),
        .topLoaded(site, top.stories, top.articles),
      ]
    }
    var state = ReaderState(size: size, settings: look, now: newsroom.now())
    for message in messages { _ = Update.update(&state, message, at: newsroom.now(), instant: .now) }
    return View.frame(of: state).svg(in: theme, title: "Vestnik")
  }
}
