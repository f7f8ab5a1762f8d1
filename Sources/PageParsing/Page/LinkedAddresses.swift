import Markup
import NewsModel

/// Where a page's links lead: each is resolved once, however often it is asked for.
final class LinkedAddresses {
  private let page: PageText
  private var addresses: [WebAddress] = []
  /// By node: 0 where it was not asked for yet, -1 where it leads nowhere, else its place in `addresses`, from 1.
  private var places: [Int32]

  init(_ page: PageText) {
    self.page = page
    places = [Int32](repeating: 0, count: page.document.count)
  }

  /// The address in a node's `href`.
  subscript(node: Int) -> WebAddress? {
    if places[node] == 0 {
      if let address = page.resolve(page.document.attribute(.href, of: node)) {
        addresses.append(address)
        places[node] = Int32(addresses.count)
      } else {
        places[node] = -1
      }
    }
    return places[node] < 0 ? nil : addresses[Int(places[node]) - 1]
  }
}
