import FeedParsing
import Foundation
import NewsModel
import Testing

/// What engines mean where they do not say it well.
@Suite("Feeds as they are")
struct FeedMeaningTests {
  private static let now = Date(timeIntervalSince1970: 1_780_000_000)

  static func feed(_ text: String, at address: String? = "https://wolna.example/rss") -> ParsedFeed? {
    let result = FeedParser.parse(
      Data(text.utf8), address: address.flatMap { WebAddress($0) }, now: now)
    guard case .feed(let feed) = result else { return nil }
    return feed
  }

  /// The one item of an RSS feed.
  private static func item(_ inside: String, at address: String? = "https://wolna.example/rss") -> ParsedItem?
  {
    feed(
      """
      <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
        xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel><title>Волна</title><link>https://wolna.example/</link><item>\(inside)</item></channel></rss>
      """, at: address)?.items.first
  }

  private static func atom(_ inside: String) -> ParsedItem? {
    feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:pheedo="http://www.pheedo.com/namespace/pheedo">
      <title>Волна</title><entry>\(inside)</entry></feed>
      """)?.items.first
  }

  @Test(
    "What stands where an address belongs and is none opens nothing",
    arguments: ["N/A", "-", "—", "#", "null", "undefined", "None", "нет", "(null)"])
  func noLink(text: String) {
    let item = Self.item("<title>Лодка</title><link>\(text)</link>")
    #expect(item?.title == "Лодка")
    #expect(item?.address == nil && item?.unresolvedLink == nil)
  }

  @Test(
    "A link is what its engine meant",
    arguments: [
      ("www.wolna.example/a.html", "https://www.wolna.example/a.html"),
      ("//wolna.example/a", "https://wolna.example/a"),
      ("a.html", "https://wolna.example/a.html"), ("nope/a.html", "https://wolna.example/nope/a.html"),
      ("https://wolna.example/?a=1&amp;amp;b=2", "https://wolna.example/?a=1&b=2"),
      ("https://wolna.example/?a=1&amp;#038;b=2", "https://wolna.example/?a=1&b=2"),
      ("https://wolna.example/?a=1&amp;#x26;b=2", "https://wolna.example/?a=1&b=2"),
      ("<![CDATA[https://wolna.example/?a=1&AMP;b=2]]>", "https://wolna.example/?a=1&b=2"),
      ("https://wolna.example/?a=1&amp;copy=2&amp;lt=3", "https://wolna.example/?a=1&copy=2&lt=3"),
    ])
  func link(written: String, meant: String) {
    #expect(Self.item("<title>Лодка</title><link>\(written)</link>")?.address?.text == meant)
  }

  @Test("A guid that is the address is mended too, and stays what it is as an identity")
  func guid() {
    let item = Self.item("<title>Лодка</title><guid>https://wolna.example/?p=7&amp;amp;q=8</guid>")
    #expect(item?.address?.text == "https://wolna.example/?p=7&q=8")
    #expect(item?.id == "https://wolna.example/?p=7&amp;q=8")
  }

  @Test(
    "What was there before a redirector is the article",
    arguments: [
      ("https://wolna.example/lodka", "https://wolna.example/lodka"), ("", "https://counter.example/1"),
    ])
  func originalLink(original: String, address: String) {
    let item = Self.item(
      "<title>Лодка</title><link>https://counter.example/1</link>"
        + "<feedburner:origLink>\(original)</feedburner:origLink>")
    #expect(item?.address?.text == address)
    let entry = Self.atom(
      "<title>Лодка</title><link href='https://counter.example/1'/><pheedo:origLink>\(original)</pheedo:origLink>"
    )
    #expect(entry?.address?.text == address)
  }

  @Test("An entry without links opens where its text stands, else at an id that is an address")
  func withoutLinks() {
    let source = Self.atom("<id>urn:x:1</id><title>Лодка</title><content src='/media/1' type='text/html'/>")
    #expect(source?.address?.text == "https://wolna.example/media/1")
    let both = Self.atom("<title>Лодка</title><link href='/1'/><content src='/media/1' type='text/html'/>")
    #expect(both?.address?.text == "https://wolna.example/1")
    #expect(
      Self.atom("<id> https://wolna.example/9 </id><title>Лодка</title>")?.address?.text
        == "https://wolna.example/9")
    #expect(Self.atom("<id>tag:wolna.example,2026:9</id><title>Лодка</title>")?.address == nil)
  }

  @Test("Of a feed from a file nothing relative becomes a file of this machine, and an id is no address")
  func fromFile() {
    let text =
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>В</title><entry><title>Л</title><link href='/a/b'/><id>/a/b</id></entry></feed>"
    let item = Self.feed(text, at: "file:///home/olga/feed.xml")?.items.first
    #expect(item?.address == nil)
    #expect(item?.unresolvedLink == "/a/b")
    #expect(item?.id == "/a/b")
  }

  @Test(
    "Halves of a surrogate pair are one character, and a half alone is none",
    arguments: [
      ("&#55357;&#56960;", "\u{1F680}"), ("&#xD83D;&#xDE80;", "\u{1F680}"),
      ("&amp;#55357;&amp;#56960;", "\u{1F680}"),
      ("&#55357;!", "\u{FFFD}!"), ("&#56960;&#55357;", "\u{FFFD}\u{FFFD}"), ("&#128640;", "\u{1F680}"),
    ])
  func surrogates(written: String, read: String) {
    #expect(Self.item("<title>Ура \(written)</title>")?.title == "Ура \(read)")
  }

  @Test("Signs of windows-1252 that were encoded as controls are those signs")
  func controls() {
    #expect(Self.item("<title>don\u{92}t \u{93}go\u{94} \u{96} 5\u{80}</title>")?.title == "don’t “go” – 5€")
  }

  @Test(
    "A blank line parts the paragraphs of text without tags, in text with tags it is white space",
    arguments: [
      ("Первый.\n\nВторой.", "<p>Первый.</p>\n<p>Второй.</p>"),
      ("Первый.&#13;&#10;&#13;&#10;Второй.", "<p>Первый.</p>\n<p>Второй.</p>"),
      ("Первый.\n  \t \nВторой.", "<p>Первый.</p>\n<p>Второй.</p>"),
      ("&lt;p&gt;Первый.&lt;/p&gt;\n\nВторой.", "<p>Первый.</p>\n\nВторой."),
      ("\n   Одно\n   предложение.\n", "\n   Одно\n   предложение.\n"),
    ])
  func paragraphs(written: String, html: String) {
    #expect(Self.item("<title>Л</title><description>\(written)</description>")?.summary == html)
  }

  @Test("Each line of a plain media description is one, and one of HTML is HTML")
  func mediaLines() {
    let plain = Self.item(
      "<title>Л</title><media:group><media:description>00:00 Старт\n02:10 Гонка</media:description></media:group>"
    )
    #expect(plain?.summary == "<p>00:00 Старт<br>\n02:10 Гонка</p>")
    let html = Self.item("<title>Л</title><media:description type='html'>а\nб</media:description>")
    #expect(html?.summary == "а\nб")
  }

  @Test(
    "Markup that was escaped once too often is markup, and a text that speaks of tags is not",
    arguments: [
      (
        "&amp;lt;p&amp;gt;&amp;amp;laquo;Чайка&amp;amp;raquo; пришла.&amp;lt;/p&amp;gt;",
        "<p>&laquo;Чайка&raquo; пришла.</p>"
      ),
      ("Строка.&amp;lt;br&amp;gt;Другая.", "Строка.<br>Другая."),
      ("&lt;![CDATA[&lt;b&gt;Да&lt;/b&gt;]]&gt;", "<b>Да</b>"),
      ("Тег &amp;lt;hr&amp;gt; чертит линию.", "Тег &lt;hr&gt; чертит линию."),
      (
        "Пара &amp;lt;i&amp;gt; и &amp;lt;/i&amp;gt; даёт курсив.", "Пара &lt;i&gt; и &lt;/i&gt; даёт курсив."
      ),
      ("(&amp;lt;br&amp;gt;) не пишут.", "(&lt;br&gt;) не пишут."),
      ("&lt;p&gt;Тег &amp;lt;p&amp;gt;&lt;/p&gt;", "<p>Тег &lt;p&gt;</p>"),
    ])
  func escapes(written: String, html: String) {
    #expect(Self.item("<title>Л</title><description>\(written)</description>")?.summary == html)
  }

  @Test(
    "A group of forms is one file: its default, else its first, and none beside the enclosure that is one of them"
  )
  func mediaGroup() {
    func files(_ inside: String) -> [String?]? {
      Self.item("<title>Л</title>" + inside)?.enclosures.map(\.address.text)
    }
    let low = "<media:content url='https://v.example/low.mp4' medium='video'/>"
    let high = "<media:content url='https://v.example/high.mp4' medium='video' isDefault='true'/>"
    #expect(files("<media:group>\(low)\(high)</media:group>") == ["https://v.example/high.mp4"])
    #expect(files("<media:group>\(low)</media:group><media:group>\(high)</media:group>")?.count == 2)
    #expect(files(low + high)?.count == 2)
    let enclosure = "<enclosure url='https://v.example/low.mp4' type='video/mp4'/>"
    #expect(files("<media:group>\(low)\(high)</media:group>\(enclosure)") == ["https://v.example/low.mp4"])
  }

  @Test("The picture is the widest of several, by height or size where none says its width")
  func widestPicture() {
    func picture(_ attributes: String...) -> String? {
      let contents = attributes.enumerated().map {
        "<media:content url='https://v.example/\($0.offset).jpg' medium='image' \($0.element)/>"
      }
      return Self.item("<title>Л</title>" + contents.joined())?.picture?.text
    }
    #expect(picture("width='100'", "width='900'", "width='300'") == "https://v.example/1.jpg")
    #expect(picture("height='100'", "height='200'") == "https://v.example/1.jpg")
    #expect(picture("fileSize='100'", "fileSize='2000'", "") == "https://v.example/1.jpg")
    #expect(picture("", "") == "https://v.example/0.jpg")
  }

  @Test(
    "A counter is no picture",
    arguments: [
      "width='1' height='1'", "width=0", "height='1px'", "style='width:1px; height:1px'",
      "style=\"display: none\"",
    ])
  func counters(attributes: String) {
    let html = "<img src='https://count.example/i.gif' \(attributes)><img src='/lodka.jpg' width='640'>"
    let item = Self.item("<title>Л</title><link>/1</link><description><![CDATA[\(html)]]></description>")
    #expect(item?.picture?.text == "https://wolna.example/lodka.jpg")
  }

  @Test(
    "A picture of full width is seen",
    arguments: ["width='100%'", "style='width:100%'", "width='150'", "style='max-width:15em'"])
  func seenPictures(attributes: String) {
    let item = Self.item(
      "<title>Л</title><link>/1</link><description><![CDATA[<img src='/b.jpg' \(attributes)>]]></description>"
    )
    #expect(item?.picture?.text == "https://wolna.example/b.jpg")
  }

  @Test(
    "A file is a picture by its type, or by its name where the type says nothing",
    arguments: [
      ("image", "/a", true), ("image/*", "/a", true), ("application/octet-stream", "/a.JPG?x=1", true),
      ("", "/a.png", true),
      ("application/octet-stream", "/a.zip", false), ("audio/mpeg", "/a.jpg", false),
      ("text/html", "/a.jpg", false),
    ])
  func pictureTypes(type: String, path: String, isPicture: Bool) {
    let item = Self.item("<title>Л</title><link>/1</link><enclosure url='\(path)' type='\(type)'/>")
    #expect((item?.picture != nil) == isPicture)
  }

  @Test(
    "The entries of the root that has any are read",
    arguments: [
      "<feed/>", "<rss/>", "<rss version='2.0'></rss> <!-- x -->",
      "<rss><channel><title>Пусто</title></channel></rss>",
    ])
  func secondRoot(first: String) {
    let text =
      first + "\n<rss version='2.0'><channel><title>В</title><item><title>Буй</title></item></channel></rss>"
    #expect(Self.feed(text)?.items.map(\.title) == ["Буй"])
  }

  @Test("A feed without items is one, however many roots it has")
  func emptyFeed() {
    #expect(Self.feed("<rss version='2.0'><channel><title>Пусто</title></channel></rss>")?.title == "Пусто")
    #expect(Self.feed(String(repeating: "<rss>", count: 500))?.items.isEmpty == true)
  }

  @Test("An entry of Atom is a feed of one item, another is none")
  func entryDocument() {
    let entry = Self.feed("<a:entry xmlns:a='http://www.w3.org/2005/Atom'><a:title>Буй</a:title></a:entry>")
    #expect(entry?.format == .atom)
    #expect(entry?.items.map(\.title) == ["Буй"])
    #expect(Self.feed("<entry><title>Словарь</title></entry>") == nil)
  }

  @Test(
    "Beside others an item with nothing is left out, one with anything stays",
    arguments: [
      ("", 1), ("<title> </title>", 1), ("<pubDate>Mon, 01 Jun 2026 10:00:00 GMT</pubDate>", 1),
      ("<link>-</link>", 1),
      ("<description>Слово</description>", 2), ("<link>/1</link>", 2), ("<title>Слово</title>", 2),
      ("<enclosure url='/1.mp3' type='audio/mpeg'/>", 2),
    ])
  func emptyItems(inside: String, count: Int) {
    let text =
      "<rss version='2.0'><channel><item>\(inside)</item><item><title>Буй</title></item></channel></rss>"
    #expect(Self.feed(text)?.items.count == count)
  }

  @Test("Items that say nothing but a date are what there is, where no other says more")
  func datesAlone() {
    #expect(Self.item("<pubDate>Mon, 01 Jun 2026 10:00:00 GMT</pubDate>")?.published != nil)
  }

  @Test("Categories in categories are tags, and a list of tags is many; a category with a comma is one")
  func tags() {
    let item = Self.item(
      "<title>Л</title><itunes:category text='Море'><itunes:category text='Порт'/></itunes:category>"
        + "<tags>бриз, шторм</tags><category>Суда, катера</category>")
    #expect(item?.tags == ["Море", "Порт", "бриз", "шторм", "Суда, катера"])
  }

  @Test(
    "An author's markup is left out, the name is not",
    arguments: [
      ("<b>Нина</b> Причальная", "Нина Причальная"),
      ("<div><a href='/n'>Нина</a> <b>Причальная</b></div>", "Нина Причальная"),
      ("nina@wolna.example (Нина Причальная)", "Нина Причальная"),
      ("<name>Нина</name><email>n@w.example</email>", "Нина"),
      ("<email>n@w.example</email>", "n@w.example"),
    ])
  func authors(written: String, name: String) {
    #expect(Self.item("<title>Л</title><author>\(written)</author>")?.authors == [name])
  }

  @Test("JSON Feed: one author where a list belongs, and a short summary names what has no title")
  func jsonFeed() {
    func item(_ members: String) -> ParsedItem? {
      Self.feed(
        #"{"version":"https://jsonfeed.org/version/1.1","title":"В","items":[{"id":"1",\#(members)}]}"#)?
        .items.first
    }
    #expect(item(#""title":"Л","authors":{"name":"Нина"},"tags":"море""#)?.authors == ["Нина"])
    #expect(item(#""title":"Л","authors":{"name":"Нина"},"tags":"море""#)?.tags == ["море"])
    let text = #""content_text":"Судно ушло в полдень. За ним другое.""#
    #expect(item(text + #","summary":"Два судна ушли""#)?.title == "Два судна ушли")
    #expect(item(text)?.title == "Судно ушло в полдень. За ним другое.")
    #expect(item(text + #","summary":"Судно ушло в…""#)?.title == "Судно ушло в полдень. За ним другое.")
  }

  @Test("References in the titles of a news sitemap are read")
  func sitemap() {
    let feed = Self.feed(
      """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://wolna.example/1</loc><n:news><n:title>&amp;laquo;Чайка&amp;raquo; &amp;amp;amp; буй</n:title></n:news></url></urlset>
      """)
    #expect(feed?.items.map(\.title) == ["«Чайка» &amp; буй"])
  }
}
