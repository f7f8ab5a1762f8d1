import Canvas
import Language

/// Which command a key calls, by context: the table's default keys, changed by the settings file.
package struct Keymap: Equatable, Sendable {
  /// A line of the settings file that cannot be obeyed.
  package enum Fault: Hashable, Sendable {
    case unknownCommand(String, nearest: String?)
    case unknownContext(String)
    /// The command has no meaning in that context.
    case notThere(command: String, context: String)
    case unknownKey(String)
  }

  /// What keys mean so far.
  package enum Meaning: Equatable, Sendable {
    case command(Command)
    /// The beginning of longer sequences: what each further key would do.
    case prefix([KeyChord: Command?])
    case nothing
  }

  private(set) var bindings: [KeyContext: [[KeyChord]: Command]] = [:]

  /// The table's own keys.
  package static let standard = Keymap(rebindings: [])

  /// The table's keys with a settings file's changes; what cannot be obeyed is left out, see `faults(in:)`.
  package init(rebindings: [KeyRebinding]) {
    for row in CommandTable.rows {
      for (context, chords) in row.keys {
        for chord in chords { bindings[context, default: [:]][[chord]] = row.command }
      }
    }
    var rebound: Set<String> = []
    for rebinding in rebindings {
      guard let (command, contexts) = Self.target(of: rebinding) else { continue }
      for context in contexts {
        // The first line about a command takes its default keys away, further lines add.
        if rebound.insert("\(context.rawValue) \(command.rawValue)").inserted {
          bindings[context] = bindings[context]?.filter { $0.value != command }
        }
        for text in rebinding.keys {
          guard let sequence = Self.sequence(text) else { continue }
          bindings[context, default: [:]][sequence] = command
        }
      }
    }
  }

  /// What a sequence of keys, already translated to Latin, means in a context.
  package func meaning(of keys: [KeyChord], in context: KeyContext) -> Meaning {
    guard let table = bindings[context] else { return .nothing }
    if let command = table[keys] { return .command(command) }
    var continuations: [KeyChord: Command?] = [:]
    for (sequence, command) in table where sequence.count > keys.count && sequence.starts(with: keys) {
      continuations[sequence[keys.count]] = sequence.count == keys.count + 1 ? command : .some(nil)
    }
    return continuations.isEmpty ? .nothing : .prefix(continuations)
  }

  /// The keys that call a command in a context: the table's order first, then what was added.
  package func keys(of command: Command, in context: KeyContext) -> [[KeyChord]] {
    guard let table = bindings[context] else { return [] }
    let own = CommandTable.row(of: command)?.keys[context] ?? []
    let standard = own.filter { table[[$0]] == command }.map { [$0] }
    let added = table.filter { $0.value == command && !standard.contains($0.key) }.map(\.key)
    return standard + added.sorted { $0.map(\.description).joined() < $1.map(\.description).joined() }
  }

  /// What is wrong with the lines of a settings file, each with its index.
  package static func faults(in rebindings: [KeyRebinding]) -> [(index: Int, fault: Fault)] {
    var result: [(Int, Fault)] = []
    for (index, rebinding) in rebindings.enumerated() {
      guard let command = Command(rawValue: rebinding.command) else {
        result.append((index, .unknownCommand(rebinding.command, nearest: nearest(to: rebinding.command))))
        continue
      }
      if let name = rebinding.context {
        guard let context = KeyContext(rawValue: name) else {
          result.append((index, .unknownContext(name)))
          continue
        }
        if CommandTable.row(of: command)?.keys[context] == nil {
          result.append((index, .notThere(command: command.rawValue, context: name)))
        }
      }
      for key in rebinding.keys where sequence(key) == nil { result.append((index, .unknownKey(key))) }
    }
    return result
  }
}

extension Keymap {
  private static func target(of rebinding: KeyRebinding) -> (Command, [KeyContext])? {
    guard let command = Command(rawValue: rebinding.command), let row = CommandTable.row(of: command) else {
      return nil
    }
    let known = KeyContext.allCases.filter { row.keys[$0] != nil }
    guard let name = rebinding.context else { return (command, known) }
    guard let context = KeyContext(rawValue: name), known.contains(context) else { return nil }
    return (command, [context])
  }

  /// `g g` as chords; `nil` when a part is no key.
  private static func sequence(_ text: String) -> [KeyChord]? {
    let parts = text.split(separator: " ").map(String.init)
    let chords = parts.compactMap { KeyChord($0) }
    return !parts.isEmpty && parts.count <= 4 && chords.count == parts.count ? chords : nil
  }

  /// The command whose name takes the fewest changes to become the given one, if they are few.
  private static func nearest(to name: String) -> String? {
    let ranked = Command.allCases.map { ($0.rawValue, EditDistance.between($0.rawValue, name, limit: 4)) }
    return ranked.filter { $0.1 < 4 }.min { $0.1 < $1.1 }?.0
  }
}
