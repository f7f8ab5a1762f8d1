import FeedParsing
import Foundation
import NewsCache
import NewsModel
import Newsroom
import Phrases

// The one place where what the newsroom reports becomes what people are told.

extension Problem {
  package init(_ failure: DiscoveryFailure) {
    self =
      switch failure {
      case .notAnAddress(let text): .notAnAddress(text)
      case .fetch(let reason, let address): .fetch(reason, at: address)
      case .noNews(let address): .notASite(address.shown)
      case .notNews(let reason, let address): Problem(reason, at: address)
      }
  }

  /// What is wrong with the machine's clock; `nil` where it is believed.
  /// - Parameter wall: what it shows.
  package init?(_ verdict: ClockVerdict, wall: Date) {
    switch verdict {
    case .believed: return nil
    case .ahead(let lead):
      self = .wrongClock(shown: wall, known: wall.addingTimeInterval(-(lead / .seconds(1))))
    case .behind(let lag): self = .wrongClock(shown: wall, known: wall.addingTimeInterval(lag / .seconds(1)))
    }
  }

  package init(_ failure: OpeningFailure) {
    self =
      switch failure {
      case .noSuchArticle: .noSuchArticle("")
      case .fetch(let reason, let address): .fetch(reason, at: address)
      case .noPage: .noArticlePage
      case .noText(let address): .noArticleText(address.shown)
      case .notText(let reason, let address): Problem(reason, at: address)
      case .cache(let error): Problem(error)
      }
  }

  package init(_ failure: SourceFailure, at address: WebAddress) {
    self =
      switch failure {
      case .fetch(let reason): .fetch(reason, at: address)
      case .notNews(let reason): Problem(reason, at: address)
      case .cache(let error): Problem(error)
      }
  }

  /// - Parameter folder: where the list of what is followed is kept.
  package init(_ failure: FollowingFailure, folder: String) {
    self =
      switch failure {
      case .alreadyFollowed(let known): .alreadyFollowed(known.name)
      case .notFollowed(let id): .noSuchSite(id.rawValue, nearest: nil)
      case .notWritten: .unwritableFolder(folder)
      case .cache(let error): Problem(error)
      }
  }

  package init(_ reason: FeedResult.Reason, at address: WebAddress) {
    self =
      switch reason {
      case .empty: .emptyAnswer(address.shown)
      case .binary: .binary(address.shown)
      case .tooLarge: .tooLarge(limitBytes: FeedParser.maximumBytes)
      case .page: .notASite(address.shown)
      case .otherXML, .otherJSON, .otherText: .notAFeed(address.shown)
      }
  }

  package init(_ error: CacheError) {
    self =
      switch error {
      case .damaged(let path): .damagedCache(path)
      case .notOurs(let path): .foreignCache(path)
      case .newer(let path): .newerCache(path)
      case .readOnly(let path): .unwritableFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
      case .cannotOpen(let path, _): .unreadableFile(path)
      case .diskFull(let path): .diskFull(path)
      case .busy: .archiveBusy
      case .noSuchArticle(let number): .noSuchArticle(String(number))
      case .failed(let reason): .cacheFailed(reason)
      }
  }
}
