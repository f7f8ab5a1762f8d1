import Foundation
import NewsModel

/// `sites/*.yaml`: the list of followed sites, one file each.
package struct SiteFolder: SiteStore {
  /// More files than a person would write; the rest is not read.
  private static let limit = 2000

  private let folder: URL

  /// The folder need not exist yet.
  package init(_ folder: URL) { self.folder = folder }

  package func sites() -> [Site] { read().sites }

  /// Every site in the order of their ids, with what was passed over.
  package func read() -> (sites: [Site], warnings: [ConfigurationWarning]) {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var sites: [Site] = []
    var warnings: [ConfigurationWarning] = []
    for file in files.filter({ $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }).sorted().prefix(Self.limit) {
      let url = folder.appendingPathComponent(file)
      switch YAMLFile.read(url) {
      case .failure(let failure): warnings.append(failure)
      case .success(var yaml):
        let id = SiteID(rawValue: String(file.dropLast(".yaml".count)))
        if let site = SiteFile.site(in: &yaml, id: id) { sites.append(site) }
        warnings += yaml.warnings
      }
    }
    return (sites, warnings)
  }

  package func save(_ site: Site) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(SiteFile.text(of: site).utf8).write(to: url(of: site.id), options: .atomic)
  }

  package func remove(_ id: SiteID) throws -> Bool {
    let file = url(of: id)
    guard FileManager.default.fileExists(atPath: file.path) else { return false }
    try FileManager.default.removeItem(at: file)
    return true
  }

  private func url(of id: SiteID) -> URL { folder.appendingPathComponent("\(id.rawValue).yaml") }
}
