import Canvas
import Phrases

/// A view at every size, in every language and ink, as one text.
///
/// A part for each size shows the screen in Russian, then which inks and surfaces its rows have, then the rows that
/// are others in Kazakh and in English. What an ink looks like in a theme stands in the tests of `Canvas`. Of a view
/// over another one, only the rows that it changes are told, each with its number.
struct ScreenSheet {
  static let sizes = [(200, 60), (120, 36), (80, 24), (50, 20), (30, 8)]
  /// What the head of a part begins with.
  static let headMark = "═══ "

  let view: ScreenView

  var text: String {
    Self.sizes.map { part(CellSize(columns: $0, rows: $1)) }.joined()
  }

  private func part(_ size: CellSize) -> String {
    let russian = view.reading(size, .ru).frame
    let base = view.over.map { $0.reading(size, .ru).frame }
    let changed = (0..<size.rows).filter { base == nil || russian.row($0) != base?.row($0) }
    let lines = russian.plainLines
    let screen =
      base == nil ? lines.map { $0 + "\n" } : changed.map { "\($0)|\(lines[$0])\n" }
    return "\(Self.headMark)\(size.columns) × \(size.rows)\(Self.cursor(russian))\n" + screen.joined()
      + "── inks\n" + InkMap(frame: russian, rows: changed).text
      + [InterfaceLanguage.kk, .en].map { part(size, $0, from: lines) }.joined()
  }

  /// The rows that another language changes.
  private func part(_ size: CellSize, _ language: InterfaceLanguage, from russian: [String]) -> String {
    let frame = view.reading(size, language).frame
    let base = view.over.map { $0.reading(size, language).frame }
    let lines = frame.plainLines
    let changed = (0..<size.rows).filter {
      lines[$0] != russian[$0] && (base == nil || frame.row($0) != base?.row($0))
    }
    return "── \(language.rawValue)\(Self.cursor(frame))\n"
      + changed.map { "\($0)|\(lines[$0])\n" }.joined()
  }

  private static func cursor(_ frame: Frame) -> String {
    frame.cursor.map { ", the cursor in row \($0.row), column \($0.column)" } ?? ""
  }
}

/// Which inks and surfaces the rows of a frame have: `3: 2 section+bold, 12 border` says that in row 3 a text in the
/// ink of sections stands from column 2 on. Spaces show their surface alone.
private struct InkMap {
  let frame: Frame
  let rows: [Int]

  /// Rows that look alike one after the other are told once.
  var text: String {
    var parts: [(rows: ClosedRange<Int>, looks: String)] = []
    for row in rows {
      let looks = looks(inRow: row)
      if let last = parts.last, last.looks == looks, last.rows.upperBound == row - 1 {
        parts[parts.count - 1].rows = last.rows.lowerBound...row
      } else if !looks.isEmpty {
        parts.append((row...row, looks))
      }
    }
    return parts.map { part in
      let (first, last) = (part.rows.lowerBound, part.rows.upperBound)
      return (first == last ? "\(first)" : "\(first)–\(last)") + ": \(part.looks)\n"
    }.joined()
  }

  private func looks(inRow row: Int) -> String {
    var result: [String] = []
    var (ink, surface) = ("", "")
    for column in 0..<frame.columns {
      let cell = frame[row, column]
      let ground = cell.surface == .page ? "" : "/\(cell.surface.name)"
      let isBlank = cell.text == " " && cell.attributes.isDisjoint(with: [.reverse, .underline])
      let look = cell.ink.name + Self.names(cell.attributes)
      // A space within a text of one ink does not part it.
      if ground == surface, isBlank || look == ink { continue }
      ink = isBlank ? "" : look
      surface = ground
      result.append("\(column) \(ink)\(surface)")
    }
    return result.joined(separator: ", ")
  }

  private static func names(_ attributes: CellAttributes) -> String {
    let all: [(CellAttributes, String)] = [
      (.bold, "bold"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"), (.dim, "dim"),
    ]
    return all.filter { attributes.contains($0.0) }.map { "+\($0.1)" }.joined()
  }
}
