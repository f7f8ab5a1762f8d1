import CNcurses
import Canvas

/// What the terminal's library is told for each look of a cell: attributes and a pair of colours, made when a
/// look is met first.
struct LookTable {
  /// Attributes and pair for one look.
  struct Entry {
    let attributes: attr_t
    let pair: Int32
  }

  private(set) var theme: Theme
  private var reducer: ColorReducer
  private var looks: [UInt64: Entry] = [:]
  private var pictures: [UInt64: Entry] = [:]
  private var pairs: [UInt64: Int32] = [:]
  private let maximumPairs: Int32
  /// Set when pairs ran out and all were given up: what stands on the screen must be drawn anew.
  var hasStartedOver = false

  init(theme: Theme, depth: ColorDepth, maximumPairs: Int32) {
    self.theme = depth == .none && !theme.isColorless ? .plain : theme
    reducer = ColorReducer(depth: depth)
    self.maximumPairs = maximumPairs
  }

  /// The entry for a cell.
  mutating func entry(for cell: Cell) -> Entry {
    if let colors = cell.pictureColors {
      if let known = pictures[cell.look] { return known }
      let foreground = reducer.number(of: .direct(colors.foreground))
      let background = reducer.number(of: .direct(colors.background))
      let entry = Entry(attributes: 0, pair: pair(foreground, background))
      pictures[cell.look] = entry
      return entry
    }
    if let known = looks[cell.look] { return known }
    let (ink, surface, attributes) = theme.colors(
      ink: cell.ink, surface: cell.surface, attributes: cell.attributes)
    let background = reducer.number(of: surface)
    let foreground = reducer.readable(reducer.number(of: ink), of: ink, on: background, of: surface)
    let entry = Entry(attributes: Self.bits(attributes), pair: pair(foreground, background))
    looks[cell.look] = entry
    return entry
  }

  private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
    if reducer.depth == .none || (foreground < 0 && background < 0) { return 0 }
    let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
    if let known = pairs[key] { return known }
    if Int32(pairs.count) + 1 >= maximumPairs {
      pairs.removeAll()
      looks.removeAll()
      pictures.removeAll()
      hasStartedOver = true
    }
    let number = Int32(pairs.count) + 1
    guard init_extended_pair(number, foreground, background) == 0 else { return 0 }
    pairs[key] = number
    return number
  }

  private static func bits(_ attributes: CellAttributes) -> attr_t {
    var result: attr_t = 0
    if attributes.contains(.bold) { result |= look_bold }
    if attributes.contains(.dim) { result |= look_dim }
    if attributes.contains(.reverse) { result |= look_reverse }
    if attributes.contains(.underline) { result |= look_underline }
    if attributes.contains(.italic) { result |= look_italic }
    return result
  }
}
