import Markup
import Testing

@Suite struct ReferenceTests {
  /// RFC 3986 §5.4.1 and §5.4.2.
  @Test(
    "References mean what RFC 3986 says",
    arguments: [
      ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
      ("/g", "http://a/g"),
      ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
      ("#s", "http://a/b/c/d;p?q#s"),
      ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
      ("g;x", "http://a/b/c/g;x"),
      ("g;x?y#s", "http://a/b/c/g;x?y#s"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
      ("..", "http://a/b/"),
      ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
      ("../../g", "http://a/g"),
      ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
      ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
      ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"),
      ("g/../h", "http://a/b/c/h"),
      ("g;x=1/../y", "http://a/b/c/y"), ("g?y/./x", "http://a/b/c/g?y/./x"),
      ("g#s/../x", "http://a/b/c/g#s/../x"),
    ])
  func referencesMeanWhatTheStandardSays(reference: String, address: String) {
    #expect(Reference.resolve(reference, against: "http://a/b/c/d;p?q") == address)
  }

  @Test(
    "What people write is taken as it is meant",
    arguments: [
      (" /новости/1 ", "https://сайт.example/новости/1"), ("a b", "https://сайт.example/a%20b"),
      ("\\news\\2", "https://сайт.example/news/2"),
      ("?q=a\\b", "https://сайт.example/?q=a\\b"), ("/a\n/b", "https://сайт.example/a/b"),
      ("/%D0%B0", "https://сайт.example/%D0%B0"),
      ("https:page", "https://сайт.example/page"), ("HTTP://X.example/../y", "HTTP://X.example/y"),
      ("mailto:a@b", "mailto:a@b"),
    ])
  func whatPeopleWriteIsMeant(reference: String, address: String) {
    #expect(Reference.resolve(reference, against: "https://сайт.example/") == address)
  }

  @Test("Nothing comes of nothing")
  func nothingComesOfNothing() {
    #expect(Reference.resolve("", against: "http://a/") == nil)
    #expect(Reference.resolve("/a", against: nil) == nil)
    #expect(Reference.resolve("/a", against: "b/c") == nil)
    #expect(Reference.resolve("/a\u{1}b", against: "http://a/") == nil)
    #expect(Reference.resolve("a", against: "mailto:x") == nil)
    #expect(Reference.resolve("http://a/./b", against: nil) == "http://a/b")
  }
}
