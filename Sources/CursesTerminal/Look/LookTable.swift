import CNcurses
import Canvas

/// What the terminal's library is told for each look of a cell: attributes and a pair of colours, made when a
/// look is met first.
struct LookTable {
  /// Attributes and pair for one look, and a space in it.
  private struct Entry {
    let attributes: attr_t
    let pair: Int32
    let space: cchar_t

    init(attributes: attr_t, pair: Int32) {
      self.attributes = attributes
      self.pair = pair
      space = LookTable.element([0x20, 0], attributes, pair)
    }
  }

  private(set) var theme: Theme
  private var reducer: ColorReducer
  private var looks: [UInt64: Entry] = [:]
  private var pictures: [UInt64: Entry] = [:]
  private var pairs: [UInt64: Int32] = [:]
  private let maximumPairs: Int32
  /// What a locale or a font has; `nil`: everything.
  private var characters: LocaleCharacters?
  /// Set when pairs ran out and all were given up: what stands on the screen must be drawn anew.
  var hasStartedOver = false

  init(theme: Theme, depth: ColorDepth, maximumPairs: Int32, characters: LocaleCharacters?) {
    self.theme = depth == .none && !theme.isColorless ? .plain : theme
    reducer = ColorReducer(depth: depth)
    self.maximumPairs = maximumPairs
    self.characters = characters
  }

  /// Adds what the library is to be given for cells of a row.
  mutating func append(_ cells: ArraySlice<Cell>, to elements: inout [cchar_t]) {
    var last: (look: UInt64, isPicture: Bool, entry: Entry)?
    for cell in cells where cell.kind != .continuation {
      let isPicture = cell.kind == .picture
      let entry: Entry
      if let last, last.look == cell.look, last.isPicture == isPicture {
        entry = last.entry
      } else {
        entry = self.entry(for: cell)
        last = (cell.look, isPicture, entry)
      }
      // Who has pictures drawn on a console wants them as they are.
      let isConsole = characters?.isConsole ?? false
      let shown = isPicture && isConsole ? nil : characters?.shown(cell.base)
      if let shown, shown != cell.base || (!isConsole && cell.kind != .wide) {
        var element = entry.space
        element.chars.0 = wchar_t(bitPattern: shown.value)
        elements.append(element)
        if cell.kind == .wide { elements.append(entry.space) }
        continue
      }
      let isAgreed = Self.agreesOnWidth(cell)
      if cell.hasMarks {
        elements.append(Self.element(Self.characters(of: cell, isAgreed), entry.attributes, entry.pair))
      } else {
        var element = entry.space
        element.chars.0 = isAgreed ? wchar_t(bitPattern: cell.base.value) : Self.unknown
        elements.append(element)
      }
      if cell.kind == .wide, !isAgreed { elements.append(entry.space) }
    }
  }

  /// Attributes and pair of a cell.
  mutating func look(of cell: Cell) -> (attributes: attr_t, pair: Int32) {
    let entry = entry(for: cell)
    return (entry.attributes, entry.pair)
  }

  /// Stands for characters that the library would give other columns than the frame does; the terminal, which is
  /// younger, is given the character itself over it.
  private static let unknown: wchar_t = 0xFFFD

  private static func characters(of cell: Cell, _ isAgreed: Bool) -> [wchar_t] {
    let marks = cell.marks.map { wchar_t(bitPattern: $0.value) }.filter { terminal_width($0) == 0 }
    return [isAgreed ? wchar_t(bitPattern: cell.base.value) : unknown] + marks + [0]
  }

  private static func element(_ characters: [wchar_t], _ attributes: attr_t, _ pair: Int32) -> cchar_t {
    var element = cchar_t()
    var pair = pair
    setcchar(&element, characters, attributes, 0, &pair)
    return element
  }

  /// Whether the library, which asks the C library, will give a character the columns that the frame gives it:
  /// characters newer than that are drawn beside it, so that no column shifts.
  static func agreesOnWidth(_ cell: Cell) -> Bool {
    let base = cell.base.value
    if base < 0x300 || (0x400...0x52F).contains(base) || (0x2500...0x257F).contains(base) { return true }
    return terminal_width(wchar_t(bitPattern: base)) == (cell.kind == .wide ? 2 : 1)
  }

  private mutating func entry(for cell: Cell) -> Entry {
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
    var bits = Self.bits(reducer.depth <= .eight ? Self.toldApart(attributes, of: cell.ink) : attributes)
    // Terminals of eight colours show bold as bright, and bright black is a grey that fades where it should stand out.
    // What is bold to be told from text has a line under it then.
    if reducer.depth == .eight, foreground == 0, bits & look_bold != 0 {
      bits &= ~look_bold
      if Self.headings.contains(cell.ink) { bits |= look_underline }
    }
    let entry = Entry(attributes: bits, pair: pair(foreground, background))
    looks[cell.look] = entry
    return entry
  }

  private static let headings: Set<Ink> = [.title, .heading, .tableHeading]

  /// What few colours do not tell apart attributes do: a headline that was read is dim, one that was not is bold.
  /// Both, for the Linux console has no dim where it has colours, and black has no bold.
  private static func toldApart(_ attributes: CellAttributes, of ink: Ink) -> CellAttributes {
    switch ink {
    case .read: attributes.subtracting(.bold).union(.dim)
    case .headline: attributes.union(.bold)
    default: attributes
    }
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
