@preconcurrency import Glibc

extension Program {
  /// The environment as it was at the start, of several entries of one name the first, as `getenv` has it. Foundation's
  /// way there costs a start more than the reading of the settings.
  static let environment: [String: String] = {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      next += 1
      guard let sign = strchr(entry, Int32(UInt8(ascii: "="))) else { continue }
      let name = UnsafeBufferPointer(start: entry, count: sign - entry)
      let key = String(decoding: UnsafeRawBufferPointer(name), as: UTF8.self)
      if variables[key] == nil { variables[key] = String(cString: sign + 1) }
    }
    return variables
  }()
}
