import Foundation
import NewsModel
import PageParsing

/// The feeds that the head of an answer names: `Link: </f.xml>; rel="alternate"; type="application/rss+xml"`
/// (RFC 8288, which makes the field equal to the element).
enum LinkHeader {
  /// More links of one answer are not read.
  private static let most = 50

  /// - Parameters:
  ///   - header: the fields, joined by commas.
  ///   - page: what their references stand against.
  static func feeds(in header: String?, of page: PageText) -> [FoundFeed] {
    guard let header else { return [] }
    return values(of: header).prefix(most).compactMap { value in
      guard let end = value.firstIndex(of: ">"), value.hasPrefix("<"),
        let address = page.resolve(String(value[value.index(after: value.startIndex)..<end]))
      else { return nil }
      var fields: [String: String] = [:]
      for part in value[value.index(after: end)...].split(separator: ";") {
        let pair = part.split(separator: "=", maxSplits: 1)
        guard pair.count == 2 else { continue }
        let name = pair[0].trimmingCharacters(in: .whitespaces).lowercased()
        let text = pair[1].trimmingCharacters(in: CharacterSet(charactersIn: "\" \t"))
        if fields[name] == nil { fields[name] = text }
      }
      let relations = (fields["rel"] ?? "").lowercased().split(separator: " ")
      let type = (fields["type"] ?? "").lowercased()
      let isFeedType = ["rss", "atom", "feed+json", "rdf+xml"].contains { type.contains($0) }
      guard relations.contains("feed") || relations.contains("alternate") && isFeedType else { return nil }
      return FoundFeed(
        address: address, title: CleanText.line(fields["title"] ?? "", limit: 200),
        language: fields["hreflang"], isStated: true)
    }
  }

  /// The links one by one: a comma inside an address or inside quotes parts nothing.
  private static func values(of header: String) -> [Substring] {
    var result: [Substring] = []
    var start = header.startIndex
    var (isInAddress, isQuoted) = (false, false)
    for index in header.indices {
      switch header[index] {
      case "<" where !isQuoted: isInAddress = true
      case ">" where !isQuoted: isInAddress = false
      case "\"" where !isInAddress: isQuoted.toggle()
      case "," where !isInAddress && !isQuoted:
        result.append(header[start..<index])
        start = header.index(after: index)
      default: break
      }
    }
    result.append(header[start...])
    return result.map { $0.drop { $0 == " " || $0 == "\t" } }
  }
}
