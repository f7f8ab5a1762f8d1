import TextLayout

/// A line of text that is being typed, with its cursor.
struct InputLine: Equatable, Sendable {
  /// Longer lines are not taken: nobody searches for more.
  static let maximumCharacters = 200

  private(set) var characters: [Character] = []
  /// How many characters stand before the cursor.
  private(set) var cursor = 0

  init(_ text: String = "") {
    characters = Array(text.prefix(Self.maximumCharacters))
    cursor = characters.count
  }

  var text: String { String(characters) }
  var beforeCursor: String { String(characters[..<cursor]) }

  /// The part around the cursor that so many columns can show, and how many columns of it stand before the cursor.
  func visible(columns: Int) -> (text: String, cursorColumn: Int) {
    let room = max(1, columns)
    var start = 0
    var before = CellWidth.columns(of: beforeCursor)
    while before >= room, start < cursor {
      before -= CellWidth.columns(of: String(characters[start]))
      start += 1
    }
    var end = start
    var used = 0
    while end < characters.count {
      used += CellWidth.columns(of: characters[end])
      guard used <= room else { break }
      end += 1
    }
    return (String(characters[start..<end]), before)
  }

  /// Puts a text at the cursor; what is no printable character is left out.
  mutating func insert(_ text: String) {
    for character in text where characters.count < Self.maximumCharacters {
      guard character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
        continue
      }
      characters.insert(character, at: cursor)
      cursor += 1
    }
  }

  mutating func deleteBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  mutating func deleteForward() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  /// Takes out the word before the cursor.
  mutating func deleteWord() {
    while cursor > 0, characters[cursor - 1] == " " { deleteBackward() }
    while cursor > 0, characters[cursor - 1] != " " { deleteBackward() }
  }

  mutating func moveWordLeft() {
    while cursor > 0, characters[cursor - 1] == " " { moveLeft() }
    while cursor > 0, characters[cursor - 1] != " " { moveLeft() }
  }

  mutating func moveWordRight() {
    while cursor < characters.count, characters[cursor] == " " { moveRight() }
    while cursor < characters.count, characters[cursor] != " " { moveRight() }
  }

  mutating func clear() {
    characters = []
    cursor = 0
  }

  mutating func moveLeft() { cursor = max(0, cursor - 1) }
  mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
  mutating func moveToStart() { cursor = 0 }
  mutating func moveToEnd() { cursor = characters.count }
}
