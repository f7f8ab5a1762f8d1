import Foundation
import NewsModel

/// Where a page that shows nothing itself leads on to at once: `<meta http-equiv=refresh content="0; url=…">` and the
/// header `Refresh`, as HTML has browsers read them.
package enum PageRefresh {
  /// A page that changes itself later does so for its readers.
  private static let longestSeconds = 1

  /// - Parameter header: the field of that name, where there was one; it goes before the page's element.
  /// - Returns: `nil` where the page stays, leads to itself, or changes later.
  package static func target(of page: PageText, header: String?) -> WebAddress? {
    let elements = MetaTags(page.document).all("refresh")
    return (([header].compactMap(\.self)) + elements).lazy.compactMap { target(in: $0, of: page) }.first
  }

  private static func target(in text: String, of page: PageText) -> WebAddress? {
    let parts = text.prefix(5000).split(maxSplits: 1, omittingEmptySubsequences: false) { ";,".contains($0) }
    guard parts.count == 2,
      let seconds = Double(parts[0].trimmingCharacters(in: .whitespaces)), seconds >= 0,
      seconds <= Double(longestSeconds)
    else { return nil }
    var reference = Substring(parts[1].trimmingCharacters(in: .whitespacesAndNewlines))
    if reference.lowercased().hasPrefix("url") {
      let value = reference.dropFirst(3).drop { $0 == " " }
      if value.first == "=" { reference = value.dropFirst().drop { $0 == " " } }
    }
    let plain = reference.trimmingCharacters(in: CharacterSet(charactersIn: "'\" "))
    guard !plain.isEmpty, let target = page.resolve(plain),
      target.withoutFragment != page.address?.withoutFragment
    else { return nil }
    return target
  }
}
