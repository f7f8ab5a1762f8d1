import Configuration
import Foundation
import NewsModel
import TestSupport
import Testing

@Suite("Changing a site file in place")
struct SiteTextTests {
  private let id = SiteID(rawValue: "echo")

  /// Written by hand: comments everywhere, names in an order of its own, quoting of every kind, unknown names.
  private static let edited = """
    # Моё издание
    feeds: # ленты
      # главная
      - https://echo.example/rss.xml   # каждый час
      # про спорт
      - 'https://echo.example/sport.xml'

    home: https://Echo.example/
    name: "Эхо"  # как на бумаге
    colour: red
    sections:
    - title: Город   # первый
      url: https://echo.example/gorod/
      # своё
      note: читать
    - title: 'Спорт'
      feed: https://echo.example/sport/rss
      sections:
        - title: Лыжи
    # - title: Убрано
    language: ru
    # конец

    """

  private func site(_ text: String) throws -> Site {
    try #require(SiteFile.site(from: text, id: id, path: "echo.yaml").site)
  }

  /// Applies a change; the result means just that.
  private func change(_ text: String, _ edit: (inout Site) -> Void) throws -> String {
    var site = try site(text)
    edit(&site)
    let changed = try SiteFile.text(text, changedTo: site)
    #expect(try self.site(changed) == site)
    return changed
  }

  @Test("another name takes the old one's place, quoted as it was, its comment behind it")
  func rename() throws {
    let changed = try change(Self.edited) { $0.name = "Эхо: \"недели\" # 2" }
    let line = #"name: "Эхо: \"недели\" # 2"  # как на бумаге"#
    #expect(changed == Self.edited.replacing("name: \"Эхо\"  # как на бумаге", with: line))
  }

  @Test("lines move with their comments and their unknown names")
  func move() throws {
    let changed = try change(Self.edited) {
      $0.sections.reverse()
      $0.feeds.reverse()
    }
    #expect(changed.split(separator: "\n").sorted() == Self.edited.split(separator: "\n").sorted())
    #expect(changed.contains("# главная\n  - https://echo.example/rss.xml   # каждый час\n"))
    #expect(changed.contains("  # своё\n  note: читать\n"))
  }

  @Test("what is added or taken away leaves all other lines as they are")
  func addAndRemove() throws {
    let added = try change(Self.edited) {
      $0.feeds.append(contentsOf: WebAddress("https://echo.example/new.xml").map { [$0] } ?? [])
      $0.sections[1].title = "Спорт и отдых"
      $0.folder = ["Регион"]
    }
    let lines = Set(added.split(separator: "\n"))
    let expected = Self.edited.replacing("title: 'Спорт'", with: "title: 'Спорт и отдых'")
    #expect(expected.split(separator: "\n").allSatisfy(lines.contains))
    #expect(added.contains("  - https://echo.example/new.xml\n"))
    let removed = try change(Self.edited) {
      $0.feeds.removeFirst()
      $0.sections.removeLast()
      $0.language = nil
    }
    for comment in ["# Моё издание", "# ленты", "# главная", "# про спорт", "# - title: Убрано", "# конец"] {
      #expect(removed.contains(comment), "\(comment)")
    }
  }

