extension AddressKey {
  /// The parameters that say which page it is, in the order of their text.
  static func parameters(of query: Bytes) -> [UInt8] {
    guard !query.isEmpty else { return [] }
    var kept: [String] = []
    var clocks: [String] = []
    var hasCampaign = false
    for part in query.split(separator: Byte.ampersand) {
      // Written into HTML twice.
      let own = part.starts(with: "amp;".utf8) ? part.dropFirst(4) : part
      let text = String(decoding: normalized(own), as: UTF8.self)
      let name = String(text.prefix { $0 != "=" }).lowercased()
      let value = text.dropFirst(min(name.count + 1, text.count))
      if isCampaign(name, value) {
        hasCampaign = true
      } else if isSession(name) || isSession(name, value) || isAccelerated(name, value) {
        continue
      } else if isClock(name, value) {
        clocks.append(text)
      } else if !text.isEmpty {
        kept.append(text)
      }
    }
    // The time of asking stands beside where one came from; alone it may be an article's number.
    if !hasCampaign { kept += clocks }
    return Array(kept.sorted().joined(separator: "&").utf8)
  }

  /// Where a reader came from, as newsletters, feeds and advertising networks write it.
  private static func isCampaign(_ name: String, _ value: Substring) -> Bool {
    if campaignPrefixes.contains(where: name.hasPrefix) || campaigns.contains(name) { return true }
    let origin = value.lowercased()
    if origins.contains(name) { return !origin.contains(where: \.isNumber) }
    if name == "rss" { return ["", "1", "yes", "true"].contains(origin) }
    return channelNames.contains(name) && channels.contains(origin)
  }

  private static let campaignPrefixes = ["utm_", "mtm_", "pk_", "hsa_", "fb_action", "ga_"]

  private static let campaigns: Set<String> = [
    "fbclid", "gclid", "yclid", "ysclid", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "ttclid",
    "igshid",
    "igsh", "mc_cid", "mc_eid", "_openstat", "openstat", "_ga", "_gl", "xtor", "wt_mc", "wt.mc_id", "cmpid",
    "vero_id", "ns_mchannel", "ns_campaign", "ns_source", "ns_linkname", "spm", "_hsenc", "_hsmi", "trk",
    "guccounter", "guce_referrer", "guce_referrer_sig", "rss_campaign", "feature_rss", "at_medium",
    "at_campaign", "ocid", "smid", "ito", "erid", "roistat", "tgclid", "cx_campaign", "_", "nocache", "rnd",
  ]

  /// Parameters whose words say where one came from, and whose numbers may be anything.
  private static let origins: Set<String> = ["from", "ref", "referer", "referrer", "refer", "frommail"]

  /// Parameters that say so only with one of these words.
  private static let channelNames: Set<String> = ["source", "src", "via", "s_src", "medium"]
  private static let channels: Set<String> = [
    "rss", "rss2", "rss20", "atom", "feed", "feedburner", "tg", "telegram", "vk", "ok", "fb", "facebook",
    "twitter", "x", "max", "main", "mainpage", "home", "top", "yandex", "yandexnews", "yandex_news",
    "yxnews", "zen", "dzen", "google", "googlenews", "email", "mail", "newsletter", "push", "mobile", "app",
    "widget", "share",
  ]

  /// Names under which programs hand a session on.
  static func isSession(_ name: String) -> Bool {
    sessions.contains(name) || name.hasPrefix("aspsessionid")
  }

  private static let sessions: Set<String> = [
    "phpsessid", "jsessionid", "sessionid", "session_id", "sessid", "sess_id", "cfid", "cftoken", "oscsid",
    "zenid", "osadminid", "xtcsid", "bxsessid", "phpsessionid", "asp.net_sessionid",
  ]

  /// The short names of forums count only with a long value of hexadecimal digits.
  private static func isSession(_ name: String, _ value: Substring) -> Bool {
    ["sid", "s", "session", "sess", "token"].contains(name) && value.utf8.count >= 16
      && value.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
  }

  private static func isAccelerated(_ name: String, _ value: Substring) -> Bool {
    if name == "amp" { return value.isEmpty || value == "1" }
    return name == "outputtype" && value.lowercased() == "amp"
  }

  /// Seconds or milliseconds since 1970.
  private static func isClock(_ name: String, _ value: Substring) -> Bool {
    ["t", "ts", "time", "timestamp"].contains(name) && [10, 13].contains(value.utf8.count)
      && value.allSatisfy(\.isNumber)
  }

  /// A fragment that names something; nothing for places that every page has, and for what campaigns write there.
  static func naming(_ fragment: Bytes) -> String? {
    guard !fragment.isEmpty else { return nil }
    let text = String(decoding: normalized(fragment), as: UTF8.self)
    let lower = text.lowercased()
    if places.contains(lower) || placePrefixes.contains(where: lower.hasPrefix) { return nil }
    return text
  }

  private static let places: Set<String> = [
    "top", "up", "content", "main", "comments", "comment", "respond", "disqus_thread", "rss", "article",
    "text",
    "more", "read", "photo", "video", "share", "xtor", "new", "start", "body", "page", "title", "header",
  ]
  private static let placePrefixes = [
    "more-", "utm_", "xtor=", ":~:", "comment-form", "ixzz", "rss", "at_", "from=", "ref=", "_", "dpopen",
  ]
}
