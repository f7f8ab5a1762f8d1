extension Paragraph {
  /// Cuts the paragraph at its break opportunities, cluster by cluster: the general path.
  func appendFragments() {
    let scanner = ClusterScanner(bytes: bytes, properties: properties)
    var state = LineBreakState()
    var start = low
    var visibleEnd = low
    var tokenStart = low
    var x = 0
    var visibleX = 0
    var startX = 0
    var address: Bool?
    var followsSpace = false
    var offset = low
    while offset < high {
      let cluster = scanner.cluster(at: offset, end: high)
      let action = takeCluster(from: offset, to: cluster.end, &state)
      let isSpace = bytes[offset] == 0x20 && cluster.end == offset + 1
      if followsSpace, !isSpace {
        tokenStart = offset
        address = nil
      }
      if visibleEnd > start, !isSpace {
        if action != .prohibited || isAddressBreak(offset, tokenStart, &address) {
          let ending = followsSpace ? Fragment.Ending.space : isSoft(offset) ? .soft : .other
          let verdict =
            followsSpace ? .unknown : innerVerdict(tokenStart, offset, ending, &address)
          append(start, visibleEnd, startX, visibleX, ending, verdict)
          start = offset
          startX = x
        }
      }
      x += cluster.columns
      offset = cluster.end
      followsSpace = isSpace
      if !isSpace {
        visibleEnd = offset
        visibleX = x
      }
    }
    append(start, visibleEnd, startX, visibleX, .space, .free)
  }

  func append(
    _ start: Int, _ end: Int, _ x: Int, _ xEnd: Int, _ ending: Fragment.Ending, _ verdict: Verdict
  ) {
    fragments.append(
      Fragment(
        start: Int32(truncatingIfNeeded: start &- low),
        end: Int32(truncatingIfNeeded: max(start, end) &- low),
        x: Int32(truncatingIfNeeded: x), xEnd: Int32(truncatingIfNeeded: max(x, xEnd)), verdict: verdict,
        ending: ending))
  }

  /// The verdict on an opportunity without spaces. Addresses are looked for once a token.
  func innerVerdict(
    _ tokenStart: Int, _ offset: Int, _ ending: Fragment.Ending, _ address: inout Bool?
  ) -> Verdict {
    if ending == .soft { return .free }
    if offset >= 3, bytes[offset - 1] == 0x8B, bytes[offset - 2] == 0x80, bytes[offset - 3] == 0xE2 {
      return .free
    }
    let isAddress = address ?? rules.isAddress(tokenStart: tokenStart)
    address = isAddress
    return rules.verdict(inside: tokenStart, at: offset, isAddress: isAddress)
  }

  /// Rule 17: a URL may be cut behind &, where UAX #14 sees nothing.
  func isAddressBreak(_ offset: Int, _ tokenStart: Int, _ address: inout Bool?) -> Bool {
    guard bytes[offset - 1] == 0x26, rules.strength != .none else { return false }
    let isAddress = address ?? rules.isAddress(tokenStart: tokenStart)
    address = isAddress
    return isAddress
  }

  /// Whether a soft hyphen ends at an offset.
  private func isSoft(_ offset: Int) -> Bool {
    offset >= low + 2 && bytes[offset - 1] == 0xAD && bytes[offset - 2] == 0xC2
  }

  /// Feeds a cluster's scalars to the state; what may happen before its first one.
  private func takeCluster(from start: Int, to end: Int, _ state: inout LineBreakState)
    -> LineBreakState.Action
  {
    var action = LineBreakState.Action.prohibited
    var offset = start
    while offset < end {
      let (scalar, next) = bytes.scalar(at: offset, end: high)
      let here = state.action(before: properties[scalar].lineClass) {
        properties.digitFollows(in: bytes, at: next, end: high)
      }
      if offset == start { action = here }
      offset = next
    }
    return action
  }
}
