extension Paragraph {
  /// Optimal fit: the line ends with the least cost for the whole paragraph, found by a dynamic programme that goes
  /// forward from every place where a line may start to the ends it can reach. First without hyphens, when that
  /// leaves no gap wider than a sixteenth of the line; else with hyphens for the words that straddle a reachable line end.
  func fitOptimally(_ emit: (FittedLine) -> Void) {
    if isOneLine { return emitWhole(emit) }
    if !hyphenates {
      fit(hyphenating: false, widestGap: .max)
    } else if !isShort || !fit(hyphenating: false, widestGap: max(3, (room + 8) / 16)) {
      fit(hyphenating: true, widestGap: .max)
    }
    emitBest(emit)
  }

  private var isOneLine: Bool {
    Int(fragments[fragments.count - 1].xEnd &- fragments[0].x) <= room(atStart: true)
  }

  /// Whether it has few enough lines for the first pass to have hope.
  private var isShort: Bool {
    Int(fragments[fragments.count - 1].xEnd) <= OptimalFit.hopefulLines * room
  }

  /// Runs the programme; false when the last border cannot be reached with gaps up to `widestGap`.
  @discardableResult
  private func fit(hyphenating: Bool, widestGap: Int) -> Bool {
    let count = fragments.count
    nodes.removeAll()
    for index in 0..<count {
      nodes.append(FitNode(byte: fragments[index].start, x: fragments[index].x, kind: .border))
    }
    nodes.append(FitNode(byte: 0, x: 0, kind: .border))
    nodes[0].cost = 0
    var search = OptimalFit(hyphenating: hyphenating, widestGap: widestGap)
    for index in 0..<count {
      var node = index
      while node >= 0 {
        if nodes[node].cost != FitNode.unreached, !isOutdone(node, in: index) {
          extend(node, in: index, &search)
        }
        node = Int(nodes[node].next)
      }
      if widestGap != .max, search.farthest <= index { return false }
    }
    return nodes[count].cost != FitNode.unreached
  }

  /// Whether a line had better start a little later than at this node: at the next border, all that can be reached
  /// from here costs less, even with the wider gap.
  @inline(__always)
  private func isOutdone(_ node: Int, in index: Int) -> Bool {
    let next = nodes[index &+ 1]
    guard node != 0, next.cost < nodes[node].cost, index &+ 1 < fragments.count else { return false }
    let later = Int64(next.x &- nodes[node].x)
    let wider = later &* later &+ 2 &* later &* Int64(OptimalFit.reach)
    return nodes[node].cost &- next.cost > wider &+ (next.run > 0 ? LineCost.secondHyphen : 0)
  }

  /// Offers every end of the line that starts at a node.
  @inline(__always)
  private func extend(_ node: Int, in index: Int, _ search: inout OptimalFit) {
    let start = nodes[node]
    let room = Int32(truncatingIfNeeded: room(atStart: node == 0))
    let limit = start.x &+ room
    let count = fragments.count
    // The last fragment that fits whole; places where a line may start come in ascending order.
    var far = max(search.far, index)
    while far < count, fragments[far].xEnd <= limit { far &+= 1 }
    if node != 0 { search.far = far }
    if far == count {
      offer(start.cost, from: node, to: count, run: 0, &search)
      return
    }
    var isFree = false
    var hasEnd = false
    var end = far &- 1
    let least = max(index, far &- OptimalFit.mostEnds)
    while end >= least {
      let fragment = fragments[end]
      let gap = Int(limit &- fragment.xEnd &- fragment.hyphenColumns)
      if gap > search.widestGap || gap > OptimalFit.reach && isFree { break }
      let level = gap < 0 ? .hard : verdict(behind: end).level
      if level < search.refused {
        hasEnd = true
        let isSoft = fragment.ending == .soft
        let penalty = isSoft ? hyphenCost(after: Int(start.run)) : LineCost.penalty(of: level)
        if level == .free { isFree = true }
        let cost = start.cost &+ LineCost.gap(gap) &+ penalty
        offer(cost, from: node, to: end &+ 1, run: isSoft ? min(3, start.run &+ 1) : 0, &search)
      }
      end &-= 1
    }
    if search.hyphenating, start.run < 2, offerHyphens(node, far, limit) { hasEnd = true }
    if !hasEnd, search.widestGap == .max { relax(node, index, far, limit, &search) }
  }

