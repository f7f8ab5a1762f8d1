extension WebAddress {
  /// The page that a wiki's list of changes tells of, where the address leads to one change of it: what MediaWiki
  /// (`?title=A&diff=12&oldid=0`), DokuWiki (`?id=a&rev=17&do=diff`) and MoinMoin (`?action=diff&rev1=3`) write. Every
  /// change has an address of its own; the page has one. `nil` for any other address.
  package var pageOfDifference: WebAddress? {
    guard let question = text.firstIndex(of: "?") else { return nil }
    let query = text[text.index(after: question)...].prefix { $0 != "#" }
    let parts = query.split(separator: "&").map { $0.hasPrefix("amp;") ? $0.dropFirst(4) : $0 }
    func has(_ name: String, _ value: String? = nil) -> Bool {
      parts.contains { part in
        value.map { part == "\(name)=\($0)" } ?? part.hasPrefix("\(name)=")
      }
    }
    let isDifference =
      has("do", "diff") || has("action", "diff")
      || has("diff") && (has("title") || has("oldid") || has("curid"))
      || has("id") && has("rev")
    guard isDifference else { return nil }
    let kept = parts.filter { part in !Self.ofDifferences.contains(String(part.prefix { $0 != "=" })) }
    let address = text[..<question] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    return WebAddress(String(address))
  }

  /// Parameters that choose a change of a page.
  private static let ofDifferences: Set<String> = [
    "diff", "oldid", "rcid", "do", "rev", "rev1", "rev2", "rev2[]", "rev2[0]", "rev2[1]", "difftype",
    "action",
    "direction", "unhide", "diffmode", "diff-type",
  ]
}
