import Markup
import Testing

@Suite("Paragraphs of plain text")
struct PlainTextTests {
  @Test(
    "a blank line stands between paragraphs, a line feed where the text breaks, one space elsewhere",
    arguments: [
      ("<p>Снег\nидёт.</p>\n\n<p>Весь  день.</p>", "Снег идёт.\n\nВесь день."),
      ("Утро<br>Вечер<br><br>Ночь", "Утро\nВечер\n\nНочь"),
      ("До <b>моста</b>\nблизко", "До моста близко"),
      ("<div><p>Раз</p></div>два<ul><li>три</li><li>пять</li></ul>", "Раз\n\nдва\n\nтри\n\nпять"),
      ("<p></p><p> </p>Слово<script>x</script>", "Слово"), ("", ""),
      ("Хлеб&nbsp;и соль &amp; сыр", "Хлеб\u{A0}и соль & сыр"),
    ])
  func paragraphs(html: String, text: String) {
    #expect(PlainText.paragraphs(fromHTML: html) == text)
  }
}