  /// Offers a line end at a border.
  @inline(__always)
  private func offer(_ cost: Int64, from node: Int, to border: Int, run: UInt8, _ search: inout OptimalFit) {
    if border > search.farthest { search.farthest = border }
    guard cost < nodes[border].cost else { return }
    nodes[border].cost = cost
    nodes[border].back = Int32(truncatingIfNeeded: node)
    nodes[border].run = run
  }

  /// Offers the hyphenation points of the fragment that straddles the line's end; false when none fits.
  private func offerHyphens(_ node: Int, _ far: Int, _ limit: Int32) -> Bool {
    let start = nodes[node]
    let list = divisions(of: far)
    // The first point beyond the line, by halving: a fragment may have very many.
    var low = list.lowerBound
    var high = list.upperBound
    while low < high {
      let middle = (low &+ high) / 2
      if divisions[middle].x < limit { low = middle &+ 1 } else { high = middle }
    }
    let penalty =
      hyphenCost(after: Int(start.run)) &+ (isLast(far) ? LineCost.lastWordHyphen : 0)
    var isOffered = false
    var point = low &- 1
    while point >= list.lowerBound {
      let division = divisions[point]
      let gap = Int(limit &- division.x &- 1)
      if division.byte <= start.byte || isOffered && gap > OptimalFit.reach { break }
      isOffered = true
      let cost = start.cost &+ LineCost.gap(gap) &+ penalty
      offer(cost, node, at: division.byte, division.x, .hyphen, run: min(3, start.run &+ 1), inside: far)
      point &-= 1
    }
    return isOffered
  }

  /// Nothing permitted fits: hard rules give way, then a third hyphen in a row, then clusters are parted.
  private func relax(_ node: Int, _ index: Int, _ far: Int, _ limit: Int32, _ search: inout OptimalFit) {
    let start = nodes[node]
    var isOffered = false
    var end = far &- 1
    let least = max(index, far &- OptimalFit.mostEnds)
    while end >= least {
      let gap = Int(limit &- fragments[end].xEnd &- fragments[end].hyphenColumns)
      if isOffered, gap > OptimalFit.reach { break }
      if gap >= 0 {
        let cost = start.cost &+ LineCost.gap(gap) &+ LineCost.hard
        offer(cost, from: node, to: end &+ 1, run: 0, &search)
        isOffered = true
      }
      end &-= 1
    }
    if isOffered { return }
    if hyphenates, offerHyphens(node, far, limit) { return }
    let cut = self.cut(from: Int(start.byte), x: start.x, limit: limit, in: index)
    guard cut.byte < fragments[index].end else {
      return offer(start.cost &+ LineCost.cut, from: node, to: index &+ 1, run: 0, &search)
    }
    let cost = start.cost &+ LineCost.gap(Int(max(0, limit &- cut.x))) &+ LineCost.cut
    offer(cost, node, at: cut.byte, cut.x, .cut, run: 0, inside: index)
    search.farthest = max(search.farthest, index &+ 1)
  }

  /// Where a line that starts inside a fragment wider than the line must be cut: at least one cluster goes on it.
  func cut(from byte: Int, x: Int32, limit: Int32, in index: Int) -> (byte: Int32, x: Int32) {
    let scanner = ClusterScanner(bytes: bytes, properties: properties)
    let fragment = fragments[index]
    let end = low + Int(fragment.end)
    // A soft hyphen at its end must not be printed beyond the line.
    let limit = fragment.xEnd <= limit ? limit &- fragment.hyphenColumns : limit
    var offset = low + byte
    var x = x
    var isFirst = true
    while offset < end {
      let cluster = scanner.cluster(at: offset, end: end)
      let next = x &+ Int32(truncatingIfNeeded: cluster.columns)
      if next > limit, !isFirst { break }
      if cluster.columns > 0 { isFirst = false }
      x = next
      offset = cluster.end
    }
    return (Int32(truncatingIfNeeded: offset &- low), x)
  }

