import Markup
import Testing

@Suite("JSON as sites write it")
struct JSONValueTests {
  @Test("line feeds in strings, commas too many and foreign escapes are forgiven, and said")
  func leniency() throws {
    let read = try #require(JSONValue.parse("{\"a\": \"one\ntwo\", \"b\": [1,,2,], \"c\": \"it\\'s\",}"))
    #expect(read.isLenient)
    #expect(read.value["a"]?.text == "one\ntwo")
    #expect(read.value["b"] == .list([.number("1"), .number("2")]))
    #expect(read.value["c"]?.text == "it's")
  }

  @Test("of an object that is cut off the whole members are kept")
  func cutOff() {
    #expect(JSONValue.parse("{\"a\": 1, \"b\": \"ne")?.value == .object(["a": .number("1")]))
  }

  @Test("nesting beyond the bound gives what stands around it, and no crash")
  func depth() {
    let text = String(repeating: "[", count: 100_000)
    #expect(JSONValue.parse(text)?.value.list?.isEmpty != nil)
  }

  @Test("surrogates make one sign, a half alone is U+FFFD")
  func surrogates() {
    #expect(JSONValue.parse(#""\ud83d\ude00 \ud83d!""#)?.value == .string("😀 \u{FFFD}!"))
  }
}
