/// A list of stories: a section, what is saved, what is new since the last visit.
struct ListPlace: Equatable, Sendable {
  var query: ListQuery
  var order = ListOrder.newest
  var stories: [Story] = []
  var isLoaded = false
  var cursor = ListCursor()
}
