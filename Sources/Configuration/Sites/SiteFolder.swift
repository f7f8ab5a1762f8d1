import Foundation
import Glibc
import NewsModel
import Synchronization

/// `sites/*.yaml`: the list of followed sites, one file each.
///
/// Files are parsed when they have changed since they were read the last time, by this or an earlier run; a change
/// made by somebody else is noticed within a fifth of a second.
package final class SiteFolder: SiteStore {
  /// More files than a person would write; the rest is not read.
  package let capacity = 2000

  private let folder: URL
  private let memoryFile: URL?
  /// What earlier readings gave; `nil` before the first.
  private let memory = Mutex<SiteMemory?>(nil)
  /// The last reading, for a moment: who asks for many things in a row asks as often what is followed.
  private let moment = Mutex<(sites: [Site], end: ContinuousClock.Instant)?>(nil)
  private static let momentLength = Duration.milliseconds(200)

  /// The folder need not exist yet.
  /// - Parameter memory: a file that may be thrown away, where what the files said is kept for the next run.
  package init(_ folder: URL, memory: URL? = nil) {
    self.folder = folder
    memoryFile = memory
  }

  package func sites() -> [Site] {
    let now = ContinuousClock.now
    if let kept = moment.withLock({ $0 }), now < kept.end { return kept.sites }
    return read().sites
  }

  package func freshSites() -> [Site] { read().sites }

  /// Every site in the order of their ids, with what was passed over.
  package func read() -> (sites: [Site], warnings: [ConfigurationWarning]) {
    let files = files()
    return memory.withLock { memory in
      var known = memory ?? SiteMemory(from: memoryFile)
      var sites: [Site] = []
      var warnings: [ConfigurationWarning] = []
      var isNew = false
      var kept = 0
      for (file, stamp) in files {
        if let before = known.sites[file], before.stamp == stamp {
          sites.append(before.site)
          kept += 1
          continue
        }
        let (site, problems) = Self.read(folder.appendingPathComponent(file))
        warnings += problems
        guard let site else {
          // Half edited, perhaps: what it said before holds until it can be read.
          if let before = known.sites[file] {
            sites.append(before.site)
            kept += 1
          }
          continue
        }
        sites.append(site)
        let old = known.sites.removeValue(forKey: file)
        if let stamp, problems.isEmpty {
          known.sites[file] = SiteMemory.Known(stamp: stamp, site: site)
          kept += 1
        }
        isNew = isNew || old != nil || known.sites[file] != nil
      }
      // Files that are gone.
      if known.sites.count > kept {
        let present = Set(files.map(\.file))
        known.sites = known.sites.filter { present.contains($0.key) }
        isNew = true
      }
      if isNew { known.write(to: memoryFile) }
      memory = known
      moment.withLock { $0 = (sites, .now + Self.momentLength) }
      return (sites, warnings)
    }
  }

  /// The sites' files in order, each with its stamp; without one where it is gone meanwhile. By their names alone: paths
  /// cost more than all else here, and a start asks for hundreds.
  private func files() -> [(file: String, stamp: SiteMemory.Stamp?)] {
    guard let entries = opendir(folder.path) else { return [] }
    defer { closedir(entries) }
    var files: [String] = []
    while let entry = readdir(entries) {
      let file = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) { String(cString: $0) }
      }
      if file.hasSuffix(".yaml"), !file.hasPrefix(".") { files.append(file) }
    }
    let descriptor = dirfd(entries)
    return files.sorted().prefix(capacity).map { ($0, SiteMemory.Stamp(of: $0, in: descriptor)) }
  }

  private static func read(_ url: URL) -> (site: Site?, warnings: [ConfigurationWarning]) {
    switch YAMLFile.read(url) {
    case .failure(let failure): return (nil, [failure])
    case .success(var yaml):
      let id = SiteID(rawValue: url.deletingPathExtension().lastPathComponent)
      let site = SiteFile.site(in: &yaml, id: id)
      return (site, yaml.warnings)
    }
  }

  /// A file that is there is changed where it says something else; one that cannot be read is left alone.
  package func save(_ site: Site) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = url(of: site.id).resolvingSymlinksInPath()
    let text =
      FileManager.default.fileExists(atPath: file.path)
      ? try SiteFile.text(Self.text(in: file), changedTo: site) : try SiteFile.text(of: site)
    try Data(text.utf8).write(to: file, options: .atomic)
    if site.hasCredentials {
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    }
    moment.withLock { $0 = nil }
  }

  package func rename(_ id: SiteID, from old: String, to new: String) {
    guard let text = try? Self.text(in: url(of: id)),
      var site = SiteFile.site(from: text, id: id, path: "").site, site.name == old
    else { return }
    site.name = new
    try? save(site)
  }

  /// To the letter, a byte order mark too: what is no UTF-8 is not mended unseen.
  private static func text(in file: URL) throws -> String {
    let bytes = try Data(contentsOf: file)
    guard bytes.count <= YAMLFile.limitBytes, let text = String(validating: bytes, as: UTF8.self) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return text
  }

  package func remove(_ id: SiteID) throws -> Bool {
    let file = url(of: id)
    guard FileManager.default.fileExists(atPath: file.path) else { return false }
    try FileManager.default.removeItem(at: file)
    moment.withLock { $0 = nil }
    return true
  }

  private func url(of id: SiteID) -> URL { folder.appendingPathComponent("\(id.rawValue).yaml") }
}
