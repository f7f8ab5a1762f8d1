import FeedParsing
import Fetching
import Foundation
import NewsCache

/// The codes under which the cache keeps how a source answered last.
enum OutcomeCode: String {
  case changed
  case notModified
}

extension SourceState {
  /// Takes over what a good answer said.
  mutating func succeed(with code: OutcomeCode, validators: Validators, bytes: Int) {
    etag = validators.etag
    lastModified = validators.lastModified
    outcome = code.rawValue
    detail = ""
    self.bytes = bytes
    failures = 0
    notBefore = nil
  }

  /// Takes over a failure; validators and content stay as they were.
  mutating func fail(with failure: SourceFailure, now: Date) {
    guard failure != .fetch(.cancelled) else { return }
    failures += 1
    (outcome, detail) = FailureCode.write(failure)
    if case .fetch(let reason) = failure {
      notBefore = Backoff().nextAllowed(after: reason, failures: failures, key: address.text, now: now)
    }
    if case .fetch(let reason) = failure, reason.isGone { isGone = true }
  }

  /// Why it failed the last time; `nil`: it did not.
  var failure: SourceFailure? { failures > 0 ? FailureCode.read(outcome, detail) : nil }
}

/// Failures as the cache keeps them: a code, and the fact that belongs to it.
enum FailureCode {
  static func write(_ failure: SourceFailure) -> (code: String, detail: String) {
    switch failure {
    case .cache(let words): return ("cache", "\(words)")
    case .notNews(let reason): return ("notNews", write(reason))
    case .fetch(let reason):
      switch reason {
      case .unknownHost(let host): return ("unknownHost", host)
      case .tooLarge(let limit): return ("tooLarge", String(limit))
      case .status(let status, _): return ("status", String(status))
      case .browserCheck(let status): return ("browserCheck", String(status))
      case .certificate(let fault): return ("certificate", fault.rawValue)
      case .encryption(let words): return ("encryption", words)
      case .forbiddenRedirect(let address): return ("forbiddenRedirect", address)
      case .proxy(let words): return ("proxy", words)
      case .unreadableFile(let fault): return ("unreadableFile", fault.rawValue)
      case .garbled(let words): return ("garbled", words)
      case .other(let words): return ("other", words)
      default: return (plain.first { $0.value == reason }?.key ?? "other", "")
      }
    }
  }

  static func read(_ code: String, _ detail: String) -> SourceFailure {
    if let reason = plain[code] { return .fetch(reason) }
    switch code {
    case "cache": return .cache(.failed(reason: detail))
    case "notNews": return .notNews(readReason(detail))
    case "unknownHost": return .fetch(.unknownHost(detail))
    case "tooLarge": return .fetch(.tooLarge(limit: Int(detail) ?? 0))
    case "status": return .fetch(.status(Int(detail) ?? 0, retryAfter: nil))
    case "browserCheck": return .fetch(.browserCheck(Int(detail) ?? 0))
    case "certificate": return .fetch(.certificate(FetchFailure.CertificateFault(rawValue: detail) ?? .other))
    case "encryption": return .fetch(.encryption(detail))
    case "forbiddenRedirect": return .fetch(.forbiddenRedirect(detail))
    case "proxy": return .fetch(.proxy(detail))
    case "unreadableFile": return .fetch(.unreadableFile(FetchFailure.FileFault(rawValue: detail) ?? .other))
    case "garbled": return .fetch(.garbled(detail))
    default: return .fetch(.other(detail))
    }
  }

  /// The failures that have no fact beside them.
  private static let plain: [String: FetchFailure] = [
    "refused": .refused, "timedOut": .timedOut, "stalled": .stalled, "tooManyRedirects": .tooManyRedirects,
    "badScheme": .badScheme, "offline": .offline, "cancelled": .cancelled, "empty": .empty,
    "interrupted": .interrupted,
  ]

  private static let reasons: [String: FeedResult.Reason] = [
    "empty": .empty, "page": .page, "binary": .binary, "otherJSON": .otherJSON, "otherText": .otherText,
  ]

  private static func write(_ reason: FeedResult.Reason) -> String {
    switch reason {
    case .otherXML(let root): "xml:\(root)"
    case .tooLarge(let bytes): "large:\(bytes)"
    default: reasons.first { $0.value == reason }?.key ?? "otherText"
    }
  }

  private static func readReason(_ text: String) -> FeedResult.Reason {
    if let reason = reasons[text] { return reason }
    if text.hasPrefix("xml:") { return .otherXML(root: String(text.dropFirst(4))) }
    if text.hasPrefix("large:") { return .tooLarge(bytes: Int(text.dropFirst(6)) ?? 0) }
    return .otherText
  }
}
