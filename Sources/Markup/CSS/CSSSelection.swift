extension HTMLDocument {
  /// The elements within a node that a selector names, in document order.
  ///
  /// One pass from the top: every element knows which beginnings of a chain it, its ancestors and its siblings
  /// fulfil, as bits; so the time is nodes times compounds, whatever the selector.
  package func select(_ selector: Selector, within scope: Int = 0, limit: Int = .max) -> [Int] {
    let positions = selector.countsSiblings ? SiblingPositions(self) : nil
    var found: Set<Int> = []
    for chain in selector.chains { collect(chain, scope, positions, limit, into: &found) }
    return Array(found.sorted().prefix(limit))
  }

  /// Whether a selector names a node.
  package func matches(_ selector: Selector, _ index: Int) -> Bool {
    select(selector, within: max(0, parent(index))).contains(index)
  }

  private func collect(
    _ chain: Selector.Chain, _ scope: Int, _ positions: SiblingPositions?, _ limit: Int,
    into found: inout Set<Int>
  ) {
    let last = UInt32(1) << UInt32(chain.count - 1)
    if chain.count == 1 {
      var count = 0
      for index in scope + 1..<max(scope + 1, end(scope)) where isElement(index) {
        guard fulfils(chain[0].conditions, index, positions) else { continue }
        found.insert(index)
        count += 1
        if count >= limit { return }
      }
      return
    }
    // Per node: what it fulfils itself; what its ancestors do; what the sibling before it and all before it do.
    var own = [UInt32](repeating: 0, count: count)
    var above = own
    var before = own
    var beforeAll = own
    var lastChild: [Int32] = [Int32](repeating: -1, count: count)
    var remaining = limit
    for index in 1..<max(1, count) where isElement(index) {
      if index >= end(scope) { break }
      let parent = parent(index)
      above[index] = above[parent] | own[parent]
      let previous = Int(lastChild[parent])
      if previous >= 0 {
        before[index] = own[previous]
        beforeAll[index] = beforeAll[previous] | own[previous]
      }
      lastChild[parent] = Int32(index)
      var bits: UInt32 = 0
      for (step, compound) in chain.enumerated() {
        let needed = step == 0 ? 0 : UInt32(1) << UInt32(step - 1)
        let offered: UInt32 =
          switch compound.combinator {
          case .descendant: above[index]
          case .child: own[parent]
          case .next: before[index]
          case .following: beforeAll[index]
          }
        guard step == 0 || offered & needed != 0 else { continue }
        if fulfils(compound.conditions, index, positions) { bits |= 1 << UInt32(step) }
      }
      own[index] = bits
      if bits & last != 0, index > scope {
        found.insert(index)
        remaining -= 1
        if remaining <= 0 { return }
      }
    }
  }

  private func fulfils(_ conditions: [Selector.Condition], _ index: Int, _ positions: SiblingPositions?)
    -> Bool
  {
    conditions.allSatisfy { fulfils($0, index, positions) }
  }

  private func fulfils(_ condition: Selector.Condition, _ index: Int, _ positions: SiblingPositions?) -> Bool
  {
    switch condition {
    case .type(let name): return spelling(index) == name
    case .id(let id): return attribute(.id, of: index) == id
    case .hasClass(let name):
      guard let classes = attribute(.class, of: index) else { return false }
      return classes.split(whereSeparator: \.isWhitespace).contains { $0 == name }
    case .attribute(let name, let match, let value):
      guard let found = attribute(spelled: name, of: index) else { return false }
      return Self.compare(found, match, value)
    case .nth(let position, let step, let offset):
      guard let place = positions?.place(of: index, position) else { return false }
      if step == 0 { return place == offset }
      let distance = place - offset
      return distance % step == 0 && distance / step >= 0
    case .only(let ofType):
      guard let positions else { return false }
      return positions.place(of: index, ofType ? .ofType : .child) == 1
        && positions.place(of: index, ofType ? .lastOfType : .lastChild) == 1
    case .empty: return end(index) == index + 1
    case .root: return parent(index) == 0
    case .not(let inner): return !fulfils(inner, index, positions)
    }
  }

  private static func compare(_ found: String, _ match: Selector.Match, _ value: String) -> Bool {
    switch match {
    case .present: true
    case .equal: found == value
    case .word: found.split(whereSeparator: \.isWhitespace).contains { $0 == value }
    case .prefix: !value.isEmpty && found.hasPrefix(value)
    case .suffix: !value.isEmpty && found.hasSuffix(value)
    case .part: !value.isEmpty && found.contains(value)
    case .dash: found == value || found.hasPrefix(value + "-")
    }
  }
}

/// The place of every element among its siblings, counted once.
private struct SiblingPositions {
  private struct Kind: Hashable {
    var parent: Int
    var name: String
  }

  private var forward: [Int32]
  private var backward: [Int32]
  private var forwardOfType: [Int32]
  private var backwardOfType: [Int32]

  init(_ document: HTMLDocument) {
    let zeros = [Int32](repeating: 0, count: document.count)
    (forward, backward, forwardOfType, backwardOfType) = (zeros, zeros, zeros, zeros)
    var counts = zeros
    var kinds: [Kind: Int32] = [:]
    func count(_ index: Int, _ all: inout [Int32], _ ofType: inout [Int32]) {
      let parent = document.parent(index)
      counts[parent] += 1
      all[index] = counts[parent]
      let kind = Kind(parent: parent, name: document.spelling(index))
      kinds[kind, default: 0] += 1
      ofType[index] = kinds[kind] ?? 0
    }
    for index in 1..<max(1, document.count) where document.isElement(index) {
      count(index, &forward, &forwardOfType)
    }
    counts = zeros
    kinds = [:]
    for index in (1..<max(1, document.count)).reversed() where document.isElement(index) {
      count(index, &backward, &backwardOfType)
    }
  }

  func place(of index: Int, _ position: Selector.Position) -> Int {
    switch position {
    case .child: Int(forward[index])
    case .lastChild: Int(backward[index])
    case .ofType: Int(forwardOfType[index])
    case .lastOfType: Int(backwardOfType[index])
    }
  }
}
