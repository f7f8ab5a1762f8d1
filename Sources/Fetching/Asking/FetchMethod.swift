import Foundation

/// How an address is asked (RFC 9110 §9.3).
package enum FetchMethod: Hashable, Sendable {
  case get
  /// Sends a body of a media type. A redirect that keeps the method (307, 308) is followed within the origin only:
  /// what was meant for one server goes to no other; after 301, 302 and 303 the new address is asked by GET, without
  /// the body, as browsers do.
  case post(type: String, body: Data)

  /// What the first step and each one after a redirect ask by.
  /// - Parameter status: the redirect's.
  func after(redirect status: Int) -> FetchMethod {
    switch status {
    case 307, 308: self
    default: .get
    }
  }
}

/// One field of a head: its name and its value.
package struct HeadField: Hashable, Sendable {
  /// A token (RFC 9110 §5.6.2), in any case.
  package var name: String
  /// Without line ends.
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// As it is sent; `nil` where it could be taken for more than one field (RFC 9110 §5.5), or is too long to be meant.
  var line: String? {
    let isName = !name.isEmpty && name.utf8.allSatisfy { Self.isToken($0) }
    guard isName, value.utf8.count <= Self.maximumBytes,
      !value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else { return nil }
    // A field without a value is written with a semicolon for libcurl; with a colon it would be taken out.
    return value.isEmpty ? "\(name);" : "\(name): \(value)"
  }

  private static let maximumBytes = 8 * 1024

  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
