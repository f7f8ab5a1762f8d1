import Language
import Phrases

/// The table of keys as the command line prints it: every command that has a key, by group.
package struct KeySheet: Sendable {
  /// A command and its keys.
  package struct Row: Sendable {
    /// Its name in key files.
    package let command: String
    /// What it does, in the interface's language.
    package let help: String
    /// Its keys for people, each Latin letter with what stands on its key in the Cyrillic layout.
    package let names: String
    /// Its keys as key files write them, by the name of the context.
    package let keys: [String: [String]]
  }

  /// Rows under their title.
  package struct Group: Sendable {
    /// In the interface's language.
    package let title: String
    /// In the table's order, without commands that have no key.
    package let rows: [Row]
  }

  /// In the help's order.
  package let groups: [Group]

  /// - Parameters:
  ///   - rebindings: the settings file's changes; what cannot be obeyed is left out.
  ///   - layout: whose letters stand beside the Latin ones.
  package init(rebindings: [KeyRebinding], layout: KeyboardLayout, phrases: Phrasebook) {
    let keymap = Keymap(rebindings: rebindings)
    let names = KeyNames(keymap: keymap, layout: layout, phrases: phrases)
    groups = CommandRow.Group.allCases.map { group in
      let rows = CommandTable.rows.filter { $0.group == group }.compactMap { row -> Row? in
        guard let text = names.all(row) else { return nil }
        var keys: [String: [String]] = [:]
        for context in KeyContext.allCases {
          let sequences = keymap.keys(of: row.command, in: context)
          guard !sequences.isEmpty else { continue }
          keys[context.rawValue] = sequences.map { $0.map(\.description).joined(separator: " ") }
        }
        return Row(
          command: row.command.rawValue, help: phrases.help(command: row.command.rawValue), names: text,
          keys: keys)
      }
      return Group(title: phrases[Phrase(group: group)], rows: rows)
    }
  }
}
