import Foundation
import Language
import NewsModel
import Phrases

extension Checkup {
  private static let localTime = "/etc/localtime"

  /// The zone in which times are shown, and where it comes from.
  var zone: Diagnosis {
    let now = TrustedClock.machine()
    let zone = settings.zone
    let named = [zone.abbreviation(for: now), Self.offset(zone.secondsFromGMT(for: now))]
    let facts = [
      "clock": phrases.time(now), "zone": Set(named).count == 1 ? named[0] : named.joined(separator: " "),
    ]
    return .good(.doctorZone, phrases.text(.doctorZoneIs, facts.merging(["origin": origin]) { $1 }))
  }

  private var origin: String {
    if let name = settings.timeZone { return "time_zone: \(name), \(folders.settings.path)" }
    if let name = environment["TZ"] { return "TZ=\(CleanText.line(name, limit: 200))" }
    let target = try? FileManager.default.destinationOfSymbolicLink(atPath: Self.localTime)
    return target.map { "\(Self.localTime) → \(CleanText.line($0, limit: 200))" } ?? Self.localTime
  }

  /// «UTC+5:30».
  private static func offset(_ seconds: Int) -> String {
    guard seconds != 0 else { return "UTC" }
    let (minutes, sign) = (abs(seconds) / 60, seconds < 0 ? "−" : "+")
    let rest = minutes % 60 == 0 ? "" : ":" + String(minutes % 60 + 100).dropFirst()
    return "UTC\(sign)\(minutes / 60)\(rest)"
  }
}
