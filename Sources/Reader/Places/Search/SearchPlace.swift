/// A search in the archive.
struct SearchPlace: Equatable, Sendable {
  var line = InputLine()
  /// Whether keys go into the line; else they are commands on the hits.
  var isEditing = true
  /// Enter was pressed before there were hits: these get the keys as soon as they come.
  var goesToHits = false
  /// What the hits answer.
  var answered: SearchQuery?
  var found = Finding()
  var cursor = ListCursor()

  var hits: [FoundStory] { found.hits }
}
