import Canvas
import NewsModel

extension ReaderState {
  /// Puts a label on everything that can be opened.
  mutating func showHints() -> [Effect] { showHints(HintCollector.targets(self)) }

  /// Puts a label on each of some targets.
  mutating func showHints(_ targets: [HintCollector.Found]) -> [Effect] {
    let labels = HintCollector.labels(count: targets.count)
    popup = .hints(
      zip(labels, targets).map { HintLabel(label: $0, place: $1.place, target: $1.target) }, typed: "")
    return []
  }

  /// A key while labels are shown: a letter of one, of either alphabet.
  mutating func typeHint(_ chord: KeyChord, labels: [HintLabel], typed: String) -> [Effect] {
    guard !chord.isHeld else { return [] }
    popup = nil
    guard case .character(let character) = latin(chord).key else { return [] }
    let wanted = typed + String(character).lowercased()
    if let label = labels.first(where: { $0.label == wanted }) { return follow(label.target) }
    if labels.contains(where: { $0.label.hasPrefix(wanted) }) { popup = .hints(labels, typed: wanted) }
    return []
  }
}

/// Finds what can be opened on the screen, and names it.
enum HintCollector {
  /// Something that can be opened, and its first cell.
  struct Found: Equatable {
    var target: Target
    var place: CellPoint
  }

  /// Letters that are easily reached, those of the home row first; none is a sign on a Cyrillic layout.
  private static let letters = Array("fjdkslaghrueiwoqptyvmcnbxz")

  /// So many labels, none the beginning of another.
  static func labels(count: Int) -> [String] {
    if count <= letters.count { return letters.prefix(count).map(String.init) }
    let pairs = letters.flatMap { first in letters.map { "\(first)\($0)" } }
    return Array(pairs.prefix(count))
  }

  /// What can be opened on the screen, from the menu down; each target once.
  static func targets(_ state: ReaderState) -> [Found] {
    let arrangement = Arrangement(state)
    var found: [Found] = []
    var seen: Set<Target> = []
    func add(_ lines: [Line], at rectangle: CellRectangle) {
      for (offset, line) in lines.prefix(max(0, rectangle.rows)).enumerated() {
        var column = rectangle.column
        var lineStart: Int?
        for span in line.spans {
          if lineStart == nil, span.text.contains(where: { $0 != " " }) { lineStart = column }
          if let target = span.target, column < rectangle.endColumn, seen.insert(target).inserted {
            found.append(Found(target: target, place: CellPoint(row: rectangle.row + offset, column: column)))
          }
          column += span.columns
        }
        if let target = line.target, let start = lineStart, seen.insert(target).inserted {
          found.append(Found(target: target, place: CellPoint(row: rectangle.row + offset, column: start)))
        }
      }
    }
    for pane in Pane.content {
      guard let rectangle = arrangement.rectangle(of: pane) else { continue }
      add(PaneView.lines(state, pane: pane, rectangle: rectangle), at: rectangle)
    }
    return Array(found.prefix(letters.count * letters.count))
  }
}
