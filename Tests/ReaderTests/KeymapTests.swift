import Canvas
import Testing

@testable import Phrases
@testable import Reader

@Suite("Commands and their keys")
struct KeymapTests {
  @Test("Every command stands in exactly one row")
  func rows() {
    let commands = CommandTable.rows.map(\.command)
    #expect(Set(commands).count == commands.count)
    #expect(Set(commands) == Set(Command.allCases))
  }

  @Test("No key calls two commands in one context")
  func noCollisions() {
    for context in KeyContext.allCases {
      var owner: [KeyChord: Command] = [:]
      for row in CommandTable.rows {
        for chord in row.keys[context] ?? [] {
          #expect(
            owner[chord] == nil,
            "\(chord) in \(context): \(row.command) and \(String(describing: owner[chord]))")
          owner[chord] = row.command
        }
      }
    }
  }

  @Test("Every command is explained in every language", arguments: InterfaceLanguage.allCases)
  func helps(language: InterfaceLanguage) {
    let catalogue = Catalogue.of(language)
    for row in CommandTable.rows {
      #expect(catalogue.texts["command.\(row.command.rawValue)"] != nil, "\(row.command)")
      if !row.hintedIn.isEmpty {
        #expect(catalogue.texts["hint.\(row.command.rawValue)"] != nil, "\(row.command)")
      }
    }
    let names = Set(CommandTable.rows.map { "command.\($0.command.rawValue)" })
    #expect(catalogue.texts.keys.filter { $0.hasPrefix("command.") && !names.contains($0) } == [])
  }
}
