/// Extended grapheme clusters (UAX #29, with GB9c of later versions as in the standard library) over bytes.
struct ClusterScanner {
  let bytes: UTF8Bytes
  let properties: ScalarProperties

  /// Where the cluster that starts at `start` ends, and how many columns it takes: those of its first spacing
  /// scalar and of what stands in cells of its own after it, two for a flag.
  @inline(__always)
  func cluster(at start: Int, end: Int) -> (end: Int, columns: Int) {
    let first = bytes.scalar(at: start, end: end)
    // ASCII and the letters U+0400–U+047F are clusters of their own when one of them or a control follows.
    if first.next < end, bytes[first.next] < 0x80 || bytes[first.next] & 0xFE == 0xD0,
      first.value >= 0x20, first.value < 0x7F || first.value &- 0x400 < 0x80
    {
      return (first.next, 1)
    }
    return scan(from: first, end: end)
  }

  private func scan(from first: (value: UInt32, next: Int), end: Int) -> (end: Int, columns: Int) {
    var offset = first.next
    let property = properties[first.value]
    var state = ClusterState(property.clusterClass)
    var columns = property.columns > 0 ? property.columns : property.ownColumns(first.value)
    while offset < end {
      let next = bytes.scalar(at: offset, end: end)
      let property = properties[next.value]
      if state.breaks(before: property.clusterClass) { break }
      columns += columns == 0 ? property.columns : property.ownColumns(next.value)
      offset = next.next
    }
    return (offset, state.isFlag ? 2 : columns)
  }
}

/// What decides whether a cluster goes on: rules GB3–GB13.
struct ClusterState {
  private var previous: ClusterClass
  private var indicators: Int
  /// 1 after a pictograph and its marks, 2 when a joiner follows them (GB11).
  private var pictograph: Int
  /// 1 after a consonant and its marks, 2 when a virama is among them (GB9c).
  private var conjunct: Int

  init(_ first: ClusterClass) {
    previous = first
    indicators = first == .regionalIndicator ? 1 : 0
    pictograph = first == .pictographic ? 1 : 0
    conjunct = first == .consonant ? 1 : 0
  }

  /// Whether the cluster is two regional indicators.
  var isFlag: Bool { indicators == 2 }

  /// Whether a new cluster starts before the next scalar; if not, takes it in.
  mutating func breaks(before next: ClusterClass) -> Bool {
    guard joins(next) else { return true }
    if next == .regionalIndicator { indicators += 1 }
    if next == .pictographic {
      pictograph = 1
    } else if pictograph > 0 {
      pictograph = next == .joiner ? 2 : next == .extend || next == .virama ? 1 : 0
    }
    if next == .consonant {
      conjunct = 1
    } else if conjunct > 0 {
      if next == .virama {
        conjunct = 2
      } else if next != .extend, next != .joiner {
        conjunct = 0
      }
    }
    previous = next
    return false
  }

  private func joins(_ next: ClusterClass) -> Bool {
    switch previous {
    case .carriageReturn: return next == .lineFeed
    case .lineFeed, .control: return false
    default: break
    }
    switch next {
    case .carriageReturn, .lineFeed, .control: return false
    case .extend, .joiner, .spacingMark, .virama: return true
    default: break
    }
    switch previous {
    case .prepend: return true
    case .hangulL:
      return next == .hangulL || next == .hangulV || next == .hangulLV || next == .hangulLVT
    case .hangulLV, .hangulV: return next == .hangulV || next == .hangulT
    case .hangulLVT, .hangulT: return next == .hangulT
    case .regionalIndicator: return next == .regionalIndicator && indicators == 1
    default: break
    }
    if next == .pictographic { return pictograph == 2 }
    return next == .consonant && conjunct == 2
  }
}
