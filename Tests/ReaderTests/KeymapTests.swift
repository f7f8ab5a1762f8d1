import Canvas
import NewsModel
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

@Suite("Keys of one's own")
struct RebindingTests {
  @Test("A rebound command gives up its default keys, other commands theirs to it")
  func rebinding() {
    let keymap = Keymap(rebindings: [KeyRebinding(command: "search", context: "list", keys: ["s", "C-s"])])
    #expect(keymap.meaning(of: [.character("s")], in: .list) == .command(.search))
    #expect(keymap.meaning(of: [.character("/")], in: .list) == .nothing)
    #expect(keymap.meaning(of: [.character("/")], in: .article) == .command(.find))
  }

  @Test("A sequence waits for its next key and tells what may follow")
  func sequences() {
    var reading = Reading(columns: 80, rows: 24) {
      $0.keys = [KeyRebinding(command: "first", context: nil, keys: ["g g"])]
    }
    reading.keys("j j g")
    #expect(reading.frame.plainLines[22...] == [" g (п)  к началу", " g …"])
    #expect(reading.state.mainSelection == 2)
    reading.keys("g")
    #expect(reading.state.mainSelection == 0)
    reading.keys("j g x")
    #expect(reading.state.mainSelection == 1)
    #expect(reading.state.pendingKeys.isEmpty)
  }

  @Test("What cannot be obeyed is told with the nearest name")
  func faults() {
    let faults = Keymap.faults(in: [
      KeyRebinding(command: "serch", context: nil, keys: ["s"]),
      KeyRebinding(command: "search", context: "artcle", keys: ["s"]),
      KeyRebinding(command: "find", context: "list", keys: ["s"]),
      KeyRebinding(command: "search", context: "list", keys: ["Foo-x", ""]),
      KeyRebinding(command: "search", context: "list", keys: ["s"]),
    ])
    #expect(faults.map(\.index) == [0, 1, 2, 3, 3])
    #expect(
      faults.map(\.fault) == [
        .unknownCommand("serch", nearest: "search"), .unknownContext("artcle"),
        .notThere(command: "find", context: "list"), .unknownKey("Foo-x"), .unknownKey(""),
      ])
  }

  @Test("The help shows both glyphs of a key")
  func glyphs() {
    var reading = Reading(columns: 80, rows: 24)
    reading.keys("?")
    let text = reading.frame.plainText
    #expect(text.contains("j (о)") && text.contains("G (П)"))
  }

  @Test("A digit leads to its section, 0 to the tenth; one beyond the menu says how many there are")
  func digits() {
    var reading = Reading(columns: 100, rows: 30)
    reading.keys("8")
    #expect(reading.state.notice == .reason("В меню 7 разделов"))
    reading.keys("F10 0")
    #expect(reading.state.notice == .reason("В меню 7 разделов"))
    var site = SamplePaper.site
    site.sections = (1...10).map { Section(title: "Р\($0)", address: SamplePaper.address("r\($0)")) }
    site.sections[0].address = site.home
    var long = Reading(columns: 100, rows: 30, sites: [site])
    long.keys("0")
    #expect(long.state.section == SectionID(rawValue: "Р10"))
  }
}
