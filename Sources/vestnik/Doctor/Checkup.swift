import Configuration
import CursesTerminal
import Foundation
import Phrases

/// Looks at everything the program depends on, one part after the other, as the reader would find it: an archive of an
/// earlier version is brought up to date, nothing else is changed.
struct Checkup {
  let folders: Folders
  let settings: Settings
  let warnings: [ConfigurationWarning]
  let phrases: Phrasebook
  let environment: [String: String]
  let report: TerminalReport
  let isOffline: Bool

  init(folders: Folders, isOffline: Bool, environment: [String: String] = Program.environment) {
    self.folders = folders
    self.isOffline = isOffline
    self.environment = environment
    report = TerminalReport(type: environment["TERM"])
    (settings, warnings) = Settings.read(from: folders.settings)
    phrases = Program.phrases(for: settings, environment: environment)
  }

  /// What was found, in the order people are told.
  func diagnoses() -> [Diagnosis] {
    let opening = openArchive()
    let (sites, warnings) = SiteFolder(folders.sites).read()
    return [terminal, size, locale, zone, colours, clipboard, keyboard, mouse] + configuration
      + following(sites, warnings) + failing(sites, in: try? opening?.get())
      + [archive(opening), network(asking: sites)]
  }

  /// The first value of the variables that is not empty.
  func variable(_ names: String...) -> String? {
    names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }
}
