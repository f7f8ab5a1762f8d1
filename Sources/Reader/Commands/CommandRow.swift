import Canvas
import Phrases

/// A row of the command table: what a command does, and all that keymap, help, hints, palette and key files are made of.
package struct CommandRow: Sendable {
  /// Under which title the help shows it.
  package enum Group: String, CaseIterable, Sendable {
    case moving
    case finding
    case marking
    case news
    case screen
  }

  /// What it does; its name is in key files.
  package let command: Command
  /// Under which title the help shows it.
  package let group: Group
  /// Default keys by context, the one that hints show first; a context that is absent does not know the command.
  package let keys: [KeyContext: [KeyChord]]
  /// In which contexts the hint line names it.
  let hintedIn: Set<KeyContext>
  /// The command that shares its hint: its first key is shown too.
  let hintPartner: Command?
  /// Why it can do nothing now; `nil`: it can.
  let reason: @Sendable (ReaderState) -> Phrase?
  /// Does it, where it is known to be possible; told the key that called it, if one did.
  let run: @Sendable (inout ReaderState, KeyChord?) -> [Effect]

  /// - Parameters:
  ///   - keys: chords parted by spaces, the same in all of `contexts`.
  ///   - others: chords for further contexts.
  ///   - deed: what it does.
  init(
    _ command: Command, _ group: Group, _ keys: String,
    in contexts: Set<KeyContext> = Set(KeyContext.allCases),
    others: [KeyContext: String] = [:], hintedIn: Set<KeyContext> = [], hintPartner: Command? = nil,
    reason: @escaping @Sendable (ReaderState) -> Phrase? = { _ in nil },
    _ deed: @escaping @Sendable (inout ReaderState) -> [Effect]
  ) {
    self.init(
      command, group, keys, in: contexts, others: others, hintedIn: hintedIn, hintPartner: hintPartner,
      reason: reason, byKey: { state, _ in deed(&state) })
  }

  /// - Parameter byKey: what it does, when that is not the same for each of its keys.
  init(
    _ command: Command, _ group: Group, _ keys: String,
    in contexts: Set<KeyContext> = Set(KeyContext.allCases),
    others: [KeyContext: String] = [:], hintedIn: Set<KeyContext> = [], hintPartner: Command? = nil,
    reason: @escaping @Sendable (ReaderState) -> Phrase? = { _ in nil },
    byKey: @escaping @Sendable (inout ReaderState, KeyChord?) -> [Effect]
  ) {
    self.command = command
    self.group = group
    var table: [KeyContext: [KeyChord]] = [:]
    for context in contexts { table[context] = Self.chords(keys) }
    for (context, keys) in others { table[context] = Self.chords(keys) }
    self.keys = table
    self.hintedIn = hintedIn
    self.hintPartner = hintPartner
    self.reason = reason
    run = byKey
  }

  private static func chords(_ text: String) -> [KeyChord] {
    text.split(separator: " ").compactMap { KeyChord(String($0)) }
  }
}
