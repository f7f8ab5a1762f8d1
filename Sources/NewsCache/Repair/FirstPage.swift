import Foundation

/// The first page of a new cache, for a damaged one that has lost its own: the header and the root of the list of tables.
///
/// Offsets are those of SQLite's file format (sqlite.org/fileformat2.html), §1.3 and §1.6.
struct FirstPage {
  /// Every cache has pages of this size.
  static let bytes = 4096
  private static let headerBytes = 100
  /// Of a page that has its rows on other pages.
  private static let interiorKind: UInt8 = 5

  private(set) var page: [UInt8]
  private let pattern: [UInt8]

  /// - Parameter file: a new cache without a log.
  init(of file: Data) throws {
    pattern = [UInt8](file)
    guard pattern.count >= Self.bytes else { throw CacheError.damaged(path: "") }
    page = Array(pattern[..<Self.bytes])
  }

  /// Lets the page begin a file.
  ///
  /// - Parameter pages: how many the file has.
  /// - Returns: the pages that the list of tables goes on at: they have to follow the file's last one.
  mutating func moveTables(behind pages: UInt32) -> [UInt8] {
    var moved: [UInt8] = []
    for place in childPlaces {
      let start = (Int(number(at: place)) - 1) * Self.bytes
      guard start > 0, start + Self.bytes <= pattern.count else { continue }
      moved += pattern[start..<start + Self.bytes]
      put(pages + UInt32(moved.count / Self.bytes), at: place)
    }
    // No log, no list of free pages; the size in pages, valid for this change counter.
    page.replaceSubrange(18..<20, with: [1, 1])
    put(pages + UInt32(moved.count / Self.bytes), at: 28)
    page.replaceSubrange(32..<40, with: [UInt8](repeating: 0, count: 8))
    page.replaceSubrange(92..<96, with: page[24..<28])
    return moved
  }

  /// Where the page names those that its rows are on.
  private var childPlaces: [Int] {
    guard page[Self.headerBytes] == Self.interiorKind else { return [] }
    let count = Int(page[Self.headerBytes + 3]) << 8 | Int(page[Self.headerBytes + 4])
    let cells = (0..<count).map { Self.headerBytes + 12 + 2 * $0 }.filter { $0 + 2 <= Self.bytes }
    return cells.map { Int(page[$0]) << 8 | Int(page[$0 + 1]) }.filter { $0 + 4 <= Self.bytes }
      + [Self.headerBytes + 8]
  }

  private func number(at place: Int) -> UInt32 { page[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) } }

  private mutating func put(_ number: UInt32, at place: Int) {
    page.replaceSubrange(place..<place + 4, with: withUnsafeBytes(of: number.bigEndian, Array.init))
  }
}
