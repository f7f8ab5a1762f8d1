import Configuration
import Language

extension Settings {
  /// The zone in which times are shown.
  var zone: ClockZone { timeZone.flatMap { ClockZone(named: $0) } ?? .machine }
}
