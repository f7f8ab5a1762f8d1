import NewsModel
import Testing

@Suite("Addresses of a wiki's changes")
struct DifferenceTests {
  @Test(
    "a change leads to its page",
    arguments: [
      ("/index.php?title=Паром&diff=12&oldid=7", "/index.php?title=Паром"),
      ("/index.php?title=Паром&curid=4&diff=prev&oldid=7", "/index.php?title=Паром&curid=4"),
      ("/wiki/Parom?diff=cur&oldid=12", "/wiki/Parom"),
      ("/doku.php?id=gorod:parom&rev=1768903200&do=diff", "/doku.php?id=gorod:parom"),
      ("/gorod/parom?do=diff&rev2[0]=12&rev2[1]=14&difftype=sidebyside", "/gorod/parom"),
      ("/Parom?action=diff&rev1=3&rev2=4", "/Parom"),
      ("/index.php?title=A&amp;diff=2&amp;oldid=1", "/index.php?title=A"),
    ])
  func pages(change: String, page: String) throws {
    let address = try #require(WebAddress("https://viki.example" + change))
    #expect(address.pageOfDifference?.text == WebAddress("https://viki.example" + page)?.text)
  }

  @Test(
    "other addresses lead to no change",
    arguments: [
      "/", "/?p=12", "/news?id=7", "/index.php?title=Паром", "/n?diff=12", "/n?rev=3",
      "/doku.php?id=a&do=show",
    ])
  func others(path: String) throws {
    #expect(try #require(WebAddress("https://viki.example" + path)).pageOfDifference == nil)
  }
}
