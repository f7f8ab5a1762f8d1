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

  @Test(
    "what a script wraps around its data does not matter",
    arguments: [
      "<![CDATA[{\"a\": [1]}]]>", "//<![CDATA[\n{\"a\": [1]}\n//]]>",
      "/* <![CDATA[ */ {\"a\": [1]} /* ]]> */",
      "<!-- {\"a\": [1]} -->", "\u{FEFF}{\"a\": [1]};", "window.state = {\"a\": [1]}; run()",
      "{ // of today\n\"a\": /* one */ [1] }",
    ])
  func wrappings(script: String) {
    #expect(JSONValue.embedded(in: Array(script.utf8)[...]) == [.object(["a": .list([.number("1")])])])
  }

  @Test("several values that follow each other are all read")
  func pieces() {
    let values = JSONValue.embedded(in: Array("{\"a\": 1}\n[2]; x = {} ; {\"b\": 3}".utf8)[...])
    #expect(values == [.object(["a": .number("1")]), .list([.number("2")]), .object(["b": .number("3")])])
  }

  @Test("a script of nothing but brackets is read in one pass")
  func brackets() {
    let script =
      Array(repeating: UInt8(ascii: "{"), count: 1_000_000) + Array(repeating: 0x5B, count: 1_000_000)
    let count = JSONValue.embedded(in: script[...]).count
    #expect(count == 1)
  }
}
