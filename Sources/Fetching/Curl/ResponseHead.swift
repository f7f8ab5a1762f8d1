import NewsModel

/// The status and the few fields of an answer's head that matter here, taken line by line as libcurl hands them on.
///
/// A new status line starts afresh: interim answers (1xx) leave nothing behind but their bytes in the count.
struct ResponseHead {
  /// The fields that are kept.
  enum Field: String, CaseIterable {
    case contentType = "content-type"
    case contentLength = "content-length"
    case contentEncoding = "content-encoding"
    case etag
    case lastModified = "last-modified"
    case cacheControl = "cache-control"
    case expires
    case age
    case date
    case retryAfter = "retry-after"
    case location
    case link
    case refresh
    case server
    case cloudflareMitigated = "cf-mitigated"
    case wafAction = "x-amzn-waf-action"
  }

  /// Heads that go on beyond this are broken off.
  static let maximumBytes = 256 * 1024
  /// A longer field of a reply is cut there.
  static let maximumFieldLetters = 1024

  private(set) var status = 0
  /// Whether the empty line came.
  private(set) var isComplete = false
  /// Bytes of all heads of this exchange.
  private(set) var bytes = 0
  private var fields: [Field: [UInt8]] = [:]
  /// Whether fields without a meaning here are kept too.
  private let keepsAll: Bool
  /// By name in lower case, the first of each; cleaned, for people may read them.
  private(set) var all: [String: String] = [:]

  init(keepsAll: Bool = false) { self.keepsAll = keepsAll }

  var isTooLarge: Bool { bytes > Self.maximumBytes }

  /// A field's bytes as sent, without white space around them; repeated fields are joined by commas, but for those
  /// that can stand once only, where the first counts.
  func bytes(of field: Field) -> [UInt8]? { fields[field] }

  /// A field as text, whatever its bytes are.
  func text(of field: Field) -> String? { fields[field].map { String(decoding: $0, as: UTF8.self) } }

  mutating func take(line: UnsafeRawBufferPointer) {
    bytes += line.count
    if line.starts(with: "HTTP/".utf8) {
      status = Self.status(in: line)
      isComplete = false
      fields = [:]
      all = [:]
      return
    }
    let trimmed = Self.trim(line[...])
    if trimmed.isEmpty {
      isComplete = status >= 200
      return
    }
    guard !isTooLarge, let colon = trimmed.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = String(decoding: trimmed[..<colon], as: UTF8.self).lowercased()
    let value = Array(Self.trim(trimmed[(colon + 1)...]))
    if keepsAll, all[name] == nil {
      all[name] = CleanText.line(String(decoding: value, as: UTF8.self), limit: Self.maximumFieldLetters)
    }
    guard let field = Field(rawValue: name) else { return }
    if let earlier = fields[field] {
      if field == .cacheControl || field == .link { fields[field] = earlier + Array(", ".utf8) + value }
    } else {
      fields[field] = value
    }
  }

  /// The three digits after the first space.
  private static func status(in line: UnsafeRawBufferPointer) -> Int {
    let digits = line.drop { $0 != UInt8(ascii: " ") }.dropFirst().prefix(3)
    return Int(String(decoding: digits, as: UTF8.self)) ?? 0
  }

  private static func trim(_ bytes: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
    var rest = bytes.drop { $0 <= 0x20 }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest
  }
}
