/// The help: every command with its keys.
struct HelpPlace: Equatable, Sendable {
  var top = 0
}
