import Configuration
import Foundation
import NewsCache
import NewsModel
import Phrases
import ReaderDesk

extension Checkup {
  /// The settings, the keys among them: every line that was passed over.
  var configuration: [Diagnosis] {
    let path = folders.settings.path
    var problems = Problem.all(in: settings, warnings, file: path)
    let catalogue = ThemeCatalogue(folder: folders.themes)
    problems += Problem.all(catalogue.read().warnings + MuteFile(folders.muted).read().warnings, most: 10)
    if let wanted = settings.theme, !catalogue.names.contains(wanted) {
      problems.append(.noTheme(named: wanted, in: catalogue))
    }
    if !problems.isEmpty { return problems.map { .wrong(.doctorConfiguration, phrases.sentence(for: $0)) } }
    let exists = FileManager.default.fileExists(atPath: path)
    return [.good(.doctorConfiguration, exists ? path : phrases.text(.doctorNoFile, ["path": path]))]
  }

  /// The site files.
  func following(_ sites: [Site], _ warnings: [ConfigurationWarning]) -> [Diagnosis] {
    let sentences = Problem.all(warnings, most: 20).map { phrases.sentence(for: $0) }
    if sites.isEmpty, sentences.isEmpty { return [.note(.sources, phrases.sentence(for: .noSites))] }
    let count = phrases.text(.doctorSites, count: sites.count)
    let good = sites.isEmpty ? [] : [Diagnosis.good(.sources, "\(count) · \(folders.sites.path)")]
    return good + sentences.map { .wrong(.sources, $0) }
  }

  /// How many sources failed when they were last asked, as the archive has it.
  func failing(_ sites: [Site], in cache: ArticleCache?) -> [Diagnosis] {
    let failing = (try? cache?.failures(among: sites.flatMap(\.sources))) ?? [:]
    let count = failing.values.reduce(0, +)
    return count > 0 ? [.wrong(.sources, phrases.text(.doctorFailing, count: count))] : []
  }

  /// Opens the archive as the reader would, but a damaged one stays where it is; `nil`: there is none yet.
  func openArchive() -> Result<ArticleCache, CacheError>? {
    let path = folders.database.path
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do throws(CacheError) { return .success(try ArticleCache.open(at: path, isReading: true)) } catch {
      return .failure(error)
    }
  }

  /// Whether a folder that may not be there yet can be made and written to.
  private static func canBeMade(_ folder: URL) -> Bool {
    var place = folder
    while !FileManager.default.fileExists(atPath: place.path), place.path != "/" {
      place.deleteLastPathComponent()
    }
    var isFolder = ObjCBool(false)
    _ = FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
    return isFolder.boolValue && access(place.path, W_OK) == 0
  }

  /// What the archive holds, or what is wrong with it.
  func archive(_ opening: Result<ArticleCache, CacheError>?) -> Diagnosis {
    let path = folders.database.path
    do throws(CacheError) {
      guard let cache = try opening?.get() else {
        guard Self.canBeMade(folders.data) else {
          return .wrong(.doctorArchive, phrases.sentence(for: .unwritableFolder(folders.data.path)))
        }
        return .good(.doctorArchive, phrases.text(.doctorNoFile, ["path": path]))
      }
      if let obstacle = cache.obstacle {
        return .wrong(.doctorArchive, phrases.sentence(for: Problem(obstacle)))
      }
      if cache.isWaiting { return .wrong(.doctorArchive, phrases.sentence(for: .archiveInUse)) }
      let statistics = try cache.statistics()
      let articles = phrases.text(.cliArticles, count: statistics.articles)
      return .good(.doctorArchive, "\(path) · \(phrases.size(bytes: statistics.bytes)) · \(articles)")
    } catch { return .wrong(.doctorArchive, phrases.sentence(for: Problem(error))) }
  }
}
