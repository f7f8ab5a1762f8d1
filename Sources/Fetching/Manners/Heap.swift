/// A binary heap: the largest element in constant time, each change in logarithmic time.
struct Heap<Element: Comparable> {
  private var elements: [Element] = []

  /// The largest.
  var top: Element? { elements.first }

  mutating func push(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0, elements[(child - 1) / 2] < elements[child] {
      elements.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> Element? {
    guard let last = elements.popLast() else { return nil }
    guard let top = elements.first else { return last }
    elements[0] = last
    var parent = 0
    while 2 * parent + 1 < elements.count {
      let (left, right) = (2 * parent + 1, 2 * parent + 2)
      let larger = right < elements.count && elements[left] < elements[right] ? right : left
      guard elements[parent] < elements[larger] else { break }
      elements.swapAt(parent, larger)
      parent = larger
    }
    return top
  }
}
