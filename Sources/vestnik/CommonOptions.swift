import ArgumentParser
import Configuration
import Foundation
import Language
import NewsModel

// Groups that the bare `vestnik` shares with its commands stand here once: given before or after a command's name,
// an option means the same.

/// Where files are, for every command.
struct HomeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Keep configuration, cache and logs under one folder, as VESTNIK_HOME does.", valueName: "dir"))
  var home: String?

  var folders: Folders { Folders(home: home, environment: Program.environment) }
}

/// For commands that look at one site's news alone.
struct SiteOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only this site: its name, or the name of its file.", valueName: "name"),
    completion: .custom { _, _, _ in CompletionWords.sites })
  var site: String?
}

/// For commands that look at one section's news alone.
struct SectionOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only this section, by its title.", valueName: "name"),
    completion: .custom { _, _, _ in CompletionWords.sections })
  var section: String?
}

/// For commands that open the reader.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The colour scheme; vestnik themes lists them.", valueName: "name"),
    completion: .custom { _, _, _ in CompletionWords.themes })
  var theme: String?
  @Flag(
    inversion: .prefixedNo,
    help: "One column, no boxes, no ticker: for screen readers; or not, whatever the settings say.")
  var plain: Bool?
}

/// For commands that may ask the network.
struct NetworkOption: ParsableArguments {
  @Flag(help: "Never ask the network.")
  var offline = false
}

/// For commands that scripts call.
struct JSONOption: ParsableArguments {
  @Flag(help: "Print one JSON document.")
  var json = false
}

/// For commands that look at what is new.
struct SinceOption: ParsableArguments {
  @Option(help: ArgumentHelp("Only what is newer: 24h, 7d, 2w or a date, 2026-01-21.", valueName: "when"))
  var since: Moment?

  var date: Date? { since?.date }
}

/// How many rows a list has.
struct LimitOption: ParsableArguments {
  @Option(help: ArgumentHelp("How many at the most.", valueName: "n"))
  var limit = 50

  func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError("--limit takes a number from 1 to 10000")
    }
  }
}

/// A size: `50MB`, `800kB`, `1GB`.
struct ByteSize: ExpressibleByArgument {
  let bytes: Int

  init?(argument: String) {
    guard let bytes = ByteCount.bytes(argument), bytes > 0 else { return nil }
    self.bytes = bytes
  }
}

/// A moment in the past, as `Since` reads it; a date begins where the machine is.
struct Moment: ExpressibleByArgument {
  let date: Date

  init?(argument: String) {
    guard let date = Since.date(argument, now: TrustedClock.machine(), timeZone: .machine) else { return nil }
    self.date = date
  }
}
