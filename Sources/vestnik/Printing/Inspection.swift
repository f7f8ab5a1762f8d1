import FeedParsing
import Foundation
import Language
import NewsModel
import PageParsing

/// What Vestnik understands of a body, as JSON or as an outline for people.
struct Inspection {
  let bytes: Data
  let contentType: String?
  let address: WebAddress
  let now: Date

  /// One JSON document.
  func json(of kind: InspectCommand.Kind) throws -> Data {
    switch kind {
    case .feed:
      return try JSONFeedWriter.data(
        FeedParser.parse(bytes, contentType: contentType, address: address, now: now))
    case .opml:
      return try OPML.json(OPML.parse(bytes, contentType: contentType, address: address))
    case .charset: return try charset()
    case .article:
      let page = PageText(bytes, contentType: contentType, address: address)
      var reading = BodyReading()
      reading.isRecording = true
      guard let article = ArticleExtractor.article(in: page, timeZone: nil, now: now, reading: reading) else {
        return PageJSON.noArticle(page: page)
      }
      return PageJSON.article(article, page: page)
    case .site:
      let page = PageText(bytes, contentType: contentType, address: address)
      return PageJSON.site(SitePageReader.site(in: page, timeZone: nil, now: now), page: page)
    }
  }

  /// The same as an outline: a name and its value a line, what belongs together indented.
  func lines(of kind: InspectCommand.Kind) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: json(of: kind), options: .fragmentsAllowed)
    return Self.outline(value, name: nil, depth: 0)
  }

  private func charset() throws -> Data {
    let decoded = CharacterSets.decode(bytes, contentType: contentType, kind: .automatic)
    let answer = [
      "encoding": decoded.encoding, "evidence": decoded.evidence.rawValue, "text": decoded.text,
    ]
    return try JSONSerialization.data(
      withJSONObject: answer, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
  }

  private static func outline(_ value: Any, name: String?, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let label = name.map { "\($0): " } ?? ""
    switch value {
    case let members as [String: Any]:
      let rows = members.sorted { $0.key < $1.key }.flatMap { member in
        outline(member.value, name: member.key, depth: name == nil ? depth : depth + 1)
      }
      return (name.map { ["\(indent)\($0):"] } ?? []) + rows
    case let elements as [Any]:
      let rows = elements.enumerated().flatMap { index, element in
        outline(element, name: String(index + 1), depth: depth + 1)
      }
      return ["\(indent)\(label)(\(elements.count))"] + rows
    case is NSNull: return []
    default:
      let lines = CleanText.preformatted("\(value)").split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.count > 1 else { return ["\(indent)\(label)\(lines.first ?? "")"] }
      return ["\(indent)\(label)"] + lines.map { "\(indent)  \($0)" }
    }
  }
}
