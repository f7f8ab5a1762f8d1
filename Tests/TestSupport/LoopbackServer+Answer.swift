import Foundation

/// What a route answers: a proper response, or one with a fault.
package struct LoopbackAnswer: Sendable {
  /// What goes wrong on the way.
  package enum Fault: Sendable {
    /// So many bytes of the body, then the connection is reset.
    case reset(afterBytes: Int)
    /// So many bytes of the body, then the connection is closed in order.
    case close(afterBytes: Int)
    /// The body again and again until the other side has enough.
    case endless
    /// One byte of the head at a time, this long apart.
    case slowHead(every: Duration)
    /// The whole head and so many bytes of the body, then silence until the other side has enough.
    case silence(afterBytes: Int)
    /// Nothing at all until the other side has enough.
    case mute
    /// The body alone, where a head should be.
    case noHead
  }

  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: Data
  package var fault: Fault?
  /// The `Content-Length` to claim; `nil`: the true one, or none when the body is endless.
  package var claimedLength: Int?

  package init(
    status: Int = 200, headers: [(name: String, value: String)] = [], body: Data = Data(),
    fault: Fault? = nil,
    claimedLength: Int? = nil
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.fault = fault
    self.claimedLength = claimedLength
  }

  /// A page or a feed in UTF-8, with validators if any.
  package static func text(
    _ text: String, type: String = "text/html; charset=utf-8", etag: String? = nil,
    lastModified: String? = nil
  ) -> LoopbackAnswer {
    let validators = [("ETag", etag), ("Last-Modified", lastModified)].compactMap { name, value in
      value.map { (name: name, value: $0) }
    }
    return LoopbackAnswer(headers: [("Content-Type", type)] + validators, body: Data(text.utf8))
  }

  /// A redirect to whatever is to stand in `Location`.
  package static func redirect(_ status: Int, to location: String) -> LoopbackAnswer {
    LoopbackAnswer(status: status, headers: [("Location", location)])
  }

  /// A header of this answer.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// A 304 without a body when the request's conditions hold: the tags first, the date only without one
  /// (RFC 9110 §13.2.2).
  func revalidated(for request: LoopbackRequest) -> LoopbackAnswer {
    guard status == 200, fault == nil else { return self }
    if let asked = request.headers["if-none-match"] {
      guard let etag = header("ETag"), asked == etag || asked == "*" else { return self }
    } else {
      guard let date = header("Last-Modified"), request.headers["if-modified-since"] == date else {
        return self
      }
    }
    let kept = headers.filter { !["content-type", "content-encoding"].contains($0.name.lowercased()) }
    return LoopbackAnswer(status: 304, headers: kept)
  }

  /// The head's bytes.
  var head: Data {
    var text = "HTTP/1.1 \(status) \(status < 400 ? "Fine" : "Trouble")\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    if let claimedLength {
      text += "Content-Length: \(claimedLength)\r\n"
    } else if case .endless = fault {
      text += "Connection: close\r\n"
    } else if status != 304 {
      text += "Content-Length: \(body.count)\r\n"
    }
    return Data((text + "\r\n").utf8)
  }
}
