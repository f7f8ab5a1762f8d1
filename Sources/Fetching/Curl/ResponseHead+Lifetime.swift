import CCurl
import Foundation
import NewsModel

extension ResponseHead {
  /// No answer stays fresh, and no server closes its door, longer than a year here.
  static let longestDuration = Duration.seconds(366 * 86_400)

  /// How long the answer stays fresh (RFC 9111 §4.2, as a private cache).
  var maxAge: Duration? {
    let directives = (text(of: .cacheControl) ?? "").split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces).lowercased()
    }
    let names = directives.map { $0.prefix { $0 != "=" } }
    if names.contains("no-store") || names.contains("no-cache") { return .zero }
    if let directive = directives.first(where: { $0.hasPrefix("max-age=") }) {
      let number = directive.dropFirst("max-age=".count).trimmingCharacters(in: ["\"", " "])
      guard let lifetime = Self.seconds(number) else { return .zero }
      return max(.zero, lifetime - (text(of: .age).flatMap(Self.seconds) ?? .zero))
    }
    guard let expires = text(of: .expires) else { return nil }
    // "An invalid date, especially 0, means already expired" (RFC 9111 §5.3).
    guard let end = Self.date(expires) else { return .zero }
    let start = text(of: .date).flatMap(Self.date) ?? TrustedClock.machine()
    return Self.duration(from: start, to: end)
  }

  /// What the server's clock says now, at least: an answer may have lain in stores on its way (RFC 9111 §4.2.3).
  var serverTime: Date? {
    guard let date = text(of: .date).flatMap(Self.date) else { return nil }
    let age = text(of: .age).flatMap(Self.seconds) ?? .zero
    return date.addingTimeInterval(age / .seconds(1))
  }

  /// `Retry-After` in seconds or as a date (RFC 9110 §10.2.3), told from the server's own clock where it says it; a date
  /// that is past says nothing.
  func retryAfter(now: Date) -> Duration? {
    guard let text = text(of: .retryAfter) else { return nil }
    if let seconds = Self.seconds(text) { return seconds > .zero ? seconds : nil }
    guard let date = Self.date(text) else { return nil }
    let wait = Self.duration(from: self.text(of: .date).flatMap(Self.date) ?? now, to: date)
    return wait > .zero ? wait : nil
  }

  /// Digits only; more of them than a number can hold mean "long".
  private static func seconds(_ text: String) -> Duration? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    guard let number = Int64(text) else { return longestDuration }
    return min(.seconds(number), longestDuration)
  }

  /// Any of HTTP's three date forms, in whatever way they are bent.
  private static func date(_ text: String) -> Date? {
    guard text.contains(":") else { return nil }
    let seconds = vestnik_curl_date(text)
    return seconds < 0 ? nil : Date(timeIntervalSince1970: TimeInterval(seconds))
  }

  private static func duration(from start: Date, to end: Date) -> Duration {
    min(max(.zero, .seconds(end.timeIntervalSince(start))), longestDuration)
  }
}
