import Markup

/// How much of each node reads as prose.
///
/// Every block of text has a weight: letters outside links, fully where it reads as prose, little where it does not,
/// below zero where it is links. The weights are summed up the tree.
struct ProseWeights {
  /// The weight of each node and its descendants.
  private(set) var weight: [Double]

  init(measures: PageMeasures, isDropped: [Bool]) {
    weight = [Double](repeating: 0, count: measures.document.count)
    weigh(measures, isDropped)
  }

  /// The nearest block around each text run collects what it says.
  private mutating func weigh(_ measures: PageMeasures, _ isDropped: [Bool]) {
    let document = measures.document
    struct Own {
      var length: Int32 = 0
      var linked: Int32 = 0
      var marks: Int32 = 0
    }
    var own = [Own](repeating: Own(), count: document.count)
    var block = [Int32](repeating: 0, count: document.count)
    for index in 1..<max(1, document.count) {
      let parent = document.parent(index)
      let isBlock = document.name(index).isBlock || document.name(index) == .other
      block[index] = isBlock ? Int32(index) : block[parent]
      guard document.isText(index), !isDropped[index] else { continue }
      let owner = Int(block[parent])
      own[owner].length += measures.length[index]
      own[owner].linked += measures.linkLength[index]
      own[owner].marks += measures.marks[index]
    }
    for index in stride(from: document.count - 1, through: 1, by: -1) where !isDropped[index] {
      if own[index].length > 0 {
        weight[index] += Self.weight(
          length: Int(own[index].length), linked: Int(own[index].linked), marks: Int(own[index].marks),
          name: document.name(index))
      }
      weight[document.parent(index)] += weight[index]
    }
  }

  private static func weight(length: Int, linked: Int, marks: Int, name: HTMLName) -> Double {
    let density = Double(linked) / Double(max(1, length))
    let free = Double(length - linked)
    switch name {
    case .h1, .h2, .h3, .h4, .h5, .h6: return density > 0.5 ? -free * 0.2 : free * 0.2
    case .option, .legend, .label: return 0
    default: break
    }
    if density > 0.6 { return -0.3 * Double(min(length, 200)) }
    if length >= 80, marks >= 1 { return free * (1 - density) }
    if length >= 25, marks >= 1 { return free * (1 - density) * 0.6 }
    return free * (1 - density) * 0.15
  }
}
