import Fetching
import NewsModel
import Testing

@Suite("Validators")
struct ValidatorsTests {
  private let date = "Tue, 20 Jan 2026 10:00:00 GMT"

  @Test(
    "a tag that something on the way has changed is given back as it was made",
    arguments: [
      ("W/\"7a\"", "\"7a\""), ("\"7a-gzip\"", "\"7a\""), ("W/\"7a-gzip\"", "\"7a\""),
      ("\"7a;gzip\"", "\"7a\""),
    ])
  func asMade(sent: String, next: String) {
    let told = Validators(etag: sent, lastModified: date)
    #expect(told.unheeded(by: told) == Validators(etag: next, lastModified: date))
  }

  @Test("a tag that is never understood gives way to the date, for good")
  func dateAlone() {
    let told = Validators(etag: "W/\"7a\"", lastModified: date)
    let second = told.unheeded(by: told)
    let third = second.unheeded(by: told)
    #expect(third == Validators(etag: "", lastModified: date))
    #expect(third.unheeded(by: Validators(etag: "W/\"8b\"", lastModified: date)) == third)
    #expect(third.confirmed(by: told) == third)
  }

  @Test("a weak tag of a compressed answer is sent as the program behind made it, where a date stands by")
  func compressed() {
    let weak = Validators(etag: "W/\"7a\"", lastModified: date)
    #expect(weak.beforeCompression == Validators(etag: "\"7a\"", lastModified: date))
    #expect(Validators(etag: "W/\"7a\"").beforeCompression == Validators(etag: "W/\"7a\""))
    let strong = Validators(etag: "\"7a\"", lastModified: date)
    #expect(strong.beforeCompression == strong)
    // Where that was not understood, the date serves.
    #expect(weak.beforeCompression.unheeded(by: weak.beforeCompression).etag == "")
  }

  @Test("without a date a tag goes on being sent")
  func tagAlone() {
    let told = Validators(etag: "\"7a\"")
    #expect(told.unheeded(by: told) == told)
  }

  @Test("a new body's tag takes the place of the old one")
  func newTag() {
    let old = Validators(etag: "\"7a\"", lastModified: date)
    let new = Validators(etag: "\"8b\"", lastModified: "Wed, 21 Jan 2026 10:00:00 GMT")
    #expect(old.unheeded(by: new) == new)
    #expect(Validators().unheeded(by: new) == new)
    let weak = Validators(etag: "W/\"7a\"", lastModified: date)
    #expect(weak.unheeded(by: Validators(etag: "W/\"8b\"")) == Validators(etag: "W/\"8b\""))
  }

  @Test("a 304 keeps the form that was understood and what it leaves out")
  func confirmed() {
    let asked = Validators(etag: "\"7a\"", lastModified: date)
    #expect(asked.confirmed(by: Validators(etag: "W/\"7a\"")) == asked)
    #expect(asked.confirmed(by: Validators()) == asked)
    #expect(asked.confirmed(by: Validators(etag: "\"8b\"")).etag == "\"8b\"")
  }
}
