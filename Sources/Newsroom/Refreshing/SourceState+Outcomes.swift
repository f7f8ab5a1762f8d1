import FeedParsing
import Fetching
import Foundation
import NewsCache
import NewsModel

/// The codes under which the cache keeps how a source answered last.
enum OutcomeCode: String {
  case changed
  case notModified
}

extension SourceState {
  /// Takes over what a good answer said.
  /// - Parameter wish: the feed's own; it does not hold back where the server answers "not modified", which costs
  ///   it next to nothing.
  mutating func succeed(
    _ code: OutcomeCode, _ answer: GoodAnswer, wish: RefreshWish, clock: TrustedClock
  ) {
    let now = clock.wall
    etag = answer.validators.etag
    lastModified = answer.validators.lastModified
    lastFetched = clock.moment
    movedTo = answer.permanentAddress ?? movedTo
    outcome = code.rawValue
    detail = wish.note
    bytes = answer.wireBytes
    failures = 0
    isGone = false
    let isCheap = !answer.validators.isEmpty
    notBefore = Backoff().nextAllowed(
      maxAge: answer.maxAge, timeToLive: isCheap ? nil : wish.interval, now: now)
    if !isCheap, let end = wish.endOfQuiet(from: notBefore ?? now) { notBefore = end }
  }

  /// Takes over a failure; validators and content stay as they were.
  /// - Returns: whether it is one of the source's making, to be kept.
  mutating func fail(with failure: SourceFailure, now: Date) -> Bool {
    switch failure {
    case .cache, .fetch(.offline), .fetch(.cancelled): return false
    case .notNews, .fetch: break
    }
    let isFirst = failures == 0
    failures += 1
    (outcome, detail) = FailureCode.write(failure)
    switch failure {
    case .fetch(let reason):
      notBefore = Backoff().nextAllowed(after: reason, failures: failures, key: address.text, now: now)
      isGone = reason.isGone
    case .notNews, .cache:
      notBefore = Backoff().nextAllowed(afterUnreadable: failures, key: address.text, now: now)
    }
    // A permanent move that leads nowhere may have been a mistake: the next time the old address is asked.
    if movedTo != nil, !isFirst || isGone { (movedTo, isGone) = (nil, false) }
    return true
  }

  /// Why it failed the last time; `nil`: it did not.
  var failure: SourceFailure? { failures > 0 ? FailureCode.read(outcome, detail) : nil }

  /// How often the feed wanted to be asked the last time it was read.
  var wish: RefreshWish { failures > 0 ? RefreshWish() : RefreshWish(note: detail) }

  /// Whether the server itself named the moment before which it is not to be asked.
  var isServersWish: Bool {
    if case .fetch(.status(_, .some))? = failure { true } else { false }
  }
}

/// Failures as the cache keeps them: a code, and the fact that belongs to it.
enum FailureCode {
  static func write(_ failure: SourceFailure) -> (code: String, detail: String) {
    switch failure {
    case .cache(let words): return ("cache", "\(words)")
    case .notNews(let reason): return ("notNews", write(reason))
    case .fetch(let reason): return (reason.row.code.rawValue, reason.fact)
    }
  }

  static func read(_ code: String, _ detail: String) -> SourceFailure {
    if let code = FetchFailure.Code(rawValue: code) { return .fetch(FetchFailure(code, fact: detail)) }
    switch code {
    case "cache": return .cache(.failed(reason: detail))
    case "notNews": return .notNews(readReason(detail))
    // Of a later version.
    default: return .fetch(.other(detail))
    }
  }

  private static let reasons: [String: FeedResult.Reason] = [
    "empty": .empty, "page": .page, "binary": .binary, "otherJSON": .otherJSON, "otherText": .otherText,
  ]

  private static func write(_ reason: FeedResult.Reason) -> String {
    switch reason {
    case .otherXML(let root): "xml:\(root)"
    case .tooLarge(let bytes): "large:\(bytes)"
    case .empty, .page, .binary, .otherJSON, .otherText:
      reasons.first { $0.value == reason }?.key ?? "otherText"
    }
  }

  private static func readReason(_ text: String) -> FeedResult.Reason {
    if let reason = reasons[text] { return reason }
    if text.hasPrefix("xml:") { return .otherXML(root: String(text.dropFirst(4))) }
    if text.hasPrefix("large:") { return .tooLarge(bytes: Int(text.dropFirst(6)) ?? 0) }
    return .otherText
  }
}
