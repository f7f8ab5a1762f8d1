extension KeyChord: CustomStringConvertible {
  /// From `g`, `G`, `/`, `Space`, `F1`, `C-d`, `^D`, `M-x`, `Alt+x`, `S-Tab`, `PgDn`; names in any case.
  package init?(_ text: String) {
    var rest = text[...]
    var modifiers: Modifiers = []
    while let (modifier, length) = Self.modifier(rest) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(length)
    }
    if rest.count == 1, let character = rest.first {
      guard character.unicodeScalars.allSatisfy({ $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) })
      else { return nil }
      if modifiers.contains(.control), let lower = character.lowercased().first {
        self.init(.character(lower), modifiers.subtracting(.shift))
      } else if modifiers.contains(.shift), let upper = character.uppercased().first {
        self.init(.character(upper), modifiers.subtracting(.shift))
      } else {
        self.init(.character(character), modifiers)
      }
      return
    }
    guard var key = Self.key(named: rest.lowercased()) else { return nil }
    if key == .tab, modifiers.contains(.shift) {
      key = .backTab
      modifiers.remove(.shift)
    }
    self.init(key, modifiers)
  }

  /// The form that `init(_:)` reads.
  package var description: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "C-" }
    if modifiers.contains(.alt) { prefix += "M-" }
    if modifiers.contains(.shift) { prefix += "S-" }
    switch key {
    case .character(" "): return prefix + "Space"
    case .character(let character): return prefix + String(character)
    case .function(let number): return prefix + "F\(number)"
    default: return prefix + (Self.names.first { $0.key == key }?.name ?? "")
    }
  }

  private static let names: [(name: String, key: Key)] = [
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Enter", .enter), ("Esc", .escape),
    ("Tab", .tab), ("S-Tab", .backTab), ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert),
    ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown), ("Space", .character(" ")),
    ("Return", .enter), ("Escape", .escape), ("Delete", .delete), ("Insert", .insert), ("PageUp", .pageUp),
    ("PageDown", .pageDown), ("BackTab", .backTab),
  ]

  private static func key(named name: String) -> Key? {
    if let key = names.first(where: { $0.name.lowercased() == name })?.key { return key }
    guard name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...63).contains(number) else {
      return nil
    }
    return .function(number)
  }

  private static let modifierNames: [(name: String, modifier: Modifiers)] = [
    ("ctrl-", .control), ("ctrl+", .control), ("c-", .control), ("alt-", .alt), ("alt+", .alt), ("m-", .alt),
    ("a-", .alt), ("shift-", .shift), ("shift+", .shift), ("s-", .shift), ("^", .control),
  ]

  /// The modifier a text starts with, when a key follows it.
  private static func modifier(_ text: Substring) -> (Modifiers, Int)? {
    let lower = text.prefix(6).lowercased()
    for (name, modifier) in modifierNames where lower.hasPrefix(name) && text.count > name.count {
      return (modifier, name.count)
    }
    return nil
  }
}
