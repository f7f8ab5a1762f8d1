import NewsModel
import Phrases
import Testing

@testable import Reader

@Suite("Articles that leave the reader")
struct HandingOnTests {
  private func reading() -> Reading {
    var reading = Reading(columns: 100, rows: 30)
    reading.keys("Enter")
    return reading
  }

  @Test("S asks for a file's name, offers the title, and Enter writes the article there")
  func saves() throws {
    var reading = reading()
    let reference = try #require(reading.state.article?.reference)
    reading.keys("S")
    let offered = try #require(reading.state.prompt?.line.text)
    #expect(offered.hasSuffix(".txt"))
    #expect(!offered.contains(" ") && !offered.contains("/"))
    reading.keys("C-u")
    reading.type("~/a.md")
    reading.keys("Enter")
    #expect(reading.lastEffects == [.saveToFile(reference, path: "~/a.md", replaces: false)])
    reading.send(.done(.saveToFile(reference, path: "~/a.md", replaces: false)))
    #expect(reading.frame.plainLines.joined().contains("Записано: ~/a.md"))
  }

  @Test("a file that stands there is replaced only when its name is confirmed")
  func replaces() throws {
    var reading = reading()
    let reference = try #require(reading.state.article?.reference)
    let asked = Effect.saveToFile(reference, path: "a.txt", replaces: false)
    reading.send(.failed(asked, .fileExists("a.txt")))
    #expect(reading.frame.plainLines.joined().contains("Файл уже есть, заменить: a.txt"))
    var other = reading
    reading.keys("Enter")
    #expect(reading.lastEffects == [.saveToFile(reference, path: "a.txt", replaces: true)])
    other.type("2")
    other.keys("Enter")
    #expect(other.lastEffects == [.saveToFile(reference, path: "a.txt2", replaces: false)])
  }

  @Test("| asks for a command and gives it the text; Up brings the last one")
  func pipes() throws {
    var reading = reading()
    let reference = try #require(reading.state.article?.reference)
    reading.keys("|")
    reading.type("wc -l")
    reading.keys("Enter")
    #expect(reading.lastEffects == [.loadText(reference, command: "wc -l")])
    reading.send(.textReady(command: "wc -l", text: "Текст."))
    #expect(reading.lastEffects == [.runCommand("wc -l", input: "Текст.")])
    reading.keys("|")
    #expect(reading.state.prompt?.line.text.isEmpty == true)
    reading.keys("Up")
    #expect(reading.state.prompt?.line.text == "wc -l")
    reading.keys("Esc")
    #expect(reading.state.prompt == nil)
    #expect(reading.lastEffects.isEmpty)
  }

  @Test("from a list the focused article is handed on; an empty line does nothing")
  func fromList() throws {
    var reading = Reading(columns: 100, rows: 30)
    reading.keys("j")
    let reference = try #require(reading.state.focusedStory?.reference)
    reading.keys("S C-u Enter")
    #expect(reading.lastEffects.isEmpty)
    reading.keys("S C-u")
    reading.type("a.html")
    reading.keys("Enter")
    #expect(reading.lastEffects == [.saveToFile(reference, path: "a.html", replaces: false)])
    reading.keys("|")
    reading.type("cat")
    reading.keys("Enter")
    #expect(reading.lastEffects == [.loadText(reference, command: "cat")])
  }

  @Test("that a file stands there takes nothing away from somebody who types something else by now")
  func lateAnswer() throws {
    var reading = reading()
    let reference = try #require(reading.state.article?.reference)
    reading.keys("|")
    reading.type("wc")
    reading.send(.failed(.saveToFile(reference, path: "a.txt", replaces: false), .fileExists("a.txt")))
    #expect(reading.state.prompt?.line.text == "wc")
    reading.keys("Enter")
    #expect(reading.lastEffects == [.loadText(reference, command: "wc")])
  }

  @Test("a file's name that could not be written is there again to be mended, with the reason above it")
  func mendedName() throws {
    var reading = reading()
    let reference = try #require(reading.state.article?.reference)
    let problem = Problem.unknownSuffix(".pdf", known: ".txt, .md")
    reading.send(.failed(.saveToFile(reference, path: "~/a.pdf", replaces: false), problem))
    #expect(reading.state.prompt?.line.text == "~/a.pdf")
    let lines = reading.frame.plainLines
    #expect(lines[28].hasSuffix("форма .pdf неизвестна: есть .txt, .md"))
    #expect(lines[29].contains("Записать в файл: ~/a.pdf"))
    reading.keys("Backspace Backspace Backspace")
    reading.type("md")
    reading.keys("Enter")
    #expect(reading.lastEffects == [.saveToFile(reference, path: "~/a.md", replaces: false)])
  }

  @Test("a command that failed is there again to be mended, for the same article")
  func mendedCommand() throws {
    var reading = Reading(columns: 100, rows: 30)
    let reference = try #require(reading.state.focusedStory?.reference)
    reading.keys("|")
    reading.type("grpe x")
    reading.keys("Enter")
    reading.send(.textReady(command: "grpe x", text: "Текст."))
    reading.keys("j")
    reading.send(.failed(.runCommand("grpe x", input: "Текст."), .commandFailed("grpe x", status: 127)))
    #expect(reading.state.prompt?.line.text == "grpe x")
    reading.keys("Left Left Backspace Backspace")
    reading.type("ep")
    reading.keys("Enter")
    #expect(reading.lastEffects == [.loadText(reference, command: "grep x")])
    reading.send(.failed(.loadText(reference, command: "grep x"), .offline))
    #expect(reading.state.prompt?.line.text == "grep x")
    reading.keys("Esc /")
    reading.send(.failed(.loadText(reference, command: "grep x"), .offline))
    #expect(reading.state.prompt == nil, "nothing is taken from somebody who types something else by now")
  }

  @Test(
    "a title becomes a file's name without anything a file system or a shell might mind",
    arguments: [
      ("Мост через Тобылгу открыли", "Мост-через-Тобылгу-открыли.txt"),
      ("../../etc/passwd", "etc-passwd.txt"),
      ("«Да!» — сказал он", "Да-сказал-он.txt"), ("$(rm -rf ~)", "rm-rf.txt"), ("…", "vestnik.txt"),
    ])
  func names(_ title: String, _ name: String) {
    #expect(ReaderState.fileName(title) == name)
    #expect(ReaderState.fileName(String(repeating: "слово ", count: 100)).utf8.count < 140)
  }
}
