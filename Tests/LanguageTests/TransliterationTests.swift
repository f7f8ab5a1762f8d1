import Language
import Testing

@Suite("Transliteration")
struct TransliterationTests {
  @Test(
    "Russian in Latin letters is read",
    arguments: [
      ("volontery", "волонтеры"), ("Shcherbakov", "щербаков"), ("zhizn'", "жизнь"),
      ("novosti rayona", "новости района"),
      ("Ekaterinburg", "екатеринбург"), ("khleb", "хлеб"), ("cheburashka", "чебурашка"),
      ("yarmarka", "ярмарка"),
      ("etazh", "этаж"), ("objavlenie", "обявление"), ("russkiy", "русский"), ("vyezd", "выезд"),
      ("mayak", "маяк"),
    ])
  func readings(latin: String, cyrillic: String) {
    #expect(
      Transliteration.cyrillicAlternatives(of: latin).contains { $0.replacingOccurrencesOfYo() == cyrillic })
  }

  @Test("What is no Latin text has no reading")
  func none() {
    for query in ["волонтёры", "", "2026", "call центр"] {
      #expect(Transliteration.cyrillicAlternatives(of: query).isEmpty)
    }
  }
}

extension String {
  fileprivate func replacingOccurrencesOfYo() -> String { String(map { $0 == "ё" ? "е" : $0 }) }
}
