import Foundation
import Language
import Markup
import NewsModel

/// An oddity that did not stop the reading: facts for `vestnik inspect`, the log and the site's state.
package enum FeedWarning: Hashable, Sendable {
  /// Of the XML itself.
  case xml(XMLOddity)
  /// The JSON needed lenient reading.
  case lenientJSON
  /// What the reading of the character set noted: a stable short name and a fact.
  case charset(String, String?)
  /// More items than are read: how many were left out.
  case tooManyItems(Int)
  /// Two items with one identity.
  case repeatedItem(String)
  /// Items of which the feed says nothing; left out.
  case emptyItems(Int)
  /// A date that nothing was made of.
  case unreadableDate(String)
  /// A date more than a day ahead; kept as written.
  case futureDate(Date)
  /// A date before 1990; kept as written.
  case oldDate(Date)
  /// An address that cannot be fetched or opened, or a file's that came over the network.
  case droppedAddress(String)

  /// A stable short name for programs.
  package var code: String {
    switch self {
    case .xml(let oddity): oddity.code
    case .lenientJSON: "lenientJSON"
    case .charset(let code, _): code
    case .tooManyItems: "tooManyItems"
    case .repeatedItem: "repeatedItem"
    case .emptyItems: "emptyItems"
    case .unreadableDate: "unreadableDate"
    case .futureDate: "futureDate"
    case .oldDate: "oldDate"
    case .droppedAddress: "droppedAddress"
    }
  }

  /// The fact beside the name, as text; `nil` where the name says all.
  package var detail: String? {
    switch self {
    case .xml(let oddity): oddity.detail
    case .charset(_, let detail): detail
    case .tooManyItems(let count), .emptyItems(let count): String(count)
    case .repeatedItem(let text), .unreadableDate(let text), .droppedAddress(let text): text
    case .futureDate(let date), .oldDate(let date): FeedDates.text(of: date)
    case .lenientJSON: nil
    }
  }
}

extension XMLOddity {
  fileprivate var code: String {
    switch self {
    case .malformed: "malformed"
    case .leadingJunk: "leadingJunk"
    case .truncated: "truncated"
    case .mendedTags: "mendedTags"
    case .bareAmpersands: "bareAmpersands"
    case .unknownEntity: "unknownEntity"
    case .forbiddenCharacters: "forbiddenCharacters"
    case .tooDeep: "tooDeep"
    }
  }

  fileprivate var detail: String? {
    switch self {
    case .malformed(let line): "line \(line)"
    case .leadingJunk(let count), .mendedTags(let count), .bareAmpersands(let count),
      .forbiddenCharacters(let count):
      String(count)
    case .unknownEntity(let name): name
    case .truncated, .tooDeep: nil
    }
  }
}

extension FeedWarning {
  init(_ warning: CharsetWarning) {
    self =
      switch warning {
      case .contradicted(let declared, let evidence):
        .charset("charsetContradicted", "\(declared) / \(evidence.rawValue)")
      case .unknownLabel(let label): .charset("charsetUnknown", CleanText.line(label, limit: 60))
      case .badBytes(let count): .charset("charsetBadBytes", String(count))
      case .repairedTwiceDecoded: .charset("charsetDecodedTwice", nil)
      }
  }
}
