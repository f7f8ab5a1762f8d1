import Canvas
import Language
import Phrases

/// How keys are written for people: arrows as arrows, named keys by their names, letters with those that stand on the
/// same keys of the Cyrillic layout.
struct KeyNames {
  private let phrases: Phrasebook
  private let keymap: Keymap
  private let layout: KeyboardLayout

  init(_ state: ReaderState) {
    self.init(keymap: state.keymap, layout: state.keyboardLayout, phrases: state.phrasebook)
  }

  init(keymap: Keymap, layout: KeyboardLayout, phrases: Phrasebook) {
    self.phrases = phrases
    self.keymap = keymap
    self.layout = layout
  }

  /// Every key of a command, in all its contexts; `nil` when it has none.
  func all(_ row: CommandRow) -> String? {
    if row.command == .goToSection { return "1–9  0" }
    var seen: [[KeyChord]] = []
    for context in KeyContext.allCases {
      for keys in keymap.keys(of: row.command, in: context) where !seen.contains(keys) { seen.append(keys) }
    }
    return seen.isEmpty ? nil : seen.map { name($0, withGlyph: true) }.joined(separator: "  ")
  }

  /// The key that a hint shows.
  func first(_ command: Command, in context: KeyContext) -> String? {
    keymap.keys(of: command, in: context).first.map { name($0, withGlyph: false) }
  }

  /// The key of a command that a sentence names as `key.undo`; one that has lost its keys is called by its name, as
  /// the palette takes it.
  @Sendable func named(_ name: String) -> String? {
    guard name.hasPrefix("key."), let command = Command(rawValue: String(name.dropFirst("key.".count))) else {
      return nil
    }
    return KeyContext.allCases.lazy.compactMap { first(command, in: $0) }.first ?? ":\(command.rawValue)"
  }

  func name(_ keys: [KeyChord], withGlyph: Bool) -> String {
    keys.map { name($0, withGlyph: withGlyph) }.joined(separator: " ")
  }

  func name(_ chord: KeyChord, withGlyph: Bool) -> String {
    switch (chord.key, chord.modifiers) {
    case (.up, []): return "↑"
    case (.down, []): return "↓"
    case (.left, []): return "←"
    case (.right, []): return "→"
    case (.character(" "), []): return phrases[.keySpace]
    case (.character(let character), .control): return "^" + String(character).uppercased()
    case (.character(let character), []) where withGlyph:
      return Self.glyphs[layout]?[character].map { "\(character)\u{A0}(\($0))" } ?? String(character)
    default: return chord.description
    }
  }

  /// What stands on a Latin letter's key, made once for every layout.
  private static let glyphs = Dictionary(
    uniqueKeysWithValues: KeyboardLayout.allCases.map { ($0, glyphs(of: $0)) })

  private static func glyphs(of layout: KeyboardLayout) -> [Character: Character] {
    var result: [Character: Character] = ["/": ".", "?": ","]
    for value in UInt32(0x400)...0x4FF {
      guard let scalar = Unicode.Scalar(value), let latin = layout.latin(for: Character(scalar)) else {
        continue
      }
      if result[latin] == nil { result[latin] = Character(scalar) }
    }
    return result
  }
}
