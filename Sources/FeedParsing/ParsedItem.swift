import Foundation
import Markup
import NewsModel

/// One item of a feed: an article as its source tells it.
package struct ParsedItem: Hashable, Sendable {
  /// What makes it the same item at the next refresh: guid, else link, else a hash of its content. Never empty.
  package var identity: String = ""
  /// The guid or id, as the feed writes it.
  package var id: String?
  /// The article's page; `nil` where the feed gives no link that can be resolved.
  package var address: WebAddress?
  /// The link as written, where it is relative to nothing that is known.
  package var unresolvedLink: String?
  /// One plain line; what the text begins with, or else the address, where the feed gives no title.
  package var title: String = ""
  /// Whether the title was made from the text or the address.
  package var isTitleDerived = false
  /// HTML, as the feed writes it: a teaser, where there is also content.
  package var summary: String?
  /// HTML: the text, or as much as the feed tells of it.
  package var contentHTML: String?
  /// `yandex:full-text` and its like, the whole article, as HTML: lines of plain text are paragraphs.
  package var fullText: String?
  /// What relative links in its texts are relative to.
  package var base: WebAddress?
  /// Names, each once.
  package var authors: [String] = []
  /// As the feed tells; `nil` when it does not, or when the date cannot be read.
  package var published: Date?
  /// Whether the feed tells only the day of it.
  package var isDayOnly = false
  /// When it last changed, as the feed tells.
  package var modified: Date?
  /// Categories and key words, each once.
  package var tags: [String] = []
  /// `yandex:genre`: `message`, `article`, `interview`, `lenta`.
  package var genre: String?
  /// In the feed's order.
  package var enclosures: [Enclosure] = []
  /// The picture that the feed names for it, else the first in its texts.
  package var picture: WebAddress?
  /// The page of its comments.
  package var comments: WebAddress?
  /// `slash:comments`, `thr:total`.
  package var commentCount: Int?
  /// BCP 47, where it differs from the feed's.
  package var language: String?

  package init() {}

  /// Whether it has neither words nor anybody's name nor anything to open.
  var isNothing: Bool {
    title.isEmpty && authors.isEmpty && address == nil && unresolvedLink == nil && fullestHTML == nil
      && enclosures.isEmpty
      && picture == nil
  }

  /// When it appeared, as far as the feed tells.
  package var date: Date? { published ?? modified }

  /// The teaser without marks, else what the fullest text begins with: a line feed for each break, a blank line between
  /// paragraphs.
  package var plainSummary: String { PlainText.paragraphs(fromHTML: summary ?? fullestHTML ?? "") }

  /// The fullest text the feed has, as HTML.
  package var fullestHTML: String? { fullText ?? contentHTML ?? summary }
}

/// A file that belongs to an item: sound, film, picture.
package struct Enclosure: Hashable, Sendable {
  /// Where the file lies.
  package var address: WebAddress
  /// A media type, lower case.
  package var type: String?
  /// Its size as the feed states it; nothing vouches for it.
  package var bytes: Int?

  package init(address: WebAddress, type: String? = nil, bytes: Int? = nil) {
    self.address = address
    self.type = type
    self.bytes = bytes
  }

  /// Whether it is a picture, by its type or else by its name.
  package var isPicture: Bool { PictureType.isPicture(type: type, path: address.path) }
}
