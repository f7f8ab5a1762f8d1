import DemoEdition
import Foundation
import TestSupport

extension LoopbackServer {
  /// A copy of the demo site on this machine, with validators as servers have them.
  func serveEcho(now: Date = Date()) {
    let site = EchoSite(now: now, home: url())
    fallback { request in
      guard let path = request.path.removingPercentEncoding, let response = site.response(path: path) else {
        return LoopbackAnswer(status: 404)
      }
      let hash = response.bytes.reduce(5381 as UInt64) { ($0 << 5) &+ $0 &+ UInt64($1) }
      return LoopbackAnswer(
        headers: [("Content-Type", response.contentType), ("ETag", "\"\(hash)\"")], body: response.bytes)
    }
  }
}
