import Language
import Testing

@Suite("Repair of twice-decoded text")
struct TextRepairTests {
  @Test(
    "Words come back from each of the three misreadings",
    arguments: [
      ("РџСЂРёРІРµС‚, РјРёСЂ!", "Привет, мир!"),
      ("ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€!", "Привет, мир!"),
      ("Ïðèâåò, ìèð!", "Привет, мир!"),
      ("Новости: РјРѕСЃС‚ РѕС‚РєСЂС‹Р»Рё, всё", "Новости: мост открыли, всё"),
    ])
  func repaired(wrong: String, right: String) { #expect(TextRepair.undoDoubleDecoding(wrong) == right) }

  @Test(
    "Texts that only look odd stay as they are",
    arguments: [
      "РСФСР и СССР, РФ", "Сім'я з Рівного: рік у Європі", "São Paulo é a maior cidade", "Ærøskøbing på Ærø",
      "", "С…", "°±µ",
      "Þórður Þorsteinsson frá Íslandi",
    ])
  func untouched(text: String) { #expect(TextRepair.undoDoubleDecoding(text) == nil) }
}
