import Markup
import TestSupport
import Testing

@Suite("CSS selectors")
struct CSSSelectorTests {
  private static let page = HTMLDocument(
    """
    <div id=top class="menu main"><ul><li class=a><a href="/news/" rel="x y">Новости</a><li><a href="/о-нас">О нас</a>
    <li class="a b"><a>Третий</a><ul><li>глубже</li></ul></li></ul></div>
    <p lang=ru-RU>раз</p><p>два</p><h2>заголовок</h2><p data-Name="Кино">три</p><span></span>
    """)

  @Test(
    "A selector names the elements that CSS says",
    arguments: [
      ("li", 4), ("#top", 1), ("div.menu.main li", 4), ("#top > ul > li", 3), ("li.a", 2), ("li.a.b", 1),
      ("*.b", 1),
      ("a[href]", 2), ("a[href='/news/']", 1), ("a[href^=\"/\"]", 2), ("a[href$='нас']", 1),
      ("a[href*=ew]", 1),
      ("a[rel~=y]", 1), ("p[lang|=ru]", 1), ("[data-name=Кино]", 1), ("ul li:first-child", 2),
      ("#top > ul > li:nth-child(2)", 1), ("#top > ul > li:nth-child(odd)", 2), ("li:nth-child(-n+2)", 3),
      ("li:last-child", 2), ("p:first-of-type", 1), ("p:last-of-type", 1), ("p + p", 1), ("p ~ p", 2),
      ("h2 + p", 1),
      ("p:not([lang])", 2), ("span:empty", 1), ("li:only-child", 1), ("h2, #top, p", 5), ("li li", 1),
      ("div p", 0),
      ("li:nth-last-child(1)", 2), (":root", 1),
    ])
  func selects(css: String, count: Int) throws {
    let selector = try #require(Selector(css))
    #expect(Self.page.root.select(selector).count == count)
  }

  @Test(
    "What is no selector of the subset is refused",
    arguments: [
      "", " ", ",", "a,", "> a", "a >", "a:hover", "a::before", "a[", "a[b", "a[b=]", ".", "#", "a:not(",
      "a b c)",
    ]
  )
  func refuses(css: String) { #expect(Selector(css) == nil) }

  @Test("Selecting is linear: long chains over deep pages end at once")
  func linear() throws {
    let deep = HTMLDocument(String(repeating: "<div><p></p>", count: 50_000))
    let selector = try #require(Selector(String(repeating: "div ", count: 30) + "b"))
    let start = ContinuousClock.now
    #expect(deep.root.select(selector).isEmpty)
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
