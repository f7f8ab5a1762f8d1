/// The followed sites.
struct KioskPlace: Equatable, Sendable {
  var cursor = ListCursor()
}
