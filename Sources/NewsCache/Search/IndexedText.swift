/// An article's text as the search index keeps it: stems in a row, parted by spaces.
struct IndexedText {
  let title: String
  let body: String
  /// Tells whether the same text would still give the same stems when it is to be taken out of the index.
  let hash: Int64

  init(title: String, summary: String, text: String, language: String?, writer: StemWriter = StemWriter()) {
    self.title = writer.stems(of: title, language: language, isTitle: true)
    let whole = summary.isEmpty ? text : text.isEmpty ? summary : summary + "\n" + text
    body = writer.stems(of: whole, language: language)
    var hash = ContentHash()
    hash.add(self.title)
    hash.add(body)
    self.hash = hash.value
  }
}
