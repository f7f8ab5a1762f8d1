/// A front page: its stories are numbered through, block by block.
struct FrontPlace: Equatable, Sendable {
  var selection = 0
  /// The first line shown.
  var top = 0
}
