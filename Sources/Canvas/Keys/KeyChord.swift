/// A key with its modifiers, as typed; `init(_:)` and `description` are the form that key files use (`C-d`, `F1`).
package struct KeyChord: Hashable, Sendable {
  /// A key without modifiers. A character is as it arrives: shifted letters are capitals.
  package enum Key: Hashable, Sendable {
    case character(Character)
    case up
    case down
    case left
    case right
    case enter
    case escape
    case tab
    case backTab
    case backspace
    case delete
    case insert
    case home
    case end
    case pageUp
    case pageDown
    /// F1 and so on.
    case function(Int)
  }

  /// Keys held with it; shift only where the key itself does not show it.
  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `S-` in key files.
    package static let shift = Modifiers(rawValue: 1)
    /// `M-` in key files.
    package static let alt = Modifiers(rawValue: 2)
    /// `C-` in key files.
    package static let control = Modifiers(rawValue: 4)
  }

  /// Without what was held with it.
  package var key: Key
  /// What was held with it.
  package var modifiers: Modifiers

  package init(_ key: Key, _ modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// A typed character; the space bar is `KeyChord(" ")` too.
  package static func character(_ character: Character, _ modifiers: Modifiers = []) -> KeyChord {
    KeyChord(.character(character), modifiers)
  }

  /// The space bar.
  package static let space = KeyChord(.character(" "))

  /// Whether Control or Alt is held with it: it is another key than the bare one.
  package var isHeld: Bool { !modifiers.isDisjoint(with: [.control, .alt]) }

  /// What it types into a text field: `nil` for chords and keys that type nothing.
  package var typedCharacter: Character? {
    guard case .character(let character) = key, modifiers.isEmpty else { return nil }
    return character
  }
}