  @Test("ends of lines and a byte order mark stay")
  func windows() throws {
    let text = "\u{FEFF}" + Self.edited.replacing("\n", with: "\r\n")
    let changed = try change(text) {
      $0.name = "Эхо 2"
      $0.folder = ["А", "Б"]
      $0.fullText = true
    }
    #expect(changed.unicodeScalars.first == "\u{FEFF}")
    let lines = changed.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.dropLast().allSatisfy { $0.last == "\r" } && lines.count > 20)
    #expect(changed.contains("name: \"Эхо 2\"  # как на бумаге\r\n"))
  }

  @Test("values in brackets or over several lines are written anew, their comments above them")
  func otherForms() throws {
    let text = """
      home: https://echo.example/
      name: >-
        Эхо
        недели
      folder: [А, Б] # где
      feeds: [https://echo.example/a, # первая
        https://echo.example/b]
      x: &there {y: 1}

      """
    let changed = try change(text) {
      $0.name = "Эхо"
      $0.folder = ["В"]
      $0.feeds.removeFirst()
    }
    for part in ["# где\n", "# первая\n", "x: &there {y: 1}\n"] { #expect(changed.contains(part), "\(part)") }
  }

  @Test(
    "what cannot be changed without a loss is refused",
    arguments: ["{home: 'https://echo.example/', name: Эхо}\n", "name: [\n", "name: нет адреса\n"])
  func refused(text: String) {
    let site = WebAddress("https://other.example/").map { Site(id: id, name: "Иное", home: $0) }
    #expect(throws: (any Error).self) { try site.map { try SiteFile.text(text, changedTo: $0) } }
  }

  @Test("any change to any edited file keeps every comment and every unknown name", arguments: 0..<60)
  func anything(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = Self.made(&random)
    let before = try site(text)
    let changed = try change(text) { site in
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: site.name = ["Степь", "1", "да: нет", "«\"#»"].randomElement(using: &random) ?? ""
        case 1: site.feeds.shuffle(using: &random)
        case 2: site.sections.shuffle(using: &random)
        case 3: if !site.feeds.isEmpty { site.feeds.removeLast() }
        case 4: site.folder = ["Папка", "2024"]
        case 5: if !site.sections.isEmpty { site.sections[0].title += " и ещё" }
        case 6: site.fullText.toggle()
        default: site.language = site.language == nil ? "kk" : nil
        }
      }
    }
    // What stands behind a value that is gone goes with it; what has a line of its own stays.
    for line in text.unicodeScalars.split(whereSeparator: { "\r\n".unicodeScalars.contains($0) }) {
      let comment = String(line).trimmingCharacters(in: .whitespaces)
      guard comment.hasPrefix("#") else { continue }
      #expect(changed.contains(comment), "seed \(seed) lost \(comment):\n\(text)\n→\n\(changed)")
    }
    #expect(changed.contains("unknown: [1, 2]"))
    if before.sections.count == (try site(changed)).sections.count {
      #expect(
        changed.components(separatedBy: "mine: x").count == text.components(separatedBy: "mine: x").count)
    }
  }

  /// A file as somebody may have left it.
  private static func made(_ random: inout SeededGenerator) -> String {
    var comments = 0
    func comment(_ random: inout SeededGenerator, _ margin: String = "") -> [String] {
      guard Bool.random(using: &random) else { return [] }
      comments += 1
      return Bool.random(using: &random) ? ["", margin + "#c\(comments)"] : [margin + "#c\(comments)"]
    }
    func quoted(_ text: String, _ random: inout SeededGenerator) -> String {
      let value = [text, "\"\(text)\"", "'\(text)'"].randomElement(using: &random) ?? text
      guard Bool.random(using: &random) else { return value }
      comments += 1
      return value + " #c\(comments)"
    }
    let margin = Bool.random(using: &random) ? "  " : ""
    var parts: [[String]] = [
      ["home: " + quoted("https://echo.example/", &random)], ["name: " + quoted("Эхо", &random)],
      ["unknown: [1, 2]"], ["language: " + quoted("ru", &random)],
    ]
    var feeds = ["feeds:"]
    for number in 0..<3 {
      feeds += comment(&random, margin)
      feeds.append("\(margin)- " + quoted("https://echo.example/\(number)", &random))
    }
    parts.append(feeds)
    var sections = ["sections:"]
    for number in 0..<3 {
      sections += comment(&random, margin)
      sections.append("\(margin)- title: " + quoted("Раздел \(number)", &random))
      if Bool.random(using: &random) { sections.append("\(margin)  mine: x") }
      sections += comment(&random, margin + "  ")
      sections.append("\(margin)  url: " + quoted("https://echo.example/s\(number)", &random))
    }
    parts.append(sections)
    parts.shuffle(using: &random)
    var lines: [String] = []
    for part in parts {
      lines += comment(&random)
      lines += part
    }
    let end = Bool.random(using: &random) ? "\r\n" : "\n"
    return (Bool.random(using: &random) ? "\u{FEFF}" : "") + lines.joined(separator: end) + end
  }
}
