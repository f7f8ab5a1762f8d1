import Configuration
import Testing

@Suite("Folders")
struct FoldersTests {
  @Test("a home of one's own holds everything")
  func explicitHome() {
    let folders = Folders(
      home: "/tmp/reader", environment: ["VESTNIK_HOME": "/elsewhere", "HOME": "/home/anna"])
    #expect(folders.settings.path == "/tmp/reader/config/config.yaml")
    #expect(folders.database.path == "/tmp/reader/data/news.sqlite")
    #expect(folders.log.path == "/tmp/reader/state/vestnik.log")
  }

  @Test("a home without a name is none")
  func emptyHome() {
    let folders = Folders(home: "", environment: ["VESTNIK_HOME": "/elsewhere", "HOME": "/home/anna"])
    #expect(folders.database.path == "/elsewhere/data/news.sqlite")
  }

  @Test("without one the XDG folders are used, and relative ones ignored")
  func xdg() {
    let folders = Folders(
      home: nil, environment: ["HOME": "/home/anna", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "relative"])
    #expect(folders.sites.path == "/c/vestnik/sites")
    #expect(folders.database.path == "/home/anna/.local/share/vestnik/news.sqlite")
  }
}
