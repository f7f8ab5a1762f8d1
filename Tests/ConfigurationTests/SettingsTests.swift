import Configuration
import Testing

@Suite("Settings")
struct SettingsTests {
  @Test("every value that can be used is taken")
  func everyValue() {
    let text = """
      language: kk
      keyboard: ru
      time_zone: Asia/Almaty
      theme: steppe
      ticker: off
      ticker_speed: 12
      urgent_words: [срочно, паводок]
      mouse: false
      measure: 72
      justify: true
      plain: true
      pictures: false
      body_limit: 20 MB
      hosts:
        News.Example: {proxy: "http://127.0.0.1:8080", roots: /etc/root.pem}
        other.example: {proxy: ""}
      keys:
        quit: [C-q, F10]
        article:
          next-article: x
      """
    let (settings, warnings) = Settings.read(text: text, path: "config.yaml")
    #expect(warnings.isEmpty)
    #expect(settings.language == "kk")
    #expect(settings.keyboard == "ru")
    #expect(settings.timeZone == "Asia/Almaty")
    #expect(settings.theme == "steppe")
    #expect(settings.ticker == .off)
    #expect(settings.tickerSpeed == 12)
    #expect(settings.urgentWords == ["срочно", "паводок"])
    #expect(!settings.mouse && settings.justify && settings.plain && settings.pictures == .off)
    #expect(settings.measure == 72)
    #expect(settings.keys.map(\.command) == ["quit", "next-article"])
    #expect(settings.keys.map(\.context) == [nil, "article"])
    #expect(settings.keys.map(\.keys) == [["C-q", "F10"], ["x"]])
    #expect(settings.keys.map(\.line) == [18, 20])
    #expect(settings.bodyLimit == 20_000_000)
    #expect(settings.hosts["news.example"]?.proxy == "http://127.0.0.1:8080")
    #expect(settings.hosts["news.example"]?.roots == "/etc/root.pem")
    #expect(settings.hosts["other.example"]?.proxy?.isEmpty == true)
  }

  @Test("a value that cannot be used is told with its line, and the default stands")
  func badValues() {
    let (settings, warnings) = Settings.read(
      text: "measure: wide\nticker: sideways\nmause: false\n", path: "config.yaml")
    #expect(settings == Settings())
    #expect(
      Set(warnings) == [
        ConfigurationWarning(file: "config.yaml", line: 3, problem: .unknownName("mause", nearest: "mouse")),
        ConfigurationWarning(
          file: "config.yaml", line: 1, problem: .badValue(name: "measure", expected: "20–200")),
        ConfigurationWarning(
          file: "config.yaml", line: 2, problem: .badValue(name: "ticker", expected: "moving, paging, off")),
      ])
  }

  @Test("sizes are read as people write them")
  func sizes() {
    #expect(
      ["50MB", "800 kb", "1GB", "123", "1.5mb"].map(ByteCount.bytes) == [
        50_000_000, 800_000, 1_000_000_000, 123, 1_500_000,
      ])
    #expect(
      ["", "MB", "-1", "inf", "1e400", "9999999GB", "12 parsecs"].allSatisfy { ByteCount.bytes($0) == nil })
  }

  @Test("an empty file is all defaults")
  func emptyFile() {
    #expect(Settings.read(text: "", path: "config.yaml").settings == Settings())
    #expect(Settings.read(text: "# nothing yet\n", path: "config.yaml").warnings.isEmpty)
  }
}
