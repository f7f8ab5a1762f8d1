import Glibc

/// What the machine's network interfaces tell without sending anything.
enum NetworkInterfaces {
  /// Whether any interface but the loopback is up with an address that reaches further than its own cable.
  static var haveAddress: Bool {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return true }
    defer { freeifaddrs(list) }
    var next = list
    while let entry = next?.pointee {
      next = entry.ifa_next
      let isUp = entry.ifa_flags & UInt32(IFF_UP) != 0
      let isLoopback = entry.ifa_flags & UInt32(IFF_LOOPBACK) != 0
      if isUp, !isLoopback, let address = entry.ifa_addr, reachesFurther(address) { return true }
    }
    return false
  }

  private static func reachesFurther(_ address: UnsafeMutablePointer<sockaddr>) -> Bool {
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      return true
    case AF_INET6:
      // fe80::/10 is link-local (RFC 4291 §2.5.6).
      return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { address in
        withUnsafeBytes(of: address.pointee.sin6_addr) { !($0[0] == 0xFE && $0[1] & 0xC0 == 0x80) }
      }
    default:
      return false
    }
  }
}
