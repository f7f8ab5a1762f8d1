import FeedParsing
import Fetching
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
      case .fetch(let reason, let address): Problem(reason, at: address)
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
      case .fetch(let reason, let address): Problem(reason, at: address)
      case .noPage: .noArticlePage
      case .noText(let address): .noArticleText(address.shown)
      case .notText(let reason, let address): Problem(reason, at: address)
      case .cache(let error): Problem(error)
      }
  }

  package init(_ failure: SourceFailure, at address: WebAddress) {
    self =
      switch failure {
      case .fetch(let reason): Problem(reason, at: address)
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

  package init(_ failure: FetchFailure, at address: WebAddress) {
    let host = address.host
    self =
      switch failure {
      case .unknownHost(let name): .unknownHost(name.isEmpty ? host : name)
      case .refused: .refused(host: host)
      case .timedOut, .stalled: .timedOut(host: host)
      case .tooLarge(let limit): .tooLarge(limitBytes: limit)
      case .status(410, _): .gone(host: host)
      case .status(let status, _): .status(status, host: host)
      case .browserCheck: .browserCheck(host: host)
      case .certificate(let fault): .certificate(host: host, Certificate(fault))
      case .encryption: .encryption(host: host)
      case .tooManyRedirects: .tooManyRedirects(host: host)
      case .forbiddenRedirect(let target): .forbiddenRedirect(target)
      case .badScheme, .malformedAddress: .notAnAddress(address.shown)
      case .proxy(let words): .proxy(words)
      case .other(let words): .other(words)
      case .offline: .offline
      case .cancelled: .cancelled
      case .empty: .emptyAnswer(address.shown)
      case .unreadableFile(.directory): .isFolder(address.path)
      case .unreadableFile: .unreadableFile(address.path)
      case .interrupted, .garbled: .interrupted(host: host)
      }
  }
}

extension Problem.Certificate {
  package init(_ fault: FetchFailure.CertificateFault) {
    self =
      switch fault {
      case .expired: .expired
      case .notYetValid: .notYetValid
      case .selfSigned: .selfSigned
      case .unknownRoot(let issuer): .unknownRoot(issuer)
      case .wrongHost: .wrongHost
      case .revoked: .revoked
      case .other: .other
      }
  }
}
