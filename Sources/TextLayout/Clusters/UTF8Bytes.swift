/// UTF-8 that may be damaged, read scalar by scalar: every damaged part (a maximal subpart, Unicode §3.9) reads as
/// U+FFFD and is at least one byte long, so that every loop over it ends.
struct UTF8Bytes {
  let base: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  subscript(index: Int) -> UInt8 { base[index] }

  /// The scalar that starts at an offset below `end`, and where the next one starts.
  @inline(__always)
  func scalar(at offset: Int, end: Int) -> (value: UInt32, next: Int) {
    let lead = base[offset]
    if lead < 0x80 { return (UInt32(lead), offset &+ 1) }
    if lead >= 0xC2, lead < 0xE0, offset &+ 1 < end, base[offset &+ 1] & 0xC0 == 0x80 {
      return (UInt32(lead & 0x1F) &<< 6 | UInt32(base[offset &+ 1] & 0x3F), offset &+ 2)
    }
    return longScalar(at: offset, end: end)
  }

  private func longScalar(at offset: Int, end: Int) -> (value: UInt32, next: Int) {
    let damaged: UInt32 = 0xFFFD
    let lead = base[offset]
    guard lead >= 0xE0, lead < 0xF5, offset &+ 1 < end else { return (damaged, offset &+ 1) }
    let second = base[offset &+ 1]
    let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return (damaged, offset &+ 1) }
    guard offset &+ 2 < end, base[offset &+ 2] & 0xC0 == 0x80 else { return (damaged, offset &+ 2) }
    let third = UInt32(base[offset &+ 2] & 0x3F)
    if lead < 0xF0 { return (UInt32(lead & 0x0F) &<< 12 | UInt32(second & 0x3F) &<< 6 | third, offset &+ 3) }
    guard offset &+ 3 < end, base[offset &+ 3] & 0xC0 == 0x80 else { return (damaged, offset &+ 3) }
    let value = UInt32(lead & 0x07) &<< 18 | UInt32(second & 0x3F) &<< 12 | third &<< 6
    return (value | UInt32(base[offset &+ 3] & 0x3F), offset &+ 4)
  }

  /// The scalar that ends at an offset above `start`, and where it starts.
  @inline(__always)
  func scalar(before offset: Int, start: Int) -> (value: UInt32, from: Int) {
    let last = base[offset &- 1]
    if last < 0x80 { return (UInt32(last), offset &- 1) }
    var from = offset &- 1
    while from > start, offset &- from < 4, base[from] & 0xC0 == 0x80 { from &-= 1 }
    let read = scalar(at: from, end: offset)
    return read.next == offset ? (read.value, from) : (0xFFFD, offset &- 1)
  }
}
