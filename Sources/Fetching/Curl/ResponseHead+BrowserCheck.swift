import Foundation

extension ResponseHead {
  /// Whether the answer is a protection service's challenge, which only a browser with scripts can pass.
  func asksForBrowser(body: Data) -> Bool {
    if text(of: .cloudflareMitigated)?.lowercased() == "challenge" { return true }
    if text(of: .wafAction) != nil { return true }
    guard [401, 403, 429, 503].contains(status) else { return false }
    let server = text(of: .server)?.lowercased() ?? ""
    if server.hasPrefix("ddos-guard") || server.hasPrefix("qrator") || server.hasPrefix("servicepipe") {
      return true
    }
    let page = body.prefix(65_536)
    return Self.challengeMarks.contains { page.range(of: Data($0.utf8)) != nil }
  }

  /// Addresses of the services' own scripts and forms.
  private static let challengeMarks = [
    "/cdn-cgi/challenge-platform/", "/.well-known/ddos-guard/", "/__qrator/", "smartcaptcha.yandexcloud.net",
    "/exhkqyad",
  ]
}