  /// Offers a line end inside a fragment: its nodes stand in ascending order, one for each length of a hyphen run.
  private func offer(
    _ cost: Int64, _ node: Int, at byte: Int32, _ x: Int32, _ kind: FitNode.Kind, run: UInt8,
    inside index: Int
  ) {
    // Behind the node itself when it is inside this fragment, else behind the fragment's border.
    let isInside = nodes[node].byte >= fragments[index].start
    var previous = isInside ? node : index
    while nodes[previous].next >= 0 {
      let next = Int(nodes[previous].next)
      if nodes[next].byte > byte { break }
      if nodes[next].byte == byte, nodes[next].run == run, nodes[next].kind == kind {
        if cost < nodes[next].cost {
          nodes[next].cost = cost
          nodes[next].back = Int32(truncatingIfNeeded: node)
        }
        return
      }
      previous = next
    }
    let made = nodes.count
    nodes.append(
      FitNode(
        byte: byte, x: x, cost: cost, back: Int32(truncatingIfNeeded: node), next: nodes[previous].next,
        run: run,
        kind: kind))
    nodes[previous].next = Int32(truncatingIfNeeded: made)
  }

  private func emitWhole(_ emit: (FittedLine) -> Void) {
    let first = fragments[0]
    let last = fragments[fragments.count - 1]
    emit(FittedLine(start: first.start, end: last.end, columns: last.xEnd &- first.x, endsWithHyphen: false))
  }

  /// Walks back from the last border and hands out the lines in order.
  private func emitBest(_ emit: (FittedLine) -> Void) {
    // The way back is turned round in place: `next` becomes the way forward.
    var node = fragments.count
    var following = -1
    while node >= 0 {
      nodes[node].next = Int32(truncatingIfNeeded: following)
      following = node
      node = Int(nodes[node].back)
    }
    node = 0
    while node >= 0, nodes[node].next >= 0 {
      let end = Int(nodes[node].next)
      emit(line(from: nodes[node], to: end))
      node = end
    }
  }

  private func line(from start: FitNode, to end: Int) -> FittedLine {
    if end < fragments.count + 1 {
      let fragment = fragments[end - 1]
      let isSoft = fragment.ending == .soft && end < fragments.count
      return FittedLine(
        start: start.byte, end: fragment.end, columns: fragment.xEnd &- start.x &+ (isSoft ? 1 : 0),
        endsWithHyphen: isSoft)
    }
    let isHyphen = nodes[end].kind == .hyphen
    return FittedLine(
      start: start.byte, end: nodes[end].byte, columns: nodes[end].x &- start.x &+ (isHyphen ? 1 : 0),
      endsWithHyphen: isHyphen)
  }
}

/// A line as the fits hand it out; bytes are counted from the paragraph's start.
struct FittedLine {
  var start: Int32
  var end: Int32
  var columns: Int32
  var endsWithHyphen: Bool
}

/// The state of one run of the programme.
struct OptimalFit {
  /// In longer paragraphs the first pass nearly always fails.
  static let hopefulLines = 12
  /// So many ends of a line are looked at, from the longest: it keeps the time linear on hostile text.
  static let mostEnds = 1_000
  /// Ends with wider gaps are not offered when there is a better one.
  static let reach = 7

  let hyphenating: Bool
  let widestGap: Int
  /// Ends of this level and harder ones are not offered.
  var refused: BreakLevel { widestGap == .max ? .hard : .strong }
  var far = 0
  /// The farthest border reached.
  var farthest = 0
}
